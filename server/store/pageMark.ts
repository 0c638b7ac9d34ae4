import { z } from 'zod';
import { DomainError } from '../contract/errors.ts';

/** Where a list goes on: after this time and id, downwards. Stable, because neither changes when others are added. */
export interface PageMark {
  at: number;
  id: string;
}

const marked = z.tuple([z.number().int(), z.string()]);

/** The mark as clients see it: opaque. */
export function writePageMark({ at, id }: PageMark): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** @throws DomainError `bad_input` when the text is no mark of ours */
export function readPageMark(text: string): PageMark {
  const parsed = marked.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (!parsed.success) throw new DomainError('bad_input', 'not accepted: cursor', { cursor: 'not a page mark of this list' });
  const [at, id] = parsed.data;
  return { at, id };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
