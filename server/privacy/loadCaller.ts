import type { CallStore } from '../calls/ports.ts';
import type { AuditEntry } from '../contract/audit.ts';
import type { PeopleStore } from '../people/ports.ts';
import type { ResidentStore } from '../residents/ports.ts';
import type { SlipStore } from '../slips/ports.ts';
import type { TaskStore } from '../tasks/ports.ts';
import type { CallerDeskNeeds } from './callerDesk.ts';

const entriesAtOnce = 200;

/** Everything that is kept of a caller, whole, out of the records. */
export function loadCaller(stores: { calls: CallStore; slips: SlipStore; tasks: TaskStore; residents: ResidentStore; people: Pick<PeopleStore, 'listAudit'> }): CallerDeskNeeds['load'] {
  async function entriesOf(fileId: string): Promise<AuditEntry[]> {
    const all: AuditEntry[] = [];
    for (let cursor: string | undefined; ; ) {
      const { items, next } = await stores.people.listAudit({ unitIds: null, kind: 'resident', subjectId: fileId, limit: entriesAtOnce, ...(cursor !== undefined && { cursor }) });
      all.push(...items);
      if (next === undefined) return all;
      cursor = next;
    }
  }
  return async (_unitId, found, { fileIds }) => ({
    files: await stores.residents.loadResidents(fileIds),
    calls: await each(found.calls, async ({ id }) => ({ call: await stores.calls.loadCard(id), facts: await stores.calls.loadFacts(id) })),
    slips: await each(found.slips, async ({ id }) => ({ slip: await stores.slips.loadSlip(id), history: await stores.slips.loadHistory(id), sendings: await stores.slips.sendingsOf(id) })),
    tasks: await each(found.tasks, async ({ id }) => ({ task: await stores.tasks.loadTask(id), history: await stores.tasks.loadTaskHistory(id) })),
    recordings: found.recordings,
    edits: (await each(fileIds, entriesOf)).flat(),
  });
}

/** One after the other: the telephone's records answer in between. */
async function each<T, R>(all: readonly T[], read: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const one of all) results.push(await read(one));
  return results;
}
