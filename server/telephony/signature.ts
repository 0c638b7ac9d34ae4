import twilio from 'twilio';
import type { RawParameters } from './carrierRequest.ts';

interface SignedRequest {
  method: string;
  /** Path and query as received. */
  pathAndQuery: string;
  signature: string | undefined;
  /** Form parameters of a POST; empty for a GET, whose parameters stand in the query. */
  parameters: RawParameters;
  /** The body as received, when it is not a form. */
  rawBody: string | null;
}

/** How a request proved itself. `without-unsigned`: only when CallToken and StirVerstat are left out (contested carrier fact 2.3). */
export type Proof = 'signed' | 'without-unsigned' | 'refused';

const contested = ['CallToken', 'StirVerstat'];

/**
 * Checks a webhook's signature against PUBLIC_URL + path + query, whatever Host or X-Forwarded-* say (carrier facts 2.1).
 * HMAC-SHA1 with the account's primary token, constant-time, by the carrier's own library.
 */
export function proofOf(request: SignedRequest, settings: { publicUrl: string; authToken: string }): Proof {
  if (!request.signature) return 'refused';
  const url = settings.publicUrl.replace(/\/+$/, '') + request.pathAndQuery;
  if (request.rawBody !== null && url.includes('bodySHA256=')) {
    return twilio.validateRequestWithBody(settings.authToken, request.signature, url, request.rawBody) ? 'signed' : 'refused';
  }
  if (twilio.validateRequest(settings.authToken, request.signature, url, request.parameters)) return 'signed';
  const signedOnly = Object.fromEntries(Object.entries(request.parameters).filter(([name]) => !contested.includes(name)));
  if (Object.keys(signedOnly).length === Object.keys(request.parameters).length) return 'refused';
  return twilio.validateRequest(settings.authToken, request.signature, url, signedOnly) ? 'without-unsigned' : 'refused';
}
