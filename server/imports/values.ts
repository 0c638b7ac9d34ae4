import type { ImportField } from '../contract/imports.ts';
import type { ReadNumber } from './readNumbers.ts';

/** What a field holds: text, an amount, yes or no, several words, numbers; null: nothing is known. */
export type Value = string | number | boolean | string[] | ReadNumber[] | null;

/** What a row says, or a record holds, as imports see it. A field that a row does not have says nothing about it. */
export type Values = Partial<Record<ImportField, Value>>;

/** A record on file, as far as imports concern it. */
export interface OnFile {
  id: string;
  values: Values;
  /** Numbers that somebody learned otherwise than from a list: a list does not take them away. */
  kept: string[];
}

/** What makes a row somebody: looked up by the target. */
export interface RowKey {
  /** Our own id, where the list was once exported from here. */
  id: string | null;
  name: string;
  /** Residents: the office's own number. Staff: the staff number. */
  own: string | null;
  building: string;
  unit: string;
  room: string;
  address: string;
  extension: string;
  department: string;
}

/** One record to write: `id` is a new one where `isNew`. Only the fields that differ. */
export interface RecordChange {
  row: number;
  id: string;
  isNew: boolean;
  set: Values;
}
