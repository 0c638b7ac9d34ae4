import { plain } from './auditNote.ts';
import type { AuditFace, AuditValue } from './auditNote.ts';
import type { StaffMember } from './people.ts';

/** As JSON keeps it: what was not told is not there. */
const asJson = (value: unknown): AuditValue => JSON.parse(JSON.stringify(value)) as AuditValue;

function faceOf({ absence, hereUntil, leaves, calendar }: StaffMember): AuditFace {
  const own = leaves.filter(({ source }) => source !== 'calendar').map(({ id, fromAt, toAt, why, note, source }): [string, AuditFace[string]] => [`leave ${id}`, plain(asJson({ fromAt, toAt, why, note: note === '' ? undefined : note, source }))]);
  return {
    absence: plain(asJson(absence)),
    hereUntil: plain(hereUntil),
    calendar: plain(calendar && { kind: calendar.kind, host: calendar.host, busy: calendar.busy, fault: calendar.fault?.code ?? null }),
    ...Object.fromEntries(own),
  };
}

/**
 * Absence and leaves before and after a change, as the audit log compares and shows them: each leave is a field of its own, so
 * that an entry shows the one that changed. Those of a calendar stand there as their number.
 */
export function leavesFaces(before: StaffMember, after: StaffMember): { before: AuditFace; after: AuditFace } {
  const faces = { before: faceOf(before), after: faceOf(after) };
  const nothing = Object.fromEntries(Object.keys({ ...faces.before, ...faces.after }).map((name) => [name, plain(null)]));
  return { before: { ...nothing, ...faces.before }, after: { ...nothing, ...faces.after } };
}
