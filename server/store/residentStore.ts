import { sql } from 'kysely';
import { z } from 'zod';
import { DomainError } from '../contract/errors.ts';
import { resident as residentSchema } from '../contract/resident.ts';
import type { Resident } from '../contract/resident.ts';
import { nameKey } from '../residents/nameKey.ts';
import { buildingKey, placeKeyOf } from '../residents/place.ts';
import type { ResidentKey, ResidentStore } from '../residents/ports.ts';
import { residentTerms, residentWords } from '../residents/residentWords.ts';
import { countingOrder, sortingKey } from '../residents/sortingKey.ts';
import { addingAudit } from './auditRows.ts';
import { readBody, readEach } from './readRow.ts';
import { UnexpectedChanges, statement } from './recordsDatabase.ts';
import type { RecordsDatabase, Statement } from './recordsDatabase.ts';
import type { StoreLog } from './storeLog.ts';

const bodyRows = z.array(z.object({ id: z.string(), body: z.string() }));

// About ten parameters a row: far below what either database allows in one statement.
const rowsPerStatement = 200;
/** A batch of more rows takes its time. */
const patientFrom = 2_000;

const pageMark = z.tuple([z.string(), z.string(), z.string()]);

/** Residents in a database; nothing of them is kept in memory. */
export function buildResidentStore(database: RecordsDatabase, log: StoreLog): ResidentStore {
  const { build } = database;
  const read = (row: { id: string; body: string }): Resident => readBody(residentSchema, row.body, { table: 'residents', id: row.id });
  const readAll = (rows: unknown): Resident[] => readEach(bodyRows.parse(rows), read, log);

  async function loadResidents(ids: readonly string[]): Promise<Resident[]> {
    const asked = inChunks([...new Set(ids)], rowsPerStatement).map((some) => statement(build.selectFrom('residents').select(['id', 'body']).where('id', 'in', some)));
    if (asked.length === 0) return [];
    const found = new Map((await database.run(asked)).flatMap(({ rows }) => readAll(rows)).map((one) => [one.id, one]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  return {
    async loadResident(id) {
      const [found] = await database.run([statement(build.selectFrom('residents').select(['id', 'body']).where('id', '=', id))]);
      const [row] = bodyRows.parse(found?.rows);
      return row === undefined ? null : read(row);
    },

    loadResidents,

    async residentsByNumber(e164, limit = 50) {
      const query = build.selectFrom('resident_numbers').innerJoin('residents', 'residents.id', 'resident_numbers.resident_id').select(['residents.id as id', 'residents.body as body']).where('resident_numbers.number', '=', e164).orderBy('resident_numbers.resident_id').limit(limit);
      const [found] = await database.run([statement(query)]);
      return readAll(found?.rows);
    },

    async findResidents(unitId, keys) {
      const refs = [...new Set(keys.flatMap(({ ref }) => ref ?? []))];
      const places = [...new Set(keys.filter(({ ref }) => ref === null).map(placeOf))];
      const of = build.selectFrom('residents').select(['id', 'body']).where('unit_id', '=', unitId).where('removed_at', 'is', null).orderBy('id');
      const asked = [...inChunks(refs, rowsPerStatement).map((some) => statement(of.where('ref', 'in', some))), ...inChunks(places, rowsPerStatement).map((some) => statement(of.where('place', 'in', some)))];
      if (asked.length === 0) return keys.map(() => null);
      const found = (await database.run(asked)).flatMap(({ rows }) => readAll(rows));
      const byRef = new Map(found.flatMap((one) => (one.ref === null ? [] : [[one.ref, one] as const])));
      // The first of several stays, so that an import that is repeated finds the same one.
      const byPlace = new Map([...found].reverse().map((one) => [`${placeOf(one)}\n${nameKey(one.name)}`, one]));
      return keys.map((key) => (key.ref !== null ? byRef.get(key.ref) : byPlace.get(`${placeOf(key)}\n${nameKey(key.name)}`)) ?? null);
    },

    async searchResidents({ unitIds, text, building, limit, cursor }) {
      if (unitIds?.length === 0) return { items: [] };
      let page = build.selectFrom('residents').select(['id', 'unit_id', 'sort']).where('removed_at', 'is', null).orderBy('unit_id').orderBy('sort').orderBy('id');
      if (unitIds !== null) page = page.where('unit_id', 'in', unitIds);
      if (building !== undefined) page = page.where('building', '=', storable(buildingKey(building)));
      for (const term of residentTerms(text)) page = page.where(sql<boolean>`words like ${`%${storable(term).replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`);
      if (cursor !== undefined) {
        const [unitId, sort, id] = readMark(cursor);
        page = page.where((is) => is.or([is('unit_id', '>', unitId), is.and([is('unit_id', '=', unitId), is.or([is('sort', '>', sort), is.and([is('sort', '=', sort), is('id', '>', id)])])])]));
      }
      // One more than asked for tells whether there is a next page. The index alone is searched; whole files are read only of the page.
      const [found] = await database.run([statement(page.limit(limit + 1))]);
      const rows = z.array(z.object({ id: z.string(), unit_id: z.string(), sort: z.string() })).parse(found?.rows);
      const items = await loadResidents(rows.slice(0, limit).map(({ id }) => id));
      const last = rows[limit - 1];
      return rows.length > limit && last ? { items, next: Buffer.from(JSON.stringify([last.unit_id, last.sort, last.id])).toString('base64url') } : { items };
    },

    async buildings(unitIds) {
      if (unitIds?.length === 0) return [];
      let query = build.selectFrom('residents').select(['unit_id', 'building', ({ fn }) => fn.countAll<number>().as('residents'), ({ fn }) => fn.min('id').as('sample')]).where('removed_at', 'is', null).where('building', '<>', '').groupBy(['unit_id', 'building']);
      if (unitIds !== null) query = query.where('unit_id', 'in', unitIds);
      const [found] = await database.run([statement(query)]);
      const rows = z.array(z.object({ unit_id: z.string(), building: z.string(), residents: z.coerce.number(), sample: z.string() })).parse(found?.rows);
      const written = new Map((await loadResidents(rows.map(({ sample }) => sample))).map(({ id, property }) => [id, property.building]));
      const order = ({ unit_id, building }: (typeof rows)[number]): string => `${unit_id}\n${countingOrder(building)}`;
      return rows.sort((a, b) => (order(a) < order(b) ? -1 : 1)).map(({ unit_id, building, residents, sample }) => ({ unitId: unit_id, building, written: written.get(sample) ?? building, residents }));
    },

    async sharedBy(unitIds, what, limit) {
      if (unitIds?.length === 0) return [];
      const mine = (column: string) => (unitIds === null ? sql`` : sql` and ${sql.ref(column)} in (${sql.join(unitIds)})`);
      const query =
        what === 'number'
          ? sql`select r.id as id, r.name_key as name, n.unit_id || ' ' || n.number as shared
              from (select unit_id, number from resident_numbers where 1 = 1${mine('unit_id')} group by unit_id, number having count(*) > 1) g
              join resident_numbers n on n.unit_id = g.unit_id and n.number = g.number join residents r on r.id = n.resident_id order by shared, r.id limit ${limit}`
          : sql`select r.id as id, r.name_key as name, r.unit_id || ' ' || r.place as shared
              from (select unit_id, place, name_key from residents where removed_at is null and place <> ''${mine('unit_id')} group by unit_id, place, name_key having count(*) > 1) g
              join residents r on r.unit_id = g.unit_id and r.place = g.place and r.name_key = g.name_key where r.removed_at is null order by shared, r.id limit ${limit}`;
      const [found] = await database.run([statement({ compile: () => query.compile(build) })]);
      return z.array(z.object({ id: z.string(), name: z.string(), shared: z.string() })).parse(found?.rows);
    },

    async saveResidents(rows, audit) {
      // Sorted by id so that two nodes which save the same files lock rows in the same order.
      const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
      const statements = [...inChunks(sorted, rowsPerStatement).flatMap((some) => writing(some)), ...addingAudit(database, audit)];
      if (statements.length === 0) return 'saved';
      try {
        await database.run(statements, { patient: rows.length > patientFrom });
        return 'saved';
      } catch (error) {
        if (error instanceof UnexpectedChanges) return 'conflict';
        throw error;
      }
    },
  };

  function writing(rows: readonly Resident[]): Statement[] {
    const upsert = build
      .insertInto('residents')
      .values(rows.map(residentColumns))
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet((is) => ({ rev: is.ref('excluded.rev'), unit_id: is.ref('excluded.unit_id'), ref: is.ref('excluded.ref'), building: is.ref('excluded.building'), place: is.ref('excluded.place'), name_key: is.ref('excluded.name_key'), sort: is.ref('excluded.sort'), removed_at: is.ref('excluded.removed_at'), words: is.ref('excluded.words'), body: is.ref('excluded.body') }))
          .where(sql<boolean>`residents.rev = excluded.rev - 1`),
      );
    const known = rows.filter(({ rev }) => rev > 0).map(({ id }) => id);
    const numbers = rows.filter(({ removedAt }) => removedAt === null).flatMap(({ id, unitId, numbers: own }) => [...new Set(own.map(({ e164 }) => e164))].map((number) => ({ number: storable(number), resident_id: id, unit_id: unitId })));
    return [
      statement(upsert, rows.length),
      ...(known.length > 0 ? [statement(build.deleteFrom('resident_numbers').where('resident_id', 'in', known))] : []),
      ...inChunks(numbers, rowsPerStatement).map((some) => statement(build.insertInto('resident_numbers').values(some).onConflict((conflict) => conflict.doNothing()))),
    ];
  }
}

/** A file as its row: the columns beside the body are what it is found by. */
export function residentColumns(one: Resident): { id: string; rev: number; unit_id: string; ref: string | null; building: string; place: string; name_key: string; sort: string; removed_at: number | null; words: string; body: string } {
  return {
    id: one.id,
    rev: one.rev,
    unit_id: one.unitId,
    ref: one.ref === null ? null : storable(one.ref),
    building: storable(buildingKey(one.property.building)),
    place: placeOf(one),
    name_key: storable(nameKey(one.name)),
    sort: storable(sortingKey(one)),
    removed_at: one.removedAt,
    words: storable(residentWords(one)),
    body: JSON.stringify(one),
  };
}

/** Empty where no room is known: people without one are not in one place. */
function placeOf({ property }: Pick<ResidentKey, 'property'>): string {
  const { building, unit, room } = placeKeyOf(property);
  return room === '' ? '' : storable(`${building}-${unit}-${room}`);
}

function readMark(cursor: string): [string, string, string] {
  try {
    const parsed = pageMark.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (parsed.success) return parsed.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new DomainError('bad_input', 'not accepted: cursor', { cursor: 'not a page mark of this list' });
}

function inChunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
}

/** PostgreSQL's text holds neither U+0000 nor half a surrogate pair; a search needs neither. */
function storable(text: string): string {
  return text.replace(/[\0\ud800-\udfff]/gu, '');
}
