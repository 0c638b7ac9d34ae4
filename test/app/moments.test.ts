import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Offer, Script, SwitchSettings } from '../../server/practice/carrier.ts';
import { cutOffMessage } from '../../server/practice/residents/cutOffMessage.ts';
import { kitchenLeak } from '../../server/practice/residents/kitchenLeak.ts';
import { silentCaller } from '../../server/practice/residents/silentCaller.ts';
import { practiceGraceMs } from '../../server/practice/consolePhones.ts';
import type { PracticeRing } from '../../server/contract/live.ts';
import { harbour } from '../support/house.ts';
import type { PracticeHouse, Robot } from './support/practiceHouse.ts';
import { openPracticeHouse } from './support/practiceHouse.ts';
import { expectInTime, expectTidy, slipsOf } from './support/tidy.ts';

let house: PracticeHouse;
let li: Robot;
beforeEach(async () => {
  house = await openPracticeHouse();
  li = await house.seat('agent');
});
afterEach(() => house.close());

/** Leaves a message with the attendant; says nothing to an agent and hangs up after so long. */
const talksFor = (ms: number | false): Script => ({ ...kitchenLeak.script, talk: [], hangsUpAfterTalkMs: ms });
const acceptAfter = (ms: number) => (offer: Offer) => void house.clock.setTimer(ms, () => void offer.accept());
const storyOf = (call: { story: readonly { zh: string }[] }): string => call.story.map(({ zh }) => zh).join('\n');

describe('agents whose phones die', () => {
  test('[S3][O2] agentLegDies: each agent is lost after four seconds; each is replaced once, then the attendant apologises and takes the message', async () => {
    const chen = await house.seat('agent2');
    house.set({ agentLegDies: 4000 });
    li.plan = acceptAfter(2000);
    chen.plan = acceptAfter(3000);
    const call = house.call({ script: talksFor(false) });
    const card = await house.finish(call);
    expect(storyOf(call)).toMatch(/接通：agent\n[^]*客服端掉线[^]*接通：agent2\n[^]*客服端掉线[^]*对不起,刚才的通话中断了/);
    expect([li.offers.length, chen.offers.length]).toEqual([1, 2]);
    expect(card).toMatchObject({ outcome: 'attendant-message', hungUpBy: 'system', agent: { id: 'agent2' } });
    expectInTime(call, card);
    expect(await slipsOf(li, call.sid)).toMatchObject([{ state: 'taken', callerName: '刘敏' }]);
    await expectTidy(house, call, [li, chen]);
  });

  test('[O1] the agent is lost, and the caller hangs up while another phone rings: abandoned in the queue', async () => {
    await house.seat('agent2');
    li.plan = (offer) => {
      acceptAfter(2000)(offer);
      house.clock.setTimer(8000, () => offer.die());
    };
    const call = house.call({ script: talksFor(false) });
    await house.advance(12_000);
    expect(await house.card(call.sid)).toMatchObject({ state: 'queued', offeredTo: ['agent', 'agent2'] });
    call.hangUp();
    const card = await house.finish(call);
    expect(card).toMatchObject({ outcome: 'abandoned-queued', hungUpBy: 'caller' });
    await expectTidy(house, call, [li]);
  });

  test('[S3] the browser is closed in mid-call: the console’s phone dies when nobody came back in time, and the caller hears the attendant', async () => {
    const { socket } = li.console;
    house.carrier.phones.unregister('agent');
    const chen = await house.signIn('agent2');
    await chen.command('agent:presence', { state: 'available' });
    const ringing = new Promise<PracticeRing>((resolve) => chen.socket.once('practice:ring', resolve));
    await chen.command('phone:state', { state: 'registered' });
    socket.disconnect();
    const call = house.call({ script: talksFor(false) });
    await house.advance(3000);
    const { legSid } = await ringing;
    expect(await chen.command('practice:phone', { legSid, act: 'accept' })).toEqual({ data: { legSid } });
    await house.advance(3000);
    expect(await house.card(call.sid)).toMatchObject({ state: 'live', agent: { id: 'agent2' } });
    const unregistered = new Promise<void>((resolve) => {
      const stop = house.app.floor.onChange(() => {
        stop();
        resolve();
      });
    });
    chen.socket.disconnect();
    await unregistered;
    await house.advance(practiceGraceMs - 1000);
    expect(await house.card(call.sid)).toMatchObject({ state: 'live' });
    await house.advance(2000);
    expect(await house.card(call.sid)).toMatchObject({ state: 'attended' });
    const card = await house.finish(call);
    expect(card).toMatchObject({ outcome: 'attendant-message', agent: { id: 'agent2' } });
  });
});

describe('phones that the carrier does not know', () => {
  const ghosts = async (): Promise<void> => {
    house.carrier.phones.unregister('agent');
    await house.seatGhost('agent2');
  };

  test.each(['failed', 'no-answer', 'busy'] as const)('[W4] unregisteredClient fails-fast (%s): with every phone unknown the attendant answers in the first ring', async (unregisteredClientStatus) => {
    await ghosts();
    house.set({ unregisteredClientStatus });
    const call = house.call({ script: kitchenLeak.script });
    const card = await house.finish(call);
    expect(call.answeredInRing).toBe(1);
    expect(card).toMatchObject({ outcome: 'attendant-message' });
    await expectTidy(house, call, [li]);
  });

  test('[R2] unregisteredClient never: the deadline holds', async () => {
    await ghosts();
    house.set({ unregisteredClient: 'never' });
    const call = house.call({ script: kitchenLeak.script });
    const card = await house.finish(call);
    expectInTime(call, card);
    expect(call.answeredInRing).toBe(3);
    await expectTidy(house, call, [li]);
  });
});

describe('a caller who says nothing', () => {
  test.each(['action', 'falls-through'] as const)('[L3][H3] silentRecord %s: he hears the goodbye, no slip is made, the line closes ten seconds later', async (silentRecord) => {
    house.set({ silentRecord });
    const call = house.call({ script: silentCaller.script });
    const card = await house.finish(call);
    expect(storyOf(call)).toMatch(/再见/);
    expect(card).toMatchObject({ outcome: 'attendant-no-message', hungUpBy: 'system', slipIds: [] });
    expectInTime(call, card);
    await expectTidy(house, call, [li]);
  });
});

describe('a caller who is cut off', () => {
  const settings: [string, SwitchSettings][] = [
    ['usually', {}],
    ['finalCallbackOvertakesAction', { finalCallbackOvertakesAction: true }],
    ['statusCallbackLost', { statusCallbackLost: true }],
    ['callbacks doubled, delayed and reordered', { callbacks: { doubled: true, delayMs: 3000, reordered: true } }],
  ];
  test.each(settings)('[L1] in the middle of his message (%s): the slip has what he said and the recording', async (_title, switches) => {
    house.set(switches);
    const call = house.call({ from: cutOffMessage.from, script: cutOffMessage.script });
    const card = await house.finish(call);
    expect(card).toMatchObject({ outcome: 'attendant-message', hungUpBy: 'caller' });
    const [slip, ...others] = await slipsOf(li, call.sid);
    expect(others).toEqual([]);
    expect(slip).toMatchObject({ state: 'taken', recipient: '王芳', callerNumber: '+8613800138013', readBack: false });
    expect(slip?.recordingUrl).toBeDefined();
    const recording = await li.console.fetch(slip?.recordingUrl ?? '');
    expect([recording.status, recording.headers.get('content-type')]).toEqual([200, 'audio/x-wav']);
    await expectTidy(house, call, [li]);
  });
});

describe('an agent who accepts as the third ring ends', () => {
  const settings: [string, SwitchSettings][] = [
    ['cancelOfAnswered error', { cancelOfAnswered: 'error' }],
    ['cancelOfAnswered unchanged', { cancelOfAnswered: 'unchanged' }],
  ];
  test.each(settings)('[R2][S3] %s: his callback is under way when the phones are cancelled, and he keeps the call', async (_title, cancelOfAnswered) => {
    house.set({ ...cancelOfAnswered, callbacks: { delayMs: 2000 } });
    li.plan = acceptAfter(12_000);
    const call = house.call({ script: talksFor(20_000) });
    const card = await house.finish(call);
    expect(card).toMatchObject({ outcome: 'agent', agent: { id: 'agent' }, hungUpBy: 'caller' });
    expect(call.story.filter(({ zh }) => zh.startsWith('接通'))).toHaveLength(1);
    expectInTime(call, card);
    await expectTidy(house, call, [li]);
  });

  test.each([12_190, 12_199, 12_200, 12_201, 12_210])('[W5] accepting %i ms after the phone began to ring, around our timer: either he has the call or the attendant, never nobody', async (ms) => {
    li.plan = acceptAfter(ms);
    const call = house.call({ script: talksFor(20_000) });
    const card = await house.finish(call);
    expect(['agent', 'attendant-message']).toContain(card.outcome);
    expect(card.agent?.id ?? null).toBe(card.outcome === 'agent' ? 'agent' : null);
    expectInTime(call, card);
    await expectTidy(house, call, [li]);
  });
});

describe('the Hong Kong line, whose ring is four seconds', () => {
  const settings: [string, SwitchSettings][] = [
    ['usually', {}],
    ['cancelAccepted off', { cancelAccepted: false }],
    ['callbacks delayed beyond the deadline', { callbacks: { delayMs: 11_000 } }],
    ['dialBufferMs 10000', { dialBufferMs: 10_000 }],
  ];
  test.each(settings)('[R1][R2] nobody answers (%s): the attendant is there in the third ring', async (_title, switches) => {
    house.set(switches);
    const call = house.call({ to: harbour, from: '+85291234567', script: kitchenLeak.script });
    const card = await house.finish(call);
    expect(call.answeredInRing).toBe(3);
    expectInTime(call, card);
    await expectTidy(house, call, [li]);
  });
});

describe('a connection that is cut in mid-call', () => {
  /** The program is not reached at these paths any more. */
  function cut(paths: RegExp): void {
    const listeners = house.app.server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
    house.app.server.removeAllListeners('request');
    house.app.server.on('request', (request, response) => {
      if (paths.test(request.url ?? '')) request.socket.destroy();
      else for (const listener of listeners) listener(request, response);
    });
  }

  test('[L1] fallbackInMidCall: the fallback goes on where the attendant was, and the message is taken', async () => {
    house.set({ fallbackInMidCall: true });
    cut(/\/turn\/2\/attendant\/caller$/);
    const call = house.call({ script: kitchenLeak.script });
    const card = await house.finish(call);
    expect(house.carrier.requests.some(({ kind }) => kind === 'fallback')).toBe(true);
    expect(card.slipIds).toEqual([`S${call.sid}`]);
    expect(card.outcome).toBe('attendant-message');
    expect(await slipsOf(li, call.sid)).toMatchObject([{ state: 'taken', message: expect.stringMatching(/漏水/) }]);
  });

  test('[L1] fallbackInMidCall off: the carrier hangs up, and what was said until then is on the slip', async () => {
    house.set({ fallbackInMidCall: false });
    cut(/\/turn\/2\/attendant\/caller$/);
    const call = house.call({ script: kitchenLeak.script });
    const card = await house.finish(call);
    expect(card).toMatchObject({ state: 'ended', outcome: 'attendant-message' });
    expect(await slipsOf(li, call.sid)).toMatchObject([{ state: 'taken', message: expect.stringMatching(/漏水/) }]);
    expect([...house.app.desk.heldAgents()]).toEqual([]);
  });

  test('[R1] the Dial action is not reached: the fallback greets within three rings', async () => {
    cut(/\/round\/0\/ended$/);
    const call = house.call({ script: kitchenLeak.script });
    const card = await house.finish(call);
    expectInTime(call, card);
    expect(card).toMatchObject({ outcome: 'attendant-message' });
    expect([...house.app.desk.heldAgents()]).toEqual([]);
  });

  test('[R1] no first webhook is reached: the fallback greets with the office’s name', async () => {
    cut(/\/twilio\/voice$/);
    const call = house.call({ script: kitchenLeak.script });
    const card = await house.finish(call);
    expect(storyOf(call)).toMatch(/您好,阳光花园管理处,请问有什么可以帮您/);
    expectInTime(call, card);
    expect(card).toMatchObject({ outcome: 'attendant-message' });
  });
});

describe('a whole call over the wire', () => {
  test('[P1][L2] ring, accept, opener, whom he wants, and hang-up, all through the agent’s console', async () => {
    const chen = await house.atDesk('agent2');
    const rings: PracticeRing[] = [];
    chen.socket.on('practice:ring', (ring: PracticeRing) => rings.push(ring));
    const call = house.call({ script: talksFor(false) });
    await house.advance(2000);
    await chen.command('phone:state', { state: 'registered' });
    const [ring] = rings;
    expect(ring).toMatchObject({ callId: call.sid, from: '+8613800138001' });
    expect(await chen.command('practice:phone', { legSid: ring?.legSid, act: 'accept' })).toHaveProperty('data');
    await house.advance(1000);
    for (const step of ['greeting', 'unit', 'question']) expect(await chen.command('call:step', { callId: call.sid, step })).toHaveProperty('data');
    const { items: people } = (await (await chen.fetch('/api/people?q=8012')).json()) as { items: { id: string }[] };
    const wanted = await chen.command<{ away: boolean; slipId: string }>('call:wanted', { callId: call.sid, staffId: people[0]?.id });
    expect(wanted.data).toMatchObject({ away: true });
    expect(await chen.command('call:hangUp', { callId: call.sid })).toHaveProperty('data');
    const card = await house.finish(call);
    expect(card).toMatchObject({ outcome: 'agent', hungUpBy: 'agent', agent: { id: 'agent2' }, opener: { order: 'ok' }, slipIds: [wanted.data?.slipId], rings: { answeredIn: 1 } });
    await expectTidy(house, call, [li]);
  });
});
