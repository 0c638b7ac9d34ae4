import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Fact } from '../../server/calls/fact.ts';
import type { CallCard } from '../../server/contract/card.ts';
import { aHouse, codeOf, fieldsOf } from './aHouse.ts';
import type { House } from './aHouse.ts';

/** One house with a morning of calls; the tests only read. */
let house: House;
let as: string;
const began: Record<string, number> = {};

interface Told {
  unitId?: string;
  from: string | null;
  matches?: CallCard['caller']['matches'];
  answeredBy?: string;
  written?: Fact[];
}

const by = { id: 'agent', name: '李静' };

/** One call, a minute after the one before. */
async function aCall(id: string, { unitId = 'garden', from, matches = [], answeredBy, written = [] }: Told): Promise<void> {
  house.clock.pass(60_000);
  const at = house.clock.now();
  began[id] = at;
  await house.record(id, {
    kind: 'arrived',
    key: 'arrived',
    at,
    direction: 'inbound',
    line: { lineId: `${unitId}-main`, number: '+8675586001234', unitId, unitName: unitId === 'garden' ? '阳光花园管理处' : 'Harbour View', unitNameEn: null, language: 'zh-CN', languages: ['zh-CN'], cycleMs: 5000 },
    callerNumber: from,
    callerRaw: from ?? 'anonymous',
    callerCity: '深圳',
    matches,
  });
  await house.record(id, { kind: 'offered', key: 'offered:0', at, round: 0, agents: [{ id: 'agent', name: '李静' }, { id: 'agent2', name: '陈晓明' }], deadlineAt: at + 12_500 });
  house.clock.pass(3000);
  if (answeredBy !== undefined) await house.accept(id, answeredBy);
  if (written.length > 0) await house.record(id, ...written.map((fact) => ({ ...fact, at: house.clock.now() })));
  house.clock.pass(4000);
  await house.hangUp(id);
}

const note = (text: string): Fact => ({ kind: 'noted', key: 'noted:remark:1', at: 0, name: 'remark', text, by });
const about = (matter: 'repair' | 'complaint'): Fact => ({ kind: 'matter', key: 'matter:1', at: 0, matter, by });
const couple = [
  { residentId: 'r1', name: '刘敏', title: '女士', address: '3栋1单元1502', occupancy: 'owner' as const },
  { residentId: 'r2', name: '周强', title: '先生', address: '3栋1单元1502', occupancy: 'owner' as const },
];

beforeAll(async () => {
  house = await aHouse();
  await aCall('CA1', { from: '+8613800138001', matches: couple, answeredBy: 'agent', written: [about('repair'), note('100% 漏水_厨房 O\'Brien "急" \\ 🏠 转 0755-2660 1101')] });
  await aCall('CA2', { from: '+8613800138009' });
  await aCall('CA3', { from: null });
  await aCall('CA4', { from: '+85291230012', unitId: 'harbour', answeredBy: 'agent2', written: [about('complaint')] });
  await aCall('CA5', { from: '+8675526601302', answeredBy: 'agent2', written: [note('x'.repeat(3000))] });
  await aCall('CA6', { from: '+8613800138009' });
  await house.record('CA6', { kind: 'followedUp', key: 'followedUp:1', at: house.clock.now(), state: 'dismissed', reason: '骚扰：卖保险', by });
  as = await house.signIn('admin');
});
afterAll(() => house.close());

const list = (query: Record<string, string>) => house.ask('GET', `/api/calls?${new URLSearchParams(query).toString()}`, { as });
const found = async (query: Record<string, string>): Promise<string[]> => ((await list(query)).body as { items: CallCard[] }).items.map(({ id }) => id);

describe('the list of calls', () => {
  test('newest first; one row a call, whoever’s phone rang', async () => {
    expect(await found({})).toEqual(['CA6', 'CA5', 'CA4', 'CA3', 'CA2', 'CA1']);
  });

  test.each([
    [{ outcome: 'agent' }, ['CA5', 'CA4', 'CA1']],
    [{ outcome: 'abandoned-ringing' }, ['CA6', 'CA3', 'CA2']],
    [{ missed: 'open' }, ['CA3', 'CA2']],
    [{ missed: 'dismissed' }, ['CA6']],
    [{ missed: 'called-back' }, []],
    [{ matter: 'repair' }, ['CA1']],
    [{ agentId: 'agent2' }, ['CA5', 'CA4']],
    [{ unitId: 'harbour' }, ['CA4']],
    [{ agentId: 'agent2', matter: 'complaint', unitId: 'harbour', outcome: 'agent' }, ['CA4']],
    [{ agentId: 'agent', matter: 'complaint' }, []],
    [{ state: 'ended', q: '13800138009', missed: 'open' }, ['CA2']],
  ] as [Record<string, string>, string[]][])('by %j', async (query, ids) => {
    expect(await found(query)).toEqual(ids);
  });

  test('of a span of time: its begin counts in, its end does not', async () => {
    expect(await found({ from: String(began['CA2']), to: String(began['CA4']) })).toEqual(['CA3', 'CA2']);
    expect(await found({ from: String(began['CA6']) })).toEqual(['CA6']);
    expect(await found({ to: String(began['CA1']) })).toEqual([]);
  });

  test.each([
    ['138 0013 8009', ['CA6', 'CA2']],
    ['138-0013', ['CA6', 'CA2', 'CA1']],
    ['＋８６　１３８００１３８００１', ['CA1']],
    ['0755 2660', ['CA5', 'CA1']],
    ['+852 9123 0012', ['CA4']],
    ['8009', ['CA6', 'CA2']],
    ['刘敏', ['CA1']],
    ['周先生', ['CA1']],
    ['1502 漏水', ['CA1']],
    ['漏水　王芳', []],
    ['100%', ['CA1']],
    ['%', ['CA1']],
    ['漏水_厨', ['CA1']],
    ['_', ['CA1']],
    ["o'brien", ['CA1']],
    ["' or 1=1 --", []],
    ['"急"', ['CA1']],
    ['\\', ['CA1']],
    ['🏠', ['CA1']],
    ['😀', []],
    ['<script>', []],
    ['保险', ['CA6']],
    ['陈晓明', ['CA5', 'CA4']],
    ['harbour view', ['CA4']],
    ['x'.repeat(100), ['CA5']],
    ['   ', ['CA6', 'CA5', 'CA4', 'CA3', 'CA2', 'CA1']],
  ] as [string, string[]][])('looked through for %j', async (q, ids) => {
    expect(await found({ q })).toEqual(ids);
  });

  test('what cannot be looked for is refused by name', async () => {
    for (const [query, field] of [
      [{ q: 'x'.repeat(101) }, 'q'],
      [{ missed: 'maybe' }, 'missed'],
      [{ matter: 'weather' }, 'matter'],
      [{ from: 'yesterday' }, 'from'],
      [{ to: '1.5' }, 'to'],
      [{ cursor: 'none of yours' }, 'cursor'],
    ] as [Record<string, string>, string][]) {
      const answer = await list(query);
      expect([query, answer.status, fieldsOf(answer)]).toEqual([query, 400, [field]]);
    }
  });

  test('page after page leaves no gap and repeats nothing, also while calls come in, and with a filter', async () => {
    for (const query of [{}, { outcome: 'agent' }, { q: '138' }] as Record<string, string>[]) {
      const whole = await found(query);
      const seen: string[] = [];
      let next: string | undefined;
      do {
        const { body } = await list({ ...query, limit: '1', ...(next === undefined ? {} : { cursor: next }) });
        const page = body as { items: CallCard[]; next?: string };
        seen.push(...page.items.map(({ id }) => id));
        next = page.next;
      } while (next !== undefined);
      expect(seen).toEqual(whole);
    }
  });

  test('an agent looks through his own offices only, whatever he asks', async () => {
    const garden = await house.signIn('agent');
    const ask = (query: string) => house.ask('GET', `/api/calls?${query}`, { as: garden });
    expect(((await ask('q=9123')).body as { items: CallCard[] }).items).toEqual([]);
    expect(((await ask('agentId=agent2')).body as { items: CallCard[] }).items.map(({ id }) => id)).toEqual(['CA5']);
    expect(codeOf(await ask('unitId=harbour'))).toBe('forbidden');
    expect(codeOf(await house.ask('GET', '/api/calls?missed=open', { as: await house.signIn('staff') }))).toBe('forbidden');
  });
});

describe('a caller’s file', () => {
  test('has his other calls, newest first, of the offices one may see', async () => {
    const { body } = await house.ask('GET', '/api/calls/CA2/caller', { as });
    expect((body as { calls: CallCard[] }).calls.map(({ id }) => id)).toEqual(['CA6']);
  });

  test('of a hidden number is empty: callers who hide theirs are not one person', async () => {
    expect((await house.ask('GET', '/api/calls/CA3/caller', { as })).body).toEqual({ openSlips: [], calls: [] });
  });

  test('of a call of another office does not exist', async () => {
    expect(codeOf(await house.ask('GET', '/api/calls/CA4/caller', { as: await house.signIn('agent') }))).toBe('not_found');
  });
});
