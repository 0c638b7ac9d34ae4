import { isSupportedCountry } from 'libphonenumber-js/max';
import { refusalOf, writeFault } from '../contract/fieldFault.ts';
import type { NewOffice, OfficePatch } from '../contract/office.ts';
import { auditNote, plain } from './auditNote.ts';
import type { AuditFace } from './auditNote.ts';
import { hoursFaults } from './hoursFault.ts';
import { refuseOldRev, replaced, revised, rowOf, sent } from './editing.ts';
import type { Edited, Editing } from './editing.ts';
import type { Department, People, PeopleChanges, StaffMember, Unit } from './people.ts';
import { usualUnit } from './people.ts';
import { plainText } from './plainText.ts';
import { countryOfZone, isTimeZone } from './timeZone.ts';

function faceOf({ staff }: People, unit: Unit): AuditFace {
  const departments = unit.departments.map(({ name, aliases, headId }) => ({ name, aliases, head: headId === null ? null : (staff.find(({ id }) => id === headId)?.name ?? headId) }));
  return {
    name: plain(unit.name),
    nameEn: plain(unit.nameEn ?? null),
    aliases: plain(unit.aliases),
    timeZone: plain(unit.timeZone),
    country: plain(unit.country),
    wrapUpMs: plain(unit.wrapUpMs),
    departments: { compared: unit.departments, shown: departments },
    specialDays: plain(unit.specialDays),
    ...deliveryFace(unit.delivery),
    slipDays: plain(unit.retention.slipDays),
    callDays: plain(unit.retention.callDays),
    recordingDays: plain(unit.retention.recordingDays),
  };
}

/** Each setting is a line of its own: who made the urgent ones wait longer must be found. */
function deliveryFace({ urgentMs, usualMs, hours, quiet, linkMs, hidesNumbers }: Unit['delivery']): AuditFace {
  return { urgentMs: plain(urgentMs), usualMs: plain(usualMs), deliveryHours: plain(hours), quiet: plain(quiet), linkMs: plain(linkMs), hidesNumbers: plain(hidesNumbers) };
}

type Wanted = Omit<OfficePatch, 'rev'>;

function departmentFaults(people: People, unitId: string, departments: NonNullable<Wanted['departments']>): Record<string, string> {
  const faults: Record<string, string> = {};
  const names = departments.map(({ name }) => plainText(name));
  departments.forEach(({ headId }, at) => {
    const name = names[at] ?? '';
    if (names.indexOf(name) !== at) faults[`departments.${at}.name`] = writeFault('twice', departments[at]?.name);
    if (headId === null) return;
    const head = people.staff.find(({ id }) => id === headId);
    if (!head) faults[`departments.${at}.headId`] = writeFault('unknown');
    else if (head.unitId !== unitId) faults[`departments.${at}.headId`] = writeFault('other-office', head.name);
    else if (head.removedAt !== null) faults[`departments.${at}.headId`] = writeFault('gone', head.name);
  });
  return faults;
}

/** The office with what was asked for. @throws DomainError `bad_input`, with a reason by field */
function edited(people: People, before: Unit, wanted: Wanted): Unit {
  const { departments, nameEn, ...rest } = sent(wanted);
  const faults: Record<string, string> = {};
  const twin = rest.name === undefined ? undefined : people.units.find(({ id, name }) => id !== before.id && plainText(name) === plainText(rest.name ?? ''));
  if (twin) faults['name'] = writeFault('taken', twin.name);
  if (rest.timeZone !== undefined && !isTimeZone(rest.timeZone)) faults['timeZone'] = writeFault('no-time-zone');
  if (rest.country !== undefined && !isSupportedCountry(rest.country)) faults['country'] = writeFault('no-country');
  if (departments) Object.assign(faults, departmentFaults(people, before.id, departments));
  if (rest.delivery) for (const [path, reason] of Object.entries(hoursFaults(rest.delivery.hours))) faults[`delivery.hours.${path}`] = reason;
  if (Object.keys(faults).length > 0) throw refusalOf(faults);
  const { nameEn: englishBefore, ...others } = before;
  const english = nameEn === undefined ? englishBefore : nameEn;
  return {
    ...others,
    ...rest,
    ...(english != null && { nameEn: english }),
    ...(rest.aliases && { aliases: [...new Set(rest.aliases)] }),
    ...(departments && { departments: departments.map(({ name, aliases, headId }): Department => ({ name, aliases: [...new Set(aliases)], headId })) }),
  };
}

/** The members of departments that have another name now follow it. */
function renamed(people: People, unitId: string, departments: Wanted['departments']): StaffMember[] {
  const names = new Map((departments ?? []).flatMap(({ was, name }) => (was !== undefined && was !== name ? [[was, name]] : [])));
  return people.staff.flatMap((member) => {
    const department = member.unitId === unitId ? names.get(member.department) : undefined;
    return department === undefined ? [] : [revised(member, { department })];
  });
}

/** @throws DomainError `bad_input`, with a reason by field */
export function createOffice(editing: Editing, id: string, wanted: NewOffice): Edited<Unit> {
  const country = wanted.country ?? countryOfZone(wanted.timeZone) ?? 'CN';
  const row = edited(editing.people, { id, name: wanted.name, aliases: [], timeZone: wanted.timeZone, country, ...usualUnit }, wanted);
  const entry = auditNote(editing, { act: 'created', kind: 'unit', subject: row, unitId: id, after: faceOf(editing.people, row) });
  return { row, changes: { units: [row], ...(entry && { audit: [entry] }) } };
}

/** @throws DomainError `bad_input` with a reason by field, `conflict` when it was made from another revision, `not_found` */
export function changeOffice(editing: Editing, id: string, { rev, ...wanted }: OfficePatch): Edited<Unit> {
  const { people } = editing;
  const before = rowOf(people.units, id);
  if (rev !== undefined) refuseOldRev(before, rev);
  const row = replaced(before, edited(people, before, wanted));
  const staff = renamed(people, id, wanted.departments);
  const entry = auditNote(editing, { act: 'changed', kind: 'unit', subject: row, unitId: id, before: faceOf(people, before), after: faceOf(people, row) });
  const changes: PeopleChanges = { ...(row !== before && { units: [row] }), ...(staff.length > 0 && { staff }), ...(entry && { audit: [entry] }) };
  return { row, changes };
}
