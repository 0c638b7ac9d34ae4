import { randomBytes } from 'node:crypto';
import type { AuditKind, NewAuditEntry } from '../contract/audit.ts';
import { digestOf } from './auditChain.ts';

/** Kinds of records whose entries tell of residents and callers. */
const personalKinds: ReadonlySet<AuditKind> = new Set<AuditKind>(['resident']);

/** An entry without what it tells of somebody; `personal` is the digest of that. */
export type BareEntry = NewAuditEntry & { personal?: string | undefined };

interface PersonalPart extends Pick<NewAuditEntry, 'before' | 'after' | 'reason'> {
  /** Without it, whoever guesses the words could prove his guess by the digest after they were erased. */
  salt: string;
  name: string;
}

/** Takes what an entry tells of somebody out of it. @returns `personal` null where it tells of nobody */
export function splitEntry(entry: BareEntry): { bare: BareEntry; personal: string | null } {
  if (entry.personal !== undefined || !personalKinds.has(entry.subject.kind)) return { bare: entry, personal: null };
  const { subject, before, after, reason } = entry;
  const personal = JSON.stringify({ salt: randomBytes(16).toString('hex'), name: subject.name, before, after, reason } satisfies PersonalPart);
  return { bare: { ...entry, subject: { ...subject, name: '' }, before: null, after: null, reason: '', personal: digestOf(personal) }, personal };
}

/** The entry as people read it; `erased` where what it told of somebody is gone. */
export function joinEntry({ personal: digest, ...bare }: BareEntry, personal: string | null): NewAuditEntry {
  if (digest === undefined) return bare;
  if (personal === null) return { ...bare, erased: true };
  const { name, before, after, reason } = JSON.parse(personal) as PersonalPart;
  return { ...bare, subject: { ...bare.subject, name }, before, after, reason };
}
