import type { NewAuditEntry } from '../contract/audit.ts';
import { DomainError } from '../contract/errors.ts';
import type { Occupancy } from '../contract/resident.ts';
import { fileChanges } from '../residents/fileChanges.ts';
import { addressOf } from '../residents/place.ts';
import type { ResidentKey, ResidentStore } from '../residents/ports.ts';
import { usualResident } from '../residents/resident.ts';
import type { Resident, ResidentNumber } from '../residents/resident.ts';
import { importNote } from './importNote.ts';
import type { ImportTarget, WriteHow } from './ports.ts';
import type { ReadNumber } from './readNumbers.ts';
import type { Found } from './sheetReading.ts';
import type { OnFile, RowKey, Values } from './values.ts';

/** Two people write the same file at once: then it is read again. */
const mostTries = 5;
const pageOfAll = 200;

function onFile({ id, ref, name, title, occupancy, property, address, numbers, household, occupiedFrom, occupiedUntil, serviceNeeds, notes }: Resident): OnFile {
  const { building, unit, room, area, layout } = property;
  return {
    id,
    values: { ref, name, title, occupancy, building, unit, room, area, layout, address, numbers: numbers.map(({ e164, label }) => ({ e164, label })), household, occupiedFrom, occupiedUntil, serviceNeeds, notes },
    kept: numbers.filter(({ source }) => source !== 'import').map(({ e164 }) => e164),
  };
}

/** A file with what a row says; the file itself when that is nothing new. */
function written(file: Resident, set: Values, { at, fileName }: WriteHow, isNew: boolean): Resident {
  const text = (field: 'name' | 'title' | 'address' | 'serviceNeeds' | 'notes'): string => (typeof set[field] === 'string' ? set[field] : file[field]);
  const date = (field: 'occupiedFrom' | 'occupiedUntil'): string | null => (typeof set[field] === 'string' ? set[field] : file[field]);
  const part = (field: 'building' | 'unit' | 'room' | 'layout'): string => (typeof set[field] === 'string' ? set[field] : file.property[field]);
  const property = { building: part('building'), unit: part('unit'), room: part('room'), layout: part('layout'), area: typeof set.area === 'number' ? set.area : file.property.area };
  // An address that only repeated the property follows it.
  const address = typeof set.address === 'string' ? set.address : file.address === '' || file.address === addressOf(file.property) ? addressOf(property) : file.address;
  const numberOf = ({ e164, label }: ReadNumber): ResidentNumber => {
    const known = file.numbers.find((one) => one.e164 === e164);
    return known ? { ...known, label } : { e164, label, since: at, source: 'import' };
  };
  const after: Resident = {
    ...file,
    name: text('name'),
    title: text('title'),
    ref: typeof set.ref === 'string' ? set.ref : file.ref,
    occupancy: typeof set.occupancy === 'string' ? (set.occupancy as Occupancy) : file.occupancy,
    property,
    address: address.slice(0, 200),
    numbers: Array.isArray(set.numbers) ? [...(set.numbers as ReadNumber[]).map(numberOf), ...file.numbers.filter((one) => one.source !== 'import' && !(set.numbers as ReadNumber[]).some(({ e164 }) => e164 === one.e164))] : file.numbers,
    household: typeof set.household === 'number' ? set.household : file.household,
    occupiedFrom: date('occupiedFrom'),
    occupiedUntil: date('occupiedUntil'),
    serviceNeeds: text('serviceNeeds'),
    notes: text('notes'),
  };
  if (isNew) return { ...after, createdAt: at, sources: [{ kind: 'import', at, note: fileName.slice(0, 200) }] };
  const differs = JSON.stringify(after) !== JSON.stringify({ ...file, property: { building: file.property.building, unit: file.property.unit, room: file.property.room, layout: file.property.layout, area: file.property.area } });
  return differs ? { ...after, rev: file.rev + 1 } : file;
}

/** Lists of residents fill their files. `save` is `ResidentDesk.saveMany`, which tells the consoles. */
export function residentTarget(store: ResidentStore, needs: { save: ResidentStore['saveResidents']; putOnRecord: (entry: NewAuditEntry) => Promise<void> }): ImportTarget {
  async function find(unitId: string, keys: readonly RowKey[]): Promise<Found[]> {
    const ids = keys.flatMap(({ id }) => id ?? []);
    const byId = new Map((ids.length === 0 ? [] : await store.loadResidents(ids)).filter((one) => one.unitId === unitId && one.removedAt === null).map((one) => [one.id, one]));
    const found: (Resident | null)[] = keys.map(({ id }) => (id === null ? null : (byId.get(id) ?? null)));
    const look = async (which: (key: RowKey) => ResidentKey | null, fits: (file: Resident) => boolean): Promise<void> => {
      const asked = keys.flatMap((key, index) => {
        const as = found[index] ? null : which(key);
        return as ? [{ index, as }] : [];
      });
      if (asked.length === 0) return;
      const answers = await store.findResidents(unitId, asked.map(({ as }) => as));
      for (const [at, { index }] of asked.entries()) {
        const file = answers[at] ?? null;
        if (file && fits(file)) found[index] = file;
      }
    };
    await look(({ own, name, ...property }) => (own === null ? null : { ref: own, property, name }), () => true);
    // A file that has no number of the office's yet gets it.
    await look(
      ({ name, ...property }) => (property.room === '' ? null : { ref: null, property, name }),
      () => true,
    );
    return keys.map((key, index) => {
      const file = found[index] ?? null;
      if (file && key.own !== null && file.ref !== null && file.ref !== key.own && file.id !== key.id) return { onFile: null };
      if (!file && key.own === null && key.room === '') return { onFile: null, fault: { field: 'room', code: 'no-key', value: '' } };
      return { onFile: file && onFile(file) };
    });
  }

  return {
    rowsAtOnce: 400,
    find,

    async write(changes, how) {
      for (let tries = 1; ; tries += 1) {
        const known = new Map((await store.loadResidents(changes.map(({ id }) => id))).map((one) => [one.id, one]));
        const rows: Resident[] = [];
        const audit: NewAuditEntry[] = [];
        for (const { id, set } of changes) {
          const before = known.get(id) ?? null;
          // Whoever was taken off the list since, or joined to another, stays so.
          if (before && before.removedAt !== null) continue;
          const after = written(before ?? { ...usualResident, id, unitId: how.unitId, name: '', createdAt: how.at }, set, how, before === null);
          if (after === before) continue;
          rows.push(after);
          if (before) audit.push({ at: how.at, by: how.by, unitId: how.unitId, act: 'changed', subject: { kind: 'resident', id, name: after.name }, ...fileChanges(before, after), reason: how.fileName.slice(0, 500) });
        }
        if (rows.length === 0) return;
        if ((await needs.save(rows, audit)) === 'saved') return;
        if (tries >= mostTries) throw new DomainError('unavailable', 'somebody else writes the same files');
      }
    },

    async *all(unitId) {
      for (let cursor: string | undefined; ; ) {
        const { items, next } = await store.searchResidents({ unitIds: [unitId], text: '', limit: pageOfAll, ...(cursor !== undefined && { cursor }) });
        yield items.map(onFile);
        if (next === undefined) return;
        cursor = next;
      }
    },

    putOnRecord: (how, counts) => needs.putOnRecord(importNote('resident', how, counts)),
  };
}
