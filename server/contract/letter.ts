import { z } from 'zod';
import { channelName, holderPart } from './delivery.ts';
import { instant, language } from './primitives.ts';
import { slip } from './slip.ts';

/** The office that took a message, as its reader's page needs it. */
const letterOffice = z.object({
  name: z.string(),
  nameEn: z.string().nullable(),
  /** IANA name: every time of the message is told by this clock. */
  timeZone: z.string(),
  /** The language of its first line. */
  language,
  /** The number to ask at, E.164; null for an office without a line. */
  number: z.string().nullable(),
});

/**
 * How the reader may call back. `line`: the office's line rings at his phone and then at the caller's, who sees the line's number; `own-phone`: he dials
 * himself and his number is seen, and why; `none`: there is no number to call.
 */
export const callBackOffer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('line'),
    /** One of his is being placed or talked now. */
    isUnderWay: z.boolean(),
  }),
  z.object({
    kind: z.literal('own-phone'),
    /** `office`: the office does not hide numbers; `mainland`: the line reaches no numbers of the mainland; `no-phone`: no number of the reader is known; `no-line`: the office has none; `refused`: the carrier would not. */
    why: z.enum(['office', 'mainland', 'no-phone', 'no-line', 'refused']),
  }),
  z.object({ kind: z.literal('none') }),
]);
/** @see callBackOffer */
export type CallBackOffer = z.infer<typeof callBackOffer>;

/** What happens next if nobody acknowledges: when (ms UTC) and who is told. `you`: the reader once more, on another channel; `desk`: nobody is left, the front desk has to see to it. */
export const letterNext = z.object({ at: instant, whom: z.enum(['you', 'other', 'desk']), part: holderPart, name: z.string(), title: z.string(), channel: channelName.nullable() });
/** @see letterNext */
export type LetterNext = z.infer<typeof letterNext>;

/** What was done about it, as its reader may know it. */
const letterAct = z.object({ at: instant, what: z.enum(['acknowledged', 'replied', 'called-back', 'passed', 'done']), by: z.string(), isMine: z.boolean(), words: z.string(), to: z.string().nullable() });
/** @see letterAct */
export type LetterAct = z.infer<typeof letterAct>;

/** A message as the person who was sent its link reads it, without signing in. Nobody's private number is in it, and nothing of any other message. */
export const openLetter = z.object({
  standing: z.literal('yours'),
  office: letterOffice,
  /** As what the reader has it. */
  part: holderPart,
  ...slip.pick({ state: true, recipient: true, callerName: true, callerCompany: true, callerNumber: true, callerExtension: true, callerCity: true, message: true, actionsRequested: true, actionsPermitted: true, calledAt: true, recordedBy: true, readBack: true, declined: true }).shape,
  /** Where the caller lives, as the office's files say of his number; null: not known beyond doubt. */
  place: z.string().nullable(),
  hasRecording: z.boolean(),
  isAcknowledged: z.boolean(),
  isDone: z.boolean(),
  /** Null: nobody is told any more. */
  next: letterNext.nullable(),
  callBack: callBackOffer,
  /** To whom it may be passed on, best first. */
  colleagues: z.array(z.object({ id: z.string(), name: z.string(), title: z.string(), isDeputy: z.boolean() })),
  /** Oldest first. */
  acts: z.array(letterAct),
  /** The server's clock, ms UTC. */
  now: instant,
});
/** @see openLetter */
export type OpenLetter = z.infer<typeof openLetter>;

/**
 * A message that its link opens no more, though it was right: nothing of what it says. `elsewhere`: somebody else has it now; `correcting`: the front desk is
 * correcting it; `withdrawn`: it is needed no more.
 */
export const shutLetter = z.object({ standing: z.enum(['elsewhere', 'correcting', 'withdrawn']), office: letterOffice, holder: z.string().nullable() });
/** @see shutLetter */
export type ShutLetter = z.infer<typeof shutLetter>;

/** Reply of `GET /api/letters/:token`, and of everything that is done there. */
export const letter = z.discriminatedUnion('standing', [openLetter, shutLetter]);
/** @see letter */
export type Letter = z.infer<typeof letter>;
