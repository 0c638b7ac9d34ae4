import { DomainError } from '../contract/errors.ts';
import type { People, PeopleChanges } from './people.ts';

/** An edit by a person: who, when (ms UTC), and everybody as they stand at that moment. */
export interface Editing {
  people: People;
  by: { id: string; name: string };
  now: number;
  /** Hosts of robots besides the makers' own, as the house is set up. */
  robotHosts?: readonly string[];
}

/** What an edit comes to: the row as it stands then, and what is to be written; nothing where nothing differs. */
export interface Edited<T> {
  row: T;
  changes: PeopleChanges;
}

/** @throws DomainError `not_found` */
export function rowOf<T extends { id: string }>(rows: readonly T[], id: string): T {
  const row = rows.find((one) => one.id === id);
  if (!row) throw new DomainError('not_found', 'nothing has this id');
  return row;
}

/**
 * Two who edit the same thing: the second is told, before anything of the first is lost.
 * @throws DomainError `conflict`
 */
export function refuseOldRev(row: { rev: number }, madeFrom: number): void {
  if (row.rev !== madeFrom) throw new DomainError('conflict', `changed meanwhile: this was made from revision ${madeFrom}, it is ${row.rev} now`);
}

/** A record with its fields in one order, `rev` aside: what was taken out and put back is no change. */
const settled = (row: object): string => JSON.stringify(Object.entries({ ...row, rev: 0 }).sort(([one], [other]) => (one < other ? -1 : 1)));

/** The row as it was edited whole, with its `rev` one higher; the row itself where nothing differs. */
export function replaced<T extends { rev: number }>(row: T, after: T): T {
  return settled(after) === settled(row) ? row : { ...after, rev: row.rev + 1 };
}

/** The row with these fields, as `replaced`. */
export function revised<T extends { rev: number }>(row: T, fields: Partial<T>): T {
  return replaced(row, { ...row, ...fields });
}

/** The fields of a patch that were sent. */
export function sent<T extends object>(patch: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
