import type { AuditAct, AuditKind, NewAuditEntry } from '../contract/audit.ts';
import type { Editing } from './editing.ts';

/** A value of the audit log, as JSON has it. */
export type AuditValue = string | number | boolean | null | AuditValue[] | { [name: string]: AuditValue };

/** A field as two states of a record are compared by it, and as the log may show it: private numbers masked, passwords not at all, people by name. */
export interface AuditField {
  compared: unknown;
  shown: AuditValue;
}
/** A record by its fields. */
export type AuditFace = Record<string, AuditField>;

/** A field that may be shown as it is. */
export const plain = (value: AuditValue): AuditField => ({ compared: value, shown: value });

const isEmpty = (value: AuditValue): boolean => value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);

/** What differs of two states; null where nothing does. A new record shows what was filled in. */
export function differing(before: AuditFace | null, after: AuditFace): Pick<NewAuditEntry, 'before' | 'after'> | null {
  const names = Object.keys(after).filter((name) => (before ? JSON.stringify(before[name]?.compared) !== JSON.stringify(after[name]?.compared) : !isEmpty(after[name]?.shown ?? null)));
  if (names.length === 0) return null;
  const valuesOf = (face: AuditFace) => Object.fromEntries(names.map((name) => [name, face[name]?.shown ?? null]));
  return { before: before && valuesOf(before), after: valuesOf(after) };
}

interface Noted {
  act: AuditAct;
  kind: AuditKind;
  subject: { id: string; name: string };
  unitId: string | null;
  before?: AuditFace | null;
  after?: AuditFace;
  reason?: string;
}

/** The entry about an edit (contract/audit.ts); null when a change changed nothing that the log shows. */
export function auditNote({ by, now }: Editing, { act, kind, subject, unitId, before = null, after, reason = '' }: Noted): NewAuditEntry | null {
  const fields = after ? differing(before, after) : null;
  if (act === 'changed' && !fields) return null;
  return { at: now, by: { id: by.id, name: by.name }, unitId, act, subject: { kind, id: subject.id, name: subject.name }, before: fields?.before ?? null, after: fields?.after ?? null, reason };
}
