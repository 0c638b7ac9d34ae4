import { z } from 'zod';
import { auditEntry } from '../contract/audit.ts';
import type { AuditEntry, NewAuditEntry } from '../contract/audit.ts';
import { joinEntry } from '../privacy/auditEntry.ts';
import { DomainError } from '../contract/errors.ts';
import type { AuditListing } from '../people/ports.ts';
import { readBody, readEach } from './readRow.ts';
import { statement } from './recordsDatabase.ts';
import type { RecordsDatabase, Statement } from './recordsDatabase.ts';
import type { StoreLog } from './storeLog.ts';

const rows = z.array(z.object({ position: z.number().int(), body: z.string(), personal: z.string().nullable() }));
// An import tells of each row: five parameters a row, far below what either database allows in one statement.
const rowsPerStatement = 200;

/** An entry as it is stored: without its id, and, once sealed, without what it tells of somebody. */
export const entryBody = auditEntry.omit({ id: true }).extend({ personal: z.string().optional() });

/** Adds entries to the audit log; to be run in the transaction that does what they tell. */
export function addingAudit({ build }: RecordsDatabase, entries: readonly NewAuditEntry[]): Statement[] {
  const all = entries.map((entry) => ({ at: entry.at, unit_id: entry.unitId, kind: entry.subject.kind, subject_id: entry.subject.id, body: JSON.stringify(entry) }));
  const statements: Statement[] = [];
  for (let from = 0; from < all.length; from += rowsPerStatement) statements.push(statement(build.insertInto('audit').values(all.slice(from, from + rowsPerStatement))));
  return statements;
}

/** A page of the audit log, newest first. @throws DomainError `bad_input` for a page mark that is none */
export async function listAudit(database: RecordsDatabase, log: StoreLog, { unitIds, kind, subjectId, limit, cursor }: AuditListing): Promise<{ items: AuditEntry[]; next?: string }> {
  if (unitIds?.length === 0) return { items: [] };
  let query = database.build.selectFrom('audit').select(['position', 'body', 'personal']).orderBy('position', 'desc');
  if (unitIds !== null) query = query.where('unit_id', 'in', unitIds);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (subjectId !== undefined) query = query.where('subject_id', '=', subjectId);
  if (cursor !== undefined) {
    if (!/^\d{1,15}$/.test(cursor)) throw new DomainError('bad_input', 'not accepted: cursor', { cursor: 'not a page mark of this list' });
    query = query.where('position', '<', Number(cursor));
  }
  // One more than asked for tells whether there is a next page.
  const [found] = await database.run([statement(query.limit(limit + 1))]);
  const all = rows.parse(found?.rows);
  const page = all.slice(0, limit);
  const items = readEach(page, ({ position, body, personal }) => ({ id: position, ...joinEntry(readBody(entryBody, body, { table: 'audit', id: String(position) }), personal) }), log);
  const last = page.at(-1);
  return all.length > limit && last ? { items, next: String(last.position) } : { items };
}
