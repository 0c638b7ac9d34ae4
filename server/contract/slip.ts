import { z } from 'zod';

/** The eight fields by the names that `missing` and `declined` use (DOMAIN 4). */
export const slipField = z.enum(['recipient', 'caller', 'number', 'city', 'message', 'actions', 'calledAt', 'recordedBy']);
export type SlipField = z.infer<typeof slipField>;
export const slipFields = slipField.options;

/** Where a value came from. A corrected value comes from a person. */
export const slipSource = z.enum(['carrier', 'numbering-plan', 'clock', 'session', 'person', 'speech', 'keypad', 'directory']);
export type SlipSource = z.infer<typeof slipSource>;

export const slipState = z.enum(['draft', 'taken', 'sent', 'delivered', 'read', 'acknowledged', 'done']);
export type SlipState = z.infer<typeof slipState>;

/** Field 6, first half: what the caller asks for. Offices may word others, so other short texts are accepted too. */
export const knownActionsRequested = ['call-back', 'will-call-again', 'came-to-see', 'wants-to-see', 'urgent', 'returned-your-call'] as const;
/** Field 6, second half: what the recipient may do. */
export const knownActionsPermitted = ['use-this-number', 'use-other-number', 'any-time', 'at-agreed-time', 'pass-on'] as const;

const line = (max: number) => z.string().max(max);
const actions = z.array(z.string().trim().min(1).max(200)).max(20);

/** What a person may write into a slip. Everything optional: each keystroke of a draft is kept. */
export const slipContent = z.object({
  recipient: line(200),
  recipientId: line(64).nullable(),
  callerName: line(200),
  callerCompany: line(200),
  callerNumber: line(64),
  callerExtension: line(32),
  callerCity: line(200),
  message: line(8000),
  actionsRequested: actions,
  actionsPermitted: actions,
  calledAt: z.iso.datetime({ offset: true }),
  recordedBy: line(200),
  declined: z.array(slipField).max(slipFields.length),
});
export type SlipContent = z.infer<typeof slipContent>;

/** Slip values by name; each may have a source. */
export type SlipValueName = Exclude<keyof SlipContent, 'declined' | 'recipientId'>;

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
});
export type Slip = z.infer<typeof slip>;

/** Body of `POST /api/slips`. */
export const newSlip = z.strictObject({
  ...slipContent.partial().shape,
  callId: z.string().min(1).max(64).nullable().optional(),
  unitId: z.string().min(1).max(64).optional(),
  state: z.enum(['draft', 'taken']).optional(),
  readBack: z.boolean().optional(),
});
export type NewSlip = z.infer<typeof newSlip>;

/** Body of `PATCH /api/slips/:id`. With `version`, a stale one is refused as `conflict`; without, the last writer of a field wins. */
export const slipPatch = z.strictObject({
  ...slipContent.partial().shape,
  state: z.enum(['draft', 'taken']).optional(),
  readBack: z.boolean().optional(),
  version: z.number().int().positive().optional(),
});
export type SlipPatch = z.infer<typeof slipPatch>;

export const slipQuery = z.object({
  callId: z.string().max(64).optional(),
  state: slipState.optional(),
  unitId: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});
export type SlipQuery = z.infer<typeof slipQuery>;
