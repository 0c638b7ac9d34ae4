import type { Slip } from '../../../../server/contract/slip.ts';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Whether a slip has every one of these words: in a name, the firm, the city, the message, what is asked; numbers in any style of writing. */
export function slipMatches(slip: Slip, words: string): boolean {
  const text = plain([slip.recipient, slip.callerName, slip.callerCompany, slip.callerNumber, slip.callerExtension, slip.callerCity, slip.message, slip.recordedBy, ...slip.actionsRequested, ...slip.actionsPermitted].join('\n'));
  const number = digitsOf(plain(slip.callerNumber));
  const isNumber = /^[\d\s()+-]+$/.test(words.normalize('NFKC').trim());
  // 135 1090 2716 is one number, not three words; a leading 0 is not in +86 755.
  if (isNumber && number !== '' && number.includes(digitsOf(plain(words)).replace(/^0+/, ''))) return true;
  return plain(words)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => text.includes(word));
}
