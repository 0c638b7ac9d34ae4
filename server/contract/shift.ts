import { z } from 'zod';
import { instant } from './primitives.ts';

/** Whether what waited has to be shown, as at the start of a shift (DOMAIN 13), and when its reader last said that he had seen it; null: never. */
export const shift = z.object({ isStart: z.boolean(), seenAt: instant.nullable() });
/** @see shift */
export type Shift = z.infer<typeof shift>;
