import { describe, expect, test } from '@jest/globals';
import { openPracticeLine } from '../../client/src/phone/practice/practiceLine.ts';
import { kitchenLeak } from '../../server/practice/residents/kitchenLeak.ts';
import type { Script } from '../../server/practice/carrier.ts';
import type { PracticeLeg } from '../../server/contract/live.ts';
import { openPracticeHouse } from '../app/support/practiceHouse.ts';
import type { PhoneBench } from '../suites/deskPhone.ts';
import { describeDeskPhone } from '../suites/deskPhone.ts';
import { aWindow, timersOf, until } from './support/aWindow.ts';
import type { Window } from './support/aWindow.ts';

/** Waits for an answer of the agent and never hangs up by himself. */
const patient: Script = { ...kitchenLeak.script, hangsUpAfterTalkMs: false };

async function openBench(): Promise<PhoneBench & { windows: Window[] }> {
  const house = await openPracticeHouse();
  const windows: Window[] = [];
  const calls = new Map<string, ReturnType<typeof house.call>>();
  return {
    windows,
    movesCalls: true,
    async open(memory) {
      const window = await aWindow(house, 'agent', ({ socket, send }) => openPracticeLine({ socket, act: (input) => send('practice:phone', input), timers: timersOf(house) }), memory);
      windows.push(window);
      await window.send('agent:presence', { state: 'available' });
      return window;
    },
    async call() {
      const call = house.call({ script: patient });
      calls.set(call.sid, call);
      await house.advance(1000);
      return call.sid;
    },
    async callerHangsUp(callId) {
      calls.get(callId)?.hangUp();
      await house.advance(1000);
    },
    farEnd(callId) {
      const events = calls.get(callId)?.events ?? [];
      const last = (...kinds: string[]): number => events.findLastIndex(({ kind }) => kinds.includes(kind));
      const call = calls.get(callId);
      if (!call || call.endedAt !== null || house.app.desk.callOfAgent('agent') !== callId) return 'over';
      if (last('bridged') < 0) return 'ringing';
      return last('muted') > last('unmuted') ? 'muted' : 'talking';
    },
    pass: (ms) => house.advance(ms),
    registered: () => house.app.floor.view('agent', null)?.phone === 'registered',
    async close() {
      for (const window of windows) window.close();
      await house.close();
    },
  };
}

describeDeskPhone('the practice line', openBench);

describe('the practice phone', () => {
  test('shows what was said by both, and after a reload as before it', async () => {
    const bench = await openBench();
    try {
      const memory = { connectionId: null };
      const window = await bench.open(memory);
      await until(() => window.phone.status.state === 'registered');
      const callId = await bench.call();
      await until(() => window.phone.legOf(callId) !== null);
      await window.phone.answer(callId);
      await bench.pass(1000);
      await window.phone.say(callId, '您好，请讲');
      while (!window.phone.words(callId).some(({ by }) => by === 'caller')) await bench.pass(500);
      const before = window.phone.words(callId).map(({ by, text }) => [by, text]);
      expect(before[0]).toEqual(['agent', '您好，请讲']);
      window.close();
      const again = await bench.open(memory);
      await until(() => again.phone.legOf(callId)?.state === 'talking');
      expect(again.phone.words(callId).map(({ by, text }) => [by, text])).toEqual(before);
    } finally {
      await bench.close();
    }
  });

  test('does not speak while it is muted, and says so', async () => {
    const bench = await openBench();
    try {
      const window = await bench.open();
      await until(() => window.phone.status.state === 'registered');
      const callId = await bench.call();
      await until(() => window.phone.legOf(callId) !== null);
      await window.phone.answer(callId);
      await bench.pass(1000);
      await window.phone.mute(callId, true);
      await expect(window.phone.say(callId, '小李，你看')).rejects.toMatchObject({ code: 'wrong_state', fields: { muted: expect.any(String) } });
      expect(window.phone.words(callId).filter(({ by }) => by === 'agent')).toEqual([]);
    } finally {
      await bench.close();
    }
  });

  test('a call that was answered too late rings on no more', async () => {
    const bench = await openBench();
    try {
      const window = await bench.open();
      await until(() => window.phone.status.state === 'registered');
      const callId = await bench.call();
      await until(() => window.phone.legOf(callId) !== null);
      const legs = new Promise<PracticeLeg[]>((resolve) => window.socket.once('practice:legs', resolve));
      window.cut();
      await bench.callerHangsUp(callId);
      window.back();
      expect(await legs).toEqual([]);
      await until(() => window.phone.legOf(callId) === null);
    } finally {
      await bench.close();
    }
  });
});
