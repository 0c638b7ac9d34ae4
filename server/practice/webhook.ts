import http from 'node:http';
import https from 'node:https';
import type { Clock, Timer } from './clock.ts';
import type { Flight } from './flight.ts';
import { readOverrides } from './overrides.ts';
import type { RetryReason } from './overrides.ts';
import type { Params } from './signature.ts';
import { signRequest, signedUrl } from './signature.ts';

/** Why a request is sent, as far as tests and the story care. */
export type RequestKind =
  | 'voice'
  | 'fallback'
  | 'action'
  | 'redirect'
  | 'whisper'
  | 'leg-status'
  | 'call-status'
  | 'recording-status'
  | 'message-status'
  | 'partial-result'
  | 'media';

/** One HTTP request the carrier sent, one entry per attempt. `status` and `body` are null where no answer came; `ms` is the network's time. */
export interface SentRequest {
  at: number;
  kind: RequestKind;
  callSid: string;
  method: 'GET' | 'POST';
  /** As it stands in the document or on the number, fragment included. */
  url: string;
  params: Params;
  headers: Record<string, string>;
  attempt: number;
  status: number | null;
  body: string | null;
  failure: string | null;
  ms: number | null;
}

/** What came of a webhook, retries included. `code` is Twilio's error number: 11200 retrieval, 11205 connection, 11215 too many redirects. */
export type WebhookReply =
  | { ok: true; status: number; contentType: string; body: string; bytes: Buffer }
  | { ok: false; code: number; reason: string; status: number | null };

/** Cookies of one leg; legs and status callbacks do not share theirs. */
export type CookieJar = Map<string, string>;

/** A request to send. `token` marks a repeated one; `cookies` stay with the leg. */
export interface Webhook {
  kind: RequestKind;
  callSid: string;
  method: 'GET' | 'POST';
  url: string;
  params: Params;
  token: string;
  cookies?: CookieJar;
}

/** Sends webhooks over real sockets, with the timeouts and retries of their URL. */
export interface WebhookSender {
  send(webhook: Webhook): Promise<WebhookReply>;
  /** Tears down what is still open; the replies come back as failures. */
  close(): void;
}

type Attempt =
  | { kind: 'reply'; status: number; contentType: string; bytes: Buffer; location: string | undefined; cookies: string[] }
  | { kind: 'failure'; reason: RetryReason | 'partial' | 'closed'; detail: string };

const maxRedirects = 10;
const maxBodyBytes = 8 * 1024 * 1024;

/** Opens a sender that signs with the account's primary auth token and writes every attempt to `log`. */
export function openWebhookSender(port: { clock: Clock; authToken: string; flight: Flight; log: (request: SentRequest) => void }): WebhookSender {
  const open = new Set<() => void>();
  let closed = false;

  async function send(webhook: Webhook): Promise<WebhookReply> {
    if (closed) return { ok: false, code: 11200, reason: 'the practice carrier was closed', status: null };
    if (!URL.canParse(webhook.url)) return { ok: false, code: 11210, reason: `“${webhook.url}” is no URL`, status: null };
    const landed = port.flight.begin();
    try {
      return await sendWithRetries(webhook);
    } finally {
      landed();
    }
  }

  async function sendWithRetries(webhook: Webhook): Promise<WebhookReply> {
    const { overrides } = readOverrides(webhook.url);
    const deadline = port.clock.now() + overrides.totalMs;
    for (let attempt = 0; ; attempt += 1) {
      const result = await follow(webhook, attempt, deadline);
      if ('ok' in result) return result;
      const again = !closed && result.reason !== undefined && overrides.policy.has(result.reason) && attempt < overrides.retries && port.clock.now() < deadline;
      if (!again) return { ok: false, code: result.code, reason: result.detail, status: result.status };
    }
  }

  /** One attempt with the redirects it leads to. */
  async function follow(
    webhook: Webhook,
    attempt: number,
    deadline: number,
  ): Promise<WebhookReply | { reason: RetryReason | undefined; code: number; detail: string; status: number | null }> {
    let { url, method } = webhook;
    for (let hops = 0; hops <= maxRedirects; hops += 1) {
      const result = await attemptOnce({ ...webhook, url, method }, attempt, deadline);
      if (result.kind === 'failure') {
        const code = result.reason === 'ct' ? 11205 : 11200;
        const reason = result.reason === 'partial' || result.reason === 'closed' ? undefined : result.reason;
        return { reason, code, detail: result.detail, status: null };
      }
      for (const cookie of result.cookies) keepCookie(webhook.cookies, url, cookie);
      if (result.status >= 300 && result.status < 400 && result.location !== undefined) {
        url = new URL(result.location, url).href;
        if (result.status !== 307 && result.status !== 308) method = 'GET';
        continue;
      }
      const body = result.bytes.toString('utf8');
      if (result.status >= 400) {
        return { reason: result.status >= 500 ? '5xx' : '4xx', code: 11200, detail: `HTTP ${result.status}`, status: result.status };
      }
      return { ok: true, status: result.status, contentType: result.contentType, body, bytes: result.bytes };
    }
    return { reason: undefined, code: 11215, detail: 'more than 10 redirects', status: null };
  }

  function attemptOnce(webhook: Webhook, attempt: number, deadline: number): Promise<Attempt> {
    const { overrides } = readOverrides(webhook.url);
    const isPost = webhook.method === 'POST';
    const form = encodeForm(webhook.params);
    const bare = webhook.url.replace(/#.*$/s, '');
    const target = isPost || form === '' ? bare : `${bare}${bare.includes('?') ? '&' : '?'}${form}`;
    const headers: Record<string, string> = {
      ...(isPost ? { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8', 'Content-Length': String(Buffer.byteLength(form)) } : {}),
      'X-Twilio-Signature': signRequest(port.authToken, signedUrl(target), isPost ? webhook.params : {}),
      'I-Twilio-Idempotency-Token': webhook.token,
      'X-Home-Region': 'us1',
      Accept: '*/*',
      'User-Agent': 'TwilioProxy/1.1',
    };
    const cookie = cookiesFor(webhook.cookies, target);
    if (cookie !== undefined) headers.Cookie = cookie;
    const sent: SentRequest = {
      at: port.clock.now(),
      kind: webhook.kind,
      callSid: webhook.callSid,
      method: webhook.method,
      url: webhook.url,
      params: webhook.params,
      headers,
      attempt,
      status: null,
      body: null,
      failure: null,
      ms: null,
    };
    port.log(sent);

    return new Promise<Attempt>((resolve) => {
      const parsed = new URL(target);
      const user = parsed.username === '' ? undefined : `${decodeURIComponent(parsed.username)}:${decodeURIComponent(parsed.password)}`;
      let readTimer: Timer | undefined;
      let begun = false;
      let done = false;
      const chunks: Buffer[] = [];
      let size = 0;

      const finish = (result: Attempt) => {
        if (done) return;
        done = true;
        connectTimer.cancel();
        readTimer?.cancel();
        totalTimer.cancel();
        open.delete(abort);
        sent.ms = port.clock.now() - sent.at;
        if (result.kind === 'reply') {
          sent.status = result.status;
          sent.body = result.bytes.toString('utf8');
        } else {
          sent.failure = result.detail;
        }
        resolve(result);
      };
      const fail = (reason: RetryReason | 'closed', detail: string) => {
        // A partial response is never asked for again: the first half may have had effects.
        finish({ kind: 'failure', reason: begun && reason !== 'closed' ? 'partial' : reason, detail });
        request.destroy();
      };
      const abort = () => fail('closed', 'the practice carrier was closed');
      const awaitBytes = () => {
        readTimer?.cancel();
        readTimer = port.clock.setTimer(overrides.readMs, () => fail('rt', `nothing came for ${overrides.readMs} ms`));
      };

      const request = (parsed.protocol === 'https:' ? https : http).request({
        hostname: parsed.hostname.replace(/^\[|\]$/g, ''),
        port: parsed.port === '' ? undefined : Number(parsed.port),
        path: parsed.pathname + parsed.search,
        method: webhook.method,
        headers,
        agent: false,
        ...(user === undefined ? {} : { auth: user }),
      });
      const totalTimer = port.clock.setTimer(Math.max(0, deadline - port.clock.now()), () => fail('rt', `no whole answer within ${overrides.totalMs} ms`));
      open.add(abort);
      const connectTimer = port.clock.setTimer(overrides.connectMs, () => fail('ct', `no connection within ${overrides.connectMs} ms`));
      let connected = false;
      request.on('socket', (socket) => {
        socket.once(parsed.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
          connected = true;
          connectTimer.cancel();
          awaitBytes();
        });
      });
      request.on('error', (error) => fail(connected ? 'rt' : 'ct', error.message));
      request.on('response', (response) => {
        begun = true;
        awaitBytes();
        response.on('data', (chunk: Buffer) => {
          awaitBytes();
          size += chunk.length;
          if (size > maxBodyBytes) fail('rt', `more than ${maxBodyBytes} bytes`);
          else chunks.push(chunk);
        });
        response.on('error', (error) => fail('rt', error.message));
        response.on('end', () =>
          finish({
            kind: 'reply',
            status: response.statusCode ?? 0,
            contentType: response.headers['content-type'] ?? '',
            bytes: Buffer.concat(chunks),
            location: response.headers.location,
            cookies: response.headers['set-cookie'] ?? [],
          }),
        );
      });
      request.end(isPost ? form : undefined);
    });
  }

  return {
    send,
    close() {
      closed = true;
      for (const abort of [...open]) abort();
    },
  };
}

function encodeForm(params: Params): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of typeof value === 'string' ? [value] : value) form.append(name, one);
  }
  return form.toString();
}

function keepCookie(jar: CookieJar | undefined, url: string, cookie: string): void {
  const [pair = ''] = cookie.split(';');
  const at = pair.indexOf('=');
  if (jar && at > 0) jar.set(`${new URL(url).host} ${pair.slice(0, at).trim()}`, pair.slice(at + 1).trim());
}

function cookiesFor(jar: CookieJar | undefined, url: string): string | undefined {
  const host = `${new URL(url).host} `;
  const pairs = [...(jar ?? [])].filter(([key]) => key.startsWith(host)).map(([key, value]) => `${key.slice(host.length)}=${value}`);
  return pairs.length === 0 ? undefined : pairs.join('; ');
}
