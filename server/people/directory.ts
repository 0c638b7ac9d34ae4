import { DomainError } from '../contract/errors.ts';
import type { PersonView } from '../contract/people.ts';
import { awayReason } from './awayReason.ts';
import { presenceAt } from './presence.ts';
import { findStaff } from './findStaff.ts';
import { findDepartments } from './findDepartments.ts';
import { findWanted } from './findWanted.ts';
import { openLineBook } from './lineBook.ts';
import type { Line, People, PeopleChanges, PeopleKeys, StaffMember, Unit, User } from './people.ts';
import { officeDepartments } from './officeDepartments.ts';
import type { OfficeDepartment } from './officeDepartments.ts';
import { othersWhoHelp } from './othersWhoHelp.ts';
import type { Helper } from './othersWhoHelp.ts';
import { readNumber } from './phoneNumber.ts';
import type { PeopleStore } from './ports.ts';
import { staffEntry, type StaffEntry } from './staffEntry.ts';
import { bestFirst, type StaffMatch } from './staffMatch.ts';
import { whoIsWanted } from './whoIsWanted.ts';
import type { Wanted } from './whoIsWanted.ts';

export type { StaffMatch } from './staffMatch.ts';

/**
 * All people in memory, so that the answer path waits for no database. Written through to the store; every change is told
 * to the listeners.
 */
export interface Directory {
  all(): People;
  /** The line that was dialled: any writing of the number (E.164, without +, national, SIP URI). */
  lineByNumber(raw: string): Line | null;
  unit(id: string): Unit | null;
  user(id: string): User | null;
  userByName(username: string): User | null;
  staff(id: string): StaffMember | null;
  /** Name, pinyin, initials, extension, title or department; [] for an empty text of no unit. */
  findStaff(text: string, unitIds: readonly string[] | null): StaffMatch[];
  /** What the caller said or keyed to the attendant: 找一下张伟, 工程部的张师傅, "Mr Zhang in engineering", 8012. */
  findWanted(spoken: { speech: string | null; digits: string | null }, unitId: string): StaffMatch[];
  /** The same words and keys, decided: one person, a department, several to choose from, or nobody. */
  whoIsWanted(spoken: { speech: string | null; digits: string | null }, unitId: string): Wanted;
  /** The departments that a text names, of these offices (null: all), best first: 工程部, gc, engineering. */
  findDepartments(text: string, unitIds: readonly string[] | null): { unitId: string; department: OfficeDepartment }[];
  /** Who can help in somebody's place now: his deputies, then his department; at most five. */
  helpersOf(staff: StaffMember, now: number): Helper[];
  /** How a colleague sees this person now. */
  view(staff: StaffMember, now: number): PersonView;
  /** Rows are replaced by id. Numbers are kept as E.164 where they are numbers. Resolves when the store has them; changes apply in the order of the calls. */
  save(changes: PeopleChanges): Promise<void>;
  /**
   * As `save`, but the changes are made of the rows as they are when their turn comes, and made anew when another node wrote one of
   * them in the same moment: nothing written meanwhile is lost. So `make` may be called several times.
   * @throws whatever `make` throws
   */
  amend(make: () => PeopleChanges): Promise<void>;
  /** Reads anew what another node has written; its listeners are told as of any change. */
  refresh(keys: Partial<PeopleKeys>): Promise<void>;
  /** Told after each change, with the ids of the rows that changed. */
  onChange(listener: (changed: PeopleKeys, how: 'saved' | 'refreshed') => void): () => void;
}

const longestSearch = 200;
/** How often a change is made anew because another node was first. */
const mostTries = 10;

/** Opens the directory on everybody that the store holds. */
export async function openDirectory(store: PeopleStore): Promise<Directory> {
  const units = new Map<string, Unit>();
  const lines = new Map<string, Line>();
  const staff = new Map<string, StaffMember>();
  const users = new Map<string, User>();
  const usersByName = new Map<string, User>();
  const entries = new Map<string, StaffEntry>();
  let entriesByUnit = new Map<string, StaffEntry[]>();
  let lineBook = openLineBook([], () => '');
  let everybody: People = { units: [], lines: [], staff: [], users: [] };
  let lastSave: Promise<unknown> = Promise.resolve();
  const listeners = new Set<Parameters<Directory['onChange']>[0]>();

  const departmentsByUnit = new Map<string, OfficeDepartment[]>();
  function departmentsOf(unitId: string): OfficeDepartment[] {
    let found = departmentsByUnit.get(unitId);
    if (!found) {
      found = officeDepartments(entriesByUnit.get(unitId) ?? [], units.get(unitId)?.departments ?? []);
      departmentsByUnit.set(unitId, found);
    }
    return found;
  }

  const isIn = (member: StaffMember, now: number) => !presenceAt(member, units.get(member.unitId) ?? null, now).away;

  const countryOf = (unitId: string) => units.get(unitId)?.country ?? '';

  const userOf = (username: string) => usersByName.get(username.toLowerCase()) ?? null;

  /** One writing for what is stored and what is looked up. */
  function normalised(changes: PeopleChanges): PeopleChanges {
    const settled = (number: string, unitId: string) => {
      const reading = readNumber(number, changes.units?.find((unit) => unit.id === unitId)?.country ?? countryOf(unitId));
      return reading.kind === 'number' ? reading.e164 : number;
    };
    return {
      ...changes,
      ...(changes.lines && { lines: changes.lines.map((line) => ({ ...line, number: settled(line.number, line.unitId) })) }),
    };
  }

  function apply(changes: Partial<People>): void {
    for (const unit of changes.units ?? []) units.set(unit.id, unit);
    for (const line of changes.lines ?? []) lines.set(line.id, line);
    for (const member of changes.staff ?? []) staff.set(member.id, member);
    for (const user of changes.users ?? []) {
      const before = users.get(user.id);
      if (before && userOf(before.username)?.id === user.id) usersByName.delete(before.username.toLowerCase());
      users.set(user.id, user);
      // Who may sign in no more has no name: another may take it.
      if (user.removedAt === null) usersByName.set(user.username.toLowerCase(), user);
    }
    if (changes.staff || changes.units) departmentsByUnit.clear();
    if (changes.lines || changes.units) lineBook = openLineBook([...lines.values()], countryOf);
    if (changes.staff) {
      for (const member of changes.staff) {
        // Who has left is found no more; slips still name him.
        if (member.removedAt === null) entries.set(member.id, staffEntry(member));
        else entries.delete(member.id);
      }
      entriesByUnit = new Map();
      for (const entry of entries.values()) {
        const ofUnit = entriesByUnit.get(entry.staff.unitId);
        if (ofUnit) ofUnit.push(entry);
        else entriesByUnit.set(entry.staff.unitId, [entry]);
      }
    }
    // Only what changed is listed anew: a presence must not copy ten thousand staff.
    everybody = {
      units: changes.units ? [...units.values()] : everybody.units,
      lines: changes.lines ? [...lines.values()] : everybody.lines,
      staff: changes.staff ? [...staff.values()] : everybody.staff,
      users: changes.users ? [...users.values()] : everybody.users,
    };
  }

  function entriesOf(unitIds: readonly string[] | null): StaffEntry[] {
    return unitIds === null ? [...entries.values()] : [...new Set(unitIds)].flatMap((id) => entriesByUnit.get(id) ?? []);
  }

  apply(await store.loadPeople());

  function tell(changes: Partial<People>, how: 'saved' | 'refreshed'): void {
    apply(changes);
    const changed = keysOf(changes);
    for (const listener of [...listeners]) listener(changed, how);
  }

  /** One change after the other, in the order in which they were asked for. */
  function inTurn(act: () => Promise<void>): Promise<void> {
    const turn = lastSave.then(act);
    // The next one waits for this one's end, not for its success.
    lastSave = turn.catch(() => undefined);
    return turn;
  }

  /** Each row as the one after that which stands here. */
  function counted({ units: someUnits, lines: someLines, staff: someStaff, users: someUsers }: Partial<People>): Partial<People> {
    const next = <T extends { id: string; version: number }>(rows: readonly T[], known: ReadonlyMap<string, T>): T[] => rows.map((row) => ({ ...row, version: (known.get(row.id)?.version ?? row.version) + 1 }));
    return { ...(someUnits && { units: next(someUnits, units) }), ...(someLines && { lines: next(someLines, lines) }), ...(someStaff && { staff: next(someStaff, staff) }), ...(someUsers && { users: next(someUsers, users) }) };
  }

  const refresh = async (keys: Partial<PeopleKeys>): Promise<void> => {
    const { units, lines, staff, users } = await store.findPeople(keys);
    // Rows of a kind that did not change are not listed anew.
    tell({ ...(units.length > 0 && { units }), ...(lines.length > 0 && { lines }), ...(staff.length > 0 && { staff }), ...(users.length > 0 && { users }) }, 'refreshed');
  };

  const amend = (make: () => PeopleChanges): Promise<void> =>
    inTurn(async () => {
      for (let tries = 1; tries <= mostTries; tries++) {
        const { audit, ...made } = normalised(make());
        const rows = counted(made);
        if ((await store.savePeople(audit ? { ...rows, audit } : rows)) === 'saved') return tell(rows, 'saved');
        // Another node was first: the change is made anew of what it wrote, or refused by whoever made it.
        await refresh(keysOf(rows));
      }
      throw new DomainError('conflict', 'another node changes the same records again and again');
    });

  return {
    all: () => everybody,
    lineByNumber: (raw) => lineBook(raw),
    unit: (id) => units.get(id) ?? null,
    user: (id) => users.get(id) ?? null,
    userByName: userOf,
    staff: (id) => staff.get(id) ?? null,

    findStaff(text, unitIds) {
      if (text.trim() !== '') return findStaff(text.slice(0, longestSearch), entriesOf(unitIds));
      return unitIds === null ? [] : entriesOf(unitIds).map((entry) => ({ staff: entry.staff, score: 0 })).sort(bestFirst);
    },

    findWanted: (spoken, unitId) => findWanted(spoken, entriesByUnit.get(unitId) ?? [], departmentsOf(unitId)),
    whoIsWanted: (spoken, unitId) => whoIsWanted(spoken, { entries: entriesByUnit.get(unitId) ?? [], departments: departmentsOf(unitId) }),
    findDepartments: (text, unitIds) => [...new Set(unitIds ?? units.keys())].flatMap((unitId) => findDepartments(text.slice(0, longestSearch), departmentsOf(unitId)).map((department) => ({ unitId, department }))),

    helpersOf(member, now) {
      const entry = entries.get(member.id);
      const own = entry && departmentsOf(member.unitId).find(({ members }) => members.has(entry));
      return othersWhoHelp(member, {
        byId: (id) => staff.get(id) ?? null,
        ofDepartment: [...(own?.members ?? [])].map(({ staff: one }) => one),
        headId: own?.head?.id ?? null,
        isIn: (one) => isIn(one, now),
      });
    },

    view(member, now) {
      const presence = presenceAt(member, units.get(member.unitId) ?? null, now);
      const { away, backAt } = presence;
      const { id, name, department, title, extension, unitId, languages } = member;
      const deputyIds = member.deputyIds.filter((deputyId) => staff.get(deputyId)?.removedAt === null);
      return { id, name, department, title, extension, unitId, away, backAt, why: awayReason(member, presence, now), languages, deputyIds };
    },

    save: (changes) => amend(() => changes),
    amend,
    refresh: (keys) => inTurn(() => refresh(keys)),

    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function keysOf({ units = [], lines = [], staff = [], users = [] }: Partial<People>): PeopleKeys {
  const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
  return { units: ids(units), lines: ids(lines), staff: ids(staff), users: ids(users) };
}
