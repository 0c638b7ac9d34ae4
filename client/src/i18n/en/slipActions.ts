import type { slipActions as zhSlipActions } from '../zh/slipActions.ts';

export const slipActions: typeof zhSlipActions = {
  label: 'Asks',
  extension: 'ext. {{extension}}',
  requested: { 'call-back': 'Call back', 'will-call-again': 'Will call again', 'came-to-see': 'Came to see', 'wants-to-see': 'Wants to see', urgent: 'Urgent', 'returned-your-call': 'Returned call' },
  allowed: { 'use-this-number': 'This number', 'use-other-number': 'Other number', 'any-time': 'Any time', 'at-agreed-time': 'Agreed time', 'pass-on': 'Pass on' },
};
