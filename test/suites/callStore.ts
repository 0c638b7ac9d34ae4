import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CallCommit, CallStore, JobStore } from '../../server/calls/ports.ts';
import { DomainError } from '../../server/contract/errors.ts';
import { aCard, aCommit, aFact, aJob, anId, anOddFact } from './records.ts';

export interface OpenedCallStore {
  calls: CallStore;
  jobs: JobStore;
  close(): Promise<void>;
}

const nothingKnown: ReadonlySet<string> = new Set();

/** What every CallStore must do. `open` gives a store that may hold other calls already. */
export function describeCallStore(name: string, open: () => Promise<OpenedCallStore>, { runs = 50 } = {}): void {
  describe(`${name}: the records of calls`, () => {
    let store: OpenedCallStore;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    test('an unknown call has no card and no facts', async () => {
      expect(await store.calls.loadCard('CAnobody')).toBeNull();
      expect(await store.calls.loadFacts('CAnobody')).toEqual([]);
    });

    test('a commit can be read back: facts in stored order, the card, the jobs', async () => {
      const callId = anId('CA');
      const facts = [aFact('z'), aFact('a'), anOddFact('m')];
      const card = aCard({ id: callId, version: 3, agent: { id: 'agent', name: '小李' } });
      expect(await store.calls.commitCall({ callId, facts, card, jobs: [aJob(callId, 'deadline:0')] }, nothingKnown)).toEqual({ others: [] });
      expect(await store.calls.loadFacts(callId)).toEqual(facts);
      expect(await store.calls.loadCard(callId)).toEqual(card);
      expect((await store.jobs.loadOpenJobs()).filter(({ job }) => job.callId === callId)).toEqual([{ job: aJob(callId, 'deadline:0'), attempts: 0 }]);
    });

    test('a fact under a key that is taken leaves the stored one as it is', async () => {
      const callId = anId('CA');
      await store.calls.commitCall(aCommit(callId, { facts: [aFact('offered:0', { at: 1 })] }), nothingKnown);
      await store.calls.commitCall(aCommit(callId, { facts: [aFact('offered:0', { at: 2 })] }), new Set(['offered:0']));
      expect(await store.calls.loadFacts(callId)).toEqual([aFact('offered:0', { at: 1 })]);
    });

    test('keys belong to their call: another call may use the same', async () => {
      const [one, two] = [anId('CA'), anId('CA')];
      await store.calls.commitCall(aCommit(one, { facts: [aFact('same', { at: 1 })] }), nothingKnown);
      expect(await store.calls.commitCall(aCommit(two, { facts: [aFact('same', { at: 2 })] }), nothingKnown)).toEqual({ others: [] });
      expect(await store.calls.loadFacts(two)).toEqual([aFact('same', { at: 2 })]);
    });

    test('the card is replaced only by one of a higher version', async () => {
      const callId = anId('CA');
      const versions = [aCard({ id: callId, version: 2 }), aCard({ id: callId, version: 1, state: 'ended' }), aCard({ id: callId, version: 2, state: 'live' })];
      for (const card of versions) await store.calls.commitCall(aCommit(callId, { card }), nothingKnown);
      expect(await store.calls.loadCard(callId)).toEqual(versions[0]);
      const higher = aCard({ id: callId, version: 5, state: 'ended', outcome: 'agent' });
      await store.calls.commitCall(aCommit(callId, { card: higher, facts: [] }), nothingKnown);
      expect(await store.calls.loadCard(callId)).toEqual(higher);
    });

    test('a commit tells the facts that others stored and we do not know, and only these', async () => {
      const callId = anId('CA');
      await store.calls.commitCall(aCommit(callId, { facts: [aFact('known'), aFact('theirs:1'), aFact('theirs:2')] }), nothingKnown);
      const told = await store.calls.commitCall(aCommit(callId, { facts: [aFact('ours')] }), new Set(['known', 'ours']));
      expect(told).toEqual({ others: [aFact('theirs:1'), aFact('theirs:2')] });
      expect(await store.calls.commitCall(aCommit(callId, { facts: [aFact('ours')] }), new Set(['known', 'ours', 'theirs:1', 'theirs:2']))).toEqual({ others: [] });
    });

    test('when another decided first under the same key, his fact is told unless the key is known', async () => {
      const callId = anId('CA');
      await store.calls.commitCall(aCommit(callId, { facts: [aFact('offered:0', { at: 1 })] }), nothingKnown);
      expect(await store.calls.commitCall(aCommit(callId, { facts: [aFact('offered:0', { at: 2 })] }), nothingKnown)).toEqual({ others: [aFact('offered:0', { at: 1 })] });
      expect(await store.calls.commitCall(aCommit(callId, { facts: [aFact('offered:0', { at: 1 })] }), nothingKnown)).toEqual({ others: [] });
    });

    test('a job under a key that is taken stays as it is, done or not', async () => {
      const callId = anId('CA');
      await store.calls.commitCall(aCommit(callId, { jobs: [aJob(callId, 'a', { dueAt: 10 }), aJob(callId, 'b')] }), nothingKnown);
      await store.jobs.finishJob(callId, 'b', 99);
      await store.calls.commitCall(aCommit(callId, { jobs: [aJob(callId, 'a', { dueAt: 20 }), aJob(callId, 'b')] }), nothingKnown);
      expect((await store.jobs.loadOpenJobs()).filter(({ job }) => job.callId === callId)).toEqual([{ job: aJob(callId, 'a', { dueAt: 10 }), attempts: 0 }]);
    });

    test('open calls come with all their facts, oldest call first; ended ones do not come', async () => {
      const [late, early, ended] = [anId('CA'), anId('CA'), anId('CA')];
      await store.calls.commitCall(aCommit(late, { card: aCard({ id: late, arrivedAt: 2000 }), facts: [aFact('1')] }), nothingKnown);
      await store.calls.commitCall(aCommit(early, { card: aCard({ id: early, arrivedAt: 1000 }), facts: [] }), nothingKnown);
      await store.calls.commitCall(aCommit(ended, { card: aCard({ id: ended, state: 'ended' }) }), nothingKnown);
      await store.calls.commitCall(aCommit(late, { facts: [aFact('2')] }), new Set(['1', '2']));
      const open = await store.calls.loadOpenCalls();
      expect(open.filter(({ callId }) => [late, early, ended].includes(callId))).toEqual([
        { callId: early, facts: [] },
        { callId: late, facts: [aFact('1'), aFact('2')] },
      ]);
    });

    test('commits of many calls at once are all kept', async () => {
      const ids = Array.from({ length: 100 }, () => anId('CA'));
      await Promise.all(ids.map((callId) => store.calls.commitCall(aCommit(callId), nothingKnown)));
      const loaded = await Promise.all(ids.map((callId) => store.calls.loadFacts(callId)));
      expect(loaded).toEqual(ids.map(() => [aFact('first')]));
    });

    test('commits of one call at once leave nobody without a fact: each was told or came later', async () => {
      const callId = anId('CA');
      const keys = Array.from({ length: 20 }, (_, index) => `key${index}`);
      const told = await Promise.all(keys.map((key, index) => store.calls.commitCall(aCommit(callId, { facts: [aFact(key)], card: aCard({ id: callId, version: index }) }), new Set([key]))));
      const stored = (await store.calls.loadFacts(callId)).map((fact) => fact.key);
      expect([...stored].sort()).toEqual([...keys].sort());
      // Whoever was told of n others committed after exactly these.
      const order = told.map(({ others }) => others.length);
      expect([...order].sort((a, b) => a - b)).toEqual(keys.map((_, index) => index));
      for (const [index, key] of keys.entries()) expect(told[index]?.others.map((fact) => fact.key)).toEqual(stored.slice(0, stored.indexOf(key)));
      expect((await store.calls.loadCard(callId))?.version).toBe(19);
    });

    test('any order and repetition of the commits of a call ends in the same rows', async () => {
      const template = (callId: string): CallCommit[] =>
        [1, 2, 3, 4, 5].map((version) => ({
          callId,
          // Neighbours share a fact and a job, as a replayed journal and a second node do.
          facts: [aFact(`fact${version}`), aFact(`fact${version + 1}`)],
          card: aCard({ id: callId, version, state: version === 5 ? 'ended' : 'live', outcome: version === 5 ? 'agent' : null }),
          jobs: [aJob(callId, `job${version}`, { dueAt: 1 }), aJob(callId, `job${version + 1}`, { dueAt: 1 })],
        }));
      const orders = fc.tuple(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), fc.array(fc.nat(4), { maxLength: 5 }), fc.array(fc.nat(9), { maxLength: 5 }));
      await fc.assert(
        fc.asyncProperty(orders, fc.boolean(), async ([all, again, places], atOnce) => {
          const callId = anId('CA');
          const order = [...all];
          for (const [index, commit] of again.entries()) order.splice(places[index] ?? 0, 0, commit);
          const commits = order.map((index) => template(callId)[index] as CallCommit);
          const commit = (one: CallCommit): Promise<unknown> => store.calls.commitCall(one, nothingKnown);
          if (atOnce) await Promise.all(commits.map(commit));
          else for (const one of commits) await commit(one);

          const keys = (await store.calls.loadFacts(callId)).map((fact) => fact.key).sort();
          expect(keys).toEqual(['fact1', 'fact2', 'fact3', 'fact4', 'fact5', 'fact6']);
          expect(await store.calls.loadCard(callId)).toEqual(template(callId)[4]?.card);
          const open = (await store.jobs.loadOpenJobs()).filter(({ job }) => job.callId === callId);
          expect(open).toEqual([1, 2, 3, 4, 5, 6].map((number) => ({ job: aJob(callId, `job${number}`, { dueAt: 1 }), attempts: 0 })));
          for (const { job } of open) await store.jobs.finishJob(callId, job.key, 2);
        }),
        { numRuns: runs },
      );
    });

    describe('lists', () => {
      const unit = anId('unit');
      const cards = [
        aCard({ id: 'L1', arrivedAt: 100, unit: { id: unit, name: 'A' } }),
        aCard({ id: 'L2', arrivedAt: 300, unit: { id: unit, name: 'A' }, state: 'ended', outcome: 'agent' }),
        aCard({ id: 'L3', arrivedAt: 200, unit: { id: unit, name: 'A' }, state: 'ended', outcome: 'attendant-message' }),
        aCard({ id: 'L5', arrivedAt: 200, unit: { id: unit, name: 'A' } }),
        aCard({ id: 'L4', arrivedAt: 200, unit: { id: `${unit}b`, name: 'B' } }),
        aCard({ id: 'L6', arrivedAt: 400, unit: { id: null, name: 'nobody' } }),
      ];
      beforeAll(async () => {
        for (const card of cards) await store.calls.commitCall(aCommit(card.id, { card }), nothingKnown);
      });
      const ids = async (listing: Partial<Parameters<CallStore['listCards']>[0]>): Promise<string[]> => {
        const { items } = await store.calls.listCards({ unitIds: [unit, `${unit}b`], limit: 50, ...listing });
        return items.map((card) => card.id);
      };

      test('the newest comes first, and of the same moment the greater id', async () => {
        expect(await ids({})).toEqual(['L2', 'L5', 'L4', 'L3', 'L1']);
      });

      test('a list knows only the units that were asked for; no unit, no call', async () => {
        expect(await ids({ unitIds: [unit] })).toEqual(['L2', 'L5', 'L3', 'L1']);
        expect(await ids({ unitIds: [] })).toEqual([]);
      });

      test('without units all calls are listed, also those of no unit', async () => {
        expect(await ids({ unitIds: null, limit: 200, state: 'ringing' })).toEqual(expect.arrayContaining(['L6', 'L5', 'L4', 'L1']));
      });

      test('state and outcome narrow the list', async () => {
        expect(await ids({ state: 'ended' })).toEqual(['L2', 'L3']);
        expect(await ids({ state: 'ended', outcome: 'attendant-message' })).toEqual(['L3']);
        expect(await ids({ outcome: 'failed' })).toEqual([]);
      });

      test('a call is found by its caller’s number, its agent, its matter, what became of it, its day, and words of its record', async () => {
        const own = anId('unit');
        const found = async (listing: Partial<Parameters<CallStore['listCards']>[0]>): Promise<string[]> => ids({ unitIds: [own], ...listing });
        const [one, two] = [anId('F'), anId('F')];
        const card = aCard({
          id: one,
          arrivedAt: 1000,
          unit: { id: own, name: 'A' },
          state: 'ended',
          outcome: 'abandoned-ringing',
          agent: { id: 'lijing', name: '李静' },
          matter: 'repair',
          notes: { remark: '100% _水管_ O\'Brien \\ \u0000\ud83d🏠' },
          missed: { state: 'open', by: null, at: null, reason: '' },
        });
        await store.calls.commitCall(aCommit(one, { card }), nothingKnown);
        await store.calls.commitCall(aCommit(two, { card: aCard({ id: two, arrivedAt: 2000, unit: { id: own, name: 'A' }, caller: { number: '+85291230012', matches: [], city: null, confirmedId: null } }) }), nothingKnown);
        for (const listing of [{ callerNumber: '+8613800138000' }, { agentId: 'lijing' }, { matter: 'repair' as const }, { missed: 'open' as const }, { to: 2000 }, { from: 1000, to: 1001 }]) expect([listing, await found(listing)]).toEqual([listing, [one]]);
        for (const term of ['0013800', '李雷', '3栋', '100%', '_水', "o'brien", '\\', '🏠']) expect([term, await found({ terms: [term] })]).toEqual([term, [one]]);
        for (const term of ['1_0', '李_', '%%%']) expect([term, await found({ terms: [term] })]).toEqual([term, []]);
        expect(await found({ terms: ['李雷', '9123'] })).toEqual([]);
        expect(await found({ from: 1001 })).toEqual([two]);
      });

      test('pages follow one another without gap or repetition while new calls come in', async () => {
        const seen: string[] = [];
        let cursor: string | undefined;
        for (let page = 1; page <= 9; page += 1) {
          const answer = await store.calls.listCards({ unitIds: [unit], limit: 1, cursor });
          seen.push(...answer.items.map((card) => card.id));
          const newer = aCard({ id: anId('N'), arrivedAt: 10_000 + page, unit: { id: unit, name: 'A' } });
          await store.calls.commitCall(aCommit(newer.id, { card: newer }), nothingKnown);
          cursor = answer.next;
          if (cursor === undefined) break;
        }
        expect(seen).toEqual(['L2', 'L5', 'L3', 'L1']);
      });

      test('a page mark that is none of ours is refused as bad input', async () => {
        for (const cursor of ['', 'x', Buffer.from('[1]').toString('base64url'), '💥']) {
          await expect(store.calls.listCards({ unitIds: null, limit: 5, cursor })).rejects.toThrow(DomainError);
        }
      });
    });
  });
}
