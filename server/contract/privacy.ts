import { z } from 'zod';
import { instant, userId } from './primitives.ts';

/** How many records of each kind; `entries`: of the audit log, whose values about him are taken out. */
export const callerCounts = z.object({ calls: z.number().int(), slips: z.number().int(), tasks: z.number().int(), files: z.number().int(), imports: z.number().int(), recordings: z.number().int(), entries: z.number().int() });
/** @see callerCounts */
export type CallerCounts = z.infer<typeof callerCounts>;

/** One caller of an office, by a number in any writing or by a resident's file, and why somebody asks. */
const asked = z.strictObject({
  unitId: z.string().min(1).max(64),
  number: z.string().trim().min(1).max(60).optional(),
  residentId: z.string().min(1).max(64).optional(),
  reason: z.string().trim().min(1).max(500),
});
const oneOfTwo = (body: { number?: string | undefined; residentId?: string | undefined }): boolean => (body.number === undefined) !== (body.residentId === undefined);
const oneOfTwoFault = { path: ['number'], message: 'a number or a file, one of the two' };

/** Body of `POST /api/privacy/export`. */
export const privacyExport = asked.refine(oneOfTwo, oneOfTwoFault);
/** Body of `POST /api/privacy/erase`. */
export const privacyErase = asked.extend({ preview: z.boolean() }).refine(oneOfTwo, oneOfTwoFault);

/** What would be erased, and what stands in the way (ids): messages that nobody has acknowledged, tasks to be done, calls that are not over, imports being written. */
export const privacyPreview = z.object({
  counts: callerCounts,
  /** Other files that have one of his numbers: they stay. */
  sharing: z.number().int(),
  inTheWay: z.object({ slips: z.array(z.string()), tasks: z.array(z.string()), calls: z.array(z.string()), imports: z.array(z.string()) }),
});
/** @see privacyPreview */
export type PrivacyPreview = z.infer<typeof privacyPreview>;

/** A caller's request on record; who he was is gone. */
export const privacyRequest = z.object({
  id: z.string(),
  unitId: z.string(),
  at: instant,
  kind: z.enum(['export', 'erase']),
  state: z.enum(['running', 'done']),
  by: z.object({ id: userId, name: z.string() }),
  reason: z.string(),
  counts: callerCounts,
  endedAt: instant.nullable(),
});
/** @see privacyRequest */
export type PrivacyRequest = z.infer<typeof privacyRequest>;

/** Reply of `POST /api/privacy/erase`: the preview, or the request that was begun. */
export const privacyEraseReply = z.union([z.object({ preview: privacyPreview }), z.object({ request: privacyRequest })]);
/** `GET /api/privacy/requests`: newest first, the last hundred. */
export const privacyRequestQuery = z.object({ unitId: z.string().min(1).max(64) });
/** Reply of `GET /api/privacy/requests`. */
export const privacyRequestList = z.object({ items: z.array(privacyRequest) });
