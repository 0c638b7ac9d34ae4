import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CallCard } from '../../server/contract/card.ts';
import type { Slip } from '../../server/contract/slip.ts';
import { aLegCallback, alwaysClosed, anIncomingCall, attributes, legSidOf, openHouse, verbs } from '../support/house.ts';
import type { Console, House, Params } from '../support/house.ts';

let house: House;
const folders: string[] = [];
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await house.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/**
 * The process dies at this moment: what the next one has is the folder as it lies on the disk. It starts after `downMs`, on the same clock,
 * and the carrier's REST is a new one.
 */
async function dieAndStart(downMs = 1000): Promise<void> {
  const { folder, clock } = house;
  const copy = mkdtempSync(`${folder}-after-`);
  folders.push(folder, copy);
  cpSync(folder, copy, { recursive: true });
  await house.close();
  await clock.advance(downMs);
  house = await openHouse({ folder: copy, clock });
}

/** Where an address of the earlier process leads now: the port is another. */
const pathOf = (address: string | undefined): string => new URL(address ?? '').pathname;
const cancelled = (): string[] => house.rest.requests.filter(({ params }) => params['Status'] === 'canceled').map(({ path }) => path.split('/').at(-1)?.replace('.json', '') ?? '');
const completed = (): string[] => house.rest.requests.filter(({ params }) => params['Status'] === 'completed').map(({ path }) => path.split('/').at(-1)?.replace('.json', '') ?? '');
const cardOf = async (desk: Console, callId: string): Promise<CallCard> => (await (await desk.fetch(`/api/calls/${callId}`)).json()) as CallCard;

interface Ringing {
  call: Params & { CallSid: string };
  legPath: string;
  actionPath: string;
  legs: Record<string, string>;
}

async function ringing(...agents: string[]): Promise<Ringing> {
  const call = anIncomingCall();
  const { xml } = await house.post('/twilio/voice', call);
  const legPath = pathOf(attributes(xml, 'Client', 'statusCallback')[0]);
  const legs: Record<string, string> = {};
  for (const agent of agents) {
    legs[agent] = legSidOf(`${agent} of ${call.CallSid}`);
    for (const status of ['initiated', 'ringing']) await house.post(legPath, aLegCallback(call, agent, status, legs[agent]));
  }
  return { call, legPath, actionPath: pathOf(attributes(xml, 'Dial', 'action')[0]), legs };
}

describe('the program dies and starts again in mid-ring', () => {
  test('[R2][C3] the deadline fires at its time, every leg is cancelled, and the attendant answers in ring three', async () => {
    await house.atDesk('agent');
    await house.atDesk('agent2');
    const { call, actionPath, legs } = await ringing('agent', 'agent2');
    await house.advance(5000);
    await dieAndStart(2000);
    await house.advance(5499);
    expect(cancelled()).toEqual([]);
    await house.advance(1);
    expect(cancelled().sort()).toEqual(Object.values(legs).sort());
    const { xml } = await house.post(actionPath, { ...call, CallStatus: 'ringing', DialCallStatus: 'canceled' });
    expect(xml).toMatch(/您好,阳光花园管理处,请问有什么可以帮您/);
    const desk = await house.signIn('supervisor');
    expect(await cardOf(desk, call.CallSid)).toMatchObject({ state: 'attended', rings: { answeredIn: 3, late: false } });
  });

  test('[R2] it was down when the third ring ended: the legs are cancelled as soon as it is up', async () => {
    await house.atDesk('agent');
    const { legs } = await ringing('agent');
    await house.advance(1000);
    await dieAndStart(20_000);
    await house.advance(0);
    expect(cancelled()).toEqual([legs['agent']]);
  });

  test('[W1][W3] the agent’s phone rings for that call still, so no other call rings it; a repeated first webhook gets the same decision', async () => {
    await house.atDesk('agent');
    const { call } = await ringing('agent');
    await dieAndStart();
    await house.atDesk('agent');
    expect(verbs((await house.post('/twilio/voice', anIncomingCall())).xml)).not.toContain('Dial');
    const again = await house.post('/twilio/voice', call);
    expect(again.xml).toMatch(/>agent</);
    expect(attributes(again.xml, 'Dial', 'timeout')).toEqual(['8']);
  });

  test('[C3] a leg callback that was acknowledged just before counts after it: the agent has the call', async () => {
    await house.atDesk('agent');
    const { call, legPath, legs } = await ringing('agent');
    await house.post(legPath, aLegCallback(call, 'agent', 'in-progress', legs['agent'] ?? ''));
    await dieAndStart();
    await house.advance(15_000);
    expect([cancelled(), completed()]).toEqual([[], []]);
  });
});

describe('the program dies and starts again in mid-attendant', () => {
  test('[L1][C3] the attendant goes on with the next question; the slip has what was said before and after', async () => {
    const call = anIncomingCall({ To: alwaysClosed });
    const first = await house.post('/twilio/voice', call);
    const second = await house.post(pathOf(attributes(first.xml, 'Gather', 'action')[0]), { ...call, CallStatus: 'in-progress', SpeechResult: '我家厨房漏水了' });
    const callerPath = pathOf(attributes(second.xml, 'Gather', 'action')[0]);
    expect(callerPath).toMatch(/\/caller$/);
    await dieAndStart();
    const third = await house.post(callerPath, { ...call, CallStatus: 'in-progress', SpeechResult: '我姓李,三栋一五零二的' });
    expect(pathOf(attributes(third.xml, 'Gather', 'action')[0])).toMatch(/\/number$/);
    const desk = await house.signIn('supervisor');
    const slip = async (): Promise<Slip[]> => {
      await house.app.settled();
      return ((await (await desk.fetch(`/api/slips?callId=${call.CallSid}`)).json()) as { items: Slip[] }).items;
    };
    expect(await slip()).toMatchObject([{ state: 'draft', message: '我家厨房漏水了', callerName: '李' }]);
    await house.post('/twilio/status', { ...call, CallStatus: 'completed' });
    expect(await slip()).toMatchObject([{ state: 'taken' }]);
    expect(await cardOf(desk, call.CallSid)).toMatchObject({ state: 'ended', outcome: 'attendant-message', slipIds: [`S${call.CallSid}`] });
  });
});

describe('the program dies and starts again in mid-talk', () => {
  let talking: Ringing;
  beforeEach(async () => {
    await house.atDesk('agent');
    talking = await ringing('agent');
    await house.advance(3000);
    await house.post(talking.legPath, aLegCallback(talking.call, 'agent', 'in-progress', talking.legs['agent'] ?? ''));
    await dieAndStart();
  });

  test('[S1][H2] the card is live in the snapshot, the opener and the hang-up work, and the agent is said to have gone first', async () => {
    const { call, actionPath, legs } = talking;
    const desk = await house.atDesk('agent');
    expect(await cardOf(desk, call.CallSid)).toMatchObject({ state: 'live', agent: { id: 'agent' }, rings: { answeredIn: 1 } });
    expect(await desk.command('call:step', { callId: call.CallSid, step: 'greeting' })).toHaveProperty('data');
    expect(await desk.command('call:hangUp', { callId: call.CallSid })).toHaveProperty('data');
    await house.app.settled();
    expect(completed()).toEqual([legs['agent']]);
    const { xml } = await house.post(actionPath, { ...call, CallStatus: 'in-progress', DialCallStatus: 'completed', DialCallSid: legs['agent'] ?? '', DialBridged: 'true' });
    expect(verbs(xml)).toEqual(['Hangup']);
    expect(await cardOf(desk, call.CallSid)).toMatchObject({ state: 'ended', hungUpBy: 'agent', outcome: 'agent' });
  });

  test('[W1] the agent is on a call: another caller is attended', async () => {
    await house.atDesk('agent');
    expect(verbs((await house.post('/twilio/voice', anIncomingCall())).xml)).not.toContain('Dial');
  });

  test('[S4] the caller hung up while it was down and nothing told us: the carrier is asked, and the call ends', async () => {
    const { call } = talking;
    house.rest.answer = ({ path }) => ({ status: 200, body: { sid: path.split('/').at(-1)?.replace('.json', ''), status: 'completed', to: '' } });
    await house.advance(60_000);
    const desk = await house.signIn('supervisor');
    expect(await cardOf(desk, call.CallSid)).toMatchObject({ state: 'ended', outcome: 'agent' });
    expect(house.app.desk.heldAgents().size).toBe(0);
  });

  test('[C5] a call that ended before a start is told as ended never again: a late fact amends it', async () => {
    const { call, actionPath } = talking;
    await house.post('/twilio/status', { ...call, CallStatus: 'completed' });
    await dieAndStart();
    const news: string[] = [];
    house.app.desk.onCard((card, how) => news.push(`${card.id} ${how}`));
    await house.post(actionPath, { ...call, CallStatus: 'completed', DialCallStatus: 'completed', DialBridged: 'true', DialCallDuration: '4' });
    expect(news.filter((one) => one.endsWith('ended'))).toEqual([]);
  });
});

describe('the carrier’s REST is down', () => {
  const refuse = (times: number): void => {
    const usual = house.rest.answer;
    let refused = 0;
    house.rest.answer = (request) => (refused++ < times ? { status: 503, body: { code: 20503, message: 'Service unavailable', status: 503 } } : usual(request));
  };

  test('[R2] the phones are cancelled at the second try, a second later, still within the third ring', async () => {
    await house.atDesk('agent');
    const { legs } = await ringing('agent');
    refuse(1);
    await house.advance(12_500);
    expect(cancelled()).toEqual([legs['agent']]);
    await house.advance(1000);
    expect(cancelled()).toEqual([legs['agent'], legs['agent']]);
    await house.advance(60_000);
    expect(cancelled()).toHaveLength(2);
  });

  test('[R2] with one phone known and one never heard of, every refused request is dealt with, and both are cancelled at the next try', async () => {
    await house.atDesk('agent');
    await house.atDesk('agent2');
    const { legs } = await ringing('agent');
    const unheard = legSidOf('a leg whose callbacks were lost');
    const usual = house.rest.answer;
    house.rest.answer = (request) => (request.path.endsWith('/Calls.json') ? { status: 200, body: { calls: [{ sid: unheard, status: 'ringing', to: 'client:agent2' }] } } : usual(request));
    refuse(2);
    const forgotten: unknown[] = [];
    const note = (reason: unknown): void => void forgotten.push(reason);
    process.on('unhandledRejection', note);
    try {
      await house.advance(12_500);
      await house.advance(1000);
    } finally {
      process.off('unhandledRejection', note);
    }
    expect(forgotten).toEqual([]);
    expect(cancelled().slice(-2).sort()).toEqual([legs['agent'], unheard].sort());
  });

  test('[H2][C6] an agent’s hang-up is tried again, ever more seldom, until it works, and then never again', async () => {
    const desk = await house.atDesk('agent');
    const { call, legPath, legs } = await ringing('agent');
    await house.post(legPath, aLegCallback(call, 'agent', 'in-progress', legs['agent'] ?? ''));
    refuse(4);
    const triedAt: number[] = [];
    const answer = house.rest.answer;
    const began = house.clock.now();
    house.rest.answer = (request) => {
      if (request.params['Status'] === 'completed') triedAt.push(house.clock.now() - began);
      return answer(request);
    };
    await desk.command('call:hangUp', { callId: call.CallSid });
    await house.advance(50_000);
    const pauses = triedAt.slice(1).map((at, place) => at - (triedAt[place] ?? 0));
    expect(pauses).toHaveLength(4);
    expect(pauses[0]).toBeLessThanOrEqual(1000);
    for (const [place, pause] of pauses.slice(1).entries()) expect(pause).toBe(2 * (pauses[place] ?? 0));
  });

  test('[H2][C3] also across a restart: the next process goes on trying', async () => {
    const desk = await house.atDesk('agent');
    const { call, legPath, legs } = await ringing('agent');
    await house.post(legPath, aLegCallback(call, 'agent', 'in-progress', legs['agent'] ?? ''));
    refuse(1000);
    await desk.command('call:hangUp', { callId: call.CallSid });
    await house.advance(2000);
    await dieAndStart(10_000);
    await house.advance(0);
    expect(completed()).toEqual([legs['agent']]);
    await house.advance(40_000);
    expect(completed()).toHaveLength(1);
  });
});
