import { z } from 'zod';
import { cursor, instant, userId } from './primitives.ts';

/** What somebody did to a record of people, on the record (DOMAIN 7b: access by permission, on the record). */
export const auditAct = z.enum(['created', 'changed', 'removed', 'restored', 'revealed', 'imported', 'exported', 'merged', 'separated', 'confirmed', 'swept', 'erased']);
/** @see auditAct */
export type AuditAct = z.infer<typeof auditAct>;

/** Which records the log speaks of; `caller`: a caller's own request (export, erasure), under the hash of his number and without a name. */
export const auditKind = z.enum(['unit', 'line', 'staff', 'user', 'resident', 'slip', 'task', 'caller']);
/** @see auditKind */
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
  /** What it told of a resident was erased on request; absent otherwise. */
  erased: z.literal(true).optional(),
});
/** @see auditEntry */
export type AuditEntry = z.infer<typeof auditEntry>;
/** As a desk hands an entry in; the store numbers it. */
export type NewAuditEntry = Omit<AuditEntry, 'id'>;

/**
 * Where the chain of the log is broken, first of all. `id`: the entry that is not as it was written, or the one behind the gap; null where none is there to be named.
 * `missing` entries are gone, `changed` its contents or place, `inserted` more than were sealed, `anchor` another one than a kept head says, `blanked` values gone without an erasure on record.
 */
export const auditBreak = z.object({ id: z.number().int().nullable(), seq: z.number().int(), why: z.enum(['missing', 'changed', 'inserted', 'anchor', 'blanked']) });
/** @see auditBreak */
export type AuditBreak = z.infer<typeof auditBreak>;

/** What a check of the whole log found. */
export const auditCheck = z.object({
  at: instant,
  sealed: z.number().int(),
  /** Stored, not sealed yet: nothing can be said of them. */
  unsealed: z.number().int(),
  /** Entries whose values were erased on request. */
  erased: z.number().int(),
  /** The hash of the last sealed entry. */
  head: z.string(),
  /** Kept heads that were compared. */
  anchors: z.number().int(),
  broken: auditBreak.nullable(),
});
/** @see auditCheck */
export type AuditCheck = z.infer<typeof auditCheck>;

/** `GET /api/audit/chain`: how the log stands, and its last check. */
export const auditChainView = auditCheck.pick({ sealed: true, unsealed: true, head: true }).extend({ last: auditCheck.nullable() });
/** @see auditChainView */
export type AuditChainView = z.infer<typeof auditChainView>;

/** Query of `GET /api/audit`: newest first. */
export const auditQuery = z.object({
  unitId: z.string().max(64).optional(),
  kind: auditKind.optional(),
  subjectId: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: cursor.optional(),
});
/** Reply of `GET /api/audit`; without `next` it was the last page. */
export const auditList = z.object({ items: z.array(auditEntry), next: z.string().optional() });
