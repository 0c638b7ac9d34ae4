import { refusalOf, writeFault } from '../contract/fieldFault.ts';
import type { LinePatch, NewLine } from '../contract/line.ts';
import { auditNote, plain } from './auditNote.ts';
import type { AuditFace } from './auditNote.ts';
import { refuseOldRev, replaced, rowOf, sent } from './editing.ts';
import type { Edited, Editing } from './editing.ts';
import { hoursFaults } from './hoursFault.ts';
import type { Line, People } from './people.ts';
import { usualLine } from './people.ts';
import { readNumber } from './phoneNumber.ts';

function faceOf(line: Line): AuditFace {
  return {
    number: plain(line.number),
    language: plain(line.language),
    languages: plain(line.languages),
    cycleMs: plain(line.cycleMs),
    ringWidth: plain(line.ringWidth),
    pauseRings: plain(line.pauseRings),
    hours: plain(line.hours),
    byoc: plain(line.byoc ?? null),
  };
}

type Wanted = Omit<LinePatch, 'rev'>;

/** The line with what was asked for. @throws DomainError `bad_input`, with a reason by field */
function edited({ lines, units }: People, before: Line, wanted: Wanted): Line {
  const { byoc, number, ...rest } = sent(wanted);
  const faults: Record<string, string> = {};
  const unit = units.find(({ id }) => id === before.unitId);
  if (!unit) faults['unitId'] = writeFault('unknown');
  const after: Line = { ...before, ...rest };
  if (number !== undefined) {
    const reading = readNumber(number, unit?.country ?? '');
    if (reading.kind === 'number') after.number = reading.e164;
    else faults['number'] = reading.kind === 'withheld' ? writeFault('withheld') : writeFault('no-number', reading.why);
    const twin = lines.find((one) => one.id !== before.id && reading.kind === 'number' && one.number === reading.e164);
    if (twin) faults['number'] = writeFault('taken', units.find(({ id }) => id === twin.unitId)?.name);
  }
  if (rest.hours) for (const [path, reason] of Object.entries(hoursFaults(rest.hours))) faults[`hours.${path}`] = reason;
  if (Object.keys(faults).length > 0) throw refusalOf(faults);
  // The opener's language always stands first, however the others are listed.
  after.languages = [...new Set([after.language, ...after.languages])];
  const { byoc: trunkBefore, ...others } = after;
  const trunk = byoc === undefined ? trunkBefore : byoc;
  return { ...others, ...(trunk != null && { byoc: trunk }) };
}

/** @throws DomainError `bad_input`, with a reason by field */
export function createLine(editing: Editing, id: string, { unitId, ...wanted }: NewLine): Edited<Line> {
  const row = edited(editing.people, { id, unitId, number: '', language: wanted.language, languages: [wanted.language], cycleMs: wanted.cycleMs, ...usualLine }, wanted);
  const entry = auditNote(editing, { act: 'created', kind: 'line', subject: { id, name: row.number }, unitId, after: faceOf(row) });
  return { row, changes: { lines: [row], ...(entry && { audit: [entry] }) } };
}

/** @throws DomainError `bad_input` with a reason by field, `conflict` when it was made from another revision, `not_found` */
export function changeLine(editing: Editing, id: string, { rev, ...wanted }: LinePatch): Edited<Line> {
  const before = rowOf(editing.people.lines, id);
  refuseOldRev(before, rev);
  const row = replaced(before, edited(editing.people, before, wanted));
  if (row === before) return { row, changes: {} };
  const entry = auditNote(editing, { act: 'changed', kind: 'line', subject: { id, name: row.number }, unitId: row.unitId, before: faceOf(before), after: faceOf(row) });
  return { row, changes: { lines: [row], ...(entry && { audit: [entry] }) } };
}
