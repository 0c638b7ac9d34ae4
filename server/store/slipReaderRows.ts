import type { Slip } from '../contract/slip.ts';
import { statement } from './recordsDatabase.ts';
import type { RecordsDatabase, Statement } from './recordsDatabase.ts';

/** On whose lists a slip stands, by the ids of the staff: for whom it is, who has it now, and to whom it was brought on its way up. */
function readersOf({ recipientId, delivery }: Slip): string[] {
  const holder = delivery?.holder.kind === 'staff' ? delivery.holder.id : null;
  return [...new Set([recipientId, holder, ...(delivery?.readers ?? [])])].filter((id) => id !== null && id !== undefined);
}

/** Statements that make it stand on their lists and on no others. */
export function writingReaders({ build }: RecordsDatabase, slip: Slip): Statement[] {
  const readers = readersOf(slip);
  const others = build.deleteFrom('slip_readers').where('slip_id', '=', slip.id);
  if (readers.length === 0) return [statement(others)];
  const rows = readers.map((staff_id) => ({ staff_id, slip_id: slip.id }));
  return [statement(others.where('staff_id', 'not in', readers)), statement(build.insertInto('slip_readers').values(rows).onConflict((conflict) => conflict.doNothing()))];
}
