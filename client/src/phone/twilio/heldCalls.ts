import type { CallCard } from '../../../../server/contract/card.ts';
import { Refusal } from '../../app/request.ts';
import { microphoneConstraints } from '../audioChoice.ts';
import type { AudioChoice } from '../audioChoice.ts';
import type { Leg, PhoneTrouble } from '../deskPhone.ts';
import { openVoiceHint } from '../level/voiceHint.ts';
import type { Frame } from '../level/voiceLevel.ts';
import type { Line } from '../line.ts';
import { cardOfLeg } from './cardOfLeg.ts';
import type { CarrierCall, CarrierError } from './carrierDevice.ts';

interface Held {
  call: CarrierCall;
  legSid: string;
  from: string | null;
  /** Null until a card says which call this is. */
  callId: string | null;
  state: Leg['state'];
  hint: 'tooLow' | 'tooLoud' | null;
  stopMeasuring: (() => void) | null;
  settle: { resolve(): void; reject(why: Refusal): void } | null;
}

interface HeldCallsNeeds {
  userId: string;
  audio: AudioChoice;
  /** Measures how loud the agent speaks. @returns the way to stop */
  measure(stream: MediaStream, onFrame: (frame: Frame) => void): () => void;
  changed(): void;
  failed(error: CarrierError): void;
  /** Nobody is spoken with any more. */
  over(): void;
}

/** The carrier's calls that ring or talk at this phone, each joined to its card. */
export interface HeldCalls extends Pick<Line, 'legs' | 'voiceHint' | 'isMuted' | 'answer' | 'decline' | 'hangUp' | 'mute' | 'know'> {
  /** What is wrong with the sound of the call under way. */
  readonly trouble: PhoneTrouble | null;
  isTalking(): boolean;
  take(call: CarrierCall): void;
  mediaFailed(): void;
}

/** @see HeldCalls */
export function openHeldCalls({ userId, audio, measure, changed, failed, over: afterLast }: HeldCallsNeeds): HeldCalls {
  const held = new Map<string, Held>();
  /** Calls whose leg at this phone is over: the next ring is more likely another one. */
  const over = new Set<string>();
  let cards: readonly CallCard[] = [];
  let trouble: PhoneTrouble | null = null;

  const isTalking = (): boolean => [...held.values()].some(({ state }) => state !== 'ringing');
  const ofCall = (callId: string): Held | null => [...held.values()].find((one) => one.callId === callId) ?? null;

  function take(call: CarrierCall): void {
    const legSid = call.parameters['CallSid'] ?? '';
    const one: Held = { call, legSid, from: call.parameters['From'] ?? null, callId: null, state: 'ringing', hint: null, stopMeasuring: null, settle: null };
    held.set(legSid, one);
    const ended = (): void => {
      if (held.get(legSid) !== one) return;
      held.delete(legSid);
      one.stopMeasuring?.();
      if (one.callId !== null) over.add(one.callId);
      trouble = null;
      one.settle?.reject(new Refusal('wrong_state', 'the call ended before it was connected'));
      if (!isTalking()) afterLast();
      changed();
    };
    call.on('accept', () => {
      one.state = 'talking';
      one.settle?.resolve();
      one.settle = null;
      listenTo(one);
      changed();
    });
    call.on('cancel', ended);
    call.on('disconnect', ended);
    call.on('reject', ended);
    call.on('transportClose', () => {
      if (one.state === 'ringing') ended();
    });
    call.on('mute', () => changed());
    call.on('warning', (name) => callWarns(one, name, true));
    call.on('warning-cleared', (name) => callWarns(one, name, false));
    call.on('reconnecting', () => callWarns(one, 'reconnecting', true));
    call.on('reconnected', () => callWarns(one, 'reconnecting', false));
    call.on('error', failed);
    match();
    changed();
  }

  function listenTo(one: Held): void {
    const stream = one.call.getLocalStream();
    if (!stream) return;
    const hear = openVoiceHint((hint) => {
      one.hint = hint;
      changed();
    });
    // A covered mouthpiece is silent on purpose.
    one.stopMeasuring = measure(stream, (frame) => one.call.isMuted() || hear(frame));
  }

  function callWarns({ call }: Held, name: string, isOn: boolean): void {
    const found: PhoneTrouble | null = name === 'constant-audio-input-level' ? 'silentMicrophone' : name === 'reconnecting' || name === 'ice-connectivity-lost' ? 'media' : null;
    if (found === null || (isOn && found === 'silentMicrophone' && call.isMuted())) return;
    if (isOn) trouble = found;
    else if (trouble === found) trouble = null;
    changed();
  }

  /** Says which call each leg belongs to: the carrier does not, the cards do. */
  function match(): void {
    for (const one of held.values()) {
      if (one.callId !== null) continue;
      const taken = new Set([...held.values()].flatMap(({ callId }) => (callId === null ? [] : [callId])));
      one.callId = cardOfLeg(cards.filter(({ id }) => !taken.has(id)), { userId, from: one.from, over })?.id ?? null;
    }
  }

  return {
    get trouble() {
      return trouble;
    },
    get legs() {
      return [...held.values()].flatMap(({ legSid, callId, state }) => (callId === null ? [] : [{ legSid, callId, state }]));
    },
    isTalking,
    take,
    mediaFailed() {
      trouble = 'media';
      changed();
    },
    voiceHint: (callId) => ofCall(callId)?.hint ?? null,
    isMuted: (callId) => ofCall(callId)?.call.isMuted() ?? false,
    answer(callId) {
      const one = ofCall(callId);
      if (one?.state !== 'ringing') return Promise.resolve();
      one.state = 'answering';
      const answered = new Promise<void>((resolve, reject) => (one.settle = { resolve, reject }));
      one.call.accept({ rtcConstraints: { audio: microphoneConstraints(audio.of('microphone')) } });
      changed();
      return answered;
    },
    async decline(callId) {
      ofCall(callId)?.call.reject();
    },
    async hangUp(callId) {
      const one = ofCall(callId);
      if (one?.state === 'ringing') one.call.reject();
      else one?.call.disconnect();
    },
    async mute(callId, isMuted) {
      ofCall(callId)?.call.mute(isMuted);
    },
    know(next) {
      cards = next;
      for (const id of over) if (!cards.some((card) => card.id === id)) over.delete(id);
      match();
    },
  };
}
