import { describe, expect, test } from '@jest/globals';
import twilio from 'twilio';
import { proofOf } from '../../server/telephony/signature.ts';
import vectors from './data/signatureVectors.json';

interface Vector {
  name: string;
  authToken: string;
  url: string;
  params?: Record<string, string | string[]>;
  body?: string;
  signature: string;
  valid: boolean;
  twilioNpm: boolean;
}

describe('the signature of a webhook', () => {
  test.each(vectors as unknown as Vector[])('published vector "$name" is $valid', ({ authToken, url, params, body, signature, valid }) => {
    const [, publicUrl = '', pathAndQuery = ''] = /^(https?:\/\/[^/]+)(.*)$/.exec(url) ?? [];
    const proof = proofOf({ method: 'POST', pathAndQuery, signature, parameters: params ?? {}, rawBody: body ?? null }, { publicUrl, authToken });
    expect(proof).toBe(valid ? 'signed' : 'refused');
  });

  const settings = { publicUrl: 'https://desk.example', authToken: 'secret' };
  const sign = (parameters: Record<string, string>, path = '/twilio/voice'): string => twilio.getExpectedTwilioSignature(settings.authToken, settings.publicUrl + path, parameters);

  test('no header, another token, another path or a changed value is refused', () => {
    const parameters = { CallSid: 'CA1', From: '+8613800138000' };
    const good = { method: 'POST', pathAndQuery: '/twilio/voice', signature: sign(parameters), parameters, rawBody: null };
    expect(proofOf(good, settings)).toBe('signed');
    expect(proofOf({ ...good, signature: undefined }, settings)).toBe('refused');
    expect(proofOf(good, { ...settings, authToken: 'other' })).toBe('refused');
    expect(proofOf({ ...good, pathAndQuery: '/twilio/status' }, settings)).toBe('refused');
    expect(proofOf({ ...good, parameters: { ...parameters, From: '+8613800138001' } }, settings)).toBe('refused');
    expect(proofOf({ ...good, parameters: { ...parameters, Added: '' } }, settings)).toBe('refused');
  });

  test('CallToken and StirVerstat may or may not be part of what was signed: both are accepted, and told apart', () => {
    const signed = { CallSid: 'CA1', From: '+18181234618' };
    const sent = { ...signed, StirVerstat: 'TN-Validation-Passed-A', CallToken: '%7B%7D' };
    const request = { method: 'POST', pathAndQuery: '/twilio/voice', parameters: sent, rawBody: null };
    expect(proofOf({ ...request, signature: sign(sent) }, settings)).toBe('signed');
    expect(proofOf({ ...request, signature: sign(signed) }, settings)).toBe('without-unsigned');
    expect(proofOf({ ...request, parameters: { ...sent, From: '+1' }, signature: sign(signed) }, settings)).toBe('refused');
  });
});
