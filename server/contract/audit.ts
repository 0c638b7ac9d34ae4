import { z } from 'zod';
import { cursor, instant, userId } from './primitives.ts';

/** What somebody did to a record of people, on the record (DOMAIN 7b: access by permission, on the record). */
export const auditAct = z.enum(['created', 'changed', 'removed', 'restored', 'revealed', 'imported', 'exported', 'merged', 'separated']);
export type AuditAct = z.infer<typeof auditAct>;

export const auditKind = z.enum(['unit', 'line', 'staff', 'user', 'resident']);
export type AuditKind = z.infer<typeof auditKind>;

/** Fields with their values, as they stood; only those that differ. Private numbers and passwords never stand here in full. */
const fields = z.record(z.string(), z.json());

/** One entry of the audit log. Entries are only ever added. */
export const auditEntry = z.object({
  /** Grows with each entry. */
  id: z.number().int(),
  at: instant,
  /** Null: the program by itself, for instance after a calendar file changed. */
  by: z.object({ id: userId, name: z.string() }).nullable(),
  unitId: z.string().nullable(),
  act: auditAct,
  subject: z.object({ kind: auditKind, id: z.string(), name: z.string() }),
  before: fields.nullable(),
  after: fields.nullable(),
  /** Why, in the words of whoever did it; empty where nobody is asked. */
  reason: z.string().max(500),
});
export type AuditEntry = z.infer<typeof auditEntry>;
export type NewAuditEntry = Omit<AuditEntry, 'id'>;

/** Query of `GET /api/audit`: newest first. */
export const auditQuery = z.object({
  unitId: z.string().max(64).optional(),
  kind: auditKind.optional(),
  subjectId: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: cursor.optional(),
});
export const auditList = z.object({ items: z.array(auditEntry), next: z.string().optional() });
