import { z } from 'zod';
import { DomainError } from '../contract/errors.ts';

/** Where a list goes on: after this time and id, downwards. Stable, because neither changes when others are added. */
export interface PageMark {
  at: number;
  id: string;
  /** Of a list that is sorted by a rank first. */
  rank?: number;
}

const marked = z.union([z.tuple([z.number().int(), z.string()]), z.tuple([z.number().int(), z.string(), z.number().int()])]);

/** The mark as clients see it: opaque. */
export function writePageMark({ at, id, rank }: PageMark): string {
  return Buffer.from(JSON.stringify(rank === undefined ? [at, id] : [at, id, rank])).toString('base64url');
}

/** @throws DomainError `bad_input` when the text is no mark of ours */
export function readPageMark(text: string): PageMark {
  const parsed = marked.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (!parsed.success) throw new DomainError('bad_input', 'not accepted: cursor', { cursor: 'not a page mark of this list' });
  const [at, id, rank] = parsed.data;
  return { at, id, ...(rank !== undefined && { rank }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
