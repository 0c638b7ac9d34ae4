import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import type { LegReport } from '../calls/effect.ts';
import { legStatusOf } from './carrierRequest.ts';

/** Call control waits no longer than this for the carrier's REST, ms. */
const restTimeoutMs = 3_000;
/** A net under requests that end with their caller's signal, ms. */
const givenUpTimeoutMs = 60_000;
/** "Call is not in-progress": it had ended already, or the carrier does not cancel it (carrier facts 5). */
const notInProgress = 21220;
const notFound = 20404;

/** The carrier's REST in our verbs. Real and practice carrier pass the same contract suite. */
export interface CarrierRest {
  /** Asks that a leg that still rings stops. `refused`: the carrier says it is not in progress (it may have ended, or may ring on). */
  cancel(legSid: string): Promise<LegReport | 'refused' | 'unknown'>;
  /** Ends a leg, ringing or talking. */
  end(legSid: string): Promise<LegReport | 'refused' | 'unknown'>;
  look(sid: string): Promise<LegReport | 'unknown'>;
  children(callId: string): Promise<LegReport[]>;
  /** Places a call from a number of ours; the document at `url` is run once it is answered. `refused`: the carrier will not dial this. */
  originate(call: { to: string; from: string; url: string; statusUrl: string; timeoutSeconds: number; byoc: string | undefined }): Promise<{ legSid: string } | { refused: string }>;
  /** The sound of a recording by its id; null when the carrier has none. */
  recording(sid: string): Promise<{ contentType: string; body: ReadableStream<Uint8Array> } | null>;
  /** The recording is gone when it resolves; one that the carrier does not have is. */
  deleteRecording(sid: string): Promise<void>;
}

/** Without both parts of an API key the account and its token sign requests. */
export interface CarrierAccount {
  accountSid: string;
  authToken: string;
  apiKeySid?: string | undefined;
  apiKeySecret?: string | undefined;
  /** Replaces scheme, host and port of every request; the path is kept. */
  apiBaseUrl?: string | undefined;
}

const carrierApi = 'https://api.twilio.com';

function rebased(uri: string, baseUrl: string | undefined): string {
  if (baseUrl === undefined) return uri;
  const { pathname, search } = new URL(uri);
  return new URL(pathname + search, baseUrl).toString();
}

/** The carrier's own HTTP client; only scheme, host and port of its requests are ours to change. `signal`: for one request that its caller may give up. */
function rebasedClient(baseUrl: string | undefined, signal?: AbortSignal): RequestClient {
  const client = new twilio.RequestClient(signal ? { timeout: givenUpTimeoutMs, autoRetry: false } : { timeout: restTimeoutMs, autoRetry: true, maxRetries: 2 });
  client.axios.interceptors.request.use((config) => {
    if (config.url !== undefined) config.url = rebased(config.url, baseUrl);
    return signal ? { ...config, signal } : config;
  });
  return client;
}

function keyOf(account: CarrierAccount): { user: string; secret: string } {
  const { apiKeySid: user, apiKeySecret: secret } = account;
  return user !== undefined && secret !== undefined ? { user, secret } : { user: account.accountSid, secret: account.authToken };
}

/** The carrier's own client, for this room only. With a `signal` it asks once, and ends with it. */
export function carrierClient(account: CarrierAccount, signal?: AbortSignal): ReturnType<typeof twilio> {
  const { user, secret } = keyOf(account);
  // TWILIO_REGION and TWILIO_EDGE of the environment would silently send every request elsewhere: an empty one keeps them out.
  return twilio(user, secret, { accountSid: account.accountSid, httpClient: rebasedClient(account.apiBaseUrl, signal), env: {} });
}

/** @see CarrierRest */
export function openCarrierRest(account: CarrierAccount): CarrierRest {
  const key = keyOf(account);
  const carrier = carrierClient(account);

  const report = (call: { sid: string; status: string; to: string }): LegReport => ({ legSid: call.sid, status: call.status === 'queued' ? 'queued' : (legStatusOf(call.status) ?? 'ringing'), to: call.to });
  const told = async (work: Promise<{ sid: string; status: string; to: string }>): Promise<LegReport | 'refused' | 'unknown'> => {
    try {
      return report(await work);
    } catch (cause) {
      const code = (cause as { code?: unknown }).code;
      if (code === notInProgress) return 'refused';
      if (code === notFound || (cause as { status?: unknown }).status === 404) return 'unknown';
      throw cause;
    }
  };

  return {
    cancel: (legSid) => told(carrier.calls(legSid).update({ status: 'canceled' })),
    end: (legSid) => told(carrier.calls(legSid).update({ status: 'completed' })),
    async look(sid) {
      const found = await told(carrier.calls(sid).fetch());
      return found === 'refused' ? 'unknown' : found;
    },
    children: async (callId) => (await carrier.calls.list({ parentCallSid: callId, limit: 50 })).map(report),
    async originate({ to, from, url, statusUrl, timeoutSeconds, byoc }) {
      try {
        const placed = await carrier.calls.create({ to, from, url, method: 'POST', timeout: timeoutSeconds, statusCallback: statusUrl, statusCallbackMethod: 'POST', statusCallbackEvent: ['completed'], ...(byoc !== undefined && { byoc }) });
        return { legSid: placed.sid };
      } catch (cause) {
        const { status, code } = cause as { status?: unknown; code?: unknown };
        // What the carrier will not do it says with a 4xx; anything else may do better another time.
        if (typeof status === 'number' && status >= 400 && status < 500 && status !== 429) return { refused: String(code) };
        throw cause;
      }
    },
    async recording(sid) {
      const url = rebased(`${carrierApi}/2010-04-01/Accounts/${account.accountSid}/Recordings/${sid}.wav`, account.apiBaseUrl);
      const response = await fetch(url, { headers: { authorization: `Basic ${Buffer.from(`${key.user}:${key.secret}`).toString('base64')}` }, signal: AbortSignal.timeout(restTimeoutMs * 5) });
      if (response.status === 404) return null;
      if (!response.ok || !response.body) throw new Error(`the carrier refused a recording with ${response.status}`);
      return { contentType: response.headers.get('content-type') ?? 'audio/wav', body: response.body };
    },
    async deleteRecording(sid) {
      try {
        await carrier.recordings(sid).remove();
      } catch (cause) {
        const { status, code } = cause as { status?: unknown; code?: unknown };
        if (code !== notFound && status !== 404) throw cause;
      }
    },
  };
}
