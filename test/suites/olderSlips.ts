import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Slip } from '../../server/contract/slip.ts';
import { migrate } from '../../server/store/migrate.ts';
import { migrations } from '../../server/store/migrations.ts';
import { statement } from '../../server/store/recordsDatabase.ts';
import type { RecordsDatabase, Statement } from '../../server/store/recordsDatabase.ts';
import { buildSlipStore } from '../../server/store/slipStore.ts';
import { listeningLog } from '../store/support/listeningLog.ts';
import { aDelivery, aSlip } from './records.ts';

/** What the step that keeps the readers of slips must do to the records of an older version, on an empty database. */
export function describeOlderSlips(name: string, open: () => RecordsDatabase | Promise<RecordsDatabase>): void {
  test(`${name}: slips of an older version stand after the start on the lists of their recipients, of whoever has them, and of those to whom they were brought, whatever their words are`, async () => {
    const database = await open();
    try {
      await migrate(database, migrations.slice(0, migrations.findIndex(({ name: step }) => step === '014-slip-readers')), 0);
      const holder = { kind: 'staff' as const, id: 'liu-yang', name: '刘洋', part: 'passed' as const };
      const old = [
        aSlip({ id: 'A', calledAt: '2025-03-03T03:00:00Z', recipientId: 'zhang', message: `"readers":["x"] \u0000 \ud83d '`, delivery: aDelivery({ holder, readers: ['li', 'wang-2'] }) }),
        aSlip({ id: 'B', calledAt: '2025-03-03T02:00:00Z', recipientId: 'li', delivery: aDelivery({ readers: [] }) }),
        aSlip({ id: 'C', calledAt: '2025-03-03T01:00:00Z', recipientId: null }),
      ];
      const insert = (slip: Slip): Statement => {
        const holderId = slip.delivery?.holder.kind === 'staff' ? slip.delivery.holder.id : null;
        return statement({
          compile: () => sql`insert into slips (id, version, unit_id, recipient_id, holder_id, state, called_at, caller_number, body) values (${slip.id}, 1, ${slip.unitId}, ${slip.recipientId ?? null}, ${holderId}, ${slip.state}, ${Date.parse(slip.calledAt)}, '', ${JSON.stringify(slip)})`.compile(database.build),
        });
      };
      await database.run(old.map(insert));
      await migrate(database, migrations, 0);
      const store = buildSlipStore(database, listeningLog());
      const of = async (staffId: string): Promise<string> => (await store.listSlips({ unitIds: null, recipientIds: [staffId], limit: 9 })).items.map(({ id }) => id).join('');
      expect(await Promise.all(['zhang', 'liu-yang', 'li', 'wang-2', 'x'].map(of))).toEqual(['A', 'A', 'AB', 'A', '']);
    } finally {
      await database.close();
    }
  });
}
