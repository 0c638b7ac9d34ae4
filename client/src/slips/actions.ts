import type { knownActionsPermitted, knownActionsRequested } from '../../../server/contract/slip.ts';

/** The choices of field 6. Only their types come from the contract: its schemas would bring zod into the page. */
export const actionsRequested: typeof knownActionsRequested = ['call-back', 'will-call-again', 'came-to-see', 'wants-to-see', 'urgent', 'returned-your-call'];
export const actionsPermitted: typeof knownActionsPermitted = ['use-this-number', 'use-other-number', 'any-time', 'at-agreed-time', 'pass-on'];
