import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PhoneStatus } from '../../client/src/phone/deskPhone.ts';
import type { Window } from '../phone/support/aWindow.ts';
import { until } from '../phone/support/aWindow.ts';

/** A line under the contract: the real server, and whoever plays the carrier. */
export interface PhoneBench {
  /** Opens a window of the agent; the storage of a reloaded one is given again. */
  open(memory?: { connectionId: string | null }): Promise<Window>;
  /** A resident calls; ends when the server has the card. @returns the call's id */
  call(): Promise<string>;
  callerHangsUp(callId: string): Promise<void>;
  /** The call as the carrier sees it at this agent. */
  farEnd(callId: string): 'ringing' | 'talking' | 'muted' | 'over';
  /** Lets the carrier do what it has to do now, and time pass. */
  pass(ms: number): Promise<void>;
  /** Calls go with the phone when another window takes it over. */
  movesCalls: boolean;
  registered(): boolean;
  close(): Promise<void>;
}

/** What every phone of a desk does, whichever line is behind it. */
export function describeDeskPhone(name: string, openBench: () => Promise<PhoneBench>): void {
  describe(`a desk's phone: ${name}`, () => {
    let bench: PhoneBench;
    beforeEach(async () => {
      bench = await openBench();
    });
    afterEach(() => bench.close());

    const is = (window: Window, state: PhoneStatus['state']): Promise<void> => until(() => window.phone.status.state === state);
    const legIs = (window: Window, callId: string, state: string | null): Promise<void> => until(() => (window.phone.legOf(callId)?.state ?? null) === state);
    const farEndIs = async (callId: string, state: ReturnType<PhoneBench['farEnd']>): Promise<void> => {
      while (bench.farEnd(callId) !== state) await bench.pass(100);
    };

    async function talking(): Promise<{ window: Window; callId: string }> {
      const window = await bench.open();
      await is(window, 'registered');
      const callId = await bench.call();
      await legIs(window, callId, 'ringing');
      await window.phone.answer(callId);
      await farEndIs(callId, 'talking');
      return { window, callId };
    }

    test('registers by itself, and the server knows it', async () => {
      const { phone } = await bench.open();
      await until(() => phone.status.state === 'registered');
      expect(phone.status).toEqual({ state: 'registered', trouble: null });
      expect(bench.registered()).toBe(true);
    });

    test('rings for the call that the card names, and for no other', async () => {
      const window = await bench.open();
      await is(window, 'registered');
      const callId = await bench.call();
      await legIs(window, callId, 'ringing');
      expect(window.phone.legOf(callId)).toMatchObject({ callId, legSid: expect.stringMatching(/^CA/) });
      expect(window.phone.legOf('CAother')).toBeNull();
      expect(window.phone.words(callId)).toEqual([]);
    });

    test('answers: talking here and at the carrier, once however often it is pressed', async () => {
      const { window, callId } = await talking();
      expect(window.phone.legOf(callId)?.state).toBe('talking');
      await window.phone.answer(callId);
      expect(bench.farEnd(callId)).toBe('talking');
    });

    test('hangs up', async () => {
      const { window, callId } = await talking();
      await window.phone.hangUp(callId);
      await farEndIs(callId, 'over');
      await legIs(window, callId, null);
    });

    test('declines: it stops ringing here', async () => {
      const window = await bench.open();
      await is(window, 'registered');
      const callId = await bench.call();
      await legIs(window, callId, 'ringing');
      await window.phone.decline(callId);
      await legIs(window, callId, null);
      await farEndIs(callId, 'over');
    });

    test('a caller who gives up stops the ringing; one who hangs up ends the talk', async () => {
      const window = await bench.open();
      await is(window, 'registered');
      const first = await bench.call();
      await legIs(window, first, 'ringing');
      await bench.callerHangsUp(first);
      await legIs(window, first, null);
      const second = await bench.call();
      await legIs(window, second, 'ringing');
      await window.phone.answer(second);
      await farEndIs(second, 'talking');
      await bench.callerHangsUp(second);
      await legIs(window, second, null);
    });

    test('covers the mouthpiece and uncovers it', async () => {
      const { window, callId } = await talking();
      expect(window.phone.isMuted(callId)).toBe(false);
      await window.phone.mute(callId, true);
      expect(window.phone.isMuted(callId)).toBe(true);
      expect(bench.farEnd(callId)).toBe('muted');
      await window.phone.mute(callId, true);
      await window.phone.mute(callId, false);
      expect(window.phone.isMuted(callId)).toBe(false);
      expect(bench.farEnd(callId)).toBe('talking');
    });

    test('pressing anything for a call that is not here does nothing', async () => {
      const { phone } = await bench.open();
      await until(() => phone.status.state === 'registered');
      await phone.answer('CAgone');
      await phone.decline('CAgone');
      await phone.hangUp('CAgone');
      await phone.say('CAgone', '您好');
      await phone.mute('CAgone', true);
      expect(phone.isMuted('CAgone')).toBe(false);
    });

    test('of two windows one has the phone; the other says so and takes it over when told, and the first knows', async () => {
      const first = await bench.open();
      await is(first, 'registered');
      const second = await bench.open();
      await is(second, 'elsewhere');
      await second.phone.takeOver();
      await is(second, 'registered');
      await is(first, 'elsewhere');
      const callId = await bench.call();
      await legIs(second, callId, 'ringing');
      expect(first.phone.legOf(callId)).toBeNull();
    });

    test('taking the phone over never cuts a call', async () => {
      const { window, callId } = await talking();
      const second = await bench.open();
      await is(second, 'elsewhere');
      await until(() => second.cards().some(({ agent }) => agent !== null));
      if (bench.movesCalls) {
        await second.phone.takeOver();
        await legIs(second, callId, 'talking');
        expect(window.phone.legOf(callId)).toBeNull();
      } else {
        await expect(second.phone.takeOver()).rejects.toMatchObject({ code: 'wrong_state' });
        expect(window.phone.legOf(callId)?.state).toBe('talking');
      }
      await bench.pass(20_000);
      expect(bench.farEnd(callId)).toBe('talking');
    });

    test('a window that waits steps in when the one that had the phone is gone for good', async () => {
      const first = await bench.open();
      await is(first, 'registered');
      const second = await bench.open();
      await is(second, 'elsewhere');
      first.close();
      await until(() => !bench.registered());
      expect(second.phone.status.state).toBe('elsewhere');
      await bench.pass(4_000);
      await is(second, 'registered');
    });

    test('a lost connection is told, and is mended by itself when it is back', async () => {
      const window = await bench.open();
      await is(window, 'registered');
      window.cut();
      await is(window, 'unregistered');
      expect(window.phone.status).toEqual({ state: 'unregistered', trouble: 'server' });
      await until(() => !bench.registered());
      window.back();
      await is(window, 'registered');
      expect(bench.registered()).toBe(true);
    });

    test('a window that is reloaded has its phone again at once, though another one waits', async () => {
      const memory = { connectionId: null };
      const first = await bench.open(memory);
      await is(first, 'registered');
      const waiting = await bench.open();
      await is(waiting, 'elsewhere');
      first.close();
      const again = await bench.open(memory);
      await is(again, 'registered');
      await bench.pass(10_000);
      expect(waiting.phone.status.state).toBe('elsewhere');
    });

    test('tells those who listen, and nobody after it is closed', async () => {
      const window = await bench.open();
      await is(window, 'registered');
      let told = 0;
      window.phone.subscribe(() => (told += 1));
      const callId = await bench.call();
      await legIs(window, callId, 'ringing');
      expect(told).toBeGreaterThan(0);
      window.phone.close();
      told = 0;
      await bench.callerHangsUp(callId);
      await bench.pass(1_000);
      expect(told).toBe(0);
    });
  });
}
