import { z } from 'zod';
import { instant } from './primitives.ts';

/** What one search goes through, in the order in which the console shows it. */
export const searchKinds = ['slip', 'call', 'person', 'resident'] as const;
const searchKind = z.enum(searchKinds);
/** @see searchKind */
export type SearchKind = z.infer<typeof searchKind>;

/** A text with what was looked for marked: ranges in UTF-16 units, from (inclusive) to (exclusive), in order. */
export const marked = z.object({ text: z.string(), marks: z.array(z.tuple([z.number().int(), z.number().int()])) });
/** @see marked */
export type Marked = z.infer<typeof marked>;

/**
 * One thing found. `name` is who called (of a call, everybody it may be), or the person; `about` whom a slip is for or who took a call, a department, an
 * address; `snippet` the words around what was found. `state` is that of the slip, of a call its outcome, or what became of a missed one. `at` is the time
 * of the call; null for people.
 */
export const searchItem = z.object({
  kind: searchKind,
  id: z.string(),
  unitId: z.string().nullable(),
  at: instant.nullable(),
  state: z.string().nullable(),
  name: marked,
  about: marked,
  number: marked,
  snippet: marked.nullable(),
  urgent: z.boolean().optional(),
  /** A slip that is for whoever asks. */
  forMe: z.boolean().optional(),
});
/** @see searchItem */
export type SearchItem = z.infer<typeof searchItem>;

/** Query of `GET /api/search`. Without `kind` the best of each; `cursor` without `kind` is refused as `bad_input`. */
export const searchQuery = z.object({
  q: z.string().trim().max(100),
  kind: searchKind.optional(),
  unitId: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(300).optional(),
});
/** @see searchQuery */
export type SearchQuery = z.input<typeof searchQuery>;

/**
 * Without `kind` the first of each kind, with it a page of that kind; `next` is its page mark. `more`: the kinds of which there is more. `understood`: words
 * that were read as a time or a state. `incomplete`: so many records of an older version are not in the index yet.
 */
export const searchReply = z.object({
  items: z.array(searchItem),
  next: z.string().optional(),
  more: z.array(searchKind),
  understood: z.array(z.object({ text: z.string(), as: z.enum(['date', 'state']) })),
  incomplete: z.object({ left: z.number().int() }).optional(),
});
/** @see searchReply */
export type SearchReply = z.infer<typeof searchReply>;
