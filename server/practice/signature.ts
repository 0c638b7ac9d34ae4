import { createHmac } from 'node:crypto';

/** Form fields of one request; an array is one name sent several times. Insertion order is the order on the wire. */
export type Params = Record<string, string | readonly string[]>;

/**
 * The `X-Twilio-Signature` of a request: HMAC-SHA1 over the URL and the sorted form fields, Base64.
 * Names sort by code unit, values follow their name without separators, repeated values are made unique and sorted.
 * For GET pass no params: they stand in the URL already. Pass the URL through `signedUrl` first.
 */
export function signRequest(authToken: string, url: string, params: Params): string {
  const hmac = createHmac('sha1', authToken);
  hmac.update(url, 'utf8');
  for (const name of Object.keys(params).sort()) {
    const value = params[name] ?? '';
    const values = typeof value === 'string' ? [value] : [...new Set(value)].sort();
    for (const one of values) hmac.update(name + one, 'utf8');
  }
  return hmac.digest('base64');
}

/**
 * The form of a URL that is signed: no fragment (the override parameters stay at home), no user and password, and no port where a
 * voice callback goes over HTTPS (over HTTP the port stays). The rest is kept letter by letter: normalising would break the signature.
 */
export function signedUrl(url: string): string {
  const match = /^(https?:\/\/)(?:[^/?#@]*@)?([^/?#]*)([^#]*)/i.exec(url);
  if (!match) return url;
  const [, scheme = '', authority = '', rest = ''] = match;
  const host = scheme.toLowerCase() === 'https://' ? authority.replace(/:\d+$/, '') : authority;
  return scheme + host + rest;
}
