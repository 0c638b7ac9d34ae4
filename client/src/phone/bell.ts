import { audioChoice } from './audioChoice.ts';
import { openListeners } from './listeners.ts';
import { remember, remembered } from '../app/remembered.ts';

/** `off`: the screen alone tells that it rings. */
export type Ringer = 'soft' | 'clear' | 'old' | 'off';
/** In the order in which they are offered. */
export const ringers: readonly Ringer[] = ['soft', 'clear', 'old', 'off'];

const key = 'three-rings.ringer';

/** Kept in this browser; `soft` until somebody chose. */
export function chosenRinger(): Ringer {
  return ringers.find((ringer) => ringer === remembered(key)) ?? 'soft';
}

/** A bell that rings now goes on as it is; the next one is the new. */
export function chooseRinger(ringer: Ringer): void {
  remember(key, ringer);
  listeners.tell();
}

/** Tones of one ring: frequency, start and length in seconds. */
const tones: Record<Exclude<Ringer, 'off'>, readonly (readonly [hertz: number, start: number, length: number])[]> = {
  soft: [[523.25, 0, 0.35], [659.25, 0.18, 0.5]],
  clear: [[880, 0, 0.18], [1174.66, 0.2, 0.18], [880, 0.4, 0.18], [1174.66, 0.6, 0.18]],
  old: Array.from({ length: 12 }, (_, n) => [n % 2 ? 480 : 440, n * 0.07, 0.07] as const),
};
const loudness = 0.18;
/** No caller rings longer than this, s: at the latest after three rings the attendant answers. */
const longestRinging = 90;

interface Bell {
  context: AudioContext;
  /** The loudspeaker that it was last told; null is the computer's own choice. */
  sink: string | null;
}

let bell: Bell | null = null;
const listeners = openListeners();

function bellContext(): AudioContext {
  if (!bell) {
    const context = new AudioContext();
    context.addEventListener('statechange', listeners.tell);
    bell = { context, sink: null };
  }
  const wanted = audioChoice.of('bell');
  if (wanted !== bell.sink && 'setSinkId' in bell.context) {
    bell.sink = wanted;
    // A loudspeaker that was pulled out: the bell stays at the computer's usual one.
    (bell.context.setSinkId as (id: string) => Promise<void>)(wanted ?? '').catch(() => undefined);
  }
  return bell.context;
}

/** Plays one ring on the context's own clock. */
function scheduleRing(context: AudioContext, ringer: Exclude<Ringer, 'off'>, at: number, into: AudioNode): void {
  for (const [hertz, start, length] of tones[ringer]) {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.frequency.value = hertz;
    gain.gain.setValueAtTime(0, at + start);
    gain.gain.linearRampToValueAtTime(loudness, at + start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.001, at + start + length);
    oscillator.connect(gain).connect(into);
    oscillator.start(at + start);
    oscillator.stop(at + start + length);
  }
}

/** One ring. Browsers play nothing before the first key or click on the page: then it waits for that. */
export function ringOnce(ringer: Ringer = chosenRinger()): void {
  if (ringer === 'off') return;
  const context = bellContext();
  void context.resume().then(() => scheduleRing(context, ringer, context.currentTime, context.destination));
}

/**
 * Rings in the caller's cadence until told to stop. All rings are laid on the sound's own clock at once: timers of a page in the background are
 * slowed down to one a minute, its sound is not. Where the browser does not allow sound yet, it begins with the first key or click.
 */
export function startRinging(cycleMs: number): () => void {
  const ringer = chosenRinger();
  if (ringer === 'off') return () => undefined;
  const context = bellContext();
  void context.resume();
  const all = context.createGain();
  all.connect(context.destination);
  for (let at = 0; at < longestRinging; at += cycleMs / 1000) scheduleRing(context, ringer, context.currentTime + at, all);
  return () => all.disconnect();
}

/** Lets the bell sound from the first key or click on. @returns the way to stop */
export function armBell(): () => void {
  const context = bellContext();
  const unlock = (): void => void context.resume();
  const events = ['pointerdown', 'keydown'] as const;
  for (const event of events) window.addEventListener(event, unlock, { capture: true });
  unlock();
  return () => {
    for (const event of events) window.removeEventListener(event, unlock, { capture: true });
  };
}

/** True while the browser plays nothing on this page and a bell is chosen. */
export function isBellBlocked(): boolean {
  return bell !== null && bell.context.state === 'suspended' && chosenRinger() !== 'off';
}

/** Told when another ringer is chosen, or the browser begins to allow sound. @returns the way to stop */
export const onBellChange = listeners.add;
