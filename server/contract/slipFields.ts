/*
 * What both sides of the door know of a slip's fields. Nothing is imported, so that the console can use it without bringing zod into the page.
 */

/** The eight fields in the paper's order, by the names that `missing` and `declined` use (DOMAIN 4). */
export const slipFields = ['recipient', 'caller', 'number', 'city', 'message', 'actions', 'calledAt', 'recordedBy'] as const;
/** @see slipFields */
export type SlipField = (typeof slipFields)[number];

/** Field 6, first half: what the caller asks for. Offices may word others, so other short texts are accepted too. */
export const knownActionsRequested = ['call-back', 'will-call-again', 'came-to-see', 'wants-to-see', 'urgent', 'returned-your-call'] as const;
/** Field 6, second half: what the recipient may do. */
export const knownActionsPermitted = ['use-this-number', 'use-other-number', 'any-time', 'at-agreed-time', 'pass-on'] as const;

/** The most that a value may hold, in UTF-16 units. */
export const longestText = { line: 200, number: 64, extension: 32, message: 20_000 } as const;

/** What `missingOf` looks at. */
export interface FilledValues {
  recipient: string;
  callerName: string;
  callerNumber: string;
  callerCity: string;
  message: string;
  recordingUrl?: string | undefined;
  actionsRequested: readonly string[];
  calledAt: string;
  recordedBy: string;
  declined: readonly SlipField[];
}

/**
 * Which of the eight fields are neither filled nor declined by the caller, in their order (DOMAIN 4: "says which are missing"). The one rule: the server
 * writes `missing` by it, the console tells by it what is missing while the answer is still on its way.
 */
export function missingOf(slip: FilledValues): SlipField[] {
  const written = (text: string) => text.trim() !== '';
  const filled: Record<SlipField, boolean> = {
    recipient: written(slip.recipient),
    caller: written(slip.callerName),
    number: written(slip.callerNumber),
    city: written(slip.callerCity),
    message: written(slip.message) || slip.recordingUrl !== undefined,
    actions: slip.actionsRequested.length > 0,
    calledAt: written(slip.calledAt),
    recordedBy: written(slip.recordedBy),
  };
  return slipFields.filter((field) => !filled[field] && !slip.declined.includes(field));
}

/** States of a message that was taken and that nobody has acknowledged or settled. */
const waiting: readonly string[] = ['taken', 'sent', 'delivered', 'read'];

/**
 * Taken, but of little use as it stands: nobody can reach the caller, or nobody knows what he wanted. The attendant takes whatever it was given ([L9]); somebody
 * of the office completes it.
 */
export function isToComplete({ state, missing }: { state: string; missing: readonly SlipField[] }): boolean {
  return waiting.includes(state) && (missing.includes('number') || missing.includes('message'));
}
