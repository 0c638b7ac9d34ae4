import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import twilio from 'twilio';
import { signRequest, signedUrl } from '../../server/practice/signature.ts';

interface Vector {
  name: string;
  authToken: string;
  url: string;
  params?: Record<string, string | string[]>;
  signature: string;
  valid: boolean;
}

const vectors = JSON.parse(readFileSync(`${__dirname}/data/signatureVectors.json`, 'utf8')) as Vector[];

// These were signed over another form of the URL than the one listed (with or without a port), which a validator has to try.
const signedOverAnotherForm = ['https, signed with :443', 'http, signed with :80', 'empty JSON body'];

describe('the signature of a webhook', () => {
  for (const vector of vectors.filter((one) => one.valid && !signedOverAnotherForm.includes(one.name))) {
    test(`is the published one: ${vector.name}`, () => {
      expect(signRequest(vector.authToken, signedUrl(vector.url), vector.params ?? {})).toBe(vector.signature);
    });
  }

  test('with a port over HTTP keeps the port, over HTTPS drops it, and knows neither fragment nor password', () => {
    expect(signedUrl('http://host.example:3000/a?b=1#ct=800&rp=ct,rt')).toBe('http://host.example:3000/a?b=1');
    expect(signedUrl('https://host.example:8443/a?b=%20x#ct=800')).toBe('https://host.example/a?b=%20x');
    expect(signedUrl('https://user:pa@host.example/a')).toBe('https://host.example/a');
  });

  test('satisfies the twilio package for any parameters, odd Unicode and empty values included', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), fc.webUrl({ withQueryParameters: true }), (params, url) => {
        const plain = Object.assign({}, params);
        expect(twilio.validateRequest('token', signRequest('token', signedUrl(url), plain), url, plain)).toBe(true);
      }),
    );
  });
});
