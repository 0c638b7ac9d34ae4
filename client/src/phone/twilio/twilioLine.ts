import type { AudioChoice } from '../audioChoice.ts';
import type { PhoneTrouble, Word } from '../deskPhone.ts';
import type { Frame } from '../level/voiceLevel.ts';
import type { Line } from '../line.ts';
import { openListeners } from '../listeners.ts';
import type { Microphone, MicrophonePermission } from '../microphone.ts';
import type { Timers } from '../timers.ts';
import type { CarrierDevice, CarrierError, MakeDevice } from './carrierDevice.ts';
import { openHeldCalls } from './heldCalls.ts';
import { openTokenKeeper } from './tokenKeeper.ts';
import type { Pass } from './tokenKeeper.ts';
import { needsToken, troubleOf } from './troubleOf.ts';

interface TwilioLineNeeds {
  userId: string;
  /** The pass that came with the question which line there is. */
  firstPass: Pass;
  /** Asks our server for a fresh pass. @throws Refusal */
  fetchPass(): Promise<Pass>;
  makeDevice: MakeDevice;
  microphone: Microphone;
  audio: AudioChoice;
  /** Measures how loud the agent speaks. @returns the way to stop */
  measure(stream: MediaStream, onFrame: (frame: Frame) => void): () => void;
  timers: Timers;
}

const firstRetryMs = 2_000;
const longestRetryMs = 60_000;
/** A carrier that said "too often" is left in peace for this long, ms. */
const throttledMs = 30_000;
/** A carrier that did not register us may still do so by itself; after this it is begun anew, ms. */
const registerPatienceMs = 15_000;
/** A microphone that another program holds is tried again, ms. */
const probeEveryMs = 10_000;
/** A microphone may be gone for so long without being missing, ms. */
const missingPatienceMs = 2_000;
/** A passing trouble of a phone that stayed registered is forgotten after this, ms. */
const forgetAfterMs = 20_000;
const noWords: readonly Word[] = [];
const microphoneTroubles: Partial<Record<MicrophonePermission, PhoneTrouble>> = { prompt: 'microphoneNotAsked', denied: 'microphoneDenied', missing: 'microphoneMissing', busy: 'microphoneBusy', unsupported: 'unsupported' };

/**
 * The carrier's line: the SDK's Device in this window, registered while the phone is wanted here. It rings only where the microphone is
 * allowed: an agent who answers and is not heard is worse than one who does not ring.
 */
export function openTwilioLine({ userId, firstPass, fetchPass, makeDevice, microphone, audio, measure, timers }: TwilioLineNeeds): Line {
  const listeners = openListeners();
  let pass: Pass = firstPass;
  let device: CarrierDevice | null = null;
  let isMaking = false;
  let isWanted = false;
  let isRegistered = false;
  let isClosed = false;
  let trouble: PhoneTrouble | null = null;
  let details: string[] = [];
  let microphoneTrouble: PhoneTrouble | null = null;
  /** It was not there at the last look; the next one decides. */
  let isMissing = false;
  let isRefreshFailing = false;
  let needsRebuild = false;
  let failures = 0;
  let stopRetry: (() => void) | null = null;
  let stopProbe: (() => void) | null = null;
  let stopForgetting: (() => void) | null = null;

  const held = openHeldCalls({ userId, audio, measure, changed: listeners.tell, failed: onError, over: afterCall });
  const isFresh = (): boolean => pass.expiresAt - timers.now() > 60_000;

  const keeper = openTokenKeeper({
    fetchPass,
    timers,
    isTalking: held.isTalking,
    fresh(next) {
      pass = next;
      if (needsRebuild && !held.isTalking()) rebuild();
      else device?.updateToken(next.token);
    },
    failing(isFailing) {
      isRefreshFailing = isFailing;
      listeners.tell();
    },
  });

  function say(next: PhoneTrouble | null, ...named: string[]): void {
    trouble = next;
    details = named;
    listeners.tell();
  }

  function later(ms: number): void {
    stopRetry?.();
    stopRetry = timers.after(ms, () => {
      stopRetry = null;
      void bringUp();
    });
  }

  const backOff = (): number => Math.min(firstRetryMs * 2 ** failures++, longestRetryMs);

  /** Looks at the microphone; what stands in the way keeps the phone from ringing. One that did not open has to open first. */
  async function lookAtMicrophone(): Promise<void> {
    const found = microphoneTrouble === 'microphoneBusy' ? await microphone.open() : await microphone.permission();
    if (isClosed) return;
    // A headset that is plugged over is gone for a moment: a phone that rings is not taken off the line for that.
    if (found === 'missing' && isRegistered && microphoneTrouble === null && !isMissing) {
      isMissing = true;
      stopProbe?.();
      stopProbe = timers.after(missingPatienceMs, () => void lookAtMicrophone());
      return;
    }
    isMissing = false;
    microphoneTrouble = microphoneTroubles[found] ?? null;
    listeners.tell();
    if (microphoneTrouble !== 'microphoneBusy') return;
    stopProbe?.();
    stopProbe = timers.after(probeEveryMs, () => void lookAtMicrophone().then(bringUp));
  }

  /** Registers at the carrier unless that is done or under way. Comes again by itself after a failure. */
  async function bringUp(): Promise<void> {
    if (isClosed || !isWanted || device || isMaking || stopRetry) return;
    isMaking = true;
    let made: CarrierDevice | null = null;
    try {
      await lookAtMicrophone();
      if (microphoneTrouble !== null) return;
      if (!isFresh()) {
        try {
          pass = await fetchPass();
        } catch {
          say('token');
          later(backOff());
          return;
        }
      }
      try {
        made = await makeDevice(pass.token);
      } catch (error) {
        say(error instanceof Error && error.name === 'NotSupportedError' ? 'unsupported' : 'load');
        later(backOff());
        return;
      }
    } finally {
      isMaking = false;
    }
    if (isClosed || !isWanted) {
      made.destroy();
      return;
    }
    device = made;
    needsRebuild = false;
    listen(made);
    keeper.keep(pass);
    setSpeaker();
    // Rejects where it ends unregistered; why was told as an error of the device.
    made.register().catch(() => {
      if (device === made && !isRegistered && stopRetry === null) rebuildLater(registerPatienceMs);
    });
  }

  function takeDown(): void {
    stopRetry?.();
    stopRetry = null;
    const old = device;
    device = null;
    isRegistered = false;
    old?.destroy();
  }

  function rebuild(): void {
    needsRebuild = false;
    takeDown();
    void bringUp();
  }

  function listen(made: CarrierDevice): void {
    const mine = (run: () => void) => (): void => {
      if (device !== made) return;
      run();
      listeners.tell();
    };
    made.on(
      'registered',
      mine(() => {
        isRegistered = true;
        needsRebuild = false;
        failures = 0;
        stopRetry?.();
        stopRetry = null;
        say(null);
      }),
    );
    made.on(
      'unregistered',
      mine(() => {
        isRegistered = false;
        // The SDK registers again when its wire is back, but not where the wire broke once more before that.
        if (stopRetry === null) rebuildLater(registerPatienceMs);
      }),
    );
    made.on('destroyed', mine(() => rebuild()));
    made.on('tokenWillExpire', () => keeper.refresh());
    made.on('error', (error) => {
      if (device === made) onError(error);
    });
    made.on('incoming', (call) => {
      if (device !== made) return;
      // Another window has the phone: it rings there.
      if (isWanted) held.take(call);
      else call.ignore();
    });
  }

  function onError(error: CarrierError): void {
    const found = troubleOf(error);
    if (found === 'call') return;
    if (found === 'microphoneDenied' || found === 'microphoneBusy') {
      // What it is exactly, and when it is mended, the browser knows better than the SDK.
      microphoneTrouble = 'microphoneBusy';
      void lookAtMicrophone();
      return;
    }
    if (found === 'media' && held.isTalking()) return held.mediaFailed();
    // The SDK stops asking for calls after such an error.
    if (needsToken(found)) isRegistered = false;
    say(found, ...(found === 'unknown' ? [String(error.code ?? error.message ?? '')] : []));
    if (needsToken(found)) {
      rebuildLater(found === 'throttled' ? throttledMs : backOff());
      return;
    }
    stopForgetting?.();
    stopForgetting = timers.after(forgetAfterMs, () => {
      if (isRegistered && trouble === found) say(null);
    });
  }

  /** Never under a call: what was put off is done after it. */
  function rebuildLater(ms: number): void {
    needsRebuild = true;
    stopRetry?.();
    stopRetry = timers.after(ms, () => {
      stopRetry = null;
      if (!held.isTalking()) keeper.refresh();
    });
  }

  function afterCall(): void {
    void device?.microphone(null).catch(() => undefined);
    if (!isWanted) takeDown();
    else if (needsRebuild) keeper.refresh();
    void lookAtMicrophone();
  }

  function setSpeaker(): void {
    // A loudspeaker that is gone: the computer's usual one goes on.
    void device?.speaker(audio.of('speaker')).catch(() => undefined);
  }

  const stops = [
    microphone.onChange(() => void lookAtMicrophone().then(bringUp)),
    audio.subscribe(() => {
      setSpeaker();
      const chosen = audio.of('microphone');
      if (held.isTalking() && chosen !== null) void device?.microphone(chosen).catch(() => undefined);
    }),
  ];

  return {
    kind: 'twilio',
    canMoveCalls: false,
    get isReady() {
      return isRegistered && isWanted && microphoneTrouble === null;
    },
    get trouble() {
      return microphoneTrouble ?? trouble ?? held.trouble ?? (isRefreshFailing ? 'refreshing' : null);
    },
    get details() {
      return microphoneTrouble === null ? details : [];
    },
    get legs() {
      return held.legs;
    },
    words: () => noWords,
    voiceHint: held.voiceHint,
    isMuted: held.isMuted,
    answer: held.answer,
    decline: held.decline,
    hangUp: held.hangUp,
    // He speaks himself.
    say: () => Promise.resolve(),
    mute: held.mute,
    want(next) {
      if (isWanted === next) return;
      isWanted = next;
      if (next) void bringUp();
      else if (!held.isTalking()) takeDown();
    },
    know: held.know,
    subscribe: listeners.add,
    close() {
      isClosed = true;
      stopProbe?.();
      stopForgetting?.();
      for (const stop of stops) stop();
      keeper.stop();
      takeDown();
    },
  };
}
