import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Slip, SlipPatch } from '../../server/contract/slip.ts';
import { slip as slipShape } from '../../server/contract/slip.ts';
import { demoStaff } from '../../server/people/demoStaff.ts';
import { cityOf } from '../../server/people/numberCity.ts';
import { readNumber } from '../../server/people/phoneNumber.ts';
import type { SlipStore } from '../../server/slips/ports.ts';
import type { CallOfSlip, SlipSeed } from '../../server/slips/senses.ts';
import { openSlipDesk, type SlipDesk } from '../../server/slips/slipDesk.ts';
import type { Store } from '../../server/store/openStore.ts';
import { planOfNobody } from '../support/planOfNobody.ts';
import { openRecords } from '../people/support/sqliteRecords.ts';
import { removeTemporaryFolders } from '../store/support/folders.ts';

const staff = demoStaff('sunshine', 'harbour');
const agent = { id: 'agent', name: '李静' };
const agent2 = { id: 'agent2', name: '陈晓明' };
const arrivedAt = Date.UTC(2026, 9, 14, 2, 0, 0);
const now = arrivedAt + 60_000;
const calls = new Map<string, CallOfSlip>([
  ['CA1', { number: '+8613800138000', city: '北京市', arrivedAt, unitId: 'sunshine', unitName: '阳光花园管理处' }],
  ['CA2', { number: null, arrivedAt, unitId: 'sunshine', unitName: '阳光花园管理处' }],
  ['CA3', { number: '+85223012345', arrivedAt, unitId: 'harbour', unitName: 'Harbour View Residences' }],
]);

let store: Store;
let lastId = 0;
let desk: SlipDesk;
const openDesk = (slips: SlipStore): SlipDesk =>
  openSlipDesk({
    store: slips,
    cityOf: (e164) => cityOf(e164, 'zh-CN'),
    readNumber: (raw) => readNumber(raw, 'CN'),
    callOf: (callId) => Promise.resolve(calls.get(callId) ?? null),
    newId: () => `slip${++lastId}`,
    newSendingId: () => `sending${++lastId}`,
    planOf: planOfNobody,
    staffName: (id) => staff.find((one) => one.id === id) ?? null,
  });
beforeAll(async () => {
  store = await openRecords();
  desk = openDesk(store.slips);
});
afterAll(async () => {
  await store.close();
  removeTemporaryFolders();
});

const create = (input: Partial<Parameters<SlipDesk['create']>[0]> = {}) => desk.create({ unitId: 'sunshine', ...input }, agent, now);
const patch = (slip: Slip, input: SlipPatch, writer = agent) => desk.patch(slip.id, input, writer, now + 1000);

describe('3, 4, 7 and 8 can be filled by the system, each marked with where it came from (DOMAIN 4)', () => {
  test('a slip of a call knows its number, city, time and recorder', async () => {
    const slip = await create({ callId: 'CA1' });
    expect(slipShape.parse(slip)).toEqual(slip);
    expect(slip).toMatchObject({
      version: 1,
      callId: 'CA1',
      state: 'draft',
      readBack: false,
      callerNumber: '+8613800138000',
      callerCity: '北京市',
      calledAt: '2026-10-14T02:00:00.000Z',
      recordedBy: '李静',
      sources: { callerNumber: 'carrier', callerCity: 'numbering-plan', calledAt: 'clock', recordedBy: 'session' },
      missing: ['recipient', 'caller', 'message', 'actions'],
    });
    expect(await desk.get(slip.id)).toEqual(slip);
  });

  test('without a call the clock is that of now; a withheld number stays missing', async () => {
    expect(await create()).toMatchObject({ callId: null, callerNumber: '', calledAt: '2026-10-14T02:01:00.000Z' });
    expect((await create({ callId: 'CA2' })).missing).toEqual(['recipient', 'caller', 'number', 'city', 'message', 'actions']);
  });

  test('what is typed in wins over what the system knows, source person', async () => {
    const slip = await create({ callId: 'CA1', callerNumber: '0755 8600 1234 转 8012', calledAt: '2026-10-14T09:30:00+08:00', recordedBy: '王芳' });
    expect(slip).toMatchObject({
      callerNumber: '+8675586001234',
      callerExtension: '8012',
      callerCity: '广东省深圳市',
      calledAt: '2026-10-14T01:30:00.000Z',
      recordedBy: '王芳',
      sources: { callerNumber: 'person', callerCity: 'numbering-plan', calledAt: 'person', recordedBy: 'person' },
    });
  });

  test('all eight filled and read back: nothing is missing', async () => {
    const slip = await create({ callId: 'CA1', recipientId: 'zhangwei', callerName: '王建军', message: '厨房漏水,请来修', actionsRequested: ['call-back', 'call-back'], state: 'taken', readBack: true });
    expect(slip).toMatchObject({ state: 'taken', readBack: true, missing: [], recipient: '张伟', recipientId: 'zhangwei', actionsRequested: ['call-back'], sources: { recipient: 'directory' } });
  });
});

describe('what a slip refuses', () => {
  test.each([
    ['a recipient whom nobody knows', { recipientId: 'nobody' }, 'recipientId'],
    ['a call that nobody knows', { callId: 'CA404' }, 'callId'],
    ['a call of another office, whose number would leak', { callId: 'CA3' }, 'callId'],
    ['text that is too long once it is clean', { callerName: '\u0958'.repeat(150) }, 'callerName'],
    ['a time that is none', { calledAt: 'yesterday' }, 'calledAt'],
  ])('%s, naming the field', async (_, input, field) => {
    await expect(create(input)).rejects.toMatchObject({ code: 'bad_input', fields: { [field]: expect.any(String) } });
  });

  test('a patch of an unknown slip, and of an unknown recipient', async () => {
    await expect(desk.patch('nowhere', { message: 'x' }, agent, now)).rejects.toMatchObject({ code: 'not_found' });
    const slip = await create();
    await expect(patch(slip, { recipientId: 'nobody', message: 'lost?' })).rejects.toMatchObject({ code: 'bad_input', fields: { recipientId: expect.any(String) } });
    expect(await desk.get(slip.id)).toEqual(slip);
  });

  test('a stale version, and only when one is given', async () => {
    const slip = await create();
    const second = await patch(slip, { message: 'a', version: 1 });
    expect(second.version).toBe(2);
    await expect(patch(slip, { message: 'b', version: 1 })).rejects.toMatchObject({ code: 'conflict' });
    expect((await patch(slip, { message: 'c' })).version).toBe(3);
  });
});

describe('each keystroke of a draft is kept', () => {
  test('a typed number in any style becomes E.164 and the city follows it', async () => {
    let slip = await create({ callId: 'CA1' });
    slip = await patch(slip, { callerNumber: '020 8765 4321' });
    expect(slip).toMatchObject({ callerNumber: '+862087654321', callerCity: '广东省广州市', sources: { callerNumber: 'person', callerCity: 'numbering-plan' } });
    slip = await patch(slip, { callerNumber: '138' });
    expect(slip).toMatchObject({ callerNumber: '138', callerCity: '', missing: expect.arrayContaining(['city']) });
    expect(slip.sources).not.toHaveProperty('callerCity');
    slip = await patch(slip, { callerNumber: '13800138000' });
    expect(slip).toMatchObject({ callerNumber: '+8613800138000', callerCity: '北京市' });
    slip = await patch(slip, { callerNumber: '' });
    expect(slip).toMatchObject({ callerNumber: '', callerCity: '', missing: expect.arrayContaining(['number', 'city']) });
  });

  test('a city that a person wrote stays, whatever the number', async () => {
    let slip = await create({ callId: 'CA1' });
    slip = await patch(slip, { callerCity: '上海' });
    slip = await patch(slip, { callerNumber: '075586001234' });
    expect(slip).toMatchObject({ callerCity: '上海', sources: { callerCity: 'person' } });
  });

  test('another name typed over a chosen recipient lets go of him: never passed on wrongly (S3 接听.4)', async () => {
    let slip = await create({ recipientId: 'zhangwei' });
    slip = await patch(slip, { recipient: '张伟' });
    expect(slip).toMatchObject({ recipient: '张伟', recipientId: 'zhangwei' });
    slip = await patch(slip, { recipient: '王芳' });
    expect(slip).toMatchObject({ recipient: '王芳', recipientId: null, sources: { recipient: 'person' } });
    slip = await patch(slip, { recipientId: 'wangfang' });
    expect(slip).toMatchObject({ recipient: '王芳', recipientId: 'wangfang', sources: { recipient: 'directory' } });
    slip = await patch(slip, { recipientId: null });
    expect(slip).toMatchObject({ recipient: '', recipientId: null, missing: expect.arrayContaining(['recipient']) });
  });

  test('a recipient chosen by id and name together comes from the directory', async () => {
    expect(await patch(await create(), { recipientId: 'zhangwei', recipient: '张伟' })).toMatchObject({ recipient: '张伟', recipientId: 'zhangwei', sources: { recipient: 'directory' } });
  });

  test.each([
    ['１３５　１０９０　２７１６', '+8613510902716', ''],
    ['135 1090 2716', '+8613510902716', ''],
    ['135-1090-2716', '+8613510902716', ''],
    ['+86 135 1090 2716', '+8613510902716', ''],
    ['0086-13510902716', '+8613510902716', ''],
    ['(+86)135.1090.2716', '+8613510902716', ''],
    ['135-1090-2716 转 8012', '+8613510902716', '8012'],
    ['13510902716转8012', '+8613510902716', '8012'],
    ['0755-8600 1234 ext. 5', '+8675586001234', '5'],
    ['（０７５５）８６００１２３４　分机：８０１２', '+8675586001234', '8012'],
    ['0755-86001234 内线 12', '+8675586001234', '12'],
    ['0755-86001234-8012', '+8675586001234', '8012'],
    ['0755 8600 1234 #8', '+8675586001234', '8'],
    ['0755 8600 1234,,5', '+8675586001234', '5'],
    ['手机：13510902716', '+8613510902716', ''],
    ['tel:+8613510902716', '+8613510902716', ''],
    ['+852 2301 2345', '+85223012345', ''],
    ['\u200e+86 135 1090 2716\u200e', '+8613510902716', ''],
    ['010-6552 9988', '+861065529988', ''],
    ['400-820-8820', '+864008208820', ''],
  ])('a number pasted as %j is %s, extension %j', async (pasted, number, extension) => {
    expect(await patch(await create(), { callerNumber: pasted })).toMatchObject({ callerNumber: number, callerExtension: extension });
  });

  test.each(['8012', '他说老号码', '保密', '1351090271', '135 1090 2716 或 138 0013 8000', '微信同号'])('what is no number (%j) is kept as it was written, and no city is made up', async (text) => {
    expect(await patch(await create({ callId: 'CA1' }), { callerNumber: text })).toMatchObject({ callerNumber: text, callerExtension: '', callerCity: '' });
  });

  test('what the caller would not say is declined, not missing; no field twice', async () => {
    const slip = await patch(await create(), { declined: ['number', 'caller', 'number'] });
    expect(slip.declined).toEqual(['caller', 'number']);
    expect(slip.missing).toEqual(['recipient', 'city', 'message', 'actions']);
    expect((await patch(slip, { declined: [] })).missing).toContain('number');
  });

  test('taken without a read-back says so; a read-back is kept; a late draft does not un-take it', async () => {
    let slip = await patch(await create(), { state: 'taken' });
    expect(slip).toMatchObject({ state: 'taken', readBack: false });
    slip = await patch(slip, { readBack: true });
    slip = await patch(slip, { state: 'draft', message: '补充' });
    expect(slip).toMatchObject({ state: 'taken', readBack: true, message: '补充' });
  });

  test('odd text is cleaned, never refused', async () => {
    const slip = await patch(await create(), { callerName: 'A\u0000\ud800\nB', message: 'e\u0301\r\n2' });
    expect(slip).toMatchObject({ callerName: 'A\ufffd B', message: '\u00e9\n2' });
  });

  test('every change is in the history with who made it; a patch that changes nothing is no change', async () => {
    let slip = await create({ callId: 'CA1' });
    slip = await patch(slip, { message: '漏水' }, agent2);
    slip = await patch(slip, { message: '漏水' }, agent2);
    expect(slip.version).toBe(2);
    const history = await store.slips.loadHistory(slip.id);
    expect(history).toMatchObject([
      { version: 1, by: 'agent', at: now },
      { version: 2, by: 'agent2', at: now + 1000, changed: { message: '漏水' } },
    ]);
    expect(history[1]?.changed).not.toHaveProperty('callerNumber');
  });

  test('listeners hear each saved version, and nothing of what was not saved', async () => {
    const heard: number[] = [];
    const stop = desk.onSaved((slip) => heard.push(slip.version));
    const slip = await create();
    await patch(slip, { message: 'x' });
    await patch(slip, { message: 'x' });
    await expect(patch(slip, { recipientId: 'nobody' })).rejects.toThrow();
    stop();
    await patch(slip, { message: 'y' });
    expect(heard).toEqual([1, 2]);
  });
});

describe('several write one slip', () => {
  const patches: SlipPatch[] = [
    { callerName: '王建军' },
    { callerCompany: '阳光幼儿园' },
    { callerNumber: '0755-86001234转8012' },
    { callerCity: '东莞' },
    { callerExtension: '6' },
    { message: '厨房漏水' },
    { actionsRequested: ['call-back'] },
    { actionsPermitted: ['any-time'] },
    { calledAt: '2026-10-14T10:00:00+08:00' },
    { recordedBy: '王芳' },
    { declined: ['city'] },
    { recipientId: 'zhangwei' },
    { state: 'taken' },
    { readBack: true },
  ];
  // When it went on its way, and how often anew, does depend on the order; whom it is with in the end does not.
  const settled = (slip: Slip) => ({ ...slip, id: '', version: 0, delivery: { holder: slip.delivery?.holder, isUrgent: slip.delivery?.isUrgent } });

  test('patches of different fields end in the same slip in every order, at once or one by one, from one server or two', async () => {
    const reference = await create({ callId: 'CA1' });
    for (const one of patches) await patch(reference, one);
    const expected = settled((await desk.get(reference.id)) as Slip);
    const otherServer = openDesk(store.slips);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(patches, { minLength: patches.length }), fc.boolean(), async (order, atOnce) => {
        const slip = await create({ callId: 'CA1' });
        if (atOnce) await Promise.all(order.map((one, at) => (at % 2 ? otherServer : desk).patch(slip.id, one, agent, now)));
        else for (const one of order) await patch(slip, one);
        const end = (await desk.get(slip.id)) as Slip;
        expect(settled(end)).toEqual(expected);
        expect(end.version).toBe(1 + patches.length);
        expect(await store.slips.loadHistory(slip.id)).toHaveLength(1 + patches.length);
      }),
      { numRuns: 25 },
    );
  });
});

describe('two write the same field', () => {
  test('the later one is told what the other wrote; what nobody else touched is saved all the same', async () => {
    const slip = await create({ callId: 'CA1' });
    const theirs = await patch(slip, { message: '厨房漏水', base: { message: '' } }, agent2);
    await expect(patch(slip, { message: '水管坏了', callerName: '王建军', base: { message: '', callerName: '' } })).rejects.toMatchObject({ code: 'conflict', fields: { message: '厨房漏水' } });
    expect(await desk.get(slip.id)).toMatchObject({ version: theirs.version + 1, message: '厨房漏水', callerName: '王建军' });
    expect(await patch(slip, { message: '水管坏了', base: { message: '厨房漏水' } })).toMatchObject({ message: '水管坏了' });
  });

  test('a number is compared as a number: made again after a lost answer, it is no conflict', async () => {
    const slip = await create({ callId: 'CA1' });
    const once: SlipPatch = { callerNumber: '135-1090-2716 转 8012', base: { callerNumber: '+8613800138000' } };
    const first = await patch(slip, once);
    expect(first).toMatchObject({ callerNumber: '+8613510902716', callerExtension: '8012' });
    expect(await patch(slip, once)).toEqual(first);
    await expect(patch(slip, { callerNumber: '13800138001', base: { callerNumber: '+8613800138000' } })).rejects.toMatchObject({ code: 'conflict', fields: { callerNumber: '+8613510902716' } });
  });

  test('choices and what the caller would not say are merged, never a conflict', async () => {
    const slip = await create();
    await patch(slip, { actionsRequested: ['urgent'], declined: ['city'], base: { actionsRequested: [], declined: [] } }, agent2);
    expect(await patch(slip, { actionsRequested: ['call-back'], declined: ['caller'], base: { actionsRequested: [], declined: [] } })).toMatchObject({ actionsRequested: ['urgent', 'call-back'], declined: ['caller', 'city'] });
    expect(await patch(slip, { actionsRequested: ['call-back'], base: { actionsRequested: ['urgent', 'call-back'] } }, agent2)).toMatchObject({ actionsRequested: ['call-back'] });
  });

  test('a recipient chosen for one name does not replace another name that was written meanwhile', async () => {
    const slip = await create();
    await patch(slip, { recipient: '李工', base: { recipient: '' } }, agent2);
    await expect(patch(slip, { recipientId: 'zhangwei', base: { recipientId: null, recipient: '' } })).rejects.toMatchObject({ code: 'conflict', fields: { recipientId: '' } });
    expect(await desk.get(slip.id)).toMatchObject({ recipient: '李工', recipientId: null });
  });
});

describe('the history as people read it', () => {
  test('a word typed letter by letter is one change; another field, another writer and a pause begin a new one; what followed from a value comes with it', async () => {
    const slip = await create({ callId: 'CA1' });
    const at = (seconds: number, input: SlipPatch, writer = agent) => desk.patch(slip.id, input, writer, now + seconds * 1000);
    await at(1, { message: '厨' });
    await at(2, { message: '厨房' });
    await at(3, { message: '厨房漏水' });
    await at(4, { callerNumber: '0755860' });
    await at(5, { callerNumber: '075586001234' });
    await at(6, { message: '厨房漏水，急' });
    await at(7, { message: '厨房漏水，很急' }, agent2);
    await at(300, { message: '厨房漏水' }, agent2);
    expect(await desk.history(slip.id)).toMatchObject([
      { version: 1, by: 'agent', changed: { callerNumber: '+8613800138000', state: 'draft', recordedBy: '李静' } },
      { at: now + 3000, by: 'agent', changed: { message: '厨房漏水' } },
      { at: now + 5000, by: 'agent', changed: { callerNumber: '+8675586001234', callerCity: '广东省深圳市' } },
      { at: now + 6000, by: 'agent', changed: { message: '厨房漏水，急' } },
      { at: now + 7000, by: 'agent2', changed: { message: '厨房漏水，很急' } },
      { at: now + 300_000, by: 'agent2', changed: { message: '厨房漏水' } },
    ]);
    const [first] = await desk.history(slip.id);
    expect(Object.keys(first?.changed ?? {})).not.toEqual(expect.arrayContaining(['message', 'sources', 'id']));
  });
});

describe('values that the system knows', () => {
  const aSeed = (slipId: string, over: Partial<SlipSeed> = {}): SlipSeed => ({
    slipId,
    unitId: 'sunshine',
    state: 'draft',
    readBack: false,
    content: { recipient: '张伟', recipientId: 'zhangwei', callerNumber: '+8613800138000', callerCity: '北京市', calledAt: '2026-10-14T02:00:00.000Z', recordedBy: '李静' },
    recordingSid: null,
    sources: { recipient: 'directory', callerNumber: 'carrier', callerCity: 'numbering-plan', calledAt: 'clock', recordedBy: 'session' },
    declined: [],
    ...over,
  });

  test('asking for somebody away opens a slip with fields 1, 3, 4, 7, 8 (DESIGN 7, call:wanted)', async () => {
    const slip = await desk.keep('CA1', aSeed('kept1'), now);
    expect(slip).toMatchObject({ id: 'kept1', version: 1, callId: 'CA1', state: 'draft', recipient: '张伟', recipientId: 'zhangwei', missing: ['caller', 'message', 'actions'] });
  });

  test('the same seed again, now or later, changes nothing', async () => {
    const first = await desk.keep('CA1', aSeed('kept2'), now);
    const seeds = await Promise.all(Array.from({ length: 5 }, (_, at) => desk.keep('CA1', aSeed('kept2'), now + at)));
    expect(seeds).toEqual(Array.from({ length: 5 }, () => first));
    expect(await store.slips.loadHistory('kept2')).toHaveLength(1);
  });

  test('the attendant\'s slip grows with the call: spoken name, recording, taken', async () => {
    await desk.keep('CA1', aSeed('kept3', { content: { callerName: '王先生', recordedBy: '自动接听' }, sources: { callerName: 'speech', recordedBy: 'session' }, declined: ['actions'] }), now);
    const slip = await desk.keep('CA1', aSeed('kept3', { state: 'taken', recordingSid: 'RE123', content: { message: '厨房漏水' }, sources: { message: 'speech' } }), now);
    expect(slip).toMatchObject({
      state: 'taken',
      readBack: false,
      callerName: '王先生',
      message: '厨房漏水',
      recordingUrl: '/api/recordings/RE123',
      callerNumber: '+8613800138000',
      callerCity: '北京市',
      calledAt: '2026-10-14T02:00:00.000Z',
      declined: ['actions'],
      missing: ['recipient'],
      sources: { callerName: 'speech', callerNumber: 'carrier', message: 'speech' },
    });
    expect((await store.slips.loadHistory('kept3')).map((change) => change.by)).toEqual(['attendant', 'attendant']);
  });

  test('an old seed that comes late takes nothing away', async () => {
    const later = aSeed('kept4', { state: 'taken', recordingSid: 'RE1', content: { callerName: '王先生', message: '漏水', actionsRequested: ['call-back'] } });
    const slip = await desk.keep('CA1', later, now);
    expect(await desk.keep('CA1', aSeed('kept4', { content: { callerName: '', message: '', actionsRequested: [] } }), now + 5)).toEqual(slip);
  });

  test('a number that a person corrected keeps its own city', async () => {
    const slip = await desk.keep('CA1', aSeed('kept5'), now);
    await patch(slip, { callerNumber: '075586001234' });
    expect(await desk.keep('CA1', aSeed('kept5'), now)).toMatchObject({ callerNumber: '+8675586001234', callerCity: '广东省深圳市' });
  });

  test('a chosen recipient stays chosen', async () => {
    const slip = await desk.keep('CA1', aSeed('kept6'), now);
    await patch(slip, { recipientId: 'wangfang' });
    expect(await desk.keep('CA1', aSeed('kept6'), now)).toMatchObject({ recipient: '王芳', recipientId: 'wangfang' });
  });

  test('a seed is never refused: a recipient who left stays as a name, text is cut, an unknown call is borne', async () => {
    const slip = await desk.keep('CA404', aSeed('kept7', { content: { recipient: '赵六', recipientId: 'gone', callerName: 'x\u0000'.repeat(900), message: '👍'.repeat(11_000), calledAt: 'no time' } }), now);
    expect(slip).toMatchObject({ recipient: '赵六', recipientId: null, callId: 'CA404', calledAt: new Date(now).toISOString() });
    expect(slip.callerName).toHaveLength(200);
    expect(slip.message).toBe('👍'.repeat(10_000));
    expect(slipShape.parse(slip)).toEqual(slip);
  });

  test('no seed, in no order, ever overwrites what a person wrote', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    const content = fc.record({ recipient: text, callerName: text, callerCompany: text, callerNumber: text, callerExtension: text, callerCity: text, message: text, actionsRequested: fc.array(fc.constantFrom('call-back', 'urgent'), { maxLength: 2 }), recordedBy: text }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(content, fc.array(content, { minLength: 1, maxLength: 3 }), async (typed, seeds) => {
        const slip = await create({ callId: 'CA1' });
        const written = await patch(slip, typed);
        let kept = written;
        for (const one of seeds) kept = await desk.keep('CA1', aSeed(slip.id, { content: { ...one, recipientId: 'zhangwei' } }), now);
        for (const name of Object.keys(typed) as (keyof typeof typed)[]) {
          expect([name, kept[name]]).toEqual([name, written[name]]);
          expect(kept.sources[name]).toBe('person');
        }
        if ('recipient' in typed) expect(kept.recipientId ?? null).toBeNull();
      }),
      { numRuns: 40 },
    );
  });
});
