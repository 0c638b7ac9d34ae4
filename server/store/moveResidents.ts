import { z } from 'zod';
import { resident as residentSchema } from '../contract/resident.ts';
import type { Resident } from '../contract/resident.ts';
import { readPlace } from '../residents/place.ts';
import { readBody, readEach } from './readRow.ts';
import { statement } from './recordsDatabase.ts';
import type { RecordsDatabase } from './recordsDatabase.ts';
import { residentColumns } from './residentStore.ts';
import type { StoreLog } from './storeLog.ts';

const rowsAtOnce = 500;
const rows = z.array(z.object({ id: z.string(), body: z.string() }));

/** A resident as older versions kept him, among the people. */
const older = z.object({ id: z.string(), unitId: z.string(), name: z.string(), title: z.string().optional(), numbers: z.array(z.string()), address: z.string(), occupancy: z.enum(['owner', 'tenant', 'other']) });

/**
 * Brings residents of older versions into their own table, some hundreds a transaction: what was moved is moved, whatever stops the
 * rest. Safe when several nodes start at once. A row that cannot be read stays where it is and is told in the log.
 */
export async function moveResidents(database: RecordsDatabase, log: StoreLog, now: number): Promise<void> {
  const { build } = database;
  for (let after = ''; ; ) {
    const [found] = await database.run([statement(build.selectFrom('people').select(['id', 'body']).where('kind', '=', 'resident').where('id', '>', after).orderBy('id').limit(rowsAtOnce))]);
    const some = rows.parse(found?.rows);
    const last = some.at(-1);
    if (!last) return;
    after = last.id;
    const residents = readEach(some, ({ id, body }) => moved(readBody(older, body, { table: 'resident', id }), now), log);
    if (residents.length === 0) continue;
    const numbers = residents.flatMap(({ id, unitId, numbers: own }) => own.map(({ e164 }) => ({ number: e164, resident_id: id, unit_id: unitId })));
    await database.run(
      [
        build.insertInto('residents').values(residents.map(residentColumns)).onConflict((conflict) => conflict.doNothing()),
        ...(numbers.length > 0 ? [build.insertInto('resident_numbers').values(numbers).onConflict((conflict) => conflict.doNothing())] : []),
        build.deleteFrom('people').where('kind', '=', 'resident').where('id', 'in', residents.map(({ id }) => id)),
      ].map((query) => statement(query)),
      { patient: true },
    );
  }
}

function moved({ id, unitId, name, title, numbers, address, occupancy }: z.infer<typeof older>, now: number): Resident {
  const place = readPlace(address);
  return residentSchema.parse({ id, unitId, name, title: title ?? '', occupancy, address, createdAt: now, ...(place && { property: place }), numbers: [...new Set(numbers)].map((e164) => ({ e164, since: now, source: 'other' })) });
}
