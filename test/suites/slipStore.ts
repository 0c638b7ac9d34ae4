import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Sending } from '../../server/contract/delivery.ts';
import { DomainError } from '../../server/contract/errors.ts';
import type { Slip } from '../../server/contract/slip.ts';
import type { SlipListing, SlipStore } from '../../server/slips/ports.ts';
import { aChange, aDelivery, aSending, aSlip, anId } from './records.ts';

/** What every SlipStore must do. */
export function describeSlipStore(name: string, open: () => Promise<{ slips: SlipStore; close(): Promise<void> }>): void {
  describe(`${name}: the records of slips`, () => {
    let store: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    const save = (slip: Slip): Promise<'saved' | 'conflict'> => store.slips.saveSlip(slip, aChange(slip));

    test('an unknown slip is null and has no history', async () => {
      expect(await store.slips.loadSlip('nobody')).toBeNull();
      expect(await store.slips.loadHistory('nobody')).toEqual([]);
    });

    test('a slip comes back as it was saved, odd characters included', async () => {
      const slip = aSlip({ id: anId('slip'), callId: null, recipientId: null, recordingUrl: '/recordings/RE1', message: `'; drop table slips; -- \u0000 \ud83d 🏠 ${'很'.repeat(4000)}` });
      expect(await save(slip)).toBe('saved');
      expect(await store.slips.loadSlip(slip.id)).toEqual(slip);
      const { recipientId: _, ...withoutId } = aSlip({ id: anId('slip') });
      await save(withoutId);
      expect(await store.slips.loadSlip(withoutId.id)).toEqual(withoutId);
    });

    test('slips of a caller are found by his number, also after it was corrected', async () => {
      const number = `+86138${anId('').padStart(8, '0')}`;
      const slip = aSlip({ id: anId('slip'), callerNumber: '+8613900000000' });
      await save(slip);
      const found = async (): Promise<string[]> => (await store.slips.listSlips({ unitIds: null, callerNumber: number, limit: 5 })).items.map(({ id }) => id);
      expect(await found()).toEqual([]);
      await save({ ...slip, version: 2, callerNumber: number });
      expect(await found()).toEqual([slip.id]);
    });

    test('the slip that carries a recording is found by it, also after the recording was added later', async () => {
      const slip = aSlip({ id: anId('slip') });
      await save(slip);
      const recordingUrl = `/api/recordings/${anId('RE')}`;
      const listing: SlipListing = { unitIds: null, recordingUrl, limit: 5 };
      expect((await store.slips.listSlips(listing)).items).toEqual([]);
      const recorded = aSlip({ id: slip.id, version: 2, recordingUrl });
      await save(recorded);
      expect((await store.slips.listSlips(listing)).items).toEqual([recorded]);
    });

    test('each version replaces the one before; the history keeps what was done to each, in order', async () => {
      const id = anId('slip');
      const versions = [aSlip({ id }), aSlip({ id, version: 2, message: '阳台漏水' }), aSlip({ id, version: 3, state: 'taken', readBack: true })];
      for (const slip of versions) expect(await store.slips.saveSlip(slip, aChange(slip, { by: `writer${slip.version}`, changed: { state: slip.state, declined: ['city'] } }))).toBe('saved');
      expect(await store.slips.loadSlip(id)).toEqual(versions[2]);
      expect(await store.slips.loadHistory(id)).toEqual(versions.map((slip) => aChange(slip, { by: `writer${slip.version}`, changed: { state: slip.state, declined: ['city'] } })));
    });

    test('a version that does not follow the stored one is a conflict, and nothing is written', async () => {
      const id = anId('slip');
      expect(await save(aSlip({ id, version: 2 }))).toBe('conflict');
      expect(await store.slips.loadSlip(id)).toBeNull();
      const first = aSlip({ id, message: 'first' });
      expect(await save(first)).toBe('saved');
      for (const version of [1, 3]) expect(await save(aSlip({ id, version, message: 'stale' }))).toBe('conflict');
      expect(await store.slips.loadSlip(id)).toEqual(first);
      expect(await store.slips.loadHistory(id)).toEqual([aChange(first)]);
    });

    test('of two who write the same version at once one is saved and the other is told', async () => {
      const id = anId('slip');
      await save(aSlip({ id }));
      const writers = Array.from({ length: 8 }, (_, index) => aSlip({ id, version: 2, message: `writer ${index}` }));
      const answers = await Promise.all(writers.map(save));
      expect(answers.filter((answer) => answer === 'saved')).toHaveLength(1);
      expect(await store.slips.loadSlip(id)).toEqual(writers[answers.indexOf('saved')]);
      expect(await store.slips.loadHistory(id)).toHaveLength(2);
    });

    describe('lists', () => {
      const unit = anId('unit');
      const slips = [
        aSlip({ id: 'A', unitId: unit, calledAt: '2025-03-03T04:00:00.000Z' }),
        // The same moment as B on another clock, and later than A, though its text is smaller than D's.
        aSlip({ id: 'C', unitId: unit, calledAt: '2025-03-03T13:00:00+08:00', state: 'taken', callId: 'CAlist' }),
        aSlip({ id: 'B', unitId: unit, calledAt: '2025-03-03T05:00:00Z', recipientId: 'staff1' }),
        aSlip({ id: 'D', unitId: `${unit}b`, calledAt: '2025-03-03T06:00:00Z', recipientId: null, callId: null }),
      ];
      beforeAll(async () => {
        for (const slip of slips) await save(slip);
      });
      const ids = async (listing: Partial<SlipListing>): Promise<string[]> => {
        const { items } = await store.slips.listSlips({ unitIds: [unit, `${unit}b`], limit: 50, ...listing });
        return items.map((slip) => slip.id);
      };

      test('the newest comes first by the moment of the call, whatever its time zone, then by id', async () => {
        expect(await ids({})).toEqual(['D', 'C', 'B', 'A']);
      });

      test('unit, recipient, call and state narrow the list', async () => {
        expect(await ids({ unitIds: [unit] })).toEqual(['C', 'B', 'A']);
        expect(await ids({ unitIds: [] })).toEqual([]);
        expect(await ids({ recipientIds: ['staff1'] })).toEqual(['B']);
        expect(await ids({ callId: 'CAlist' })).toEqual(['C']);
        expect(await ids({ state: 'taken' })).toEqual(['C']);
        expect(await ids({ unitIds: null, limit: 200, callId: 'CAlist' })).toEqual(['C']);
      });

      test('a slip that changes keeps its place and is found by its new values', async () => {
        await save(aSlip({ id: 'A', unitId: unit, version: 2, state: 'acknowledged', recipientId: 'staff2', calledAt: '2025-03-03T04:00:00.000Z' }));
        expect(await ids({})).toEqual(['D', 'C', 'B', 'A']);
        expect(await ids({ recipientIds: ['staff2', 'nobody'], state: 'acknowledged' })).toEqual(['A']);
      });

      test('what its recipient has opened, or has not, narrows the list', async () => {
        await save(aSlip({ id: 'B', unitId: unit, version: 2, calledAt: '2025-03-03T05:00:00Z', recipientId: 'staff1', readAt: 1_740_980_000_000 }));
        expect(await ids({ recipientIds: ['staff1', 'staff2'], isRead: true })).toEqual(['B']);
        expect(await ids({ recipientIds: ['staff1', 'staff2'], isRead: false })).toEqual(['A']);
      });

      test('[L9] what was taken without a number or a message is on a list of its own until it has both, or was acknowledged', async () => {
        const of = { unitId: `${unit}c`, state: 'taken' as const, calledAt: '2025-03-03T04:00:00.000Z' };
        await save(aSlip({ ...of, id: 'E', missing: ['caller', 'message'] }));
        await save(aSlip({ ...of, id: 'F', missing: ['number'] }));
        await save(aSlip({ ...of, id: 'G', missing: ['city'] }));
        await save(aSlip({ ...of, id: 'H', state: 'draft', missing: ['number'] }));
        expect(await ids({ unitIds: [`${unit}c`], toComplete: true })).toEqual(['F', 'E']);
        await save(aSlip({ ...of, id: 'E', version: 2, missing: ['caller'] }));
        await save(aSlip({ ...of, id: 'F', version: 2, state: 'acknowledged', missing: ['number'] }));
        expect(await ids({ unitIds: [`${unit}c`], toComplete: true })).toEqual([]);
      });

      test('pages follow one another without gap or repetition', async () => {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await store.slips.listSlips({ unitIds: [unit], limit: 1, cursor });
          seen.push(...page.items.map((slip) => slip.id));
          cursor = page.next;
        } while (cursor !== undefined);
        expect(seen).toEqual(['C', 'B', 'A']);
      });

      test('a slip is on the list of whoever has it now, too', async () => {
        const holder = { kind: 'staff' as const, id: 'staff9', name: '刘洋', part: 'passed' as const };
        await save(aSlip({ id: anId('slip'), unitId: anId('unit'), recipientId: 'staff8', delivery: aDelivery({ holder }) }));
        expect((await store.slips.listSlips({ unitIds: null, recipientIds: ['staff9'], limit: 5 })).items).toMatchObject([{ recipientId: 'staff8', delivery: { holder } }]);
      });

      test('a slip that was brought to somebody on its way up is on his list, read or not, page by page, until it is taken from him', async () => {
        const [unitId, recipient, deputy] = [anId('unit'), anId('staff'), anId('staff')];
        const made = [1, 2, 3].map((hour) => aSlip({ id: anId('slip'), unitId, calledAt: `2025-03-03T0${hour}:00:00Z`, recipientId: recipient, delivery: aDelivery({ readers: [recipient, deputy] }) }));
        for (const slip of made) await save(slip);
        const listed = async (staff: string, cursor?: string) => store.slips.listSlips({ unitIds: null, recipientIds: [staff, 'somebody'], isRead: false, limit: 2, cursor });
        const first = await listed(deputy);
        expect([...first.items, ...(await listed(deputy, first.next)).items].map(({ id }) => id)).toEqual(made.map(({ id }) => id).reverse());
        const [taken] = made;
        if (!taken) throw new Error('none was made');
        await save({ ...taken, version: 2, recipientId: deputy, delivery: aDelivery({}) });
        expect((await store.slips.listSlips({ unitIds: null, recipientIds: [recipient], limit: 5 })).items).toHaveLength(2);
        expect((await store.slips.listSlips({ unitIds: null, recipientIds: [deputy], limit: 5 })).items).toHaveLength(3);
      });

      test('of what is open, what waits for a hand comes first, then the urgent, the oldest first; what was acknowledged, done or put aside is there no more; pages follow', async () => {
        const office = anId('unit');
        const at = (hour: number): string => `2025-03-03T${String(hour).padStart(2, '0')}:00:00Z`;
        const stuck = (slip: Slip): Slip => ({ ...slip, state: 'sent', delivery: aDelivery({ stuck: 'nobody-left' }) });
        for (const slip of [
          aSlip({ id: `${office}-usual`, unitId: office, calledAt: at(1) }),
          aSlip({ id: `${office}-later`, unitId: office, calledAt: at(4), state: 'read' }),
          aSlip({ id: `${office}-urgent`, unitId: office, calledAt: at(5), state: 'taken', actionsRequested: ['urgent'] }),
          stuck(aSlip({ id: `${office}-stuck`, unitId: office, calledAt: at(6) })),
          aSlip({ id: `${office}-acked`, unitId: office, calledAt: at(2), state: 'acknowledged', delivery: aDelivery({}) }),
          aSlip({ id: `${office}-done`, unitId: office, calledAt: at(2), state: 'done' }),
          aSlip({ id: `${office}-merged`, unitId: office, calledAt: at(2), state: 'merged' }),
          aSlip({ id: `${office}-dropped`, unitId: office, calledAt: at(3), state: 'dropped' }),
        ])
          await save(slip);
        const of = async (stage: SlipListing['stage'], limit: number, cursor?: string): Promise<{ ids: string[]; next: string | undefined }> => {
          const { items, next } = await store.slips.listSlips({ unitIds: [office], stage, limit, cursor });
          return { ids: items.map(({ id }) => id.slice(office.length + 1)), next };
        };
        const open: string[] = [];
        for (let cursor: string | undefined, page = await of('open', 1); ; page = await of('open', 1, cursor)) {
          open.push(...page.ids);
          cursor = page.next;
          if (cursor === undefined) break;
        }
        expect(open).toEqual(['stuck', 'urgent', 'usual', 'later']);
        expect([(await of('acknowledged', 9)).ids, (await of('done', 9)).ids, (await of('aside', 9)).ids]).toEqual([['acked'], ['done'], ['dropped', 'merged']]);
        expect((await store.slips.listSlips({ unitIds: null, stage: 'open', limit: 500 })).items.filter(({ unitId }) => unitId === office)).toHaveLength(4);
        await save({ ...stuck(aSlip({ id: `${office}-stuck`, unitId: office, calledAt: at(6) })), version: 2, state: 'acknowledged' });
        expect((await of('open', 9)).ids).toEqual(['urgent', 'usual', 'later']);
      });

      test('a page mark that is none of ours is refused as bad input', async () => {
        await expect(store.slips.listSlips({ unitIds: null, limit: 5, cursor: 'x' })).rejects.toThrow(DomainError);
      });
    });

    describe('sendings', () => {
      const put = async (over: Partial<Sending> = {}, slip: Partial<Slip> = {}): Promise<Sending> => {
        const id = anId('slip');
        const sending = aSending({ id: anId('D'), slipId: id, unitId: anId('unit'), ...over });
        const whole = aSlip({ id, unitId: sending.unitId, ...slip });
        expect(await store.slips.saveSlip(whole, aChange(whole), [sending])).toBe('saved');
        return sending;
      };
      /** Another store's work is left alone: only what this test put. */
      const due = async (now: number, mine: readonly Sending[], most = 50, except: readonly string[] = []): Promise<string[]> => {
        const lanes = (await store.slips.dueLanes(now, 50, except)).filter((lane) => mine.some(({ unitId }) => unitId === lane.unitId));
        const places = new Map(lanes.map(({ unitId, lane }) => [`${unitId} ${lane}`, { unitId, lane, most }]));
        return (await store.slips.dueSendings(now, [...places.values()], except)).filter(({ id }) => mine.some((one) => one.id === id)).map(({ id }) => id);
      };

      test('come with their slip and are found by it, oldest first', async () => {
        const first = await put({ round: 1, step: 2 });
        const slip = aSlip({ id: first.slipId, unitId: first.unitId, version: 2 });
        const more = [aSending({ id: anId('D'), slipId: slip.id, round: 2, step: 1 }), aSending({ id: anId('D'), slipId: slip.id, round: 1, step: 1 })];
        expect(await store.slips.saveSlip(slip, aChange(slip), more)).toBe('saved');
        expect((await store.slips.sendingsOf(slip.id)).map(({ round, step }) => [round, step])).toEqual([
          [1, 1],
          [1, 2],
          [2, 1],
        ]);
        expect(await store.slips.loadSending(first.id)).toEqual(first);
        expect(await store.slips.loadSending('nothing')).toBeNull();
      });

      test('[V1] a slip that is not written leaves none behind, and a sending that was changed meanwhile undoes its slip', async () => {
        const sending = await put();
        const stale = aSlip({ id: sending.slipId, version: 3 });
        expect(await store.slips.saveSlip(stale, aChange(stale), [aSending({ id: 'never', slipId: stale.id })])).toBe('conflict');
        expect(await store.slips.loadSending('never')).toBeNull();
        await store.slips.claimSending(sending.id, sending.dueAt, sending.dueAt + 1000);
        const next = aSlip({ id: sending.slipId, version: 2, message: 'x' });
        expect(await store.slips.saveSlip(next, aChange(next), [{ ...sending, rev: 2, state: 'cancelled' }])).toBe('conflict');
        expect((await store.slips.loadSlip(next.id))?.version).toBe(1);
        expect(await store.slips.saveSlip(next, aChange(next), [{ ...sending, rev: 3, state: 'sent' }])).toBe('saved');
        expect((await store.slips.loadSending(sending.id))?.state).toBe('sent');
      });

      test('[V6] are claimed by one only, when they are due, and by another when the claim is over', async () => {
        const sending = await put({ dueAt: 5_000 });
        expect(await store.slips.claimSending(sending.id, 4_999, 9_000)).toBeNull();
        const claims = await Promise.all([1, 2, 3, 4, 5].map(() => store.slips.claimSending(sending.id, 5_000, 9_000)));
        const won = claims.filter((one) => one !== null);
        expect(won).toMatchObject([{ id: sending.id, rev: 2, state: 'sending', attempts: 1, claimedUntil: 9_000, proofs: [{ at: 5_000, what: 'claimed' }] }]);
        expect(await store.slips.claimSending(sending.id, 8_999, 12_000)).toBeNull();
        expect((await store.slips.abandonedSendings(8_999, 500)).map(({ id }) => id)).not.toContain(sending.id);
        expect((await store.slips.abandonedSendings(9_000, 500)).map(({ id }) => id)).toContain(sending.id);
        expect(await store.slips.claimSending(sending.id, 9_000, 12_000)).toMatchObject({ attempts: 1, claimedUntil: 12_000 });
        expect(await store.slips.claimSending('nothing', 9_000, 12_000)).toBeNull();
      });

      test('[V8] are due in the order of their time, so many of each lane of each office', async () => {
        const unitId = anId('unit');
        const robot = { kind: 'staff' as const, id: 'robot', name: '刘洋' };
        const mine = [await put({ unitId, dueAt: 3 }), await put({ unitId, dueAt: 1 }), await put({ unitId, dueAt: 2 }), await put({ unitId, dueAt: 2, channel: 'wecom', to: robot }), await put({ dueAt: 1 }), await put({ unitId, dueAt: 10 }), await put({ unitId, dueAt: 1, state: 'sent' })];
        const [third, first, second, robots, other] = mine.map(({ id }) => id);
        expect((await due(9, mine)).sort()).toEqual([third, first, second, robots, other].sort());
        expect((await due(9, mine, 2)).filter((id) => id !== robots && id !== other)).toEqual([first, second]);
        expect((await due(9, mine, 1)).sort()).toEqual([first, robots, other].sort());
      });

      test('[V8] what is urgent is due before the rest of its lane, also where its message became urgent later; what is in hand does not count', async () => {
        const unitId = anId('unit');
        const urgent = { delivery: aDelivery({ isUrgent: true }) };
        const usual = { delivery: aDelivery({}) };
        const mine = [await put({ unitId, dueAt: 1 }, usual), await put({ unitId, dueAt: 2 }, usual), await put({ unitId, dueAt: 5 }, urgent), await put({ unitId, dueAt: 6 }, usual)];
        const [first, second, urgentOne, later] = mine.map(({ id }) => id);
        expect(await due(9, mine)).toEqual([urgentOne, first, second, later]);
        const became = aSlip({ id: mine[3]?.slipId ?? '', unitId, version: 2, ...urgent });
        expect(await store.slips.saveSlip(became, aChange(became), [])).toBe('saved');
        expect(await due(9, mine)).toEqual([urgentOne, later, first, second]);
        const lanes = (await store.slips.dueLanes(9, 50, [])).filter((lane) => lane.unitId === unitId);
        expect(lanes.sort((a, b) => Number(b.isUrgent) - Number(a.isUrgent))).toEqual([
          { unitId, lane: 'sms', isUrgent: true, dueAt: 5, count: 2 },
          { unitId, lane: 'sms', isUrgent: false, dueAt: 1, count: 2 },
        ]);
        expect(await due(9, mine, 1, [urgentOne ?? ''])).toEqual([later]);
        await store.slips.claimSending(later ?? '', 9, 99);
        expect(await due(9, mine)).toEqual([urgentOne, first, second]);
      });

      test('[V8] a robot that rests is left out whoever is behind it, is taken by one only, and its rest ends in time', async () => {
        const unitId = anId('unit');
        const robot = anId('robot');
        const person = (id: string) => ({ kind: 'staff' as const, id, name: id });
        const mine = [await put({ unitId, dueAt: 10, channel: 'wecom', robot, to: person('a') }), await put({ unitId, dueAt: 10, channel: 'wecom', robot, to: person('b') }), await put({ dueAt: 10, channel: 'wecom', robot, to: person('c') }), await put({ unitId, dueAt: 10 })];
        const [one, other, elsewhere, text] = mine;
        if (!one || !other || !elsewhere || !text) throw new Error('none was made');
        expect((await due(10_000, mine, 1)).sort()).toEqual([one.id, other.id].sort().slice(0, 1).concat(elsewhere.id, text.id).sort());
        const claims = await Promise.all([one, other, elsewhere].map(({ id }) => store.slips.claimSending(id, 10_000, 60_000, 13_200)));
        expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
        expect(await due(13_199, mine)).toEqual([text.id]);
        expect(await store.slips.nextDueAt(13_199)).toBeLessThanOrEqual(13_200);
        expect(await due(13_200, mine)).toHaveLength(3);
        await store.slips.restLane(`wecom ${robot}`, 500_000);
        await store.slips.restLane(`wecom ${robot}`, 20_000);
        expect(await due(499_999, mine)).toEqual([text.id]);
        expect(await due(500_000, mine)).toHaveLength(3);
      });

      test('[V8] of a thousand robots so many are told of as are asked for, those with something urgent first, and no other channel for that', async () => {
        const unitId = anId('unit');
        const robots = Array.from({ length: 6 }, (_, place) => ({ robot: anId('robot'), dueAt: 10 - place }));
        for (const { robot, dueAt } of robots) await put({ unitId, channel: 'wecom', robot, dueAt });
        await put({ unitId, channel: 'wecom', robot: robots[0]?.robot, dueAt: 11 }, { delivery: aDelivery({ isUrgent: true }) });
        await put({ unitId, dueAt: 12 });
        const lanes = (await store.slips.dueLanes(20, 2, [])).filter((lane) => lane.unitId === unitId).sort((a, b) => a.dueAt - b.dueAt);
        expect(lanes.map(({ lane, isUrgent, dueAt }) => [lane, isUrgent, dueAt])).toEqual([
          [`wecom ${robots[5]?.robot}`, false, 5],
          [`wecom ${robots[0]?.robot}`, true, 11],
          ['sms', false, 12],
        ]);
      });

      test('are found by the channel’s name for them', async () => {
        const ref = anId('SM');
        const sending = await put({ state: 'sent', proofs: [{ at: 1, what: 'claimed', words: '', ref: null }, { at: 2, what: 'sent', words: 'queued', ref }] });
        expect(await store.slips.sendingByRef(ref)).toEqual(sending);
        expect(await store.slips.sendingByRef('unknown')).toBeNull();
      });

      test('the next thing due is the least of what waits, what is claimed, and whose clock runs', async () => {
        const before = await store.slips.nextDueAt(0);
        const chased = aSlip({ id: anId('slip'), delivery: aDelivery({ chaseAt: 7 }) });
        await save(chased);
        expect(await store.slips.nextDueAt(0)).toBe(Math.min(before ?? 7, 7));
        expect(await store.slips.slipsToChase(6, 500)).not.toContain(chased.id);
        expect(await store.slips.slipsToChase(7, 500)).toContain(chased.id);
        await save({ ...chased, version: 2, delivery: aDelivery({ chaseAt: null }) });
        expect(await store.slips.slipsToChase(7, 500)).not.toContain(chased.id);
      });
    });
  });
}
