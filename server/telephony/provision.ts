import { DomainError } from '../contract/errors.ts';
import { lastResortDocument } from './documents/lastResort.ts';
import type { Language } from '../contract/primitives.ts';
import { carrierClient } from './rest.ts';
import type { CarrierAccount } from './rest.ts';
import { carrierUrls } from './urls.ts';

/** A number of the account and what it points at now. */
export interface Provisioned {
  number: string;
  changed: boolean;
}

/**
 * Points numbers of the account at this server: voice, fallback and status callback. Doing it again changes nothing.
 * @throws DomainError `not_found` naming the numbers that the account does not own
 */
export async function provisionNumbers(account: CarrierAccount, publicUrl: string, numbers: readonly string[]): Promise<Provisioned[]> {
  const carrier = carrierClient(account);
  const urls = carrierUrls(publicUrl);
  const owned = await carrier.incomingPhoneNumbers.list();
  const missing = numbers.filter((number) => !owned.some((known) => known.phoneNumber === number));
  if (missing.length > 0) throw new DomainError('not_found', `the account does not own ${missing.join(', ')}`);
  const wanted = { voiceUrl: urls.voice, voiceMethod: 'POST', voiceFallbackUrl: urls.fallback, voiceFallbackMethod: 'POST', statusCallback: urls.status, statusCallbackMethod: 'POST' } as const;
  const done: Provisioned[] = [];
  for (const number of numbers) {
    const known = owned.find((candidate) => candidate.phoneNumber === number);
    if (!known) continue;
    const changed = Object.entries(wanted).some(([name, value]) => known[name as keyof typeof wanted] !== value);
    if (changed) await carrier.incomingPhoneNumbers(known.sid).update(wanted);
    done.push({ number, changed });
  }
  return done;
}

/**
 * A document to be hosted at the carrier itself and set as the number's fallback, for a server that is wholly down: greeting, unit,
 * question, recorder. The recording stays at the carrier, and its callbacks are sent to this server when it is up again.
 */
export function staticDocument(office: { unit: string | null; language: Language }, publicUrl: string): string {
  return lastResortDocument(office, carrierUrls(publicUrl));
}
