import type { CompiledQuery, Kysely } from 'kysely';
import type { Dialect } from '../recordsDatabase.ts';
import type { Schema } from '../schema.ts';

/** One step of the schema, run once, in one transaction. A released one is never edited: a change is a new step. */
export interface Migration {
  name: string;
  statements(db: Kysely<Schema>, dialect: Dialect): { compile(): CompiledQuery }[];
}
