import { z } from 'zod';
import { delivery } from './delivery.ts';
import { instant } from './primitives.ts';
import { privateChoice } from './privateChoice.ts';
import { longestText, slipFields } from './slipFields.ts';

export { knownActionsPermitted, knownActionsRequested, slipFields } from './slipFields.ts';
export type { SlipField } from './slipFields.ts';

/** @see slipFields */
export const slipField = z.enum(slipFields);

/** Where a value came from. A corrected value comes from a person. */
export const slipSource = z.enum(['carrier', 'numbering-plan', 'clock', 'session', 'person', 'speech', 'keypad', 'directory']);
/** @see slipSource */
export type SlipSource = z.infer<typeof slipSource>;

/** `dropped`: dismissed with a reason instead of finished; `merged`: a double of another one. Both stay, and can be taken up again. */
export const slipState = z.enum(['draft', 'dropped', 'merged', 'taken', 'sent', 'delivered', 'read', 'acknowledged', 'done']);
/** @see slipState */
export type SlipState = z.infer<typeof slipState>;

/** Where the list shows it: nothing leaves `open` before somebody has acknowledged it, or said why nobody needs to (`aside`: dropped, merged). */
export const slipStage = z.enum(['open', 'acknowledged', 'done', 'aside']);
/** @see slipStage */
export type SlipStage = z.infer<typeof slipStage>;

const line = (max: number) => z.string().max(max);
const doer = z.object({ id: z.string(), name: z.string() });
const actions = z.array(z.string().trim().min(1).max(longestText.line)).max(20);

/** What a person may write into a slip. Everything optional: each keystroke of a draft is kept. */
export const slipContent = z.object({
  recipient: line(longestText.line),
  recipientId: line(64).nullable(),
  callerName: line(longestText.line),
  callerCompany: line(longestText.line),
  callerNumber: line(longestText.number),
  callerExtension: line(longestText.extension),
  callerCity: line(longestText.line),
  message: line(longestText.message),
  actionsRequested: actions,
  actionsPermitted: actions,
  calledAt: z.iso.datetime({ offset: true }),
  recordedBy: line(longestText.line),
  declined: z.array(slipField).max(slipFields.length),
});
/** @see slipContent */
export type SlipContent = z.infer<typeof slipContent>;

/** Slip values by name; each may have a source. */
export type SlipValueName = Exclude<keyof SlipContent, 'declined' | 'recipientId'>;

/** A private number that somebody let stand in a slip, knowingly: where, whose, and which of his, as 138****8000 (an older version did not write that down). */
export const privateNote = z.object({ field: z.string(), name: z.string(), masked: z.string().optional() });
/** @see privateNote */
export type PrivateNote = z.infer<typeof privateNote>;

/** The eight-field message (DOMAIN 4, S3 打电话.3) as it is kept and sent; every change raises `version`. */
export const slip = z.object({
  id: z.string(),
  version: z.number().int().positive(),
  callId: z.string().nullable(),
  unitId: z.string(),
  state: slipState,
  recipient: z.string(),
  recipientId: z.string().nullable().optional(),
  callerName: z.string(),
  callerCompany: z.string(),
  callerNumber: z.string(),
  callerExtension: z.string(),
  callerCity: z.string(),
  message: z.string(),
  recordingUrl: z.string().optional(),
  actionsRequested: z.array(z.string()),
  actionsPermitted: z.array(z.string()),
  /** ISO 8601, UTC. */
  calledAt: z.string(),
  recordedBy: z.string(),
  readBack: z.boolean(),
  declined: z.array(slipField),
  missing: z.array(slipField),
  sources: z.record(z.string(), slipSource),
  /** When the person it is for first opened it, ms UTC; absent until then. */
  readAt: instant.optional(),
  /** Who finishes it while it is a draft; null: the office's supervisors; absent while its call lasts. */
  owner: doer.nullable().optional(),
  /** Why it was dropped. */
  dropReason: z.string().optional(),
  /** How far it has come since it was taken; absent before. */
  delivery: delivery.optional(),
  /** It was a double of this one; state `merged`. */
  mergedInto: z.string().optional(),
  /** Users who wrote it or acted on it: they may read it. */
  hands: z.array(z.string()).optional(),
  /** Those that were doubles of this one. */
  doubles: z.array(z.string()).optional(),
  /** Private numbers that its writers let stand, knowingly. */
  privateConfirmed: z.array(privateNote).optional(),
});
/** @see slip */
export type Slip = z.infer<typeof slip>;

/** `GET /api/slips/:id/private`: where private numbers stand in it, and whose: shown to whoever writes, while he writes. */
export const slipPrivate = z.object({ found: z.array(privateNote) });

/** Body of `POST /api/slips`. */
export const newSlip = z.strictObject({
  ...slipContent.partial().shape,
  callId: z.string().min(1).max(64).nullable().optional(),
  unitId: z.string().min(1).max(64).optional(),
  state: z.enum(['draft', 'taken']).optional(),
  readBack: z.boolean().optional(),
  ...privateChoice,
});
/** @see newSlip */
export type NewSlip = z.infer<typeof newSlip>;

/** The values that the writer saw when he began to change them. */
export const slipBase = z
  .strictObject({
    recipient: z.string(),
    recipientId: z.string().nullable(),
    callerName: z.string(),
    callerCompany: z.string(),
    callerNumber: z.string(),
    callerExtension: z.string(),
    callerCity: z.string(),
    message: z.string(),
    actionsRequested: z.array(z.string()),
    actionsPermitted: z.array(z.string()),
    calledAt: z.string(),
    recordedBy: z.string(),
    declined: z.array(z.string()),
  })
  .partial();
/** @see slipBase */
export type SlipBase = z.infer<typeof slipBase>;

/**
 * Body of `PATCH /api/slips/:id`. With `version`, a stale one is refused as `conflict`. With `base`, a value that somebody else has changed since is not
 * written over: the others are kept and the answer is `conflict`, whose `fields` hold the stored values by name; choices and declined fields are merged
 * instead. A value without a base is the last word.
 */
export const slipPatch = z.strictObject({
  ...slipContent.partial().shape,
  base: slipBase.optional(),
  state: z.enum(['draft', 'taken']).optional(),
  readBack: z.boolean().optional(),
  ...privateChoice,
  version: z.number().int().positive().optional(),
});
/** @see slipPatch */
export type SlipPatch = z.infer<typeof slipPatch>;

/** Body of `POST /api/slips/:id/drop`. */
export const slipDrop = z.strictObject({ reason: line(longestText.line).trim().min(1) });
/** Body of `POST /api/slips/:id/reopen`: why; needed for a message that is under way. */
export const slipReopen = z.strictObject({ reason: line(longestText.line).trim().default(''), ...privateChoice }).default({ reason: '' });
/** Body of `POST /api/slips/:id/merge`: the one that stays, of the same office. */
export const slipMerge = z.strictObject({ into: z.string().min(1).max(64) });
/** Body of `POST /api/slips/:id/owner`: who finishes it from now on; null: the office's supervisors. */
export const slipOwner = z.strictObject({ ownerId: z.string().min(1).max(64).nullable() });

/** Query of `GET /api/slips`; newest first unless `stage` says otherwise. */
export const slipQuery = z.object({
  callId: z.string().max(64).optional(),
  state: slipState.optional(),
  /** `open`: what waits for a hand first, then urgent ones, the oldest first; the others newest first. */
  stage: slipStage.optional(),
  /** Only of callers at this number, E.164. */
  callerNumber: z.string().max(longestText.number).optional(),
  unitId: z.string().max(64).optional(),
  /** Only those that are addressed to whoever asks; a member of the staff is shown no others anyway. */
  mine: z.literal('true').optional(),
  /** `false`: only those that the person they are for has not opened yet. */
  read: z.enum(['true', 'false']).optional(),
  /** Only those that were taken without a way to reach the caller, or without any message, and that nobody has acknowledged. */
  toComplete: z.literal('true').optional(),
  limit: z.coerce.number().int().min(1).max(longestText.line).default(50),
  cursor: z.string().max(200).optional(),
});

/** One thing done to a slip: by whom (null: by the system or the attendant), when (ms UTC), what each value was made. */
export const slipHistoryEntry = z.object({
  version: z.number().int().positive(),
  at: z.number().int(),
  by: z.object({ id: z.string(), name: z.string().nullable() }),
  changed: z.record(z.string(), z.unknown()),
});
/** @see slipHistoryEntry */
export type SlipHistoryEntry = z.infer<typeof slipHistoryEntry>;
