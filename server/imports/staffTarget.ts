import { auditNote, plain } from '../people/auditNote.ts';
import type { AuditFace } from '../people/auditNote.ts';
import type { Directory } from '../people/directory.ts';
import { revised } from '../people/editing.ts';
import { maskNumber } from '../people/maskNumber.ts';
import { usualStaff } from '../people/people.ts';
import type { StaffMember } from '../people/people.ts';
import type { Language } from '../contract/primitives.ts';
import { importNote } from './importNote.ts';
import type { ImportTarget } from './ports.ts';
import type { OnFile, RecordChange, RowKey, Values } from './values.ts';

function onFile(member: StaffMember): OnFile {
  const { name, staffNumber, extension, department, title, languages, privateNumbers, leader } = member;
  return { id: member.id, values: { name, staffNumber, extension, department, title, languages, privateNumbers, leader }, kept: [] };
}

/** Everybody of an office, to be found by what lists know of them. */
function register(members: readonly StaffMember[]) {
  const byId = new Map(members.map((one) => [one.id, one]));
  const byNumber = new Map(members.filter(({ staffNumber }) => staffNumber !== '').map((one) => [one.staffNumber, one]));
  const byExtension = new Map(members.filter(({ extension }) => extension !== '').map((one) => [one.extension, one]));
  const byName = new Map<string, StaffMember[]>();
  for (const one of members) {
    const name = one.name.trim().toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), one]);
  }
  const namesakes = (key: RowKey): StaffMember[] => byName.get(key.name.trim().toLowerCase()) ?? [];
  return {
    byExtension,
    byNumber,
    find(key: RowKey): StaffMember | null {
      const own = key.id === null ? undefined : byId.get(key.id);
      if (own) return own;
      if (key.own !== null) {
        // Somebody on file who has no staff number yet gets it.
        const unnumbered = namesakes(key).filter(({ staffNumber }) => staffNumber === '');
        return byNumber.get(key.own) ?? unnumbered.find(({ extension }) => key.extension !== '' && extension === key.extension) ?? unnumbered.find(({ department }) => key.department !== '' && department === key.department) ?? null;
      }
      if (key.extension !== '') {
        const owner = byExtension.get(key.extension);
        if (owner) return owner;
        // He had none, or another one, in the same department: his is new.
        return namesakes(key).find(({ department, extension }) => extension === '' && department === key.department) ?? null;
      }
      const [first, ...more] = namesakes(key).filter(({ department }) => key.department === '' || department === key.department);
      return first && (more.length === 0 || key.department !== '') ? first : null;
    },
  };
}

/** A member with what a row says. */
function written(member: StaffMember, set: Values): StaffMember {
  const text = (field: 'name' | 'staffNumber' | 'extension' | 'department' | 'title'): string => (typeof set[field] === 'string' ? set[field] : member[field]);
  return revised<StaffMember>(member, {
    name: text('name'),
    staffNumber: text('staffNumber'),
    extension: text('extension'),
    department: text('department'),
    title: text('title'),
    languages: Array.isArray(set.languages) ? (set.languages as Language[]) : member.languages,
    privateNumbers: Array.isArray(set.privateNumbers) ? (set.privateNumbers as string[]) : member.privateNumbers,
    leader: typeof set.leader === 'boolean' ? set.leader : member.leader,
  });
}

function faceOf({ name, staffNumber, extension, department, title, languages, privateNumbers, leader }: StaffMember): AuditFace {
  return { name: plain(name), staffNumber: plain(staffNumber), extension: plain(extension), department: plain(department), title: plain(title), languages: plain(languages), leader: plain(leader), privateNumbers: { compared: privateNumbers, shown: privateNumbers.map(maskNumber) } };
}

/** Lists of staff fill the directory. */
export function staffTarget(directory: Directory): ImportTarget {
  const present = (unitId: string): StaffMember[] => directory.all().staff.filter((one) => one.unitId === unitId && one.removedAt === null);

  return {
    rowsAtOnce: 200,

    async find(unitId, keys) {
      const known = register(present(unitId));
      return keys.map((key) => {
        const member = known.find(key);
        const taken = ([['extension', known.byExtension.get(key.extension)], ['staffNumber', known.byNumber.get(key.own ?? '')]] as const).find(([, owner]) => owner && owner.id !== member?.id);
        return { onFile: member && onFile(member), ...(taken?.[1] && { fault: { field: taken[0], code: 'taken' as const, value: `${taken[1].name} ${taken[1].staffNumber}`.trim() } }) };
      });
    },

    write: (changes, { unitId, by, at, fileName }) =>
      directory.amend(() => {
        const people = directory.all();
        const editing = { people, by, now: at };
        const rows = changes.map(({ id, set }: RecordChange) => {
          const before = directory.staff(id);
          return { before, after: written(before ?? { ...usualStaff, id, unitId, name: '', department: '', title: '', extension: '' }, set) };
        });
        const done = rows.filter(({ before, after }) => before !== after);
        const audit = done.flatMap(({ before, after }) => (before ? (auditNote(editing, { act: 'changed', kind: 'staff', subject: after, unitId, before: faceOf(before), after: faceOf(after), reason: fileName }) ?? []) : []));
        return done.length === 0 ? {} : { staff: done.map(({ after }) => after), audit };
      }),

    async *all(unitId) {
      yield present(unitId)
        .toSorted((a, b) => (a.extension === b.extension ? a.name.localeCompare(b.name, 'zh') : a.extension < b.extension ? -1 : 1))
        .map(onFile);
    },

    putOnRecord: (how, counts) => directory.save({ audit: [importNote('staff', how, counts)] }),
  };
}
