import type { NewAuditEntry } from '../contract/audit.ts';
import type { PrivateNote } from '../contract/slip.ts';

/** What stands on the audit log about private numbers that a writer let stand: whose and where, never the numbers. Nothing where he let none stand. */
export function confirmation({ unitId, subject }: Pick<NewAuditEntry, 'unitId' | 'subject'>, confirmed: readonly PrivateNote[], by: NewAuditEntry['by'], now: number): NewAuditEntry[] {
  if (confirmed.length === 0) return [];
  const unique = (all: string[]): string[] => [...new Set(all)];
  return [{ at: now, by: by && { id: by.id, name: by.name }, unitId, act: 'confirmed', subject, before: null, after: { privateNumbers: unique(confirmed.map((note) => note.name)), where: unique(confirmed.map(({ field }) => field)) }, reason: '' }];
}
