import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { readOverrides } from '../../server/practice/overrides.ts';
import type { Desk } from './support/desk.ts';
import { lineNumber, openDesk } from './support/desk.ts';

const from = '+8613800138001';

describe('the override fragment of a URL', () => {
  test('is read in the carrier’s ranges, and the defaults hold without it', () => {
    expect(readOverrides('https://x.example/a').overrides).toEqual({ connectMs: 5000, readMs: 15000, totalMs: 15000, retries: 1, policy: new Set(['ct']) });
    expect(readOverrides('https://x.example/a#ct=800&rt=2000&tt=4000&rc=1&rp=ct,rt,5xx').overrides).toEqual({
      connectMs: 800,
      readMs: 2000,
      totalMs: 4000,
      retries: 1,
      policy: new Set(['ct', 'rt', '5xx']),
    });
    expect(readOverrides('https://x.example/a#rp=all&rc=5&e=tokyo,singapore&sni=n').overrides).toMatchObject({ retries: 5, policy: new Set(['ct', 'rt', '4xx', '5xx']) });
    expect(readOverrides('https://x.example/a#ct=50&rt=20000&rc=9&rp=never&zz=1').faults).toEqual(['ct=50', 'rt=20000', 'rc=9', 'rp=never', 'zz=1']);
  });
});

describe('a webhook', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  const point = (fragment: string, path = '/voice') =>
    desk.carrier.setNumber(lineNumber, { voiceUrl: desk.url + path + fragment, voiceFallbackUrl: `${desk.url}/fallback`, statusCallback: `${desk.url}/status` });
  /** Waits for the network, not for the clock. */
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise<void>((resolve) => setImmediate(resolve));
  };

  test('carries the carrier’s headers and never the fragment', async () => {
    point('#ct=800&rt=2000&tt=4000&rc=1&rp=ct,rt,5xx');
    desk.answer('/voice', '<Reject/>');
    desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(100);
    const [voice] = desk.at('/voice');
    expect(voice).toMatchObject({ signed: true, query: '', method: 'POST' });
    expect(voice?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'user-agent': 'TwilioProxy/1.1',
      accept: '*/*',
      'x-home-region': 'us1',
    });
    expect(voice?.headers['i-twilio-idempotency-token']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('that is answered 500 goes to the fallback at once by default, with ErrorCode and ErrorUrl', async () => {
    desk.answer('/voice', { status: 500 });
    desk.answer('/fallback', '<Say language="zh-CN">您好</Say>');
    const call = desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(100);
    expect(desk.at('/voice')).toHaveLength(1);
    expect(desk.at('/fallback')[0]?.params).toMatchObject({ ErrorCode: '11200', ErrorUrl: `${desk.url}/voice`, CallSid: call.sid, CallStatus: 'ringing' });
    expect(call.errors).toMatchObject([{ code: 11200 }]);
    await desk.pass(10000);
    await call.ended;
    expect(call.status).toBe('completed');
  });

  test('that is answered 500 is tried again with the same token where the policy says so', async () => {
    point('#rc=2&rp=5xx');
    let tries = 0;
    desk.answer('/voice', () => ((tries += 1) < 3 ? { status: 503 } : '<Say>Hello</Say>'));
    const call = desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(100);
    const tokens = desk.at('/voice').map((one) => one.headers['i-twilio-idempotency-token']);
    expect(tokens).toHaveLength(3);
    expect(new Set(tokens).size).toBe(1);
    expect(call.errors).toEqual([]);
    expect(desk.carrier.requests.filter((one) => one.kind === 'voice').map((one) => [one.attempt, one.status])).toEqual([
      [0, 503],
      [1, 503],
      [2, 200],
    ]);
  });

  test('that hangs is given up after its read timeout, tried again, and then replaced by the fallback within the total', async () => {
    point('#rt=2000&tt=4000&rc=1&rp=ct,rt,5xx');
    desk.answer('/voice', { hang: true });
    desk.answer('/fallback', '<Say language="zh-CN">您好</Say>');
    const begun = desk.clock.now();
    const call = desk.carrier.placeCall({ from, to: lineNumber });
    await until(() => desk.at('/voice').length === 1);
    desk.clock.jump(2000);
    await until(() => desk.at('/voice').length === 2);
    desk.clock.jump(2000);
    await until(() => desk.at('/fallback').length === 1);
    expect(desk.clock.now() - begun).toBe(4000);
    expect(call.errors).toHaveLength(1);
    const [one, two] = desk.at('/voice');
    expect(one?.headers['i-twilio-idempotency-token']).toBe(two?.headers['i-twilio-idempotency-token']);
  });

  test('that hangs is not tried again by default, and never lasts longer than fifteen seconds', async () => {
    desk.answer('/voice', { hang: true });
    desk.answer('/fallback', '<Say>Hello</Say>');
    desk.carrier.placeCall({ from, to: lineNumber });
    await until(() => desk.at('/voice').length === 1);
    desk.clock.jump(14999);
    expect(desk.at('/fallback')).toHaveLength(0);
    desk.clock.jump(1);
    await until(() => desk.at('/fallback').length === 1);
    expect(desk.at('/voice')).toHaveLength(1);
  });

  test('that reaches nobody is tried again by default and then counts as a connection failure', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    await new Promise((resolve) => taken.close(resolve));
    desk.carrier.setNumber(lineNumber, { voiceUrl: `http://127.0.0.1:${port}/voice`, voiceFallbackUrl: `${desk.url}/fallback` });
    desk.answer('/fallback', '<Hangup/>');
    const call = desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(100);
    expect(desk.carrier.requests.filter((one) => one.kind === 'voice')).toHaveLength(2);
    expect(desk.at('/fallback')[0]?.params).toMatchObject({ ErrorCode: '11205' });
    expect(call.status).toBe('no-answer');
  });

  test('whose answer breaks off in the middle is never tried again', async () => {
    const sockets: Socket[] = [];
    const broken = createServer((socket) => {
      sockets.push(socket);
      socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 500\r\n\r\n<Response>', () => socket.destroy()));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => broken.once('listening', resolve));
    const { port } = broken.address() as AddressInfo;
    desk.carrier.setNumber(lineNumber, { voiceUrl: `http://127.0.0.1:${port}/voice#rc=3&rp=all`, voiceFallbackUrl: `${desk.url}/fallback` });
    desk.answer('/fallback', '<Hangup/>');
    desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(100);
    expect(sockets).toHaveLength(1);
    expect(desk.at('/fallback')).toHaveLength(1);
    await new Promise((resolve) => broken.close(resolve));
  });

  test('follows redirects with its cookies, and gives up after ten of them', async () => {
    desk.answer('/voice', { status: 302, headers: { Location: '/moved', 'Set-Cookie': 'desk=7; Path=/' } });
    desk.answer('/moved', '<Redirect>/next</Redirect>');
    desk.answer('/next', '<Hangup/>');
    desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(100);
    expect(desk.at('/next')[0]?.headers.cookie).toBe('desk=7');
    desk.answer('/voice', { status: 307, headers: { Location: '/voice' } });
    desk.answer('/fallback', '<Hangup/>');
    desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(100);
    expect(desk.at('/fallback')[0]?.params.ErrorCode).toBe('11215');
  });

  test('may be a GET: parameters stand in the query, and that is what is signed', async () => {
    desk.carrier.setNumber(lineNumber, { voiceUrl: `${desk.url}/voice?line=1`, voiceMethod: 'GET' });
    desk.answer('/voice', '<Hangup/>');
    desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(100);
    expect(desk.at('/voice')[0]).toMatchObject({ method: 'GET', signed: true, params: {} });
    expect(desk.at('/voice')[0]?.query).toMatch(/^line=1&Called=%2B8675586001234/);
  });

  test('without a fallback ends in the carrier’s own apology', async () => {
    desk.carrier.setNumber(lineNumber, { voiceUrl: `${desk.url}/voice` });
    desk.answer('/voice', { status: 404 });
    const call = desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(5000);
    await call.ended;
    expect(call.story.map((line) => line.en)).toContain('the carrier says that an application error has occurred, and hangs up');
  });

  test('may answer in plain text, which is read aloud, but not in a type that is no document', async () => {
    desk.answer('/voice', { type: 'text/plain', body: 'Good morning' });
    const spoken = desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(5000);
    expect(spoken.story.map((line) => line.en)).toContain('hears: Good morning');
    desk.answer('/voice', { type: 'application/json', body: '{}' });
    const refused = desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(100);
    expect(refused.errors).toMatchObject([{ code: 12300 }, { code: 12300 }]);
  });

  test('of an action or a callback obeys the fragment of its own URL in the document', async () => {
    let tries = 0;
    desk.answer('/voice', '<Gather action="/got?step=1#rc=1&amp;rp=5xx" numDigits="1"/>');
    desk.answer('/got', () => ((tries += 1) === 1 ? { status: 502 } : '<Hangup/>'));
    const call = desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(500);
    call.press('1');
    await desk.pass(500);
    expect(desk.at('/got')).toMatchObject([
      { query: 'step=1', signed: true },
      { query: 'step=1', signed: true },
    ]);
    expect(call.errors).toEqual([]);
  });
});
