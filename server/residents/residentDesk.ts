import type { NewAuditEntry } from '../contract/audit.ts';
import type { CallerMatch } from '../contract/card.ts';
import { DomainError } from '../contract/errors.ts';
import { refusalOf, writeFault } from '../contract/fieldFault.ts';
import type { HousekeeperView, NewResident, ResidentPatch } from '../contract/resident.ts';
import type { StaffMember, Unit } from '../people/people.ts';
import { callerMatch } from './callerMatch.ts';
import { openFileKeeping } from './fileKeeping.ts';
import type { Doing } from './fileKeeping.ts';
import { findDuplicates } from './findDuplicates.ts';
import { housekeeperOf } from './housekeeper.ts';
import { joinFiles, separateFiles } from './joinFiles.ts';
import type { ResidentListing, ResidentStore } from './ports.ts';
import type { Resident, ResidentSource } from './resident.ts';
import { usualResident } from './resident.ts';
import { writeFile } from './writeFile.ts';

/** What became of a caller who was attached to a file; what `detach` needs to take it back. */
export interface Attached {
  resident: Resident;
  /** The file was made for this call. */
  made: boolean;
  /** This number stands on it because of this call; null: it stood there before, or the caller hides his. */
  added: string | null;
}

/** The files of residents (DOMAIN 12): the rules, whoever asks. Who may ask is the edges' business. Nothing of them is kept in memory. */
export interface ResidentDesk {
  /** Everybody on file under this E.164 number, of this office first, as the card of a call shows them. */
  matchesOf(e164: string, unitId: string | null): Promise<CallerMatch[]>;
  /** Where a number (E.164) belongs, in the files of this office only; null where they name several places, or none: nobody is sent to the wrong door. */
  placeOf(e164: string, unitId: string): Promise<string | null>;
  search(listing: ResidentListing): Promise<{ items: Resident[]; next?: string }>;
  buildings: ResidentStore['buildings'];
  /** Null when unknown. Also a file that was removed or joined. */
  get(id: string): Promise<Resident | null>;
  /** In the order of the ids, unknown ones left out. */
  some(ids: readonly string[]): Promise<Resident[]>;
  /** Others of the same office who have one of his numbers. */
  sharing(resident: Resident): Promise<Resident[]>;
  housekeeperOf(resident: Pick<Resident, 'property' | 'unitId'>): HousekeeperView | null;
  /** @throws DomainError `bad_input`: a number that is none, a file number that another file has */
  create(input: NewResident & { unitId: string }, source: ResidentSource, doing: Doing): Promise<Resident>;
  /** @throws DomainError `conflict` when the file is not the one the writer had before him; `bad_input` as `create` */
  patch(id: string, patch: ResidentPatch, doing: Doing): Promise<Resident>;
  /** Taken off the list, kept for calls and slips that name him. Again changes nothing. */
  remove(id: string, doing: Doing): Promise<Resident>;
  restore(id: string, doing: Doing): Promise<Resident>;
  /** Pairs of files that may be one person, those left out that somebody called distinct. */
  duplicates(unitIds: readonly string[] | null, limit: number): Promise<{ items: { a: Resident; b: Resident; why: 'number' | 'room' }[]; more: boolean }>;
  /** `otherId` is joined to `id`. @throws DomainError `bad_input` for the same file twice or another office's, `wrong_state` for one that is off the list */
  merge(id: string, otherId: string, doing: Doing): Promise<Resident>;
  /** Undoes `merge`: what was written since stays with `id`. @throws DomainError `wrong_state` when the other is not joined to this one */
  separate(id: string, otherId: string, doing: Doing): Promise<Resident>;
  /** Two files that look alike are two persons: they are not told again. */
  distinguish(id: string, otherId: string, doing: Doing): Promise<Resident>;
  /** The caller's number (null: he hides it) is put on a file that is there. */
  attach(id: string, number: string | null, doing: Doing): Promise<Attached>;
  /** A new file of a caller: what he said, and his number. */
  attachNew(input: { unitId: string; name: string; title: string; address: string; occupancy: Resident['occupancy'] }, number: string | null, doing: Doing): Promise<Attached>;
  /** Takes an attachment back: the number, or the file when it was made for it and nobody has written into it since. */
  detach(attached: { residentId: string; made: boolean; added: string | null }, doing: Doing): Promise<void>;
  /** Files of an import, written as `ResidentStore.saveResidents` says; consoles are told. */
  saveMany(rows: readonly Resident[], audit: readonly NewAuditEntry[]): Promise<'saved' | 'conflict'>;
  /** Told the ids after each change on this node. */
  onChange(listener: (ids: readonly string[]) => void): () => void;
}

/** What the desk needs from outside. */
export interface ResidentDeskNeeds {
  store: ResidentStore;
  /** Ids of new files, never given twice. */
  newId: () => string;
  unit: (id: string) => Unit | null;
  staff: (id: string) => StaffMember | null;
}

/** So many sketches are looked through for duplicates at most: an office of 100,000 residents has fewer who share. */
const mostSketches = 60_000;
/** An office that shares a number with more people than these has an exchange, no family. */
const mostSharing = 20;

/** @see ResidentDesk */
export function openResidentDesk({ store, newId, unit, staff }: ResidentDeskNeeds): ResidentDesk {
  const files = openFileKeeping(store);

  const keeperOf = (resident: Pick<Resident, 'property' | 'unitId'>): HousekeeperView | null => housekeeperOf(resident, unit(resident.unitId), staff);

  const countryOf = (unitId: string): string => unit(unitId)?.country ?? 'CN';

  /** @throws DomainError `bad_input` when another file of the office has this number */
  async function mustBeFree(ref: string | null, { unitId, id }: Resident): Promise<void> {
    if (ref === null) return;
    const [holder] = await store.findResidents(unitId, [{ ref, name: '', property: usualResident.property }]);
    if (holder && holder.id !== id) throw refusalOf({ ref: writeFault('taken', holder.name) });
  }

  async function onList(id: string): Promise<Resident> {
    const file = await files.load(id);
    if (file.removedAt !== null) throw new DomainError('wrong_state', 'this file is off the list', { residentId: file.mergedInto === null ? 'removed' : 'joined' });
    return file;
  }

  async function both(id: string, otherId: string): Promise<[Resident, Resident]> {
    if (id === otherId) throw new DomainError('bad_input', 'not accepted: otherId', { otherId: 'the same file' });
    const [file, other] = await Promise.all([files.load(id), files.load(otherId)]);
    if (file.unitId !== other.unitId) throw new DomainError('bad_input', 'not accepted: otherId', { otherId: 'another office' });
    return [file, other];
  }

  return {
    async placeOf(e164, unitId) {
      // A number that was withheld, or is written as words, is on no file.
      const found = /^\+\d+$/.test(e164) ? await store.residentsByNumber(e164) : [];
      const places = [...new Set(found.flatMap((one) => (one.unitId === unitId && one.address !== '' ? [one.address] : [])))];
      return places.length === 1 ? (places[0] ?? null) : null;
    },
    async matchesOf(e164, unitId) {
      const found = await store.residentsByNumber(e164);
      return found.sort((a, b) => Number(b.unitId === unitId) - Number(a.unitId === unitId) || (a.id < b.id ? -1 : 1)).map((one) => callerMatch(one, keeperOf(one)));
    },

    search: (listing) => store.searchResidents(listing),
    buildings: (unitIds) => store.buildings(unitIds),
    get: (id) => store.loadResident(id),
    some: (ids) => store.loadResidents(ids),

    async sharing(resident) {
      const found = await Promise.all(resident.numbers.map(({ e164 }) => store.residentsByNumber(e164, mostSharing)));
      return [...new Map(found.flat().map((one) => [one.id, one])).values()].filter(({ id, unitId }) => id !== resident.id && unitId === resident.unitId);
    },

    housekeeperOf: keeperOf,

    async create({ unitId, ...input }, source, doing) {
      const empty: Resident = { ...usualResident, id: newId(), unitId, name: input.name, createdAt: doing.at, sources: [{ kind: source, at: doing.at, note: '' }] };
      const after = writeFile(empty, input, countryOf(unitId), source, doing.at);
      await mustBeFree(after.ref, after);
      const [kept = after] = await files.keep([{ before: null, after, act: 'created' }], doing);
      return kept;
    },

    async patch(id, { rev, ...input }, doing) {
      const before = await onList(id);
      if (before.rev !== rev) throw new DomainError('conflict', 'another has changed this file', { rev: 'not the newest' });
      const after = writeFile(before, input, countryOf(before.unitId), 'desk', doing.at);
      if (after.ref !== before.ref) await mustBeFree(after.ref, after);
      if (JSON.stringify(after) === JSON.stringify(before)) return before;
      const [kept = after] = await files.keep([{ before, after, act: 'changed' }], doing);
      return kept;
    },

    remove: (id, doing) =>
      files.amend(doing, async () => {
        const before = await files.load(id);
        const after = { ...before, rev: before.rev + 1, removedAt: doing.at };
        return before.removedAt !== null ? { changes: [], result: before } : { changes: [{ before, after, act: 'removed' }], result: after };
      }),

    restore: (id, doing) =>
      files.amend(doing, async () => {
        const before = await files.load(id);
        if (before.mergedInto !== null) throw new DomainError('wrong_state', 'this file is joined to another', { residentId: 'joined' });
        const after = { ...before, rev: before.rev + 1, removedAt: null };
        return before.removedAt === null ? { changes: [], result: before } : { changes: [{ before, after, act: 'restored' }], result: after };
      }),

    async duplicates(unitIds, limit) {
      const [byNumber, byRoom] = await Promise.all([store.sharedBy(unitIds, 'number', mostSketches), store.sharedBy(unitIds, 'room', mostSketches)]);
      const pairs = findDuplicates(byNumber, byRoom);
      const items: { a: Resident; b: Resident; why: 'number' | 'room' }[] = [];
      // Pairs that somebody called distinct are found only when their files are read.
      for (let from = 0; from < pairs.length && items.length <= limit; from += limit) {
        const some = pairs.slice(from, from + limit);
        const known = new Map((await store.loadResidents([...new Set(some.flatMap(({ a, b }) => [a, b]))])).map((one) => [one.id, one]));
        for (const { a: idA, b: idB, why } of some) {
          const [a, b] = [known.get(idA), known.get(idB)];
          if (a && b && !a.distinctFrom.includes(b.id) && !b.distinctFrom.includes(a.id)) items.push({ a, b, why });
        }
      }
      return { items: items.slice(0, limit), more: items.length > limit };
    },

    merge: (id, otherId, doing) =>
      files.amend(doing, async () => {
        const [into, from] = await both(id, otherId);
        if (from.mergedInto === into.id) return { changes: [], result: into };
        for (const file of [into, from]) if (file.removedAt !== null) throw new DomainError('wrong_state', 'this file is off the list', { residentId: file.id });
        const after = joinFiles(into, from, doing.at);
        return {
          changes: [
            { before: into, after: after.into, act: 'merged' },
            { before: from, after: after.from, act: 'merged' },
          ],
          result: { ...after.into, rev: into.rev + 1 },
        };
      }),

    separate: (id, otherId, doing) =>
      files.amend(doing, async () => {
        const [into, from] = await both(id, otherId);
        if (from.mergedInto !== into.id) throw new DomainError('wrong_state', 'these files are not joined', { otherId: 'not joined' });
        const others = await store.loadResidents(into.merged.map(({ residentId }) => residentId).filter((joined) => joined !== otherId));
        const after = separateFiles(into, from, others);
        return {
          changes: [
            { before: into, after: after.into, act: 'separated' },
            { before: from, after: after.from, act: 'separated' },
          ],
          result: { ...after.into, rev: into.rev + 1 },
        };
      }),

    distinguish: (id, otherId, doing) =>
      files.amend(doing, async () => {
        const [before] = await both(id, otherId);
        if (before.distinctFrom.includes(otherId)) return { changes: [], result: before };
        const after = { ...before, rev: before.rev + 1, distinctFrom: [...before.distinctFrom, otherId] };
        return { changes: [{ before, after, act: 'changed' }], result: after };
      }),

    attach: (id, number, doing) =>
      files.amend(doing, async (): Promise<{ changes: { before: Resident; after: Resident; act: 'changed' }[]; result: Attached }> => {
        const before = await onList(id);
        if (number === null || before.numbers.some(({ e164 }) => e164 === number)) return { changes: [], result: { resident: before, made: false, added: null } };
        const after: Resident = { ...before, rev: before.rev + 1, numbers: [...before.numbers, { e164: number, label: '', since: doing.at, source: 'call' }] };
        return { changes: [{ before, after, act: 'changed' }], result: { resident: after, made: false, added: number } };
      }),

    async attachNew(input, number, doing) {
      const empty: Resident = { ...usualResident, id: newId(), unitId: input.unitId, name: input.name, createdAt: doing.at, sources: [{ kind: 'call', at: doing.at, note: '' }] };
      const filled = writeFile(empty, { name: input.name, title: input.title, address: input.address, occupancy: input.occupancy }, countryOf(input.unitId), 'call', doing.at);
      const after: Resident = { ...filled, numbers: number === null ? [] : [{ e164: number, label: '', since: doing.at, source: 'call' }] };
      const [resident = after] = await files.keep([{ before: null, after, act: 'created' }], doing);
      return { resident, made: true, added: number };
    },

    detach: ({ residentId, made, added }, doing) =>
      files.amend(doing, async () => {
        const before = await files.load(residentId);
        if (made && before.rev === 0) return { changes: [{ before, after: { ...before, removedAt: doing.at }, act: 'removed' }], result: undefined };
        if (added === null || !before.numbers.some(({ e164 }) => e164 === added)) return { changes: [], result: undefined };
        return { changes: [{ before, after: { ...before, numbers: before.numbers.filter(({ e164 }) => e164 !== added) }, act: 'changed' }], result: undefined };
      }),

    async saveMany(rows, audit) {
      const kept = await store.saveResidents(rows, audit);
      if (kept === 'saved' && rows.length > 0) files.tell(rows.map(({ id }) => id));
      return kept;
    },

    onChange: (listener) => files.onChange(listener),
  };
}
