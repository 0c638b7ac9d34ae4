import type { SendResult } from '../delivery/ports.ts';

const mailAddress = /[^\s@<>()[\]",;:]+@[^\s@<>()[\]",;:]+/g;
const number = /\+?\d(?:[\s().-]{0,2}\d){6,}/g;

/**
 * A channel's word as the record may keep it: whoever reads a message reads these words too, and sees its address masked (DOMAIN 7b). Carriers and mail servers say
 * the address that they refuse, as it was given to them, without its +, in spaces, in small letters, or another one that it leads to. `address`: the sending's own;
 * `masked`: as it stands on the record.
 */
export function maskedResult(result: SendResult, address: string, masked: string): SendResult {
  const digits = address.replace(/\D/g, '');
  const isNumber = /^\+\d+$/.test(address);
  const hide = (words: string): string => {
    const without = address === '' ? words : words.replaceAll(address, masked);
    if (!isNumber) return without.replace(mailAddress, (found) => (found.toLowerCase() === address.toLowerCase() ? masked : `***${found.slice(found.indexOf('@'))}`));
    return without.replace(number, (found) => (isSame(found.replace(/\D/g, ''), digits) ? masked : found));
  };
  if (result.kind === 'failed') return { ...result, failure: { ...result.failure, words: hide(result.failure.words) } };
  return { ...result, words: hide(result.words) };
}

/** The same number, with or without what goes before it: 00, a country. */
const isSame = (one: string, other: string): boolean => one.endsWith(other) || other.endsWith(one);
