import twilio from 'twilio';
import type { PhoneView } from '../contract/phone.ts';

/** How long a browser may register with one token, ms. Short, because a token that was signed cannot be taken back. */
export const phoneTokenMs = 3_600_000;

/** What signs the tokens of browser phones. */
export interface PhoneAccount {
  accountSid: string;
  apiKeySid?: string | undefined;
  apiKeySecret?: string | undefined;
  /** The TwiML App of calls out of the console; without it the phone takes calls only. */
  twimlAppSid?: string | undefined;
}

/**
 * The phone of one agent at the carrier: a token that registers his browser under his user id. Tokens are signed with an API key, never with
 * the account's own token: where the key is missing the answer names what to set.
 */
export function phoneToken(account: PhoneAccount, userId: string, now: number): Exclude<PhoneView, { kind: 'practice' }> {
  const { accountSid, apiKeySid, apiKeySecret, twimlAppSid } = account;
  if (apiKeySid === undefined || apiKeySecret === undefined) {
    const missing = [...(apiKeySid === undefined ? ['TWILIO_API_KEY_SID'] : []), ...(apiKeySecret === undefined ? ['TWILIO_API_KEY_SECRET'] : [])];
    return { kind: 'none', why: 'not_configured', missing };
  }
  const token = new twilio.jwt.AccessToken(accountSid, apiKeySid, apiKeySecret, { identity: userId, ttl: phoneTokenMs / 1000 });
  token.addGrant(new twilio.jwt.AccessToken.VoiceGrant({ incomingAllow: true, ...(twimlAppSid === undefined ? {} : { outgoingApplicationSid: twimlAppSid }) }));
  return { kind: 'twilio', identity: userId, token: token.toJwt(), expiresAt: now + phoneTokenMs, canCallOut: twimlAppSid !== undefined };
}
