import { z } from 'zod';
import { hours } from './hours.ts';
import { privateChoice } from './privateChoice.ts';
import { instant } from './primitives.ts';

/** The ways on which a message reaches a person. `console`: the inbox of somebody who signs in; the others leave the house. */
export const channelNames = ['console', 'sms', 'mail', 'wecom', 'dingtalk', 'feishu'] as const;
/** @see channelNames */
export const channelName = z.enum(channelNames);
/** @see channelName */
export type ChannelName = z.infer<typeof channelName>;

/** As what somebody has the message: it is for him; it was passed on to him; he stands in; it went up to him; it is the front desk's. */
export const holderPart = z.enum(['recipient', 'passed', 'deputy', 'supervisor', 'desk']);
/** @see holderPart */
export type HolderPart = z.infer<typeof holderPart>;

/** Somebody who is told of a message: of the staff, or a user who is on no list of staff (a supervisor); `desk` is the office's front desk. */
export const addressee = z.object({ kind: z.enum(['staff', 'user', 'desk']), id: z.string(), name: z.string() });
/** @see addressee */
export type Addressee = z.infer<typeof addressee>;

/** Why a sending ended without success. `wrong-address`: the channel knows nobody there; `gave-up`: tried long enough, or refused for good; `retry`: it will be tried again. */
export const failureKind = z.enum(['retry', 'gave-up', 'wrong-address']);
/** @see failureKind */
export type FailureKind = z.infer<typeof failureKind>;

const sendingState = z.enum(['waiting', 'sending', 'sent', 'delivered', 'failed', 'unsure', 'cancelled']);

/** One thing that is known of a sending: when (ms UTC), what, in the channel's own words, and its reference there. */
export const sendingProof = z.object({ at: instant, what: z.enum(['claimed', 'sent', 'delivered', 'refused', 'unsure', 'cancelled']), words: z.string(), ref: z.string().nullable() });

/** One attempt to reach one person on one channel, as the records keep it. The id is its key on channels that know such keys. */
export const sending = z.object({
  id: z.string(),
  /** Grows with each write: who claims it and who withdraws it find out about each other. */
  rev: z.number().int().positive(),
  slipId: z.string(),
  unitId: z.string(),
  /** Grows when the message begins anew: passed on, corrected, sent again by hand. */
  round: z.number().int().positive(),
  /** Its place within the round. */
  step: z.number().int().positive(),
  to: addressee,
  part: holderPart,
  channel: channelName,
  /** Where to, masked: 138****0000, zh***@example.com. The address itself stays with the person. */
  address: z.string(),
  /** Of a robot, which one: people may share it, and it is written to by one after the other. */
  robot: z.string().optional(),
  state: sendingState,
  /** Not before, ms UTC. */
  dueAt: instant,
  attempts: z.number().int(),
  /** Until when whoever sends it has it for himself; what is left after that is looked into. */
  claimedUntil: instant.nullable(),
  failure: z.object({ kind: failureKind, code: z.string(), words: z.string() }).nullable(),
  proofs: z.array(sendingProof),
});
/** @see sending */
export type Sending = z.infer<typeof sending>;

const doer = z.object({ id: z.string(), name: z.string() });

/** What a person, or the clock, did about a message after it was taken. `words`: what was said with it. */
export const deliveryAct = z.object({
  at: instant,
  /** Null: the clock. */
  by: doer.nullable(),
  what: z.enum(['begun', 'opened', 'acknowledged', 'replied', 'called-back', 'passed', 'held', 'chased', 'escalated', 'nobody-left', 'again', 'reopened', 'merged', 'done']),
  words: z.string(),
  /** Whom it concerns: passed on to, chased at. */
  to: z.string().nullable(),
  channel: channelName.nullable(),
});

/** A step of the way as the record keeps it. `dueAt`: it goes out not before, ms UTC. */
const wayStep = z.object({ to: addressee, part: holderPart, channel: channelName, dueAt: instant });
/** @see wayStep */
export type WayStep = z.infer<typeof wayStep>;

/** How far a message has come since it was taken, and who has it now. Part of the slip. */
export const delivery = z.object({
  round: z.number().int().positive(),
  holder: addressee.extend({ part: holderPart }),
  isUrgent: z.boolean(),
  startedAt: instant,
  lastActAt: instant,
  sentAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  acknowledged: z.object({ at: instant, by: doer }).nullable(),
  done: z.object({ at: instant, by: doer }).nullable(),
  /** When the clock goes on if nobody acknowledges; null: it waits for a hand. */
  chaseAt: instant.nullable(),
  /** The last step that was taken; null: none could be. */
  step: wayStep.nullable().default(null),
  /** Who would be told next, on which channel, as the office was when the last step was taken; null: nobody is left. */
  nextStep: wayStep.omit({ dueAt: true }).nullable().default(null),
  holdUntil: instant.nullable(),
  /** It went up to the supervisors. */
  escalatedAt: instant.nullable(),
  /** Why it waits for a hand. */
  stuck: z.enum(['no-channel', 'nobody-left']).nullable(),
  /** Everybody of the staff who was given it; they may read it. */
  readers: z.array(z.string()),
  acts: z.array(deliveryAct),
});
/** @see delivery */
export type Delivery = z.infer<typeof delivery>;

/** How an office delivers; times in ms. */
export const deliverySettings = z.object({
  /** How long an urgent message may wait for an acknowledgement before the next step. */
  urgentMs: z.number().int().min(60_000).max(86_400_000),
  /** The same for any other, counted in `hours`. */
  usualMs: z.number().int().min(60_000).max(7 * 86_400_000),
  hours,
  /** Nothing but urgent messages leaves the house from then to then, minutes from midnight on the office's clock. */
  quiet: z.object({ fromMinute: z.number().int().min(0).max(1439), toMinute: z.number().int().min(0).max(1439) }).nullable(),
  /** How long a link opens its message. */
  linkMs: z.number().int().min(3_600_000).max(90 * 86_400_000),
  /** Call-backs from a phone go through the line, whose number the caller sees. */
  hidesNumbers: z.boolean(),
});
/** @see deliverySettings */
export type DeliverySettings = z.infer<typeof deliverySettings>;

/** What an office has until somebody sets it otherwise: five minutes for what is urgent, an hour for the rest, quiet from 21:30 to 7:30. */
export const usualDelivery: DeliverySettings = { urgentMs: 300_000, usualMs: 3_600_000, hours: { kind: 'always' }, quiet: { fromMinute: 1290, toMinute: 450 }, linkMs: 7 * 86_400_000, hidesNumbers: true };

/** Body of `POST /api/slips/:id/pass`: whom it is passed on to, with a word. */
export const passInput = z.strictObject({ staffId: z.string().min(1).max(64), words: z.string().trim().max(500).default(''), ...privateChoice });
/** Body of `POST /api/slips/:id/reply`: a sentence to the front desk; it counts as an acknowledgement. */
export const replyInput = z.strictObject({ words: z.string().trim().min(1).max(500), ...privateChoice });
/** Body of `POST /api/slips/:id/hold`: quiet until then, ms UTC; null: not any more. */
export const holdInput = z.strictObject({ until: instant.nullable() });
/** Body of `POST /api/slips/:id/done`: what came of it. */
export const doneInput = z.strictObject({ words: z.string().trim().max(500).default(''), ...privateChoice });
/** Reply of `GET /api/slips/:id/sendings`, oldest first. */
export const sendingList = z.object({ items: z.array(sending) });
