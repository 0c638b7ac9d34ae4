import type { CommandInput, ServerEvents } from '../../../../server/contract/live.ts';
import { Refusal } from '../../app/request.ts';
import type { Word } from '../deskPhone.ts';
import type { Line } from '../line.ts';
import { openListeners } from '../listeners.ts';
import type { Timers } from '../timers.ts';
import { advancePractice, noPracticeCalls } from './practiceState.ts';
import type { PracticeEvent, PracticeLegHere } from './practiceState.ts';

type PracticeEventName = 'practice:ring' | 'practice:stopped' | 'practice:heard' | 'practice:legs';

/** The part of the live connection that the practice phone hears. */
export interface PracticeSocket {
  on<E extends PracticeEventName>(event: E, listener: ServerEvents[E]): unknown;
  on(event: 'connect' | 'disconnect', listener: () => void): unknown;
  off<E extends PracticeEventName>(event: E, listener: ServerEvents[E]): unknown;
  off(event: 'connect' | 'disconnect', listener: () => void): unknown;
}

/** What the line needs from the page. */
export interface PracticeLineNeeds {
  socket: PracticeSocket;
  /** Sends `practice:phone`. @throws Refusal */
  act(input: CommandInput<'practice:phone'>): Promise<unknown>;
  timers: Timers;
}

/** As long as the server lets a call wait for its page, ms: what was not found again by then is over. */
const lostAfterMs = 8_000;
const noWords: readonly Word[] = [];

/** The practice line: the bell and the buttons of a phone that the server keeps. Scripted residents answer in text. */
export function openPracticeLine({ socket, act, timers }: PracticeLineNeeds): Line {
  const listeners = openListeners();
  let state = noPracticeCalls;
  let stopLosing: (() => void) | null = null;

  const tell = (event: PracticeEvent): void => {
    const next = advancePractice(state, event);
    if (next === state) return;
    state = next;
    listeners.tell();
  };
  const legOf = (callId: string): PracticeLegHere | null => state.legs.find((leg) => leg.callId === callId) ?? null;

  const onRing: ServerEvents['practice:ring'] = (ring) => tell({ kind: 'ring', ring });
  const onStopped: ServerEvents['practice:stopped'] = ({ legSid }) => tell({ kind: 'stopped', legSid });
  const onHeard: ServerEvents['practice:heard'] = ({ legSid, text }) => tell({ kind: 'words', legSid, word: { at: timers.now(), by: 'caller', text } });
  const onLegs: ServerEvents['practice:legs'] = (legs) => {
    stopLosing?.();
    tell({ kind: 'legs', legs });
  };
  const onDisconnect = (): void => {
    stopLosing?.();
    stopLosing = timers.after(lostAfterMs, () => tell({ kind: 'legs', legs: [] }));
  };
  socket.on('practice:ring', onRing);
  socket.on('practice:stopped', onStopped);
  socket.on('practice:heard', onHeard);
  socket.on('practice:legs', onLegs);
  socket.on('disconnect', onDisconnect);

  return {
    kind: 'practice',
    isReady: true,
    trouble: null,
    details: [],
    canMoveCalls: true,
    get legs() {
      return state.legs;
    },
    words: (callId) => state.words[callId] ?? noWords,
    voiceHint: () => null,
    isMuted: (callId) => legOf(callId)?.isMuted ?? false,
    async answer(callId) {
      const leg = legOf(callId);
      if (leg?.state !== 'ringing') return;
      const { legSid } = leg;
      tell({ kind: 'answering', legSid });
      try {
        await act({ legSid, act: 'accept' });
      } catch (error) {
        // It may ring on: what is over is told as stopped.
        tell({ kind: 'ringsOn', legSid });
        throw error;
      }
      tell({ kind: 'talking', legSid });
    },
    async decline(callId) {
      const leg = legOf(callId);
      if (!leg) return;
      await act({ legSid: leg.legSid, act: 'decline' });
      tell({ kind: 'declined', legSid: leg.legSid });
    },
    async hangUp(callId) {
      const leg = legOf(callId);
      if (leg) await act({ legSid: leg.legSid, act: 'hangUp' });
    },
    async say(callId, text) {
      const leg = legOf(callId);
      if (!leg) return;
      if (leg.isMuted) throw new Refusal('wrong_state', 'the phone is muted', { muted: 'the caller hears nothing' });
      await act({ legSid: leg.legSid, act: 'say', text });
      tell({ kind: 'words', legSid: leg.legSid, word: { at: timers.now(), by: 'agent', text } });
    },
    async mute(callId, isMuted) {
      const leg = legOf(callId);
      if (!leg || leg.isMuted === isMuted) return;
      await act({ legSid: leg.legSid, act: isMuted ? 'mute' : 'unmute' });
      tell({ kind: isMuted ? 'muted' : 'unmuted', legSid: leg.legSid });
    },
    // The phone stands on the server: a window has nothing to bring up or to take down.
    want: () => undefined,
    know: () => undefined,
    subscribe: listeners.add,
    close() {
      stopLosing?.();
      socket.off('practice:ring', onRing);
      socket.off('practice:stopped', onStopped);
      socket.off('practice:heard', onHeard);
      socket.off('practice:legs', onLegs);
      socket.off('disconnect', onDisconnect);
    },
  };
}
