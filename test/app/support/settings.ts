import type { SwitchSettings } from '../../../server/practice/carrier.ts';

/** A way in which the carrier may behave. `ghost`: one of the phones that our side rings is not known to the carrier. */
export interface Setting {
  title: string;
  switches: SwitchSettings;
  ghost?: boolean;
}

/**
 * What the public facts leave open, one at a time and at its worst: each must come to the same cards. Agents who die and recorders in
 * which nothing is said have tests of their own.
 */
export const everySetting: readonly Setting[] = [
  { title: 'everything as usual', switches: {} },
  { title: 'cancelAccepted off: a ringing leg cannot be cancelled', switches: { cancelAccepted: false } },
  { title: 'cancelOfAnswered unchanged: cancelling a leg that talks is accepted and does nothing', switches: { cancelOfAnswered: 'unchanged' } },
  { title: 'canceledDialStatus no-answer', switches: { canceledDialStatus: 'no-answer' } },
  { title: 'losingLegStatus no-answer', switches: { losingLegStatus: 'no-answer' } },
  { title: 'dialActionOnAbandon off: no Dial action when the caller gave up', switches: { dialActionOnAbandon: false } },
  { title: 'sendDialBridged off: recorded actions without the field', switches: { sendDialBridged: false } },
  { title: 'initiatedCallback late: it comes after the ringing one', switches: { initiatedCallback: 'late' } },
  { title: 'initiatedCallback lost', switches: { initiatedCallback: 'lost' } },
  { title: 'unregisteredClient fails-fast as failed', switches: { unregisteredClient: 'fails-fast', unregisteredClientStatus: 'failed' }, ghost: true },
  { title: 'unregisteredClient fails-fast as no-answer', switches: { unregisteredClient: 'fails-fast', unregisteredClientStatus: 'no-answer' }, ghost: true },
  { title: 'unregisteredClient fails-fast as busy', switches: { unregisteredClient: 'fails-fast', unregisteredClientStatus: 'busy' }, ghost: true },
  { title: 'unregisteredClient never: rings until the timeout', switches: { unregisteredClient: 'never' }, ghost: true },
  { title: 'finalCallbackOvertakesAction on', switches: { finalCallbackOvertakesAction: true } },
  { title: 'callbacks doubled', switches: { callbacks: { doubled: true } } },
  { title: 'callbacks delayed by three seconds', switches: { callbacks: { delayMs: 3000 } } },
  { title: 'callbacks delayed beyond the deadline', switches: { callbacks: { delayMs: 14_000 } } },
  { title: 'callbacks reordered', switches: { callbacks: { reordered: true } } },
  { title: 'callbacks doubled, delayed and reordered', switches: { callbacks: { doubled: true, delayMs: 2000, reordered: true } } },
  { title: 'answeredCallbackLost', switches: { answeredCallbackLost: true } },
  { title: 'answeredCallbackLost and sendDialBridged off', switches: { answeredCallbackLost: true, sendDialBridged: false } },
  { title: 'statusCallbackLost', switches: { statusCallbackLost: true } },
  { title: 'statusCallbackLost and dialActionOnAbandon off: only asking tells that the caller gave up', switches: { statusCallbackLost: true, dialActionOnAbandon: false } },
  { title: 'firstWebhookRepeated', switches: { firstWebhookRepeated: true } },
  { title: 'fallbackInMidCall off', switches: { fallbackInMidCall: false } },
  { title: 'silentRecord falls-through', switches: { silentRecord: 'falls-through' } },
  { title: 'redirectOfRinging an error', switches: { redirectOfRinging: 'error' } },
  { title: 'dialBufferMs 0: the net falls early', switches: { dialBufferMs: 0 } },
  { title: 'dialBufferMs 10000: the net falls late', switches: { dialBufferMs: 10_000 } },
  {
    title: 'everything at its worst at once',
    switches: {
      cancelAccepted: false,
      cancelOfAnswered: 'unchanged',
      canceledDialStatus: 'no-answer',
      losingLegStatus: 'no-answer',
      dialActionOnAbandon: false,
      sendDialBridged: false,
      initiatedCallback: 'lost',
      unregisteredClient: 'never',
      finalCallbackOvertakesAction: true,
      callbacks: { doubled: true, delayMs: 1500, reordered: true },
      answeredCallbackLost: true,
      statusCallbackLost: true,
      firstWebhookRepeated: true,
      redirectOfRinging: 'error',
      dialBufferMs: 10_000,
    },
    ghost: true,
  },
];
