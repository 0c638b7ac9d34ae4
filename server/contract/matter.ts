import { z } from 'zod';
import { callResults, matters, noteNames } from './matterNames.ts';

export { longestNote, questionsOf } from './matterNames.ts';

/** @see matters */
export const matter = z.enum(matters);
/** @see matter */
export type Matter = z.infer<typeof matter>;

/** @see noteNames */
export const noteName = z.enum(noteNames);
/** @see noteName */
export type NoteName = z.infer<typeof noteName>;

/** @see callResults */
export const callResult = z.enum(callResults);
/** @see callResult */
export type CallResult = z.infer<typeof callResult>;
