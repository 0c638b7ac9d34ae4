import type { AttendantStep, FactOf } from '../calls/fact.ts';
import type { Directory } from '../people/directory.ts';
import type { OfficeDepartment } from '../people/officeDepartments.ts';
import type { StaffMember } from '../people/people.ts';

type Turn = FactOf<'turn'>;
/** What one exchange says of whom the message is for. */
export type Asked = Pick<Turn, 'recipient' | 'department' | 'helper' | 'candidates'>;

interface Heard {
  speech: string | null;
  digits: string | null;
  step: AttendantStep;
}

const nobody: Asked = { recipient: null };
const takesTheOther = /代理|代替|另[外一]|第二|deputy|instead|the other/i;

/**
 * Whom the caller asked for in this exchange: a person, a department (its head, else who is in), one of those that he was given to choose from,
 * or the other one who was offered in the place of somebody away. Two who fit equally well are a question, never a guess: a message must not go to the
 * wrong person (S3 接听.4).
 */
export function recipientAsked(heard: Heard, before: readonly Turn[], unitId: string, at: number, directory: Directory): Asked {
  if (heard.step === 'caller') return otherTaken(heard, before, unitId, at, directory);
  if (heard.step !== 'recipient') return nobody;
  const given = before.at(-1)?.candidates;
  if (given) {
    const chosen = chosenOf(given, heard, unitId, directory);
    if (chosen) return personAsked(chosen, at, directory);
  }
  const wanted = directory.whoIsWanted(heard, unitId);
  switch (wanted.kind) {
    case 'person':
      return personAsked(wanted.staff, at, directory);
    case 'department':
      return departmentAsked(wanted.department, at, directory);
    case 'several':
      return { recipient: null, candidates: wanted.staff.map(({ id, name, department, title }) => ({ staffId: id, name, duty: title.startsWith(department) || title === '' ? title || department : `${department}${title}` })) };
    case 'nobody':
      return nobody;
  }
}

function personAsked(staff: StaffMember, at: number, directory: Directory): Asked {
  const { away, backAt } = directory.view(staff, at);
  const recipient = { staffId: staff.id, name: staff.name, away, backAt };
  const [helper] = away ? directory.helpersOf(staff, at) : [];
  return helper ? { recipient, helper: { staffId: helper.staff.id, name: helper.staff.name, isDeputy: helper.reason === 'deputy' } } : { recipient };
}

/** Its head, also when he is away: then another is offered. Without a head whoever is in; with nobody there the message is the department's. */
function departmentAsked({ name, words, head, members }: OfficeDepartment, at: number, directory: Directory): Asked {
  const english = words.find((word) => /^[a-z ]+$/.test(word)) ?? null;
  const isIn = (staff: StaffMember): boolean => !directory.view(staff, at).away;
  const person = head ?? [...members].map(({ staff }) => staff).find(isIn);
  const asked = person ? personAsked(person, at, directory) : { recipient: { staffId: null, name, away: true, backAt: null } };
  return { ...asked, department: { name: /^\p{Script=Han}{2}$/u.test(name) ? `${name}部` : name, english } };
}

function chosenOf(given: NonNullable<Turn['candidates']>, heard: Heard, unitId: string, directory: Directory): StaffMember | null {
  const keyed = heard.digits !== null && /^[1-9]$/.test(heard.digits) ? given[Number(heard.digits) - 1] : undefined;
  if (keyed) return directory.staff(keyed.staffId);
  const wanted = directory.whoIsWanted(heard, unitId);
  const ids = new Set(wanted.kind === 'person' ? [wanted.staff.id] : wanted.kind === 'department' ? [...wanted.department.members].map(({ staff }) => staff.id) : []);
  const left = given.filter(({ staffId }) => ids.has(staffId));
  return left.length === 1 && left[0] ? directory.staff(left[0].staffId) : null;
}

/** Key 2, or words for it: the message goes to the other person who was offered. */
function otherTaken(heard: Heard, before: readonly Turn[], unitId: string, at: number, directory: Directory): Asked {
  const offered = before.find((turn) => turn.helper !== undefined)?.helper;
  if (!offered || before.some((turn) => turn.step === 'caller' && turn.recipient !== null)) return nobody;
  const wanted = heard.digits === null && heard.speech !== null ? directory.whoIsWanted(heard, unitId) : null;
  const isTaken = heard.digits === '2' || (wanted?.kind === 'person' && wanted.staff.id === offered.staffId) || (heard.digits === null && heard.speech !== null && heard.speech.length <= 20 && takesTheOther.test(heard.speech));
  const helper = isTaken ? directory.staff(offered.staffId) : null;
  if (!helper || helper.removedAt !== null) return nobody;
  const { away, backAt } = directory.view(helper, at);
  return { recipient: { staffId: helper.id, name: helper.name, away, backAt } };
}
