import { z } from 'zod';
import { callerMatch, missedState, wantedPerson } from '../contract/card.ts';
import { callResult, matter, noteName } from '../contract/matter.ts';
import { instant, language, openerStep, userId } from '../contract/primitives.ts';

/*
 * Words
 * fact      something that happened to a call: immutable, stored before it is acted on, known by its key
 * leg       one telephone connection: the caller's (the call itself) or an agent's (a child of it)
 * round     one attempt to ring agents; 0 is the first, the next comes only when a bridged agent was lost or all declined
 * turn      one exchange with the attendant, numbered from 1
 */

/** Progress of a leg, in the carrier's order. */
export const legStatus = z.enum(['initiated', 'ringing', 'in-progress', 'completed', 'busy', 'failed', 'no-answer', 'canceled']);
/** @see legStatus */
export type LegStatus = z.infer<typeof legStatus>;

/** What the attendant asks, in order. */
export const attendantStep = z.enum(['recipient', 'caller', 'number', 'message', 'confirm']);
/** @see attendantStep */
export type AttendantStep = z.infer<typeof attendantStep>;

/** Everything about the line that the call must not look up again: a line edited in mid-call changes nothing. */
const lineThen = z.object({
  lineId: z.string().nullable(),
  number: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string(),
  unitNameEn: z.string().nullable(),
  language,
  languages: z.array(language).min(1),
  cycleMs: z.number().int().positive(),
});

const by = z.object({ id: userId, name: z.string() });

const base = { key: z.string().max(200), at: instant };

/** Everything that can happen to a call. `key` makes repetitions known, `at` is ms UTC on our clock; parsed again when read from the records. */
export const fact = z.discriminatedUnion('kind', [
  /** The first voice webhook. `at` is arrivedAt. */
  z.object({
    ...base,
    kind: z.literal('arrived'),
    direction: z.enum(['inbound', 'outbound']),
    line: lineThen,
    callerNumber: z.string().nullable(),
    callerRaw: z.string(),
    callerCity: z.string().nullable(),
    matches: z.array(callerMatch),
    /** True when the records did not tell in time whose number it is: `matches` is empty until `recognised` says. */
    unmatched: z.boolean().optional(),
    /** True when the call was already gone when we first heard of it (a status callback came first or alone). */
    gone: z.boolean().optional(),
  }),
  /** Whom round `round` rings, decided once: a repeated webhook gets the same answer. */
  z.object({ ...base, kind: z.literal('offered'), round: z.number().int(), agents: z.array(z.object({ id: userId, name: z.string() })), deadlineAt: instant }),
  /** The attendant takes the call. `answersAt` = the moment of our document plus its leading Pause. */
  z.object({ ...base, kind: z.literal('attended'), why: z.enum(['closed', 'nobody-free', 'not-reached', 'agent-lost', 'unknown-line', 'fallback']), answersAt: instant, pauseMs: z.number().int() }),
  /** A status callback of an agent's leg (or, `seen: 'rest'`, what the carrier's REST said of it). */
  z.object({ ...base, kind: z.literal('leg'), legSid: z.string(), agentId: userId, round: z.number().int(), status: legStatus, seen: z.enum(['callback', 'rest']).default('callback') }),
  /** Our timer of a round fired: whoever still rings is cancelled. */
  z.object({ ...base, kind: z.literal('deadlinePassed'), round: z.number().int() }),
  /** The Dial action of a round. */
  z.object({
    ...base,
    kind: z.literal('dialEnded'),
    round: z.number().int(),
    dialStatus: z.string(),
    legSid: z.string().nullable(),
    bridged: z.boolean().nullable(),
    talkMs: z.number().int().nullable(),
    callerGone: z.boolean(),
  }),
  /** The agent who has the call of this round pressed hang-up. */
  z.object({ ...base, kind: z.literal('hangUpPressed'), agentId: userId, round: z.number().int() }),
  /** One attendant turn answered: what the caller said or keyed (both null: silence). */
  z.object({
    ...base,
    kind: z.literal('turn'),
    turn: z.number().int(),
    step: attendantStep,
    speech: z.string().nullable(),
    digits: z.string().nullable(),
    recipient: z.object({ staffId: z.string().nullable(), name: z.string(), away: z.boolean(), backAt: instant.nullable() }).nullable(),
    /** The department asked for, whose head, or whoever is in, is `recipient`; its name for an English voice where the office has one. */
    department: z.object({ name: z.string(), english: z.string().nullable() }).optional(),
    /** Who was offered in the place of a recipient who is away: key 2 takes him. */
    helper: z.object({ staffId: z.string(), name: z.string(), isDeputy: z.boolean() }).optional(),
    /** Each of these may be meant: the caller is asked which. */
    candidates: z.array(z.object({ staffId: z.string(), name: z.string(), duty: z.string() })).optional(),
    recordingSid: z.string().nullable(),
    recordingMs: z.number().int().nullable(),
    /** The caller had already hung up when this was sent. */
    callerGone: z.boolean(),
    /** E.164 of a number said or keyed at step `number`, when it is one. */
    number: z.string().nullable(),
    numberCity: z.string().nullable(),
  }),
  /** The recording of a message is ready, or failed. */
  z.object({ ...base, kind: z.literal('recording'), recordingSid: z.string(), ready: z.boolean(), ms: z.number().int().nullable() }),
  /** The attendant said goodbye and waits for the caller to go first. */
  z.object({ ...base, kind: z.literal('goodbye') }),
  /** The opener: an agent said one of the three sentences. */
  z.object({ ...base, kind: z.literal('step'), step: openerStep, by: userId }),
  /** The caller asks for somebody. The slip id is set when that person is away. */
  z.object({ ...base, kind: z.literal('wanted'), person: wantedPerson, title: z.string(), slipId: z.string().nullable(), by }),
  /** A slip written for this call by hand. */
  z.object({ ...base, kind: z.literal('slip'), slipId: z.string() }),
  /** The agent covered the mouthpiece, or took the hand away. */
  z.object({ ...base, kind: z.literal('muted'), on: z.boolean(), by }),
  /** What the call is about, as the agent chose; the last choice counts. */
  z.object({ ...base, kind: z.literal('matter'), matter: matter.nullable(), by }),
  /** A line of the call's record as it stood after a pause in typing; the last text counts. */
  z.object({ ...base, kind: z.literal('noted'), name: noteName, text: z.string(), by }),
  /** Which of the residents of this number it is, as the agent made sure; the last choice counts. */
  z.object({ ...base, kind: z.literal('callerIs'), residentId: z.string().nullable(), by }),
  /** Whose number it is, found out after the call had come ([K1]). */
  z.object({ ...base, kind: z.literal('recognised'), matches: z.array(callerMatch) }),
  /** A hand put the caller on a file, or took that back: whom the card shows from then on, and who of them it is ([K2]). */
  z.object({
    ...base,
    kind: z.literal('attached'),
    matches: z.array(callerMatch),
    residentId: z.string().nullable(),
    /** What was done to the file, so that it can be taken back; null: this fact took the last one back. */
    done: z.object({ residentId: z.string(), made: z.boolean(), added: z.string().nullable(), before: z.object({ matches: z.array(callerMatch), confirmedId: z.string().nullable() }) }).nullable(),
    by,
  }),
  /** The agent finished his part of an ended call. */
  z.object({ ...base, kind: z.literal('wrappedUp'), result: callResult, by }),
  /** A missed call was called back, dismissed with a reason, or put back on the list. */
  z.object({ ...base, kind: z.literal('followedUp'), state: missedState, reason: z.string(), by }),
  /** The caller's leg is over: the number's status callback, or REST when that was lost. */
  z.object({ ...base, kind: z.literal('callerEnded'), status: z.enum(['completed', 'busy', 'failed', 'no-answer', 'canceled']), seen: z.enum(['callback', 'action', 'rest']) }),
  /** A call that is none: a line test, or one that was refused. */
  z.object({ ...base, kind: z.literal('marked'), as: z.enum(['test', 'refused', 'failed']) }),
  /** What is kept of the caller was erased: the other facts are read without it (blankFact.ts), also by a node that still has them whole. */
  z.object({ ...base, kind: z.literal('erased') }),
]);
/** @see fact */
export type Fact = z.infer<typeof fact>;
/** One kind of fact. */
export type FactOf<K extends Fact['kind']> = Extract<Fact, { kind: K }>;
