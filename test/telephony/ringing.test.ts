import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { aLegCallback, alwaysClosed, anIncomingCall, attributes, harbour, legSidOf, openHouse, sunshine, verbs } from '../support/house.ts';
import type { Console, House } from '../support/house.ts';
import type { CallCard } from '../../server/contract/card.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

async function cardOf(desk: Console, callSid: string): Promise<CallCard> {
  return (await (await desk.fetch(`/api/calls/${callSid}`)).json()) as CallCard;
}

/** A call comes in and rings these agents; their legs are known. */
async function ringing(...agents: string[]): Promise<{ call: ReturnType<typeof anIncomingCall>; xml: string; legUrl: string; actionUrl: string; legs: Record<string, string> }> {
  const call = anIncomingCall();
  const { xml } = await house.post('/twilio/voice', call);
  const legUrl = attributes(xml, 'Client', 'statusCallback')[0] ?? '';
  const legs: Record<string, string> = {};
  for (const agent of agents) {
    legs[agent] = legSidOf(`${agent} of ${call.CallSid}`);
    await house.post(legUrl, aLegCallback(call, agent, 'initiated', legs[agent]));
    await house.post(legUrl, aLegCallback(call, agent, 'ringing', legs[agent]));
  }
  return { call, xml, legUrl, actionUrl: attributes(xml, 'Dial', 'action')[0] ?? '', legs };
}

describe('a call comes in', () => {
  test('[W1][R3] free agents ring: Dial with answerOnBridge first, true ringing, four callbacks a leg, absolute addresses that time out soon', async () => {
    await house.atDesk('agent');
    await house.atDesk('agent2');
    const { xml } = await house.post('/twilio/voice', anIncomingCall());
    expect(verbs(xml)).toEqual(['Dial', 'Client', 'Client']);
    expect(attributes(xml, 'Dial', 'answerOnBridge')).toEqual(['true']);
    expect(attributes(xml, 'Dial', 'timeout')).toEqual(['9']);
    expect(attributes(xml, 'Client', 'statusCallbackEvent')).toEqual(['initiated ringing answered completed', 'initiated ringing answered completed']);
    for (const address of [...attributes(xml, 'Dial', 'action'), ...attributes(xml, 'Client', 'statusCallback')]) {
      expect(address).toMatch(/^http:\/\/localhost:\d+\/twilio\/[^?#]+#ct=800&rt=2000&tt=4000&rc=1&rp=ct,rt,5xx$/);
    }
    expect([...xml.matchAll(/>(agent2?)<\/Client>/g)].map((match) => match[1])).toEqual(['agent', 'agent2']);
  });

  test('[W1] nobody at a desk, on a break, or without a phone: the line rings once, then the attendant with the whole opener in order', async () => {
    const onBreak = await house.atDesk('agent');
    await onBreak.command('agent:presence', { state: 'break', reason: '午饭' });
    const noPhone = await house.signIn('agent2');
    await noPhone.command('agent:presence', { state: 'available' });
    const { xml } = await house.post('/twilio/voice', anIncomingCall());
    expect(verbs(xml).slice(0, 2)).toEqual(['Pause', 'Say']);
    expect(attributes(xml, 'Pause', 'length')).toEqual(['5']);
    expect(xml).toMatch(/您好,阳光花园管理处,请问有什么可以帮您/);
    expect(attributes(xml, 'Gather', 'action')[0]).toMatch(/\/attendant\/recipient#/);
  });

  test('a closed line is attended though agents are free', async () => {
    await house.atDesk('agent');
    const { xml } = await house.post('/twilio/voice', anIncomingCall({ To: alwaysClosed }));
    expect(verbs(xml)).toContain('Gather');
    expect(xml).toMatch(/下班时间/);
  });

  test('the Hong Kong line has its own cycle, language and languages', async () => {
    await house.atDesk('agent');
    const { xml } = await house.post('/twilio/voice', anIncomingCall({ To: harbour }));
    expect(attributes(xml, 'Dial', 'timeout')).toEqual(['6']);
    const attended = await house.post('/twilio/voice', anIncomingCall({ To: harbour }));
    expect(attended.xml).toMatch(/Good day, Harbour View Residences, may I help you\?/);
    expect(attributes(attended.xml, 'Say', 'language')).toEqual(['en-US', 'yue-HK', 'en-US']);
    expect(attributes(attended.xml, 'Pause', 'length')).toEqual(['4']);
  });

  test('a number that no line knows is greeted neutrally and can leave a message', async () => {
    const { xml } = await house.post('/twilio/voice', anIncomingCall({ To: '+861088887777' }));
    expect(xml).toMatch(/您好,物业服务热线,请问有什么可以帮您/);
    expect(verbs(xml)[0]).toBe('Say');
  });

  test('[W1][W2] an agent rings for one call only; the second call rings the other, the third is attended', async () => {
    await house.atDesk('agent');
    const first = await ringing();
    expect(first.xml).toMatch(/>agent</);
    await house.atDesk('agent2');
    expect((await house.post('/twilio/voice', anIncomingCall())).xml).toMatch(/>agent2</);
    expect(verbs((await house.post('/twilio/voice', anIncomingCall())).xml)).not.toContain('Dial');
  });

  test('[C2] a repeated first webhook gets the same decision with the ring time that is left', async () => {
    await house.atDesk('agent');
    const { call, xml } = await ringing('agent');
    expect((await house.post('/twilio/voice', call)).xml).toBe(xml);
    await house.advance(3000);
    const again = await house.post('/twilio/voice', call);
    expect(attributes(again.xml, 'Dial', 'timeout')).toEqual(['6']);
    expect(again.xml).toMatch(/>agent</);
  });

  test('fifty first webhooks of one call at once decide it once', async () => {
    await house.atDesk('agent');
    const call = anIncomingCall();
    const replies = await Promise.all(Array.from({ length: 50 }, () => house.post('/twilio/voice', call)));
    expect(new Set(replies.map((reply) => reply.xml)).size).toBe(1);
  });
});

describe('an agent answers', () => {
  test('[S1][R1] the card is live with the ring, the opener is kept in order, and the caller goes first', async () => {
    const desk = await house.atDesk('agent');
    const { call, legUrl, actionUrl, legs } = await ringing('agent');
    await house.advance(6000);
    await house.post(legUrl, aLegCallback(call, 'agent', 'in-progress', legs['agent'] ?? ''));
    for (const step of ['greeting', 'unit', 'question']) expect(await desk.command('call:step', { callId: call.CallSid, step })).toHaveProperty('data');
    await house.advance(20_000);
    const { xml } = await house.post(actionUrl, { ...call, CallStatus: 'completed', DialCallStatus: 'completed', DialCallSid: legs['agent'] ?? '', DialCallDuration: '20', DialBridged: 'true' });
    expect(verbs(xml)).toEqual([]);
    expect(await cardOf(desk, call.CallSid)).toMatchObject({ state: 'ended', outcome: 'agent', hungUpBy: 'caller', agent: { id: 'agent' }, rings: { answeredIn: 2, late: false }, opener: { order: 'ok' } });
    await house.app.settled();
    expect(desk.cards.filter((card) => card.state === 'ended')).toHaveLength(1);
  });

  test('[W5] two accept at once: exactly one has the call', async () => {
    const desk = await house.atDesk('agent');
    await house.atDesk('agent2');
    const { call, legUrl, legs } = await ringing('agent', 'agent2');
    await Promise.all(['agent', 'agent2'].map((agent) => house.post(legUrl, aLegCallback(call, agent, 'in-progress', legs[agent] ?? ''))));
    await house.post(legUrl, aLegCallback(call, 'agent', 'canceled', legs['agent'] ?? ''));
    expect(await cardOf(desk, call.CallSid)).toMatchObject({ state: 'live', agent: { id: 'agent2' } });
  });

  test('[H2] the agent hangs up: his leg is ended through REST, and the caller gets <Hangup/>', async () => {
    const desk = await house.atDesk('agent');
    const { call, legUrl, actionUrl, legs } = await ringing('agent');
    await house.post(legUrl, aLegCallback(call, 'agent', 'in-progress', legs['agent'] ?? ''));
    expect(await desk.command('call:hangUp', { callId: call.CallSid })).toHaveProperty('data');
    await house.app.settled();
    expect(house.rest.requests).toContainEqual({ method: 'POST', path: `/2010-04-01/Accounts/AC${'1'.repeat(32)}/Calls/${legs['agent']}.json`, params: { Status: 'completed' } });
    const { xml } = await house.post(actionUrl, { ...call, CallStatus: 'in-progress', DialCallStatus: 'completed', DialBridged: 'true' });
    expect(verbs(xml)).toEqual(['Hangup']);
    expect(await cardOf(desk, call.CallSid)).toMatchObject({ state: 'ended', hungUpBy: 'agent' });
  });

  test('[S3] the agent is lost: apology and another free agent rings; he is lost too: the attendant', async () => {
    const desk = await house.atDesk('agent');
    const { call, legUrl, actionUrl, legs } = await ringing('agent');
    await house.post(legUrl, aLegCallback(call, 'agent', 'in-progress', legs['agent'] ?? ''));
    await house.atDesk('agent2');
    await house.post(legUrl, aLegCallback(call, 'agent', 'completed', legs['agent'] ?? ''));
    const second = await house.post(actionUrl, { ...call, CallStatus: 'in-progress', DialCallStatus: 'completed' });
    expect(verbs(second.xml)).toEqual(['Say', 'Dial', 'Client']);
    expect(second.xml).toMatch(/对不起/);
    expect(second.xml).toMatch(/>agent2</);
    expect(await cardOf(desk, call.CallSid)).toMatchObject({ state: 'queued', offeredTo: ['agent', 'agent2'] });
    await house.post(attributes(second.xml, 'Client', 'statusCallback')[0] ?? '', aLegCallback(call, 'agent2', 'in-progress', legSidOf('second leg')));
    await (await house.atDesk('agent')).command('agent:presence', { state: 'away' });
    const third = await house.post(attributes(second.xml, 'Dial', 'action')[0] ?? '', { ...call, CallStatus: 'in-progress', DialCallStatus: 'completed', DialBridged: 'true' });
    expect(verbs(third.xml)[0]).toBe('Say');
    expect(third.xml).toMatch(/对不起,刚才的通话中断了。您好,阳光花园管理处,请问有什么可以帮您/);
  });

  test('[S4] the number’s final callback overtakes the Dial action: ended is told once, and the action changes who hung up', async () => {
    const desk = await house.atDesk('agent');
    const amended: CallCard[] = [];
    desk.socket.on('call:amended', (card: CallCard) => amended.push(card));
    const { call, legUrl, actionUrl, legs } = await ringing('agent');
    await house.post(legUrl, aLegCallback(call, 'agent', 'in-progress', legs['agent'] ?? ''));
    await desk.command('call:hangUp', { callId: call.CallSid });
    await house.post('/twilio/status', { ...call, CallStatus: 'completed', CallDuration: '9', Duration: '1' });
    expect(await cardOf(desk, call.CallSid)).toMatchObject({ state: 'ended', hungUpBy: 'agent', outcome: 'agent' });
    const { xml } = await house.post(actionUrl, { ...call, CallStatus: 'completed', DialCallStatus: 'completed', DialBridged: 'true' });
    expect(verbs(xml)).toEqual([]);
    expect(await cardOf(desk, call.CallSid)).toMatchObject({ state: 'ended', hungUpBy: 'caller' });
    expect(desk.cards.filter((card) => card.state === 'ended')).toHaveLength(1);
  });
});

describe('nobody answers', () => {
  const cancelled = (): string[] => house.rest.requests.filter(({ method, params }) => method === 'POST' && params['Status'] === 'canceled').map(({ path }) => path.split('/').at(-1)?.replace('.json', '') ?? '');
  const completed = (): string[] => house.rest.requests.filter(({ method, params }) => method === 'POST' && params['Status'] === 'completed').map(({ path }) => path.split('/').at(-1)?.replace('.json', '') ?? '');

  test('[R2] 2500 ms before the end of ring 3 every ringing leg is cancelled, and the Dial action gets the attendant at once', async () => {
    const desk = await house.atDesk('agent');
    await house.atDesk('agent2');
    const { call, actionUrl, legs } = await ringing('agent', 'agent2');
    await house.advance(12_499);
    expect(cancelled()).toEqual([]);
    await house.advance(1);
    expect(cancelled().sort()).toEqual([legs['agent'], legs['agent2']].sort());
    expect(completed()).toEqual([]);
    const { xml } = await house.post(actionUrl, { ...call, CallStatus: 'ringing', DialCallStatus: 'canceled' });
    expect(verbs(xml)[0]).toBe('Say');
    expect(xml).toMatch(/您好,阳光花园管理处,请问有什么可以帮您/);
    expect(await cardOf(desk, call.CallSid)).toMatchObject({ state: 'attended', rings: { answeredIn: 3, late: false } });
  });

  test('legs whose callbacks never came are found by their parent and cancelled', async () => {
    await house.atDesk('agent');
    const lost = legSidOf('lost leg');
    const usual = house.rest.answer;
    house.rest.answer = (request) => (request.path.endsWith('/Calls.json') ? { status: 200, body: { calls: [{ sid: lost, status: 'ringing', to: 'client:agent' }] } } : usual(request));
    const { call } = await ringing();
    await house.advance(12_500);
    expect(house.rest.requests[0]).toMatchObject({ method: 'GET', params: { ParentCallSid: call.CallSid } });
    expect(cancelled()).toEqual([lost]);
  });

  test('a leg that the carrier refuses to cancel (21220) and still rings is ended outright; one that has ended is left alone', async () => {
    await house.atDesk('agent');
    await house.atDesk('agent2');
    const { legs } = await ringing('agent', 'agent2');
    house.rest.answer = ({ method, path, params }) => {
      if (method === 'POST' && params['Status'] === 'canceled') return { status: 400, body: { code: 21220, message: 'Call is not in-progress. Cannot redirect.', more_info: '', status: 400 } };
      return { status: 200, body: { sid: path.split('/').at(-1)?.replace('.json', ''), status: path.includes(legs['agent'] ?? '-') ? 'ringing' : 'no-answer', to: 'client:agent' } };
    };
    await house.advance(12_500);
    expect(completed()).toEqual([legs['agent']]);
  });

  test('an agent who accepts in the same instant keeps the call: no leg is ended once its in-progress has come', async () => {
    const desk = await house.atDesk('agent');
    const { call, legUrl, legs } = await ringing('agent');
    house.rest.answer = ({ path }) => ({ status: 200, body: { sid: path.split('/').at(-1)?.replace('.json', ''), status: 'in-progress', to: 'client:agent' } });
    const accepting = house.advance(12_500);
    await house.post(legUrl, aLegCallback(call, 'agent', 'in-progress', legs['agent'] ?? ''));
    await accepting;
    await house.advance(1000);
    expect(completed()).toEqual([]);
    expect(await cardOf(desk, call.CallSid)).toMatchObject({ state: 'live', agent: { id: 'agent' } });
  });

  test('[W4] all decline at once: another free agent rings; with none the attendant answers without delay', async () => {
    await house.atDesk('agent');
    const { call, legUrl, actionUrl, legs } = await ringing('agent');
    await house.atDesk('agent2');
    await house.post(legUrl, aLegCallback(call, 'agent', 'busy', legs['agent'] ?? ''));
    const second = await house.post(actionUrl, { ...call, CallStatus: 'ringing', DialCallStatus: 'busy' });
    expect(verbs(second.xml)).toEqual(['Dial', 'Client']);
    expect(second.xml).toMatch(/>agent2</);
    const third = await house.post(attributes(second.xml, 'Dial', 'action')[0] ?? '', { ...call, CallStatus: 'ringing', DialCallStatus: 'no-answer' });
    expect(verbs(third.xml)[0]).toBe('Say');
  });

  test('[R4][O3] the caller gives up in ring two: abandoned, not late, and agents are free again', async () => {
    const desk = await house.atDesk('agent');
    const { call } = await ringing('agent');
    await house.advance(7000);
    await house.post('/twilio/status', { ...call, CallStatus: 'no-answer', CallDuration: '0' });
    expect(await cardOf(desk, call.CallSid)).toMatchObject({ state: 'ended', outcome: 'abandoned-ringing', hungUpBy: 'caller', answeredAt: null, rings: { late: false } });
    expect((await house.post('/twilio/voice', anIncomingCall())).xml).toMatch(/>agent</);
    await house.advance(20_000);
    expect(cancelled()).toEqual([]);
  });

  test('the caller is gone before the first webhook was handled: the call is kept, in either order', async () => {
    const desk = await house.atDesk('agent');
    const call = anIncomingCall();
    await house.post('/twilio/status', { ...call, CallStatus: 'no-answer' });
    const { xml } = await house.post('/twilio/voice', call);
    expect(verbs(xml)).toEqual([]);
    expect(await cardOf(desk, call.CallSid)).toMatchObject({ state: 'ended', outcome: 'abandoned-ringing' });
  });

  test('a final callback that was lost is asked for: the call ends all the same', async () => {
    const desk = await house.atDesk('agent');
    const { call } = await ringing('agent');
    house.rest.answer = ({ path }) => ({ status: 200, body: { sid: path.split('/').at(-1)?.replace('.json', ''), status: path.includes(call.CallSid) ? 'no-answer' : 'canceled', to: sunshine } });
    await house.advance(60_000);
    expect(await cardOf(desk, call.CallSid)).toMatchObject({ state: 'ended' });
  });
});
