import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Sending } from '../../server/contract/delivery.ts';
import type { Letter, OpenLetter } from '../../server/contract/letter.ts';
import type { Slip } from '../../server/contract/slip.ts';
import type { CallBacks } from '../../server/http/deps.ts';
import { usualDelivery } from '../../server/contract/delivery.ts';
import { aHouse, codeOf, fieldsOf } from './aHouse.ts';
import type { Answer, House, HouseOptions } from './aHouse.ts';

let house: House;
let agent: string;

const words = { recipient: '张伟', recipientId: 'zhangwei', callerName: '李女士', callerNumber: '+8613510902716', message: '厨房水管又漏了', actionsRequested: ['call-back', 'urgent'], actionsPermitted: ['any-time'] };

/** An office with a deputy who is there, and a slip that was taken for somebody who has a phone. */
async function open(options: HouseOptions = {}): Promise<void> {
  house = await aHouse(options);
  const [wang, zhang] = [house.directory.staff('wangfang'), house.directory.staff('zhangwei')];
  if (!wang || !zhang) throw new Error('the house has other people');
  const deputy = { ...wang, id: 'liuqiang', name: '刘强', title: '副主管', extension: '8013', privateNumbers: ['+8613600001199'] };
  const cleaner = { ...wang, id: 'wuguilan', name: '吴桂兰', department: '清洁', extension: '8041' };
  await house.directory.save({ staff: [{ ...zhang, deputyIds: ['liuqiang'], reach: [{ channel: 'sms', address: '+85291234501', secret: '', mention: '' }] }, { ...deputy, reach: [{ channel: 'sms', address: '+8613600001199', secret: '', mention: '' }] }, cleaner] });
  agent = await house.signIn('agent');
}
beforeEach(() => open());
afterEach(() => house.close());

const take = async (over: object = {}): Promise<Slip> => (await house.ask('POST', '/api/slips', { as: agent, body: { ...words, state: 'taken', readBack: true, ...over } })).body as Slip;
const sendingsOf = async (slip: Slip): Promise<Sending[]> => house.slipDesk.sendings(slip.id);
async function tokenOf(slip: Slip, name = '张伟', expiresAt = house.clock.now() + 3_600_000): Promise<string> {
  const sending = (await sendingsOf(slip)).findLast(({ to }) => to.name === name);
  if (!sending) throw new Error(`${name} was sent nothing`);
  return house.links.token({ sendingId: sending.id, expiresAt });
}
const look = (token: string): Promise<Answer> => house.ask('GET', `/api/letters/${token}`);
const act = (token: string, what: string, body: object = {}): Promise<Answer> => house.ask('POST', `/api/letters/${token}/${what}`, { body });
const opened = (answer: Answer): OpenLetter => {
  const letter = answer.body as Letter;
  if (answer.status !== 200 || letter.standing !== 'yours') throw new Error(`not open: ${answer.status} ${JSON.stringify(answer.body)}`);
  return letter;
};
const stored = async (slip: Slip): Promise<Slip> => (await house.ask('GET', `/api/slips/${slip.id}`, { as: agent })).body as Slip;

describe('a link that was sent', () => {
  test('opens its message without signing in: the eight fields, the office, who is told next and when, to whom it may go; nobody’s private number, nothing cached or indexed', async () => {
    const slip = await take();
    const answer = await look(await tokenOf(slip));
    expect(opened(answer)).toMatchObject({
      office: { name: '阳光花园管理处', timeZone: 'Asia/Shanghai', language: 'zh-CN', number: '+8675586001234' },
      part: 'recipient',
      ...{ recipient: '张伟', callerName: '李女士', callerNumber: '+8613510902716', message: '厨房水管又漏了', actionsRequested: ['call-back', 'urgent'], readBack: true, recordedBy: 'name of agent' },
      next: { at: house.clock.now() + usualDelivery.urgentMs, whom: 'other', part: 'deputy', name: '刘强', title: '副主管', channel: 'sms' },
      colleagues: [{ id: 'liuqiang', name: '刘强', title: '副主管', isDeputy: true }, { id: 'wangfang', name: '王芳', title: '主管', isDeputy: false }],
      acts: [],
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/91234501|13600001199|13800138000/);
    expect(Object.fromEntries(['cache-control', 'referrer-policy', 'x-robots-tag'].map((name) => [name, answer.headers.get(name)]))).toEqual({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow, noarchive' });
  });

  test('changes nothing by being looked at, as scanners of mail do; the page says by itself that it stands before somebody’s eyes', async () => {
    const slip = await take();
    const token = await tokenOf(slip);
    const before = await stored(slip);
    await look(token);
    expect(await stored(slip)).toEqual(before);
    opened(await act(token, 'opened'));
    expect(await stored(slip)).toMatchObject({ state: 'read', delivery: { acts: [{ what: 'begun' }, { what: 'opened', by: { id: 'staff', name: '张伟' } }] } });
    const { version } = await stored(slip);
    opened(await act(token, 'opened'));
    expect((await stored(slip)).version).toBe(version);
  });

  test('acknowledges, answers the front desk in a sentence, and settles; each is on the record as his', async () => {
    const slip = await take();
    const token = await tokenOf(slip);
    expect(opened(await act(token, 'acknowledge'))).toMatchObject({ isAcknowledged: true, isDone: false, next: null, acts: [{ what: 'acknowledged', by: '张伟', isMine: true }] });
    expect(opened(await act(token, 'reply', { words: ' 11 点前回电 ' })).acts.at(-1)).toMatchObject({ what: 'replied', words: '11 点前回电', isMine: true });
    // [V9]
    expect(codeOf(await act(token, 'reply', { words: '打 138 0013 8000' }))).toBe('needs_confirmation');
    expect(opened(await act(token, 'done', { words: '修好了' }))).toMatchObject({ isDone: true, state: 'done' });
    expect((await stored(slip)).delivery?.acts.map(({ what, by }) => `${what} ${by?.name ?? ''}`.trim())).toEqual(['begun', 'acknowledged 张伟', 'replied 张伟', 'done 张伟']);
    for (const body of [{}, { words: '  ' }, { words: 'x'.repeat(501) }, { words: 'ja', more: 1 }]) expect(codeOf(await act(token, 'reply', body))).toBe('bad_input');
  });

  test('passes it on to those whom the message names, and to nobody else; then it opens for the other one and not for him', async () => {
    const slip = await take();
    const token = await tokenOf(slip);
    for (const staffId of ['harbour-chan', 'zhangwei', 'wuguilan', 'nobody']) expect(fieldsOf(await act(token, 'pass', { staffId }))).toEqual(['staffId']);
    expect((await act(token, 'pass', { staffId: 'liuqiang', words: '我在外面' })).body).toEqual({ standing: 'elsewhere', office: expect.anything(), holder: '刘强' });
    const after = await look(token);
    expect(after.body).toMatchObject({ standing: 'elsewhere', holder: '刘强' });
    expect(JSON.stringify(after.body)).not.toMatch(/水管|13510902716|李女士/);
    for (const what of ['acknowledge', 'opened', 'done', 'call-back']) expect(codeOf(await act(token, what))).toBe('wrong_state');
    expect(codeOf(await act(token, 'reply', { words: '还是我来' }))).toBe('wrong_state');
    expect(opened(await look(await tokenOf(slip, '刘强')))).toMatchObject({ part: 'passed', acts: [{ what: 'passed', by: '张伟', to: '刘强', words: '我在外面', isMine: false }] });
  });

  test('still opens for him after it was sent anew by hand, and for the deputy who was told', async () => {
    const slip = await take();
    const token = await tokenOf(slip);
    await house.ask('POST', `/api/slips/${slip.id}/again`, { as: agent });
    expect(opened(await look(token)).part).toBe('recipient');
    house.clock.pass(usualDelivery.urgentMs);
    await house.slipDesk.deliver(slip.id, { kind: 'chaseDue' }, 'system', house.clock.now());
    expect(opened(await look(await tokenOf(slip, '刘强')))).toMatchObject({ part: 'deputy', next: { whom: 'other', part: 'supervisor', name: 'name of supervisor' } });
    // He alone is meant: what he does ends the chase.
    opened(await act(await tokenOf(slip, '刘强'), 'acknowledge'));
    expect(opened(await look(token))).toMatchObject({ isAcknowledged: true, next: null, acts: [{ by: '刘强', isMine: false }] });
  });

  test('while the front desk corrects the message, or when it is needed no more, says so and shows nothing of it', async () => {
    const slip = await take();
    const token = await tokenOf(slip);
    await house.ask('POST', `/api/slips/${slip.id}/reopen`, { as: agent, body: { reason: '号码写错' } });
    const correcting = await look(token);
    expect(correcting.body).toEqual({ standing: 'correcting', office: expect.anything(), holder: null });
    expect(codeOf(await act(token, 'acknowledge'))).toBe('wrong_state');
    await house.ask('POST', `/api/slips/${slip.id}/drop`, { as: agent, body: { reason: '打错' } });
    expect((await look(token)).body).toMatchObject({ standing: 'withdrawn' });
    await house.ask('POST', `/api/slips/${slip.id}/reopen`, { as: agent });
    await house.ask('PATCH', `/api/slips/${slip.id}`, { as: agent, body: { message: '改好了', state: 'taken' } });
    expect(opened(await look(token)).message).toBe('改好了');
  });

  test('opens no more for somebody who has left the office', async () => {
    const slip = await take();
    const token = await tokenOf(slip);
    const zhang = house.directory.staff('zhangwei');
    if (!zhang) throw new Error('he is gone');
    await house.directory.save({ staff: [{ ...zhang, removedAt: house.clock.now() }] });
    expect(codeOf(await look(token))).toBe('not_found');
  });

  test('plays its recording and no other', async () => {
    await house.close();
    const sid = `RE${'a'.repeat(32)}`;
    await open({ http: { fetchRecording: async (asked) => (asked === sid ? { contentType: 'audio/wav', body: Buffer.from('voice') } : null) } });
    const slip = await take();
    const token = await tokenOf(slip);
    expect(codeOf(await house.ask('GET', `/api/letters/${token}/recording`))).toBe('not_found');
    const kept = await house.slipDesk.get(slip.id);
    if (!kept) throw new Error('not kept');
    await house.records.slips.saveSlip({ ...kept, version: kept.version + 1, recordingUrl: `/api/recordings/${sid}` }, { slipId: slip.id, version: kept.version + 1, at: 0, by: 'attendant', changed: {} });
    expect(opened(await look(token)).hasRecording).toBe(true);
    const voice = await house.ask('GET', `/api/letters/${token}/recording`, { headers: { range: 'bytes=0-1' } });
    expect([voice.status, voice.body]).toEqual([206, 'vo']);
  });
});

describe('a link that opens nothing', () => {
  test('is expired after its time, and says so; wrong ones are not found whatever is wrong with them', async () => {
    const slip = await take();
    const token = await tokenOf(slip);
    house.clock.pass(3_600_001);
    const over = await look(token);
    expect([over.status, codeOf(over)]).toEqual([410, 'expired']);
    expect(codeOf(await act(token, 'acknowledge'))).toBe('expired');
    const [id = '', until = '', signature = ''] = token.split('-');
    const longer = `${id}-zzzzzz-${signature}`;
    for (const wrong of ['x', longer, `${id}-${until}-${'A'.repeat(16)}`, `${token}x`, token.toUpperCase(), encodeURIComponent(' '), '%00', house.links.token({ sendingId: 'D000000000000000000', expiresAt: house.clock.now() + 1000 })]) {
      const answer = await look(wrong);
      expect([answer.status, codeOf(answer)]).toEqual([404, 'not_found']);
    }
  });

  test('may be tried a few times from one address; right ones count for nothing; the tokens stand on no log', async () => {
    await house.close();
    await open({ limits: { linkPerAddress: 3 } });
    const slip = await take();
    const token = await tokenOf(slip);
    for (let time = 0; time < 5; time++) opened(await look(token));
    for (let time = 0; time < 3; time++) expect((await look('D000000000000000000-zzzzzz-AAAAAAAAAAAAAAAA')).status).toBe(404);
    const throttled = await look(token);
    expect([throttled.status, codeOf(throttled)]).toEqual([429, 'throttled']);
    expect(Number(throttled.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(JSON.stringify(house.logged)).not.toContain(token);
  });
});

describe('calling back', () => {
  /** A house whose carrier rings, with the office's own trunk or without. */
  async function withLine(place: CallBacks['place'], byoc?: string): Promise<void> {
    await house.close();
    await open({ limits: { callBackPerReader: 2 }, http: { callBacks: { isUnderWay: () => false, place } } });
    const line = house.directory.all().lines.find(({ unitId }) => unitId === 'garden');
    if (line) await house.directory.save({ lines: [{ ...line, ...(byoc !== undefined && { byoc }) }] });
  }

  test('goes through the line where it can: his phone first, neither number is shown; the message is acknowledged; few tries', async () => {
    const placed: unknown[] = [];
    await withLine(async (call) => {
      placed.push(call);
      return 'ringing';
    }, `BY${'0'.repeat(32)}`);
    const slip = await take();
    const token = await tokenOf(slip);
    expect(opened(await look(token)).callBack).toEqual({ kind: 'line', isUnderWay: false });
    expect(opened(await act(token, 'call-back'))).toMatchObject({ isAcknowledged: true, next: null });
    expect(placed).toMatchObject([{ slipId: slip.id, staffId: 'zhangwei', phone: '+85291234501', line: { number: '+8675586001234' } }]);
    opened(await act(token, 'call-back'));
    expect(codeOf(await act(token, 'call-back'))).toBe('throttled');
  });

  test('to the mainland without a trunk nothing is dialled: the reply says that his own number will be seen', async () => {
    await withLine(() => Promise.reject(new Error('dialled')));
    const token = await tokenOf(await take());
    expect(opened(await look(token)).callBack).toEqual({ kind: 'own-phone', why: 'mainland' });
    expect(opened(await act(token, 'call-back'))).toMatchObject({ callBack: { kind: 'own-phone', why: 'mainland' }, isAcknowledged: false });
  });

  test('is by his own phone where the office does not hide numbers, where none of his is known, and where the carrier refuses; without a number there is none', async () => {
    await withLine(async () => 'refused', `BY${'0'.repeat(32)}`);
    const slip = await take();
    const token = await tokenOf(slip);
    expect(opened(await act(token, 'call-back'))).toMatchObject({ callBack: { kind: 'own-phone', why: 'refused' }, isAcknowledged: false });
    expect(opened(await look(await tokenOf(await take({ callerNumber: '' })))).callBack).toEqual({ kind: 'none' });
    const unit = house.directory.unit('garden');
    if (!unit) throw new Error('no office');
    await house.directory.save({ units: [{ ...unit, delivery: { ...usualDelivery, hidesNumbers: false } }] });
    expect(opened(await look(token)).callBack).toEqual({ kind: 'own-phone', why: 'office' });
  });

  test('is his too who reads it in his inbox; nobody else’s', async () => {
    const placed: unknown[] = [];
    await withLine(async (call) => (placed.push(call) > 9 ? 'refused' : 'ringing'), `BY${'0'.repeat(32)}`);
    const slip = await take();
    const staff = await house.signIn('staff');
    expect(opened(await house.ask('GET', `/api/slips/${slip.id}/letter`, { as: staff }))).toMatchObject({ part: 'recipient', callBack: { kind: 'line' } });
    expect(opened(await house.ask('POST', `/api/slips/${slip.id}/call-back`, { as: staff })).isAcknowledged).toBe(true);
    expect(codeOf(await house.ask('POST', `/api/slips/${slip.id}/call-back`, { as: agent }))).toBe('wrong_state');
    expect(codeOf(await house.ask('POST', `/api/slips/${slip.id}/call-back`, { as: await house.signIn('harbour_agent') }))).toBe('not_found');
    expect(placed).toHaveLength(1);
  });
});
