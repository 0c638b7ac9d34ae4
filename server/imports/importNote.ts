import type { AuditKind, NewAuditEntry } from '../contract/audit.ts';
import type { WriteHow } from './ports.ts';

/** The one entry about a whole import. */
export function importNote(kind: AuditKind, { unitId, by, at, importId, fileName }: WriteHow, counts: { created: number; changed: number; same: number; leftOut: number }): NewAuditEntry {
  return { at, by, unitId, act: 'imported', subject: { kind, id: importId, name: fileName }, before: null, after: counts, reason: '' };
}
