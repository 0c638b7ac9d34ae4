import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PracticeLeg, PracticeRing } from '../../server/contract/live.ts';
import { openConsolePhones, practiceGraceMs } from '../../server/practice/consolePhones.ts';
import type { ConsolePhones } from '../../server/practice/consolePhones.ts';
import { kitchenLeak } from '../../server/practice/residents/kitchenLeak.ts';
import type { Desk } from './support/desk.ts';
import { lineNumber, openDesk } from './support/desk.ts';

let desk: Desk;
let consoles: ConsolePhones;
let rings: PracticeRing[];
let heard: string[];
let stopped: string[];
let snapshots: PracticeLeg[][];
beforeEach(async () => {
  desk = await openDesk();
  desk.answer('/voice', '<Dial answerOnBridge="true" timeout="20" action="/after"><Client>wang</Client></Dial>');
  desk.answer('/after', '<Hangup/>');
  [rings, heard, stopped, snapshots] = [[], [], [], []];
  consoles = openConsolePhones(desk.carrier.phones, desk.clock, {
    ring: (_, ring) => rings.push(ring),
    stopped: (_, { legSid }) => stopped.push(legSid),
    heard: (_, { text }) => heard.push(text),
    legs: (_, legs) => snapshots.push(legs),
  });
  consoles.set('wang', 'tab1');
});
afterEach(async () => {
  consoles.close();
  await desk.close();
});

const refused = (code: string) => expect.objectContaining({ code });

async function ring() {
  const call = desk.carrier.placeCall({ from: '+8613800138001', to: lineNumber, script: kitchenLeak.script });
  await desk.pass(1000);
  const legSid = rings.at(-1)?.legSid ?? '';
  return { call, legSid };
}

async function talk() {
  const rung = await ring();
  consoles.act('wang', { legSid: rung.legSid, act: 'accept' });
  await desk.pass(1000);
  consoles.act('wang', { legSid: rung.legSid, act: 'say', text: '您好' });
  await desk.pass(4000);
  return rung;
}

describe('a page that is reloaded in mid-call', () => {
  test('finds its call again, with the words said so far; the caller notices nothing', async () => {
    const { call, legSid } = await talk();
    expect(heard).not.toEqual([]);
    consoles.set('wang', null);
    await desk.pass(practiceGraceMs - 1);
    consoles.set('wang', 'tab2');
    const [leg] = snapshots.at(-1) ?? [];
    expect(leg).toMatchObject({ legSid, callId: call.sid, state: 'talking', muted: false });
    expect(leg?.words.filter(({ by }) => by === 'agent').map(({ text }) => text)).toEqual(['您好']);
    expect(leg?.words.filter(({ by }) => by === 'caller').map(({ text }) => text)).toEqual(heard);
    expect(leg?.words.every(({ at }) => at > 0 && at <= desk.clock.now())).toBe(true);
    await desk.pass(practiceGraceMs * 2);
    expect([call.status, stopped]).toEqual(['in-progress', []]);
  });

  test('that does not come back loses it: the leg dies when the time is over', async () => {
    const { legSid } = await talk();
    consoles.set('wang', null);
    await desk.pass(practiceGraceMs - 1);
    expect(stopped).toEqual([]);
    await desk.pass(1);
    expect(stopped).toEqual([legSid]);
    consoles.set('wang', 'tab2');
    expect(snapshots.at(-1)).toEqual([]);
  });

  test('while it rings finds it ringing, and can answer', async () => {
    const { call, legSid } = await ring();
    consoles.set('wang', null);
    await desk.pass(3000);
    consoles.set('wang', 'tab2');
    expect(snapshots.at(-1)).toMatchObject([{ legSid, callId: call.sid, state: 'ringing', words: [] }]);
    consoles.act('wang', { legSid, act: 'accept' });
    await desk.pass(1000);
    expect(call.status).toBe('in-progress');
  });

  test('is not rung meanwhile, nor for a second call when it is back', async () => {
    await talk();
    consoles.set('wang', null);
    expect(desk.carrier.phones.isRegistered('wang')).toBe(false);
    consoles.set('wang', 'tab2');
    rings.length = 0;
    await ring();
    expect(rings).toEqual([]);
  });

  test('may lose the caller meanwhile: nothing is left to come back to', async () => {
    const { call } = await talk();
    consoles.set('wang', null);
    call.hangUp();
    await desk.pass(1000);
    consoles.set('wang', 'tab2');
    expect(snapshots.at(-1)).toEqual([]);
  });
});

describe('several windows', () => {
  test('a call moves with the phone to the window that takes it over, and is not cut', async () => {
    const { call, legSid } = await talk();
    consoles.set('wang', 'tab2');
    expect(snapshots.at(-1)).toMatchObject([{ legSid, state: 'talking' }]);
    await desk.pass(practiceGraceMs * 2);
    expect(call.status).toBe('in-progress');
  });

  test('the same word again tells nothing new', () => {
    consoles.set('wang', 'tab1');
    consoles.set('li', null);
    expect(snapshots).toEqual([[]]);
  });
});

describe('muted', () => {
  test('what is said is refused until the phone is open again; the carrier’s own story notes both', async () => {
    const { call, legSid } = await talk();
    consoles.act('wang', { legSid, act: 'mute' });
    consoles.act('wang', { legSid, act: 'mute' });
    expect(() => consoles.act('wang', { legSid, act: 'say', text: '小李，你看这个' })).toThrow(refused('wrong_state'));
    consoles.set('wang', 'tab2');
    expect(snapshots.at(-1)).toMatchObject([{ muted: true }]);
    consoles.act('wang', { legSid, act: 'unmute' });
    consoles.act('wang', { legSid, act: 'say', text: '让您久等了' });
    expect(call.events.map(({ kind }) => kind).filter((kind) => kind.endsWith('muted'))).toEqual(['muted', 'unmuted']);
    consoles.set('wang', 'tab3');
    expect(snapshots.at(-1)?.[0]?.words.filter(({ by }) => by === 'agent').map(({ text }) => text)).toEqual(['您好', '让您久等了']);
  });

  test('needs a call that was answered, like speaking', async () => {
    const { legSid } = await ring();
    for (const act of ['mute', 'unmute', 'say'] as const) expect(() => consoles.act('wang', { legSid, act, text: '您好' })).toThrow(refused('wrong_state'));
  });
});

describe('what is not his', () => {
  test('a leg of somebody else, or one that is over, is not found', async () => {
    const { call, legSid } = await ring();
    expect(() => consoles.act('li', { legSid, act: 'accept' })).toThrow(refused('not_found'));
    call.hangUp();
    await desk.pass(1000);
    expect(() => consoles.act('wang', { legSid, act: 'accept' })).toThrow(refused('not_found'));
  });

  test('accepting twice is the same as once', async () => {
    const { legSid } = await talk();
    consoles.act('wang', { legSid, act: 'accept' });
    consoles.act('wang', { legSid, act: 'hangUp' });
    await desk.pass(1000);
    expect(stopped).toEqual([legSid]);
  });
});
