import type { SendResult } from '../delivery/ports.ts';

const mailAddress = /[^\s@<>()[\]",;:]+@[^\s@<>()[\]",;:]*[\p{L}\p{N}]/gu;
/** What may stand between the digits of a number. */
const between = '[\\s().-]{0,2}';

/**
 * A channel's word as the record may keep it: whoever reads a message reads these words too, and sees its address masked (DOMAIN 7b). Carriers and mail servers say
 * the address that they refuse, as it was given to them, without its +, in spaces, in capitals, or another one that it leads to. `address`: the sending's own;
 * `masked`: as it stands on the record.
 */
export function maskedResult(result: SendResult, address: string, masked: string): SendResult {
  const hide = hiding(address, masked);
  if (result.kind === 'failed') return { ...result, failure: { ...result.failure, words: hide(result.failure.words) } };
  return { ...result, words: hide(result.words) };
}

function hiding(address: string, masked: string): (words: string) => string {
  if (/^\+\d+$/.test(address)) {
    const number = everyWritingOf(address.slice(1));
    return (words) => words.replace(number, () => masked);
  }
  const own = address.toLowerCase();
  const ofRobot = (words: string): string => (address === '' ? words : words.replaceAll(address, () => masked));
  const ofMail = (words: string): string => words.replace(mailAddress, (found) => (found.toLowerCase() === own ? masked : `***${found.slice(found.lastIndexOf('@'))}`));
  return address.includes('://') ? ofRobot : ofMail;
}

/** With or without what goes before it: +, 00, a country of one to three digits. */
function everyWritingOf(digits: string): RegExp {
  const forms = [0, 1, 2, 3].map((dropped) => [...digits.slice(dropped)].join(between)).filter((_, dropped) => digits.length - dropped >= 7);
  return new RegExp(`(?:(?:\\+|00)${between})?(?:${forms.join('|')})`, 'g');
}
