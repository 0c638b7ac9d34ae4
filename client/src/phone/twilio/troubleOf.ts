import type { PhoneTrouble } from '../deskPhone.ts';
import type { CarrierError } from './carrierDevice.ts';

/**
 * What an error of the carrier's SDK means for the agent. `call`: it ended a call and says nothing of the phone.
 * Codes: https://www.twilio.com/docs/api/errors; old names (312xx) may come through as well as new ones (201xx).
 */
const byCode: Readonly<Record<number, PhoneTrouble | 'call'>> = {
  20101: 'account',
  20104: 'token',
  20151: 'account',
  20429: 'throttled',
  31000: 'signaling',
  31002: 'call',
  31003: 'signaling',
  31005: 'signaling',
  31008: 'call',
  31009: 'signaling',
  31102: 'token',
  31105: 'account',
  31201: 'account',
  31202: 'account',
  31203: 'account',
  31204: 'account',
  31205: 'token',
  31206: 'throttled',
  31207: 'account',
  31208: 'microphoneDenied',
  31401: 'microphoneDenied',
  31402: 'microphoneBusy',
  31404: 'call',
  31480: 'call',
  31486: 'call',
  31603: 'call',
  53000: 'signaling',
  53001: 'signaling',
  53400: 'media',
  53402: 'media',
  53405: 'media',
};

/** By the SDK's error code. `call`: it concerns that one call, not the phone; codes that we do not know are `unknown`. */
export function troubleOf({ code }: CarrierError): PhoneTrouble | 'call' {
  return (code === undefined ? undefined : byCode[code]) ?? 'unknown';
}

/** Troubles that a fresh token may mend. */
export const needsToken = (trouble: PhoneTrouble): boolean => trouble === 'token' || trouble === 'account' || trouble === 'throttled';
