import { z } from 'zod';
import { instant } from './primitives.ts';
import { personView } from './people.ts';

/** Why somebody is not at his desk, as he or the front desk says it, or as it is guessed from a calendar. */
export const leaveWhy = z.enum(['leave', 'sick', 'meeting', 'outside', 'training', 'other']);
/** @see leaveWhy */
export type LeaveWhy = z.infer<typeof leaveWhy>;

/** Who said so: the person himself, the front desk (anybody else who may), or a calendar. */
export const leaveSource = z.enum(['person', 'desk', 'calendar']);
/** @see leaveSource */
export type LeaveSource = z.infer<typeof leaveSource>;

/** A planned leave; `toAt` null: nobody knows until when. `rev` grows with each edit of it. */
export const leaveView = z.object({ id: z.string(), rev: z.number().int(), fromAt: instant, toAt: instant.nullable(), why: leaveWhy, note: z.string(), source: leaveSource });
/** @see leaveView */
export type LeaveView = z.infer<typeof leaveView>;

/** How far ahead a leave may be planned, and how long it may be, days. */
export const longestLeaveDays = 400;

/** Why a field of a leave was refused, in `error.fields`: over already, beyond `longestLeaveDays`, ends before it begins, too long, too many of them. */
export const leaveFaultCode = z.enum(['past', 'too-far', 'backwards', 'too-long', 'too-many']);
/** @see leaveFaultCode */
export type LeaveFaultCode = z.infer<typeof leaveFaultCode>;

const note = z.string().trim().max(200);
const leaveFields = { fromAt: instant, toAt: instant.nullable(), why: leaveWhy, note };

/** Body of `POST /api/people/:id/leaves`. Overlaps are fine. */
export const newLeave = z.strictObject(leaveFields).partial({ note: true });
/** @see newLeave */
export type NewLeave = z.infer<typeof newLeave>;

/** Body of `PATCH /api/people/:id/leaves/:leaveId`: what differs, and the `rev` that it was made from; another one is refused as `conflict`. */
export const leavePatch = z.strictObject(leaveFields).partial().extend({ rev: z.number().int().min(0) });
/** @see leavePatch */
export type LeavePatch = z.infer<typeof leavePatch>;

/** Body of `POST /api/people/:id/away`. `next-working-day`: on the office's calendar, when he begins to work, else at 09:00. */
export const awayInput = z.strictObject({ until: z.union([instant, z.enum(['next-working-day', 'open-ended'])]), why: leaveWhy.default('other'), note: note.default('') });
/** @see awayInput */
export type AwayInput = z.infer<typeof awayInput>;

/** What is offered for one tap; `until` is what `POST …/away` takes, `backAt` what callers would then hear, null: nobody knows. */
export const awayChoice = z.object({ key: z.enum(['half-hour', 'hour', 'end-of-day', 'next-working-day', 'open-ended', 'asked']), until: awayInput.shape.until, backAt: instant.nullable() });
/** @see awayChoice */
export type AwayChoice = z.infer<typeof awayChoice>;

/** Why a calendar cannot be read. */
export const calendarFaultCode = z.enum(['too-large', 'no-calendar', 'cut-off', 'nesting', 'bad-line', 'no-start', 'bad-time', 'unknown-zone', 'bad-rule', 'too-many', 'not-https', 'has-password', 'private-address', 'unreachable', 'refused', 'too-slow', 'redirects']);
/** @see calendarFaultCode */
export type CalendarFaultCode = z.infer<typeof calendarFaultCode>;

/** `line` counts from 1; null where no line is at fault. `detail`: the word at fault, as a zone's name or a status, for people who can mend it. */
export const calendarFault = z.object({ code: calendarFaultCode, line: z.number().int().nullable(), detail: z.string().max(200) });
/** @see calendarFault */
export type CalendarFault = z.infer<typeof calendarFault>;

/** The calendar that somebody's leaves are read from. */
export const calendarState = z.object({
  kind: z.enum(['file', 'address']),
  /** The address without what may be a secret in it; null for a file. */
  host: z.string().nullable(),
  /** When it was last read without a fault, ms UTC. */
  readAt: instant.nullable(),
  /** Busy times found then, from a week ago to a year ahead. */
  busy: z.number().int(),
  /** What was wrong at the last try, and when; the leaves are still those of `readAt`. */
  fault: calendarFault.extend({ at: instant }).nullable(),
});
/** @see calendarState */
export type CalendarState = z.infer<typeof calendarState>;

/** Body of `PUT /api/people/:id/calendar`, where it is not the text/calendar itself: a file's text, or the https address of a calendar that is then asked every quarter of an hour. */
export const calendarInput = z.union([z.strictObject({ ics: z.string().max(2_200_000) }), z.strictObject({ url: z.string().trim().min(1).max(2000) })]);
/** @see calendarInput */
export type CalendarInput = z.infer<typeof calendarInput>;

/** Query of `GET /api/people/:id/presence`. `until`: what would callers hear if he were away until then? */
export const presenceQuery = z.object({ until: z.coerce.number().int().optional() });

/** Where somebody stands, and, for those who may change it, everything that follows from. */
export const presenceReply = z.object({
  person: personView,
  /** What he or the front desk said by a tap; null: nothing. `daily`: away every day until the next working day. */
  absence: z.object({ kind: z.enum(['until', 'daily', 'open-ended']), until: instant.nullable(), why: leaveWhy.nullable(), note: z.string(), source: leaveSource.nullable(), since: instant.nullable() }).nullable(),
  /** He said that he is here outside of his hours, until then. */
  hereUntil: instant.nullable(),
  mayChange: z.boolean(),
  /** Not yet over, the earliest first. Empty for those who may not change them. */
  leaves: z.array(leaveView),
  choices: z.array(awayChoice),
  calendar: calendarState.nullable(),
});
/** @see presenceReply */
export type PresenceReply = z.infer<typeof presenceReply>;

/** Answer of `GET /api/session/staff`: the staff records that are whoever asks; most have one, some none. */
export const ownRecords = z.object({ items: z.array(personView) });
