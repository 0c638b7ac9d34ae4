import type { z } from 'zod';
import { StoreFault } from './recordsDatabase.ts';
import type { StoreLog } from './storeLog.ts';

/** Which record a row is, for messages: the table and the ids, never the content. */
export interface RowName {
  table: string;
  id: string;
}

/**
 * Parses a record kept as JSON text.
 * @throws StoreFault naming the record and the paths that are wrong
 */
export function readBody<T extends z.ZodType>(schema: T, body: string, name: RowName): z.output<T> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (cause) {
    // The cause is left out: V8's message quotes the text, which is personal data.
    if (cause instanceof SyntaxError) throw new StoreFault(`${name.table} ${name.id} is not JSON`);
    throw cause;
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const paths = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.') || '(whole)'))];
  throw new StoreFault(`${name.table} ${name.id} cannot be read: ${paths.join(', ')}`);
}

/**
 * Reads each row; one that cannot be read is reported and left out, so that a single damaged record does not keep the
 * office from starting or from seeing the others.
 */
export function readEach<Row, T>(rows: Row[], read: (row: Row) => T, log: StoreLog): T[] {
  const good: T[] = [];
  for (const row of rows) {
    try {
      good.push(read(row));
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
      log.error({ reason: error.message }, 'a record cannot be read and is left out');
    }
  }
  return good;
}
