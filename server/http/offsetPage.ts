import { DomainError } from '../contract/errors.ts';

/**
 * A page of a list that stands in memory; its mark is a place in the list. What is added or removed before that place while
 * somebody leafs may show a row twice or not at all: the lists that use it are asked anew at every change.
 * @throws DomainError `bad_input` for a page mark that is none
 */
export function offsetPage<T>(all: readonly T[], { limit, cursor }: { limit: number; cursor?: string | undefined }): { items: T[]; next?: string } {
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw new DomainError('bad_input', 'not accepted: cursor', { cursor: 'not a page mark of this list' });
  const from = Number(cursor ?? 0);
  const items = all.slice(from, from + limit);
  return from + limit < all.length ? { items, next: String(from + limit) } : { items };
}
