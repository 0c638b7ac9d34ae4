import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Job } from '../../server/calls/effect.ts';
import type { StoredJob } from '../../server/calls/ports.ts';
import type { OpenedCallStore } from './callStore.ts';
import { aCommit, aJob, anId } from './records.ts';

/** What every JobStore must do; jobs come in with the commits of the CallStore beside it. */
export function describeJobStore(name: string, open: () => Promise<OpenedCallStore>): void {
  describe(`${name}: the records of jobs`, () => {
    let store: OpenedCallStore;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    const committed = async (jobs: (callId: string) => Job[]): Promise<string> => {
      const callId = anId('CA');
      await store.calls.commitCall(aCommit(callId, { jobs: jobs(callId) }), new Set());
      return callId;
    };
    const openJobs = async (callId: string): Promise<StoredJob[]> => (await store.jobs.loadOpenJobs()).filter(({ job }) => job.callId === callId);

    test('jobs of every kind come back as they were, by due time', async () => {
      const jobs = (callId: string): Job[] => [
        { kind: 'reconcile', callId, key: 'reconcile', dueAt: 50, attempt: 1 },
        { kind: 'deadline', callId, key: 'deadline:0', dueAt: 40, round: 0 },
        { kind: 'cancelLegs', callId, key: 'cancel:0', dueAt: 30, round: 0 },
        { kind: 'endLeg', callId, key: 'end:CAleg', dueAt: 20, legSid: 'CAleg' },
        {
          kind: 'keepSlip',
          callId,
          key: 'slip',
          dueAt: 10,
          seed: { slipId: 's1', unitId: 'unit1', state: 'taken', readBack: true, content: { message: '漏水\u0000', recipientId: null }, recordingSid: null, sources: { message: 'speech' }, declined: ['city'] },
        },
      ];
      const callId = await committed(jobs);
      expect(await openJobs(callId)).toEqual(
        jobs(callId)
          .reverse()
          .map((job) => ({ job, attempts: 0 })),
      );
    });

    test('a finished job is not open any more; finishing it again changes nothing', async () => {
      const callId = await committed((id) => [aJob(id, 'a'), aJob(id, 'b')]);
      await store.jobs.finishJob(callId, 'a', 1);
      await store.jobs.finishJob(callId, 'a', 2);
      await store.jobs.finishJob(callId, 'unknown', 2);
      expect((await openJobs(callId)).map(({ job }) => job.key)).toEqual(['b']);
    });

    test('a deferred job comes back with its new due time and its attempts, sorted by that time', async () => {
      const callId = await committed((id) => [aJob(id, 'a', { dueAt: 10 }), aJob(id, 'b', { dueAt: 20 })]);
      await store.jobs.deferJob(callId, 'a', 30, 2, 'the carrier said 500 \u0000');
      expect(await openJobs(callId)).toEqual([
        { job: aJob(callId, 'b', { dueAt: 20 }), attempts: 0 },
        { job: aJob(callId, 'a', { dueAt: 30 }), attempts: 2 },
      ]);
    });

    test('deferring a job that is done does not open it again', async () => {
      const callId = await committed((id) => [aJob(id, 'a')]);
      await store.jobs.finishJob(callId, 'a', 1);
      await store.jobs.deferJob(callId, 'a', 30, 1, 'too late');
      expect(await openJobs(callId)).toEqual([]);
    });
  });
}
