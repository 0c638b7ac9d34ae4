import { z } from 'zod';
import { callResults, matters, noteNames } from './matterNames.ts';

export { longestNote, questionsOf } from './matterNames.ts';

export const matter = z.enum(matters);
export type Matter = z.infer<typeof matter>;

export const noteName = z.enum(noteNames);
export type NoteName = z.infer<typeof noteName>;

export const callResult = z.enum(callResults);
export type CallResult = z.infer<typeof callResult>;
