import express from 'express';
import type { Request, Response } from 'express';
import { readCarrierRequest } from './carrierRequest.ts';
import type { RawParameters } from './carrierRequest.ts';
import { emptyDocument } from './documents/closing.ts';
import { lastResortDocument } from './documents/lastResort.ts';
import type { TelephonyNeeds } from './needs.ts';
import { proofOf } from './signature.ts';
import { attendant } from './webhooks/attendant.ts';
import { callBack } from './webhooks/callBack.ts';
import { client } from './webhooks/client.ts';
import { dialEnded } from './webhooks/dialEnded.ts';
import { fallback } from './webhooks/fallback.ts';
import { leg } from './webhooks/leg.ts';
import { message } from './webhooks/message.ts';
import { outgoingEnded } from './webhooks/outgoingEnded.ts';
import { recording } from './webhooks/recording.ts';
import { status } from './webhooks/status.ts';
import { voice } from './webhooks/voice.ts';
import type { WebhookHandler } from './webhooks/webhook.ts';

/** One webhook, one file. `speaks`: the carrier runs what we answer on a caller's leg. */
const webhooks: readonly { path: string; name: string; handler: WebhookHandler; speaks: boolean }[] = [
  { path: '/voice', name: 'voice', handler: voice, speaks: true },
  { path: '/voice/fallback', name: 'fallback', handler: fallback, speaks: true },
  { path: '/status', name: 'status', handler: status, speaks: false },
  { path: '/client', name: 'client', handler: client, speaks: true },
  { path: '/round/:round/leg', name: 'leg', handler: leg, speaks: false },
  { path: '/round/:round/ended', name: 'dialEnded', handler: dialEnded, speaks: true },
  { path: '/turn/:turn/attendant/:step', name: 'attendant', handler: attendant, speaks: true },
  { path: '/recording', name: 'recording', handler: recording, speaks: false },
  { path: '/message', name: 'message', handler: message, speaks: false },
  { path: '/outgoing/ended', name: 'outgoingEnded', handler: outgoingEnded, speaks: true },
  { path: '/call-back/:slip/:staff/:part', name: 'callBack', handler: callBack, speaks: false },
];

const pathForms: Record<string, RegExp> = { slip: /^[\w-]{1,64}$/, staff: /^.{1,64}$/, part: /^(?:answered|dialled|over)$/, round: /^\d{1,3}$/, turn: /^\d{1,3}$/, step: /^(?:recipient|caller|number|message|confirm)$/ };

/** No webhook of the carrier's comes near this. */
const longestBody = '256kb';

/** The carrier's door, to be mounted at `/twilio`: signature, reading, one handler each; whatever goes wrong, a caller hears the attendant. */
export function telephonyRouter(needs: TelephonyNeeds): express.Router {
  const router = express.Router({ caseSensitive: true });
  router.use(express.text({ type: () => true, limit: longestBody, defaultCharset: 'utf-8' }));
  for (const { path, name, handler, speaks } of webhooks) {
    router.all(path, async (request: Request, response: Response) => {
      const at = needs.clock.now();
      if (request.method !== 'POST' && request.method !== 'GET') {
        response.status(405).set('allow', 'GET, POST').end();
        return;
      }
      const parameters = parametersOf(request);
      const proof = proofOf(
        { method: request.method, pathAndQuery: request.originalUrl, signature: request.get('x-twilio-signature'), parameters: request.method === 'GET' ? {} : parameters, rawBody: isForm(request) ? null : bodyOf(request) },
        needs,
      );
      if (proof === 'refused') {
        needs.counted(name, 'refused', needs.clock.now() - at);
        needs.log.warn({ webhook: name }, 'a webhook without a valid signature was refused');
        response.status(403).json({ error: { code: 'bad_signature', message: 'the signature does not fit this request' } });
        return;
      }
      const carrierRequest = readCarrierRequest(parameters);
      if (carrierRequest.oddities.length > 0 || proof !== 'signed') needs.log.warn({ webhook: name, callId: carrierRequest.callSid, oddities: carrierRequest.oddities, proof }, 'an odd webhook is answered all the same');
      const reply = await answered(name, speaks, at, () => {
        for (const [part, value] of Object.entries(request.params)) if (!pathForms[part]?.test(String(value))) throw new Error(`the path of a webhook is not ours: ${part}`);
        return handler({ request: carrierRequest, path: request.params as Record<string, string>, at }, needs);
      });
      if (reply === null) response.status(204).end();
      else response.status(200).type('text/xml').send(reply);
    });
  }

  const answered = async (name: string, speaks: boolean, at: number, run: () => Promise<string | null>): Promise<string | null> => {
    try {
      const reply = await run();
      needs.counted(name, 'answered', needs.clock.now() - at);
      return reply;
    } catch (cause) {
      needs.counted(name, 'fallback', needs.clock.now() - at);
      needs.log.error({ webhook: name, err: cause }, 'a webhook failed; the caller hears the attendant');
      return speaks ? lastResortDocument({ unit: null, language: 'zh-CN' }, needs.urls) : emptyDocument;
    }
  };
  return router;
}

function isForm(request: Request): boolean {
  return request.is('application/x-www-form-urlencoded') !== false || bodyOf(request) === '';
}

function bodyOf(request: Request): string {
  return typeof request.body === 'string' ? request.body : '';
}

/** Names to values as sent: a GET's from its query, a form's from its body, a JSON body's top level. Never throws. */
function parametersOf(request: Request): RawParameters {
  if (request.method === 'GET') return grouped(new URL(request.originalUrl, 'http://localhost').searchParams);
  if (isForm(request)) return grouped(new URLSearchParams(bodyOf(request)));
  try {
    const parsed: unknown = JSON.parse(bodyOf(request));
    if (typeof parsed !== 'object' || parsed === null) return {};
    return Object.fromEntries(Object.entries(parsed).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  } catch {
    // Not JSON: nothing to read in it; the signature decides what becomes of it.
    return {};
  }
}

/** A Map until the end: a parameter may be called like anything, `constructor` and `__proto__` included. */
function grouped(pairs: URLSearchParams): RawParameters {
  const parameters = new Map<string, string | string[]>();
  for (const [name, value] of pairs) {
    const before = parameters.get(name);
    parameters.set(name, before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]);
  }
  return Object.fromEntries(parameters);
}
