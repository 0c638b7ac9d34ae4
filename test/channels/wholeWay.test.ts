import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { usualDelivery } from '../../server/contract/delivery.ts';
import type { Sending } from '../../server/contract/delivery.ts';
import type { Letter } from '../../server/contract/letter.ts';
import type { Slip } from '../../server/contract/slip.ts';
import type { Reach } from '../../server/people/people.ts';
import { openHouse } from '../support/house.ts';
import type { Console, House } from '../support/house.ts';
import { openMailServer } from './support/mailServer.ts';
import { readMail } from './support/readMail.ts';
import { openRobotServer } from './support/robotServer.ts';
import type { RobotServer } from './support/robotServer.ts';

/*
 * A message on its whole way through the whole program: a real SMTP server, a real robot over HTTP, real records; the clock is moved by hand.
 */

const minute = 60_000;
let house: House;
let agent: Console;
let supervisor: Console;
let mail: Awaited<ReturnType<typeof openMailServer>>;
let robot: RobotServer;
/** What the robot answers next; taken unless a test says otherwise. */
let robotSays: object = { errcode: 0, errmsg: 'ok' };

beforeAll(async () => {
  mail = await openMailServer({ rcpt: (address) => (address.startsWith('nobody@') ? Object.assign(new Error(`<${address}>: no such user`), { responseCode: 550 }) : null) });
  robot = await openRobotServer(() => ({ json: robotSays }));
  house = await openHouse({ env: { MAIL_URL: `smtp://127.0.0.1:${mail.port}`, MAIL_FROM: '阳光花园 <desk@example.com>', ROBOT_HOSTS: new URL(robot.origin).host } });
  agent = await house.signIn('agent');
  supervisor = await house.signIn('supervisor');
});
afterAll(async () => {
  await house.close();
  await robot.close();
  await mail.close();
});

const byMail = (address: string): Reach => ({ channel: 'mail', address, secret: '', mention: '' });
const byRobot = (): Reach => ({ channel: 'wecom', address: `${robot.origin}/cgi-bin/webhook/send?key=1`, secret: '', mention: '' });

/** Sets how 张伟 and his deputy 刘洋 are reached, as the supervisor does it: a robot at a host of the house is one of the ways. */
async function reached(zhangwei: Reach[], liuyang: Reach[] = []): Promise<void> {
  const [one, other, boss] = ['zhangwei', 'liuyang', 'wangfang'].map((id) => house.app.directory.staff(id));
  if (!one || !other || !boss) throw new Error('the demo has changed');
  const wanted: [typeof one, object][] = [[one, { reach: zhangwei, deputyIds: ['liuyang'] }], [other, { reach: liuyang }], [boss, { reach: [] }]];
  for (const [{ id, rev }, body] of wanted) await ask(supervisor, `/api/staff/${id}`, { rev, ...body }, 'PATCH');
}

async function ask<T>(as: Console, path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<T> {
  const response = await as.fetch(path, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`${path} answered ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

const take = (over: object = {}): Promise<Slip> =>
  ask<Slip>(agent, '/api/slips', { unitId: 'sunshine', recipientId: 'zhangwei', callerName: '李女士', callerNumber: '+8613510902716', message: '厨房水管昨天修完又漏', actionsRequested: ['call-back'], state: 'taken', readBack: true, ...over });
const look = (id: string): Promise<Slip> => ask<Slip>(agent, `/api/slips/${id}`);
const ways = async (id: string): Promise<string[]> => (await ask<{ items: Sending[] }>(agent, `/api/slips/${id}/sendings`)).items.map(({ to, channel, state }) => `${to.name} ${channel} ${state}`);

/** The link of the last mail, as the phone of whoever got it opens it. */
function lastLink(): string {
  const { text } = readMail(mail.mails.at(-1)?.raw ?? '');
  const token = /\/m\/([\w-]+)/.exec(text)?.[1];
  if (token === undefined) throw new Error(`no link in ${text}`);
  return `/api/letters/${token}`;
}
async function byLink<T = Letter>(path: string, body?: object): Promise<{ status: number; body: T }> {
  const response = await fetch(house.url + path, { method: body ? 'POST' : 'GET', headers: { 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) });
  return { status: response.status, body: (await response.json()) as T };
}

describe('a message on its whole way', () => {
  test('taken, sent, read, acknowledged, done: each with its time and proof, on the history of the slip', async () => {
    await reached([byMail('zhang@example.com')]);
    const slip = await take();
    await house.advance(1_000);
    expect(await look(slip.id)).toMatchObject({ state: 'sent', delivery: { holder: { id: 'zhangwei', part: 'recipient' } } });
    const letter = readMail(mail.mails.at(-1)?.raw ?? '');
    expect(letter.subject).toContain('李女士请您回电');
    expect(letter.text).toContain('厨房水管昨天修完又漏');
    const link = lastLink();
    expect((await byLink(link)).body).toMatchObject({ standing: 'yours', callerName: '李女士', state: 'sent' });
    expect((await look(slip.id)).state).toBe('sent');
    await byLink(`${link}/opened`, {});
    expect((await look(slip.id)).state).toBe('read');
    await byLink(`${link}/reply`, { words: '11 点前回电' });
    expect(await look(slip.id)).toMatchObject({ state: 'acknowledged', delivery: { chaseAt: null, acknowledged: { by: { name: '张伟' } } } });
    await house.advance(20 * minute);
    await byLink(`${link}/done`, { words: '换了接头' });
    const done = await look(slip.id);
    expect(done.state).toBe('done');
    expect(done.delivery?.acts.map(({ what, words }) => [what, words])).toEqual([
      ['begun', ''],
      ['opened', ''],
      ['replied', '11 点前回电'],
      ['done', '换了接头'],
    ]);
    const { items } = await ask<{ items: Sending[] }>(agent, `/api/slips/${slip.id}/sendings`);
    expect(items).toMatchObject([{ channel: 'mail', address: 'zh***@example.com', state: 'sent', attempts: 1, proofs: [{ what: 'claimed' }, { what: 'sent', ref: expect.stringContaining(items[0]?.id ?? '?') }] }]);
    const history = await ask<{ items: { changed: { state?: string } }[] }>(agent, `/api/slips/${slip.id}/history`);
    expect(history.items.flatMap(({ changed }) => changed.state ?? [])).toEqual(['taken', 'sent', 'read', 'acknowledged', 'done']);
  });

  test('[V1] urgent and unanswered: five minutes later his robot, then the deputy, then the supervisor, who sees it at once; then it waits for a hand', async () => {
    await reached([byMail('zhang@example.com'), byRobot()], [byMail('liu@example.com')]);
    const heard: Slip[] = [];
    supervisor.socket.on('slip:saved', (slip: Slip) => heard.push(slip));
    const slip = await take({ actionsRequested: ['call-back', 'urgent'] });
    await house.advance(4 * minute);
    expect(await ways(slip.id)).toEqual(['张伟 mail sent']);
    await house.advance(2 * minute);
    expect(await ways(slip.id)).toEqual(['张伟 mail sent', '张伟 wecom sent']);
    expect(JSON.stringify(robot.told.at(-1)?.body)).toContain('【急】李女士请您回电');
    await house.advance(5 * minute);
    expect(mail.mails.at(-1)?.to).toEqual(['liu@example.com']);
    expect(readMail(mail.mails.at(-1)?.raw ?? '').text).toContain('给张伟的留言，他还没确认');
    await house.advance(5 * minute);
    expect(await ways(slip.id)).toEqual(['张伟 mail sent', '张伟 wecom sent', '刘洋 mail sent', '王芳 console sent']);
    expect(heard.some(({ id, delivery }) => id === slip.id && delivery?.escalatedAt != null)).toBe(true);
    await house.advance(6 * minute);
    expect((await look(slip.id)).delivery).toMatchObject({ stuck: 'nobody-left', chaseAt: null });
    const open = await ask<{ items: Slip[] }>(supervisor, '/api/slips?stage=open');
    expect(open.items.map(({ id }) => id)).toContain(slip.id);
    await ask(supervisor, `/api/slips/${slip.id}/acknowledge`, {});
    expect((await look(slip.id)).state).toBe('acknowledged');
  });

  test('[V5] an address that is none is proven by the server’s own words, and the next step goes out at once; a robot that answers 200 with an error has failed', async () => {
    await reached([byMail('nobody@example.com'), byRobot()], [byMail('liu@example.com')]);
    robotSays = { errcode: 93000, errmsg: 'invalid webhook url' };
    const slip = await take();
    await house.advance(10_000);
    robotSays = { errcode: 0, errmsg: 'ok' };
    expect(await ways(slip.id)).toEqual(['张伟 mail failed', '张伟 wecom failed', '刘洋 mail sent']);
    const { items } = await ask<{ items: Sending[] }>(agent, `/api/slips/${slip.id}/sendings`);
    expect(items.map(({ failure }) => failure && [failure.kind, failure.code])).toEqual([['wrong-address', expect.stringContaining('550')], ['wrong-address', '93000'], null]);
    // The server's words, but for the address that is masked beside them.
    expect(items[0]?.failure?.words).toContain('<no***@example.com>: no such user');
    expect(JSON.stringify(items)).not.toMatch(/nobody@/);
  });

  test('[V7] reopened on the record, the old link says that it is being corrected, and nothing of it; taken again it goes out as a correction', async () => {
    await reached([byMail('zhang@example.com')]);
    const slip = await take();
    await house.advance(1_000);
    const link = lastLink();
    await byLink(`${link}/opened`, {});
    const locked = await agent.fetch(`/api/slips/${slip.id}`, { method: 'PATCH', body: JSON.stringify({ message: '厨房和阳台' }) });
    expect([locked.status, ((await locked.json()) as { error: { code: string } }).error.code]).toEqual([409, 'wrong_state']);
    await ask(agent, `/api/slips/${slip.id}/reopen`, { reason: '漏的是阳台' });
    const shut = await byLink(link);
    expect(shut.body).toMatchObject({ standing: 'correcting' });
    expect(JSON.stringify(shut.body)).not.toContain('水管');
    await ask(agent, `/api/slips/${slip.id}`, { message: '阳台水管又漏', state: 'taken', readBack: true }, 'PATCH');
    await house.advance(1_000);
    expect(readMail(mail.mails.at(-1)?.raw ?? '').subject).toContain('【更正】');
    expect((await look(slip.id)).delivery).toMatchObject({ round: 2 });
  });

  test('passed on by link it goes to the other, and the link of the first says so', async () => {
    await reached([byMail('zhang@example.com')], [byMail('liu@example.com')]);
    const slip = await take();
    await house.advance(1_000);
    const link = lastLink();
    expect((await byLink(`${link}/pass`, { staffId: 'liuyang', words: '你在现场' })).status).toBe(200);
    await house.advance(1_000);
    expect(mail.mails.at(-1)?.to).toEqual(['liu@example.com']);
    expect(await look(slip.id)).toMatchObject({ recipientId: 'zhangwei', delivery: { holder: { id: 'liuyang', part: 'passed' } } });
  });

  test('[V3] passed on, taken back as meant for somebody else and corrected: it goes to whom it is for, and whoever had it by mistake gets and reads no more of it', async () => {
    await reached([byMail('zhang@example.com')], [byMail('liu@example.com')]);
    const sunli = house.app.directory.staff('sunlihua');
    if (!sunli) throw new Error('the demo has changed');
    await house.app.directory.save({ staff: [{ ...sunli, reach: [byMail('sun@example.com')], deputyIds: [] }] });
    const slip = await take();
    await house.advance(1_000);
    await byLink(`${lastLink()}/pass`, { staffId: 'liuyang', words: '' });
    await house.advance(1_000);
    expect(mail.mails.at(-1)?.to).toEqual(['liu@example.com']);
    const wrong = lastLink();
    await byLink(`${wrong}/opened`, {});
    await ask(agent, `/api/slips/${slip.id}/reopen`, { reason: '找错人了' });
    await ask(agent, `/api/slips/${slip.id}`, { recipientId: 'sunlihua' }, 'PATCH');
    const before = mail.mails.length;
    await ask(agent, `/api/slips/${slip.id}`, { state: 'taken', readBack: true }, 'PATCH');
    await house.advance(1_000);
    expect(mail.mails.slice(before).map(({ to }) => to)).toEqual([['sun@example.com']]);
    expect(await look(slip.id)).toMatchObject({ recipientId: 'sunlihua', state: 'sent', delivery: { holder: { id: 'sunlihua', part: 'recipient' }, readers: ['sunlihua'] } });
    expect((await byLink(lastLink())).body).toMatchObject({ standing: 'yours' });
    const shut = await byLink(wrong);
    expect(shut.body).toMatchObject({ standing: 'elsewhere' });
    expect(JSON.stringify(shut.body)).not.toContain('水管');
  });

  test('[V4] let go in quiet hours it goes out after them, on one channel; what waits for a hand cannot be put off', async () => {
    await reached([byMail('zhang@example.com'), byRobot()]);
    const office = house.app.directory.unit('sunshine');
    if (!office) throw new Error('the demo has changed');
    const minuteOfDay = Math.floor(house.clock.now() / minute + 8 * 60) % 1440;
    await house.app.directory.save({ units: [{ ...office, delivery: { ...usualDelivery, usualMs: 5 * minute, quiet: { fromMinute: minuteOfDay, toMinute: minuteOfDay + 20 } } }] });
    const before = { mails: mail.mails.length, told: robot.told.length };
    const sentSince = (): number[] => [mail.mails.length - before.mails, robot.told.length - before.told];
    const slip = await take();
    await ask(agent, `/api/slips/${slip.id}/hold`, { until: house.clock.now() + 60 * minute });
    await house.advance(5 * minute);
    await ask(agent, `/api/slips/${slip.id}/hold`, { until: null });
    await house.advance(13 * minute);
    expect(sentSince()).toEqual([0, 0]);
    await house.advance(3 * minute);
    expect(sentSince()).toEqual([1, 0]);
    await house.advance(5 * minute);
    expect(sentSince()).toEqual([1, 1]);
    await house.advance(20 * minute);
    expect((await look(slip.id)).delivery).toMatchObject({ stuck: 'nobody-left', chaseAt: null });
    const refused = await agent.fetch(`/api/slips/${slip.id}/hold`, { method: 'POST', body: JSON.stringify({ until: house.clock.now() + minute }) });
    expect([refused.status, ((await refused.json()) as { error: { code: string } }).error.code]).toEqual([409, 'wrong_state']);
    await house.app.directory.save({ units: [office] });
  });

  test('wrong links open nothing, and after a few tries nothing is told at all', async () => {
    const answers: number[] = [];
    for (let tries = 0; tries < 60; tries++) answers.push((await byLink(`/api/letters/D0123456789abcdef01-zzzzzz-${'A'.repeat(16)}`)).status);
    expect(answers[0]).toBe(404);
    expect(answers.at(-1)).toBe(429);
  });
});

describe('by text message, on the practice carrier', () => {
  const texts = async (own: House): Promise<{ to: string; body: string }[]> => own.app.practiceLine?.carrier.messages.map(({ to, body }) => ({ to, body })) ?? [];

  test('sent with a link, delivered when the carrier says so; a number that is not reachable leads to the next step', async () => {
    const own = await openHouse({ env: { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '', TWILIO_API_BASE_URL: '' } });
    try {
      const desk = await own.signIn('agent');
      const zhang = own.app.directory.staff('zhangwei');
      if (!zhang) throw new Error('the demo has changed');
      const sms = (address: string): Reach => ({ channel: 'sms', address, secret: '', mention: '' });
      await own.app.directory.save({ staff: [{ ...zhang, reach: [sms('+8613600001102')], deputyIds: [] }] });
      const write = (recipientId: string): Promise<Slip> => ask<Slip>(desk, '/api/slips', { unitId: 'sunshine', recipientId, callerName: '李女士', callerNumber: '+8613510902716', message: '漏水', state: 'taken' });
      const slip = await write('zhangwei');
      await own.advance(500);
      expect(await texts(own)).toEqual([{ to: '+8613600001102', body: expect.stringMatching(/李女士给您留言.*\+8613510902716[\s\S]*\/m\/D[\w-]+/) }]);
      expect((await ask<Slip>(desk, `/api/slips/${slip.id}`)).state).toBe('sent');
      await own.advance(5_000);
      expect(await ask<Slip>(desk, `/api/slips/${slip.id}`)).toMatchObject({ state: 'delivered' });

      await own.app.directory.save({ staff: [{ ...zhang, reach: [sms('+15005550023'), { channel: 'console', address: '', secret: '', mention: '' }], deputyIds: [] }] });
      const lost = await write('zhangwei');
      await own.advance(30_000);
      const { items } = await ask<{ items: Sending[] }>(desk, `/api/slips/${lost.id}/sendings`);
      expect(items).toMatchObject([{ channel: 'sms', state: 'failed', failure: { code: '30003' } }, { channel: 'console', state: 'sent' }]);
    } finally {
      await own.close();
    }
  });
});
