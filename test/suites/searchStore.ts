import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Slip } from '../../server/contract/slip.ts';
import { parseQuery } from '../../server/search/parseQuery.ts';
import type { IndexQuery } from '../../server/search/ports.ts';
import { openSearchDesk } from '../../server/search/searchDesk.ts';
import type { SearchScope } from '../../server/search/searchDesk.ts';
import { facetTerm, recipientTerm, unitTerm } from '../../server/search/splitForSearch.ts';
import type { Store } from '../../server/store/openStore.ts';
import { aCard, aChange, aCommit, aSlip, anId } from './records.ts';

const clock = { now: Date.UTC(2025, 2, 4, 4), timeZone: 'Asia/Shanghai' };
const whole: IndexQuery = { all: [], some: [], none: [], span: null, after: null, limit: 50 };

/** What every SearchStore must do, together with the stores that write into it. `open` gives an empty store, and a hand that writes past it. */
export function describeSearchStore(name: string, open: () => Promise<{ store: Store; tamper(sql: string): Promise<void> }>): void {
  describe(`${name}: the search index`, () => {
    let house: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      house = await open();
    });
    afterAll(() => house.store.close());

    const save = async (...slips: Slip[]): Promise<void> => {
      for (const slip of slips) expect(await house.store.slips.saveSlip(slip, aChange(slip))).toBe('saved');
    };
    const slips = async (query: Partial<IndexQuery>): Promise<string[]> => (await house.store.search.findSlips({ ...whole, ...query })).flatMap(({ record }) => record?.id ?? []);
    const calls = async (query: Partial<IndexQuery>): Promise<string[]> => (await house.store.search.findCalls({ ...whole, ...query })).flatMap(({ record }) => record?.id ?? []);
    const search = async (text: string, scope: SearchScope = { unitIds: null, recipientIds: [] }): Promise<string[]> => (await openSearchDesk(house.store.search).slips({ mayRead: () => true, query: parseQuery(text, clock), scope, limit: 50 })).items.map(({ id }) => id);

    test('a slip is found as soon as it is saved, by its new words once it was changed and by the old ones no more', async () => {
      const slip = aSlip({ id: anId('slip'), message: '鳄鱼跑了', unitId: 'zoo' });
      await save(slip);
      expect(await slips({ all: ['鳄鱼'] })).toEqual([slip.id]);
      await save({ ...slip, version: 2, message: '犀牛跑了', state: 'taken' });
      expect(await slips({ all: ['鳄鱼'] })).toEqual([]);
      expect(await slips({ all: ['犀牛'], some: [[facetTerm('slip-taken'), facetTerm('slip-done')], [unitTerm('zoo')]] })).toEqual([slip.id]);
      expect(await slips({ all: ['犀牛'], some: [[facetTerm('slip-draft')]] })).toEqual([]);
      expect(await slips({ all: ['犀牛'], none: ['跑了'] })).toEqual([]);
      expect(await slips({ all: ['犀牛', recipientTerm('staff8012')], none: ['鳄鱼'] })).toEqual([slip.id]);
    });

    test('a save that is refused as a conflict leaves the index as it was', async () => {
      const slip = aSlip({ id: anId('slip'), message: '长颈鹿' });
      await save(slip);
      const stale = { ...slip, version: 3, message: '猩猩' };
      expect(await house.store.slips.saveSlip(stale, aChange(stale))).toBe('conflict');
      expect(await house.store.slips.saveSlip(aSlip({ id: slip.id, message: '猩猩' }), aChange(slip))).toBe('conflict');
      expect(await slips({ all: ['猩猩'] })).toEqual([]);
      expect(await slips({ all: ['长颈'] })).toEqual([slip.id]);
    });

    test('a call is found by what its card says now; a commit that comes late changes nothing', async () => {
      const id = anId('CA');
      const card = aCard({ id, version: 2, notes: { what: '企鹅' } });
      await house.store.calls.commitCall(aCommit(id, { card }), new Set());
      await house.store.calls.commitCall(aCommit(id, { card: { ...card, version: 1, notes: { what: '海豹' } } }), new Set());
      expect(await calls({ all: ['企鹅'] })).toEqual([id]);
      expect(await calls({ all: ['海豹'] })).toEqual([]);
      await house.store.calls.commitCall(aCommit(id, { card: { ...card, version: 3, notes: { what: '海豹' } } }), new Set());
      await house.store.calls.commitCall(aCommit(id, { card: { ...card, version: 4, notes: { what: '海豹' }, mutedSince: 5 } }), new Set());
      expect([await calls({ all: ['企鹅'] }), await calls({ all: ['海豹', '800'] })]).toEqual([[], [id]]);
    });

    test('the newest come first, page after page without gap or repetition, also those of one second; a time corrected later moves', async () => {
      const unitId = anId('unit');
      const ids = Array.from({ length: 40 }, () => anId('slip'));
      await save(...ids.map((id, at) => aSlip({ id, unitId, calledAt: new Date(Date.UTC(2025, 2, 3) + (at < 25 ? 500 : at * 60_000)).toISOString() })));
      const seen: string[] = [];
      for (let after: IndexQuery['after'] = null; ; ) {
        const page = await house.store.search.findSlips({ ...whole, all: [unitTerm(unitId)], after, limit: 7 });
        seen.push(...page.flatMap(({ record }) => record?.id ?? []));
        after = page.at(-1)?.mark ?? null;
        if (page.length < 7) break;
      }
      expect(seen.slice(0, 15)).toEqual(ids.slice(25).reverse());
      expect([...seen].sort()).toEqual([...ids].sort());
      await save(aSlip({ id: ids[0] as string, version: 2, unitId, calledAt: '2025-03-04T00:00:00Z' }));
      expect((await slips({ all: [unitTerm(unitId)] }))[0]).toBe(ids[0]);
      const span = { from: Date.UTC(2025, 2, 3, 0, 30), to: Date.UTC(2025, 2, 3, 0, 35) };
      expect(await slips({ all: [unitTerm(unitId)], span })).toEqual(expect.arrayContaining(ids.slice(30, 35)));
      expect(await slips({ all: [unitTerm(unitId)], span: { from: Date.UTC(2025, 2, 3, 23), to: Date.UTC(2025, 2, 5) } })).toEqual([ids[0]]);
    });

    test('whatever is typed, and whatever stands in a record: nothing breaks the question, and a record is found by itself', async () => {
      const odd = fc.string({ unit: fc.constantFrom('"', "'", '*', '(', ')', ' AND ', ' OR ', 'NOT', 'NEAR(', ':', '^', '-', '+', '{', '\\', '|', '&', '!', '<->', '漏', '水', '7', 'ａ', 'Ω', '\0', '🏠', '\ud83d', '%', '_', ';', '--'), maxLength: 24 });
      await fc.assert(
        fc.asyncProperty(odd, async (text) => {
          const slip = aSlip({ id: anId('slip'), unitId: anId('unit'), message: text, callerName: text });
          await save(slip);
          const found = await search(text, { unitIds: [slip.unitId], recipientIds: [] });
          if (parseQuery(text, clock).readings.length > 0 && !/["\ud800-\udfff]/u.test(text)) expect(found).toEqual([slip.id]);
        }),
        { numRuns: 40 },
      );
    });

    test('scope is applied by the index, before the limit: what others have takes no place on a page', async () => {
      const mine = anId('unit');
      const id = anId('slip');
      await save(aSlip({ id, unitId: mine, message: '孔雀', calledAt: '2025-01-01T00:00:00Z', recipientId: 'peacock' }), ...Array.from({ length: 30 }, () => aSlip({ id: anId('slip'), unitId: 'others', message: '孔雀' })));
      const desk = openSearchDesk(house.store.search);
      for (const scope of [{ unitIds: [mine], recipientIds: [] }, { unitIds: [], recipientIds: ['peacock'] }, { unitIds: ['nowhere'], recipientIds: ['peacock'] }]) {
        expect((await desk.slips({ mayRead: () => true, query: parseQuery('孔雀', clock), scope, limit: 1 })).items.map((item) => item.id)).toEqual([id]);
      }
      expect(await search('孔雀', { unitIds: [], recipientIds: [] })).toEqual([]);
      expect(await search('孔雀', { unitIds: ["x') OR ('"], recipientIds: [] })).toEqual([]);
    });

    test('what is forgotten is found no more, and again once it is saved again', async () => {
      const slip = aSlip({ id: anId('slip'), message: '骆驼' });
      const callId = anId('CA');
      const card = aCard({ id: callId, notes: { what: '骆驼' } });
      await save(slip);
      await house.store.calls.commitCall(aCommit(callId, { card }), new Set());
      await house.store.search.forget('slip', slip.id);
      await house.store.search.forget('call', callId);
      await house.store.search.forget('slip', 'nobody');
      expect([await slips({ all: ['骆驼'] }), await calls({ all: ['骆驼'] })]).toEqual([[], []]);
      expect(await house.store.search.unindexed()).toBe(0);
      await save({ ...slip, version: 2 });
      await house.store.calls.commitCall(aCommit(callId, { card: { ...card, version: 2 } }), new Set());
      expect([await slips({ all: ['骆驼'] }), await calls({ all: ['骆驼'] })]).toEqual([[slip.id], [callId]]);
    });

    test('records of an older version come into the index bit by bit, the newest first; one that cannot be read is passed over, one saved meanwhile is not written over', async () => {
      const ids = Array.from({ length: 5 }, () => anId('slip'));
      const callId = anId('CA');
      await save(...ids.map((id, at) => aSlip({ id, message: '斑马', calledAt: `2025-06-0${at + 1}T00:00:00Z` })));
      await house.store.calls.commitCall(aCommit(callId, { card: aCard({ id: callId, notes: { what: '斑马' } }) }), new Set());
      await house.tamper(`update slips set search_doc = null where id in ('${ids.join("','")}'); update slips set body = '{' where id = '${ids[4]}'; update calls set search_doc = null, search_sum = null where id = '${callId}'; delete from search_slips; delete from search_calls`);
      expect([await slips({ all: ['斑马'] }), await house.store.search.unindexed()]).toEqual([[], 6]);
      expect(await house.store.search.indexSome(2)).toBe(2);
      expect([await slips({ all: ['斑马'] }), await house.store.search.unindexed()]).toEqual([[ids[3]], 4]);
      await save(aSlip({ id: ids[2] as string, version: 2, message: '河马', calledAt: '2025-06-03T00:00:00Z' }));
      expect([await house.store.search.indexSome(50), await house.store.search.indexSome(50), await house.store.search.unindexed()]).toEqual([3, 0, 0]);
      expect(await slips({ all: ['斑马'] })).toEqual([ids[3], ids[1], ids[0]]);
      expect([await slips({ all: ['河马'] }), await calls({ all: ['斑马'] })]).toEqual([[ids[2]], [callId]]);
    });
  });
}
