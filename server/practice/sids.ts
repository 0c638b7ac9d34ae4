import type { Random } from './random.ts';

/** Kinds of SID by their two letters: calls, recordings, numbers, messages, and tokens inside a CallToken. */
export type SidPrefix = 'CA' | 'RE' | 'PN' | 'SM' | 'RQ';

/** Makes a SID: two letters and 32 hex digits. */
export function newSid(prefix: SidPrefix, random: Random): string {
  return prefix + hex(32, random);
}

/** Makes the UUID that marks one logical request (I-Twilio-Idempotency-Token). */
export function newToken(random: Random): string {
  return `${hex(8, random)}-${hex(4, random)}-4${hex(3, random)}-a${hex(3, random)}-${hex(12, random)}`;
}

function hex(digits: number, random: Random): string {
  let text = '';
  while (text.length < digits) text += Math.floor(random() * 16).toString(16);
  return text;
}
