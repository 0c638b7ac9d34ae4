import { z } from 'zod';
import { callResult, longestNote, matter, noteName } from './matter.ts';
import { instant, language, openerStep, userId } from './primitives.ts';

/** Where a call stands (DESIGN 3); `ended` is never left ([C5]). */
export const callState = z.enum(['ringing', 'attended', 'queued', 'live', 'held', 'transferring', 'wrapUp', 'ended']);
/** @see callState */
export type CallState = z.infer<typeof callState>;

/** One per ended call (DESIGN 3). */
export const outcome = z.enum([
  'agent',
  'attendant-message',
  'attendant-no-message',
  'callback-asked',
  'abandoned-ringing',
  'abandoned-queued',
  'refused',
  'failed',
  'test',
]);
/** @see outcome */
export type Outcome = z.infer<typeof outcome>;

/** A resident on file under the caller's number. All matches are shown, never one silently picked. */
export const callerMatch = z.object({
  residentId: z.string(),
  name: z.string(),
  title: z.string().optional(),
  address: z.string(),
  occupancy: z.enum(['owner', 'tenant', 'other']),
  /** Who of the staff looks after his building. */
  housekeeper: z.object({ staffId: z.string(), name: z.string() }).optional(),
});
/** @see callerMatch */
export type CallerMatch = z.infer<typeof callerMatch>;

/** Whom the caller asked for, as the desk found him when he was asked for. */
export const wantedPerson = z.object({
  staffId: z.string(),
  name: z.string(),
  away: z.boolean(),
  /** When the person is back; null when here, or when nobody knows. */
  backAt: instant.nullable(),
  /** Whom the caller asked for first: he was away, and this person helps in his place. */
  insteadOf: z.object({ staffId: z.string(), name: z.string() }).optional(),
});
/** @see wantedPerson */
export type WantedPerson = z.infer<typeof wantedPerson>;

/** How greeting, unit and question stand to the order of S3 接听.2 ([P1]). */
export const openerOrder = z.enum(['pending', 'ok', 'inverted', 'missing']);
/** @see openerOrder */
export type OpenerOrder = z.infer<typeof openerOrder>;

/** What became of a call that nobody heard out: it stays on the list until somebody called back, or dismissed it with a reason. */
export const missedState = z.enum(['open', 'called-back', 'dismissed']);
/** @see missedState */
export type MissedState = z.infer<typeof missedState>;

/** Who did something, by his name at that moment. */
const doer = z.object({ id: userId, name: z.string() });

/** The live card of one call, whole at each change. Times are ms UTC; `version` only grows. */
export const callCard = z.object({
  /** CallSid of the caller's leg. */
  id: z.string(),
  version: z.number().int().nonnegative(),
  direction: z.enum(['inbound', 'outbound']),
  state: callState,
  line: z.object({ id: z.string().nullable(), number: z.string(), language }),
  unit: z.object({ id: z.string().nullable(), name: z.string() }),
  caller: z.object({
    number: z.string().nullable(),
    matches: z.array(callerMatch),
    /** Where the number is registered by the numbering plan, in Chinese. */
    city: z.string().nullable().default(null),
    /** Which of the matches the agent made sure of; nobody is picked by the program. */
    confirmedId: z.string().nullable().default(null),
    /** A hand put him on a file; it can be taken back. */
    attached: z.literal(true).optional(),
  }),
  agent: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** User ids whose phones ring, or rang, for this call. */
  offeredTo: z.array(z.string()),
  arrivedAt: instant,
  answeredAt: instant.nullable(),
  endedAt: instant.nullable(),
  rings: z.object({
    cycleMs: z.number().int().positive(),
    /** 1 for the first ring; null while unanswered. A call answered exactly at the end of ring 3 counts as ring 3. */
    answeredIn: z.number().int().positive().nullable(),
    late: z.boolean(),
    /** Where the caller gave up unanswered: the ring in which he did. */
    abandonedIn: z.number().int().positive().optional(),
  }),
  opener: z.object({
    greeting: instant.nullable(),
    unit: instant.nullable(),
    question: instant.nullable(),
    order: openerOrder,
  }),
  wanted: wantedPerson.nullable(),
  slipIds: z.array(z.string()),
  hungUpBy: z.enum(['caller', 'agent', 'system']).nullable(),
  outcome: outcome.nullable(),
  /** Since when the agent's microphone is off (DOMAIN 6, aside); null when the caller hears him. */
  mutedSince: instant.nullable().default(null),
  matter: matter.nullable().default(null),
  /** What was written down beside the slip, by question. */
  notes: z.partialRecord(noteName, z.string()).default({}),
  wrapUp: z.object({ result: callResult, by: doer, at: instant }).nullable().default(null),
  missed: z
    .object({ state: missedState, by: doer.nullable(), at: instant.nullable(), reason: z.string() })
    .nullable()
    .default(null),
});
/** @see callCard */
export type CallCard = z.infer<typeof callCard>;

/** `call:step`: a sentence of the opener was said. Refused as `wrong_state` outside of live and held. */
export const stepInput = z.strictObject({ callId: z.string().min(1).max(64), step: openerStep });
/**
 * With `slipId`, an unfinished slip of this call: it goes to this person from now on, all that was typed stays. `insteadOf`: he helps in the place of
 * that one, who is away.
 */
export const wantedInput = z.strictObject({ callId: z.string().min(1).max(64), staffId: z.string().min(1).max(64), slipId: z.string().min(1).max(64).optional(), insteadOf: z.string().min(1).max(64).optional() });
/** Names a call by the CallSid of the caller's leg. */
export const callInput = z.strictObject({ callId: z.string().min(1).max(64) });
const callId = z.string().min(1).max(64);
/** `call:mute` ([M1]). */
export const muteInput = z.strictObject({ callId, muted: z.boolean() });
/** `call:matter`; null takes the choice back. */
export const matterInput = z.strictObject({ callId, matter: matter.nullable() });
/** With `base` (the text that the writer had before him) a text that was changed meanwhile is refused as `conflict`; the card has it. */
export const noteInput = z.strictObject({ callId, name: noteName, text: z.string().max(longestNote), base: z.string().max(longestNote).optional() });
/** Null takes the choice back. */
export const callerInput = z.strictObject({ callId, residentId: z.string().min(1).max(64).nullable() });
/** Null: done with it, without a word on how it came out. */
export const wrappedUpInput = z.strictObject({ callId, result: callResult.nullable() });
/** `call:followUp`: what became of a missed call ([M3]); `bad_input` for a dismissal without a reason. */
export const followUpInput = z
  .strictObject({ callId, state: missedState, reason: z.string().trim().max(500).default('') })
  .refine(({ state, reason }) => state !== 'dismissed' || reason !== '', { path: ['reason'], message: 'a call is dismissed with a reason' });
