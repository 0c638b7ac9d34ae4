import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { phoneToken, phoneTokenMs } from '../../server/telephony/phoneToken.ts';

const account = { accountSid: `AC${'1'.repeat(32)}`, apiKeySid: `SK${'2'.repeat(32)}`, apiKeySecret: 'secret-of-the-key' };

interface Token {
  header: unknown;
  payload: { exp?: number; grants?: unknown };
}

/** A JSON Web Token opened as the carrier opens it. @throws when it is not signed with the key's secret */
function read(token: string): Token {
  const [header = '', payload = '', signature] = token.split('.');
  if (createHmac('sha256', account.apiKeySecret).update(`${header}.${payload}`).digest('base64url') !== signature) throw new Error('not signed with the secret of the key');
  const open = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
  return { header: open(header), payload: open(payload) as Token['payload'] };
}

test('registers the browser under the user id, for incoming calls, for one hour', () => {
  const now = Date.now();
  const view = phoneToken(account, 'agent', now);
  if (view.kind !== 'twilio') throw new Error(`the phone is ${view.kind}`);
  expect(view).toMatchObject({ identity: 'agent', expiresAt: now + phoneTokenMs, canCallOut: false });
  const { header, payload } = read(view.token);
  expect(header).toMatchObject({ alg: 'HS256', cty: 'twilio-fpa;v=1' });
  expect(payload).toMatchObject({ iss: account.apiKeySid, sub: account.accountSid, grants: { identity: 'agent', voice: { incoming: { allow: true } } } });
  expect(JSON.stringify(payload.grants)).not.toContain('outgoing');
  expect(Math.abs((payload.exp ?? 0) * 1000 - view.expiresAt)).toBeLessThan(2000);
});

test('lets it call out where the account has a TwiML App', () => {
  const twimlAppSid = `AP${'3'.repeat(32)}`;
  const view = phoneToken({ ...account, twimlAppSid }, 'agent', Date.now());
  if (view.kind !== 'twilio') throw new Error(`the phone is ${view.kind}`);
  expect(view.canCallOut).toBe(true);
  expect(read(view.token).payload.grants).toMatchObject({ voice: { outgoing: { application_sid: twimlAppSid } } });
});

test('without an API key there is no token, and the answer names what to set', () => {
  expect(phoneToken({ accountSid: account.accountSid }, 'agent', 0)).toEqual({ kind: 'none', why: 'not_configured', missing: ['TWILIO_API_KEY_SID', 'TWILIO_API_KEY_SECRET'] });
  expect(phoneToken({ ...account, apiKeySecret: undefined }, 'agent', 0)).toMatchObject({ missing: ['TWILIO_API_KEY_SECRET'] });
});
