import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CallCard } from '../../server/contract/card.ts';
import { commands } from '../../server/contract/live.ts';
import type { CommandName } from '../../server/contract/live.ts';
import { commandTable } from '../../server/live/commands/table.ts';
import type { LiveDeps } from '../../server/live/deps.ts';
import { aHouse } from '../http/aHouse.ts';
import type { House } from '../http/aHouse.ts';
import { aConsole, closeConsoles } from './aConsole.ts';
import type { Console } from './aConsole.ts';

let house: House;
const acts: unknown[] = [];
beforeEach(async () => {
  acts.length = 0;
  house = await aHouse({
    live: {
      commandsPerSecond: 20,
      practicePhone: {
        async act(userId, input) {
          acts.push([userId, input]);
          return { legSid: input.legSid };
        },
      },
    },
  });
});
afterEach(async () => {
  closeConsoles();
  await house.close();
});

const consoleOf = async (username: string): Promise<Console> => aConsole(house.url, await house.signIn(username));
const error = (code: string, ...fields: string[]) => ({ error: expect.objectContaining(fields.length > 0 ? { code, fields: Object.fromEntries(fields.map((field) => [field, expect.any(String)])) } : { code }) });

async function liveCall(callId = 'CA1', agentId = 'agent'): Promise<void> {
  await house.ring(callId, { agentId });
  await house.accept(callId, agentId);
}

test('the table has every command of the contract and no other', () => {
  expect(Object.keys(commandTable({} as LiveDeps)).sort()).toEqual(Object.keys(commands).sort());
});

describe('agent:presence', () => {
  test('is answered with how the agent stands now, and colleagues hear of it', async () => {
    const agent = await consoleOf('agent');
    const colleague = await consoleOf('agent2');
    house.clock.pass(1000);
    expect(await agent.send('agent:presence', { state: 'break', reason: '吃饭' })).toEqual({ data: expect.objectContaining({ id: 'agent', presence: 'break', reason: '吃饭', since: house.clock.now(), callId: null }) });
    expect(await colleague.hear('agent:view')).toMatchObject({ id: 'agent', presence: 'break' });
  });

  test('of somebody who answers no calls is refused', async () => {
    for (const who of ['staff', 'admin']) expect(await (await consoleOf(who)).send('agent:presence', { state: 'available' })).toEqual(error('not_found'));
  });

  test.each([[undefined], [null], [7], ['available'], [[]], [{}], [{ state: 'asleep' }], [{ state: 'break', reason: 'x'.repeat(101) }], [{ state: 'break', until: 5 }]])('%j is bad input', async (input) => {
    expect(await (await consoleOf('agent')).sendAnything('agent:presence', input)).toEqual(error('bad_input'));
  });
});

describe('phone:state', () => {
  test('belongs to one connection: a tab that closes does not silence the phone of the other', async () => {
    const left = await consoleOf('agent');
    const right = await consoleOf('agent');
    await left.send('phone:state', { state: 'registered' });
    await right.send('phone:state', { state: 'registered' });
    expect(await left.send('phone:state', { state: 'unregistered' })).toMatchObject({ data: { phone: 'registered' } });
    expect(await right.send('phone:state', { state: 'unregistered' })).toMatchObject({ data: { phone: 'unregistered' } });
  });

  test('a window that comes by itself takes the phone only where no other has it; pressed on purpose it takes it over, and the other is told', async () => {
    const left = await consoleOf('agent');
    const right = await consoleOf('agent');
    await left.send('phone:state', { state: 'registered', onlyIfFree: true });
    expect(await left.send('phone:state', { state: 'registered', onlyIfFree: true })).toHaveProperty('data');
    expect(await right.send('phone:state', { state: 'registered', onlyIfFree: true })).toEqual(error('conflict'));
    await right.send('phone:state', { state: 'registered' });
    await left.caughtUp();
    expect([left.of('phone:here'), right.of('phone:here')]).toEqual([[{ here: true }, { here: false }], [{ here: true }]]);
    const third = await consoleOf('agent');
    expect(await third.send('phone:state', { state: 'registered', onlyIfFree: true, insteadOf: left.socket.id })).toEqual(error('conflict'));
    expect(await third.send('phone:state', { state: 'registered', onlyIfFree: true, insteadOf: right.socket.id })).toHaveProperty('data');
    await right.send('phone:state', { state: 'registered' });
    right.close();
    await left.hear('agent:view', ({ phone }: { phone: string }) => phone === 'unregistered');
    expect(await left.send('phone:state', { state: 'registered', onlyIfFree: true })).toMatchObject({ data: { phone: 'registered' } });
  });
});

describe('call:step', () => {
  test('of a live call is acknowledged with the card that has it', async () => {
    await liveCall();
    const agent = await consoleOf('agent');
    house.clock.pass(700);
    expect(await agent.send('call:step', { callId: 'CA1', step: 'greeting' })).toMatchObject({ data: { id: 'CA1', opener: { greeting: house.clock.now(), unit: null } } });
  });

  test('said twice counts the first time', async () => {
    await liveCall();
    const agent = await consoleOf('agent');
    const first = await agent.send('call:step', { callId: 'CA1', step: 'greeting' });
    house.clock.pass(5000);
    expect(await agent.send('call:step', { callId: 'CA1', step: 'greeting' })).toEqual(first);
  });

  test('three at once end in the order in which they were sent', async () => {
    await liveCall();
    const agent = await consoleOf('agent');
    await Promise.all((['greeting', 'unit', 'question'] as const).map((step) => agent.send('call:step', { callId: 'CA1', step })));
    expect((await house.callDesk.look('CA1'))?.card.opener.order).toBe('ok');
  });

  test('is out of place while the call rings and after it ended', async () => {
    const agent = await consoleOf('agent');
    await house.ring('CA1');
    expect(await agent.send('call:step', { callId: 'CA1', step: 'greeting' })).toEqual(error('wrong_state'));
    await house.accept('CA1');
    await house.hangUp('CA1');
    expect(await agent.send('call:step', { callId: 'CA1', step: 'greeting' })).toEqual(error('wrong_state'));
  });

  test('is for the agent of the call: a colleague is forbidden, for another office the call does not exist', async () => {
    await liveCall();
    const step = { callId: 'CA1', step: 'greeting' };
    for (const who of ['agent2', 'supervisor', 'admin']) expect(await (await consoleOf(who)).send('call:step', step)).toEqual(error('forbidden'));
    for (const who of ['harbour_agent', 'staff']) expect(await (await consoleOf(who)).send('call:step', step)).toEqual(error('not_found', 'callId'));
  });

  test('names the field that is wrong', async () => {
    const agent = await consoleOf('agent');
    expect(await agent.send('call:step', { callId: 'CA1', step: 'goodbye' })).toEqual(error('bad_input', 'step'));
    expect(await agent.send('call:step', { callId: 'CAunknown', step: 'greeting' })).toEqual(error('not_found', 'callId'));
  });
});

describe('call:wanted', () => {
  test('for somebody who is away opens a slip that is there when it is acknowledged', async () => {
    await liveCall();
    const agent = await consoleOf('agent');
    const answer = await agent.send('call:wanted', { callId: 'CA1', staffId: 'zhangwei' });
    expect(answer).toEqual({ data: { staffId: 'zhangwei', name: '张伟', away: true, backAt: null, slipId: expect.any(String), helpers: [expect.objectContaining({ id: 'wangfang', away: false, reason: 'department' })] } });
    const slipId = 'data' in answer ? String(answer.data['slipId']) : '';
    expect(await house.slipDesk.get(slipId)).toMatchObject({ recipient: '张伟', callerNumber: '+8613900139000', callerCity: '深圳', recordedBy: 'name of agent', state: 'draft' });
    expect((await house.callDesk.look('CA1'))?.card).toMatchObject({ wanted: { staffId: 'zhangwei', away: true }, slipIds: [slipId] });
  });

  test('asked again gives the same slip', async () => {
    await liveCall();
    const agent = await consoleOf('agent');
    const [first, second] = await Promise.all([1, 2].map(() => agent.send('call:wanted', { callId: 'CA1', staffId: 'zhangwei' })));
    expect(second).toEqual(first);
  });

  test('for somebody who is here opens none', async () => {
    await liveCall();
    expect(await (await consoleOf('agent')).send('call:wanted', { callId: 'CA1', staffId: 'wangfang' })).toEqual({ data: { staffId: 'wangfang', name: '王芳', away: false, backAt: null, slipId: null } });
  });

  test('may come after the caller has hung up, but not before anybody answered', async () => {
    const agent = await consoleOf('agent');
    await house.ring('CA1');
    expect(await agent.send('call:wanted', { callId: 'CA1', staffId: 'zhangwei' })).toEqual(error('wrong_state'));
    await house.accept('CA1');
    await house.hangUp('CA1');
    expect(await agent.send('call:wanted', { callId: 'CA1', staffId: 'zhangwei' })).toMatchObject({ data: { away: true } });
  });

  test('[L6] another who helps takes the slip over: it is for him from now on, what was typed stays, the card says in whose place', async () => {
    await liveCall();
    const agent = await consoleOf('agent');
    const opened = await agent.send('call:wanted', { callId: 'CA1', staffId: 'zhangwei' });
    const slipId = 'data' in opened ? String(opened.data['slipId']) : '';
    await house.slipDesk.patch(slipId, { callerName: '李秀英', message: '水管漏水' }, { id: 'agent', name: 'name of agent' }, house.clock.now());
    expect(await agent.send('call:wanted', { callId: 'CA1', staffId: 'wangfang', slipId, insteadOf: 'zhangwei' })).toMatchObject({ data: { staffId: 'wangfang', away: false, slipId } });
    expect(await house.slipDesk.get(slipId)).toMatchObject({ recipient: '王芳', recipientId: 'wangfang', callerName: '李秀英', message: '水管漏水', actionsRequested: ['call-back'], state: 'draft' });
    expect((await house.callDesk.look('CA1'))?.card).toMatchObject({ wanted: { staffId: 'wangfang', away: false, insteadOf: { staffId: 'zhangwei', name: '张伟' } }, slipIds: [slipId] });
    await agent.send('call:wanted', { callId: 'CA1', staffId: 'zhangwei', slipId });
    expect(await house.slipDesk.get(slipId)).toMatchObject({ recipient: '张伟', message: '水管漏水', actionsRequested: [] });
    expect((await house.callDesk.look('CA1'))?.card.wanted).toEqual({ staffId: 'zhangwei', name: '张伟', away: true, backAt: null });
  });

  test('[L6] what the caller asked for stays whoever helps', async () => {
    await liveCall();
    const agent = await consoleOf('agent');
    const opened = await agent.send('call:wanted', { callId: 'CA1', staffId: 'zhangwei' });
    const slipId = 'data' in opened ? String(opened.data['slipId']) : '';
    const actions = async (): Promise<unknown> => (await house.slipDesk.get(slipId))?.actionsRequested;
    await house.slipDesk.patch(slipId, { actionsRequested: ['call-back'] }, { id: 'agent', name: 'a' }, house.clock.now());
    await agent.send('call:wanted', { callId: 'CA1', staffId: 'wangfang', slipId, insteadOf: 'zhangwei' });
    expect(await actions()).toEqual(['call-back']);
    await agent.send('call:wanted', { callId: 'CA1', staffId: 'zhangwei', slipId });
    expect(await actions()).toEqual(['call-back']);
  });

  test('[L6] the slip of another call, and one that was taken, are not given to anybody else', async () => {
    await liveCall();
    const agent = await consoleOf('agent');
    const opened = await agent.send('call:wanted', { callId: 'CA1', staffId: 'zhangwei' });
    const slipId = 'data' in opened ? String(opened.data['slipId']) : '';
    expect(await agent.send('call:wanted', { callId: 'CA1', staffId: 'wangfang', slipId: 'Sother' })).toEqual(error('not_found', 'slipId'));
    await house.slipDesk.patch(slipId, { state: 'taken' }, { id: 'agent', name: 'a' }, house.clock.now());
    expect(await agent.send('call:wanted', { callId: 'CA1', staffId: 'wangfang', slipId })).toEqual(error('wrong_state'));
  });

  test('who was in when he was asked for stays so on the card, though he goes away before the call is over', async () => {
    await liveCall();
    const agent = await consoleOf('agent');
    await agent.send('call:wanted', { callId: 'CA1', staffId: 'wangfang' });
    const staff = house.directory.staff('wangfang');
    if (!staff) throw new Error('the house has no 王芳');
    await house.directory.save({ staff: [{ ...staff, absence: { kind: 'open-ended' } }] });
    await house.hangUp('CA1');
    expect((await house.callDesk.look('CA1'))?.card.wanted).toEqual({ staffId: 'wangfang', name: '王芳', away: false, backAt: null });
  });

  test('[L7] the caller hung up before the message was taken: the slip is the agent\'s to finish', async () => {
    await liveCall();
    const agent = await consoleOf('agent');
    const opened = await agent.send('call:wanted', { callId: 'CA1', staffId: 'zhangwei' });
    const slipId = 'data' in opened ? String(opened.data['slipId']) : '';
    expect((await house.slipDesk.get(slipId))?.owner).toBeUndefined();
    const ended = await house.callDesk.record('CA1', [{ kind: 'callerEnded', key: 'callerEnded', at: house.clock.now(), status: 'completed', seen: 'callback' }]);
    await ended.effectsTried;
    expect(await house.slipDesk.get(slipId)).toMatchObject({ state: 'draft', owner: { id: 'agent', name: 'name of agent' } });
  });

  test('knows the people of the own offices only', async () => {
    await liveCall();
    const agent = await consoleOf('agent');
    for (const staffId of ['nobody', 'harbour-chan']) expect(await agent.send('call:wanted', { callId: 'CA1', staffId })).toEqual(error('not_found', 'staffId'));
  });
});

describe('call:hangUp', () => {
  test('is the agent’s own press of the button, once', async () => {
    await liveCall();
    const agent = await consoleOf('agent');
    expect(await agent.send('call:hangUp', { callId: 'CA1' })).toMatchObject({ data: { id: 'CA1' } });
    await agent.send('call:hangUp', { callId: 'CA1' });
    const facts = (await house.callDesk.look('CA1'))?.facts ?? [];
    expect(facts.filter(({ kind }) => kind === 'hangUpPressed')).toEqual([expect.objectContaining({ agentId: 'agent' })]);
  });

  test('is not for colleagues, nor for one whose phone the call does not ring', async () => {
    await house.ring('CA1');
    expect(await (await consoleOf('supervisor')).send('call:hangUp', { callId: 'CA1' })).toEqual(error('wrong_state'));
    await house.accept('CA1');
    expect(await (await consoleOf('supervisor')).send('call:hangUp', { callId: 'CA1' })).toEqual(error('forbidden'));
  });

  test('[H2] pressed before the carrier told us that he picked up is kept, and is his hang-up once the call is his', async () => {
    await house.ring('CA1');
    expect(await (await consoleOf('agent')).send('call:hangUp', { callId: 'CA1' })).toMatchObject({ data: { state: 'ringing' } });
    await house.accept('CA1');
    const facts = (await house.callDesk.look('CA1'))?.facts ?? [];
    expect(facts.filter(({ kind }) => kind === 'hangUpPressed')).toHaveLength(1);
  });
});

describe('what the agent writes about a call', () => {
  test('[L4] matter, notes and who the caller is are on the card for everybody of the office, at once', async () => {
    await liveCall();
    const agent = await consoleOf('agent');
    const supervisor = await consoleOf('supervisor');
    expect(await agent.send('call:matter', { callId: 'CA1', matter: 'repair' })).toMatchObject({ data: { matter: 'repair' } });
    expect(await agent.send('call:note', { callId: 'CA1', name: 'place', text: '3栋1502' })).toMatchObject({ data: { notes: { place: '3栋1502' } } });
    await supervisor.hear<CallCard>('call:card', ({ matter, notes }) => matter === 'repair' && notes.place === '3栋1502');
    expect(await agent.send('call:matter', { callId: 'CA1', matter: null })).toMatchObject({ data: { matter: null } });
  });

  test('[L5] a text that another window changed meanwhile is not overwritten unseen', async () => {
    await liveCall();
    const [one, two] = [await consoleOf('agent'), await consoleOf('agent')];
    await one.send('call:note', { callId: 'CA1', name: 'remark', text: '老人', base: '' });
    expect(await two.send('call:note', { callId: 'CA1', name: 'remark', text: '小孩', base: '' })).toEqual(error('conflict', 'name'));
    expect(await two.send('call:note', { callId: 'CA1', name: 'remark', text: '老人和小孩', base: '老人' })).toMatchObject({ data: { notes: { remark: '老人和小孩' } } });
    expect(await two.send('call:note', { callId: 'CA1', name: 'remark', text: '老人和小孩', base: '' })).toMatchObject({ data: { notes: { remark: '老人和小孩' } } });
  });

  test('is the agent’s own, from the moment he has the call; also after its end', async () => {
    await house.ring('CA1');
    const agent = await consoleOf('agent');
    expect(await agent.send('call:note', { callId: 'CA1', name: 'remark', text: '…' })).toEqual(error('wrong_state'));
    await house.accept('CA1');
    for (const [name, more] of [['call:matter', { matter: 'other' }], ['call:note', { name: 'remark', text: 'x' }], ['call:caller', { residentId: null }]] as const) {
      expect(await (await consoleOf('supervisor')).send(name, { callId: 'CA1', ...more })).toEqual(error('forbidden'));
    }
    await house.hangUp('CA1');
    expect(await agent.send('call:note', { callId: 'CA1', name: 'remark', text: '挂得很快' })).toMatchObject({ data: { state: 'ended', notes: { remark: '挂得很快' } } });
  });

  test('the caller is one of the residents of the number, or nobody yet', async () => {
    await liveCall();
    expect(await (await consoleOf('agent')).send('call:caller', { callId: 'CA1', residentId: 'somebody' })).toEqual(error('bad_input', 'residentId'));
  });

  test('[M1] mute is told to the office and taken back by the next press', async () => {
    await liveCall();
    const agent = await consoleOf('agent');
    expect(await agent.send('call:mute', { callId: 'CA1', muted: true })).toMatchObject({ data: { mutedSince: expect.any(Number) } });
    expect(await agent.send('call:mute', { callId: 'CA1', muted: false })).toMatchObject({ data: { mutedSince: null } });
    expect(await (await consoleOf('supervisor')).send('call:mute', { callId: 'CA1', muted: true })).toEqual(error('forbidden'));
  });
});

describe('[M2] wrap-up', () => {
  test('holds the agent until he is done, or the office’s clock is over', async () => {
    await liveCall();
    const agent = await consoleOf('agent');
    expect(await agent.send('call:wrapUp', { callId: 'CA1' })).toEqual(error('wrong_state'));
    await house.hangUp('CA1');
    const begun = await agent.send('call:wrapUp', { callId: 'CA1' });
    expect(begun).toMatchObject({ data: { wrapUpUntil: expect.any(Number) } });
    expect(house.floor.standings().find(({ id }) => id === 'agent')?.wrapUpUntil).toBe('data' in begun ? begun.data['wrapUpUntil'] : null);
    expect(await agent.send('call:wrappedUp', { callId: 'CA1', result: 'settled' })).toMatchObject({ data: { wrapUp: { result: 'settled', by: { id: 'agent' } } } });
    expect(house.floor.standings().find(({ id }) => id === 'agent')?.wrapUpUntil).toBeNull();
    expect(await agent.send('call:wrapUp', { callId: 'CA1' })).toMatchObject({ data: { wrapUpUntil: null } });
  });

  test('without a console that says so nobody is held', async () => {
    await liveCall();
    await house.hangUp('CA1');
    expect(house.floor.standings().find(({ id }) => id === 'agent')?.wrapUpUntil).toBeNull();
  });
});

describe('the practice phone', () => {
  test('is told what the agent does', async () => {
    const agent = await consoleOf('agent');
    expect(await agent.send('practice:phone', { legSid: 'CA9', act: 'accept' })).toEqual({ data: { legSid: 'CA9' } });
    expect(acts).toEqual([['agent', { legSid: 'CA9', act: 'accept' }]]);
  });

  test('rings at every console of its user and at nobody else’s', async () => {
    const mine = [await consoleOf('agent'), await consoleOf('agent')];
    const other = await consoleOf('agent2');
    house.live.tellUser('agent', 'practice:ring', { legSid: 'CA9', callId: 'CA1', from: '+86', parameters: {} });
    for (const console of mine) expect(await console.hear('practice:ring')).toMatchObject({ legSid: 'CA9' });
    await other.caughtUp();
    expect(other.of('practice:ring')).toEqual([]);
  });

  test('does not exist where there is no practice line', async () => {
    await house.close();
    house = await aHouse();
    expect(await (await consoleOf('agent')).send('practice:phone', { legSid: 'CA9', act: 'accept' })).toEqual(error('unknown_command'));
  });
});

describe('anything else', () => {
  test('is answered as unknown', async () => {
    const agent = await consoleOf('agent');
    for (const name of ['call:explode', '', '__proto__', 'constructor', 'toString', 'error', 'message', 'calls:snapshot']) expect(await agent.sendAnything(name, {})).toEqual(error('unknown_command'));
  });

  test('with more than one value is bad input', async () => {
    expect(await (await consoleOf('agent')).sendAnything('agent:presence', { state: 'break' }, { state: 'available' })).toEqual(error('bad_input'));
    expect(house.floor.view('agent', null)?.presence).toBe('available');
  });

  test('a command that wants no answer is done all the same', async () => {
    const agent = await consoleOf('agent');
    agent.socket.emit('agent:presence', { state: 'break' });
    agent.socket.emit('agent:presence', { state: 'asleep' });
    expect(await agent.hear('agent:view')).toMatchObject({ presence: 'break' });
  });

  test('more commands in a second than a person can press are throttled', async () => {
    const agent = await consoleOf('agent');
    const answers = await Promise.all(Array.from({ length: 25 }, () => agent.sendAnything('call:explode', {})));
    expect(answers.slice(20)).toEqual(Array.from({ length: 5 }, () => error('throttled')));
    house.clock.pass(1000);
    expect(await agent.send('agent:presence', { state: 'break' })).toHaveProperty('data');
  });

  test('a command that breaks inside is answered as internal and logged whole', async () => {
    const agent = await consoleOf('agent');
    house.floor.setPresence = () => Promise.reject(new Error('secret detail'));
    const answer = await agent.send('agent:presence', { state: 'break' });
    expect(answer).toEqual(error('internal'));
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(JSON.stringify(house.logged)).toContain('secret detail');
  });

  test('every command of the contract is refused by name when it is sent nothing', async () => {
    const agent = await consoleOf('agent');
    for (const name of Object.keys(commands) as CommandName[]) expect(await agent.sendAnything(name)).toEqual(error('bad_input'));
  });
});
