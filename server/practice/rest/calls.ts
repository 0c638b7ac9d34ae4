import type { Router } from 'express';
import type { Exchange } from '../exchange.ts';
import type { Leg } from '../leg.ts';
import type { LegCallback, LegEvent } from '../legStatus.ts';
import { originateCall } from '../originate.ts';
import { rfc2822, talkSeconds } from '../parameters.ts';
import { endLeg } from '../progress.ts';
import type { Source } from '../source.ts';
import { RestError, notFound, notInProgress } from './error.ts';
import { formOf, listOf, pageOf, textOf } from './pages.ts';

const maxTwimlCharacters = 4000;

/** Calls: create, list, read, and change (hang up, cancel, send to another document). */
export function callRoutes(router: Router, exchange: Exchange): void {
  const present = (leg: Leg) => presentCall(exchange, leg);

  router.get('/Calls.json', (request, response) => {
    const { ParentCallSid: parent, Status: status, To: to, From: from } = request.query;
    const wanted = [...exchange.legs.values()].filter(
      (leg) =>
        (parent === undefined || leg.parent?.sid === parent) &&
        (status === undefined || leg.status === status) &&
        (to === undefined || leg.to === to) &&
        (from === undefined || leg.from === from),
    );
    // Newest first, as the API lists them.
    response.json(pageOf(request, 'calls', wanted.reverse(), present));
  });

  router.post('/Calls.json', (request, response) => {
    const form = formOf(request);
    const to = textOf(form.To) ?? '';
    const from = textOf(form.From) ?? '';
    if (to === '') throw new RestError(400, 21201, 'No To number is specified');
    if (from === '') throw new RestError(400, 21213, 'No From number is specified');
    if (!/^(\+[1-9]\d{5,14}|client:.+|sips?:.+)$/.test(to)) throw new RestError(400, 21211, `The 'To' number ${to} is not a valid phone number.`);
    if (from.startsWith('+') && !exchange.numbers.has(from)) {
      throw new RestError(400, 21210, `The source phone number provided, ${from}, is not yet verified for your account.`);
    }
    const source = sourceOf(form, 'voice');
    if (!source) throw new RestError(400, 21205, 'Url parameter is required');
    const leg = originateCall(exchange, {
      to,
      from,
      source,
      timeoutMs: Math.min(600, Number(textOf(form.Timeout) ?? 60)) * 1000,
      callback: callbackOf(form),
      fallback: fallbackOf(form),
      byoc: textOf(form.Byoc) !== undefined,
    });
    response.status(201).json(present(leg));
  });

  router.get('/Calls/:sid.json', (request, response) => {
    response.json(present(find(exchange, request.params.sid, request.originalUrl)));
  });

  router.post('/Calls/:sid.json', (request, response) => {
    const leg = find(exchange, request.params.sid, request.originalUrl);
    const form = formOf(request);
    const status = textOf(form.Status);
    if (status !== undefined && status !== 'canceled' && status !== 'completed') throw new RestError(400, 21218, `Invalid Status: ${status}`);
    if (leg.ended) throw notInProgress();
    const source = sourceOf(form, 'redirect');
    if (status === 'canceled') cancel(exchange, leg);
    else if (status === 'completed') complete(exchange, leg);
    else if (source) redirect(exchange, leg, source, form);
    response.json(present(leg));
  });
}

function find(exchange: Exchange, sid: string, path: string): Leg {
  const leg = exchange.legs.get(sid);
  if (!leg) throw notFound(path);
  return leg;
}

// `canceled` ends what is queued or ringing, and nothing else.
function cancel(exchange: Exchange, leg: Leg): void {
  if (leg.answeredAt !== null) {
    if (exchange.switches.cancelOfAnswered === 'error') throw notInProgress();
    return;
  }
  if (!exchange.switches.cancelAccepted) {
    exchange.tell(leg, `平台拒绝取消 ${leg.to}，继续振铃`, `the carrier refuses to cancel ${leg.to}, which rings on`);
    throw notInProgress();
  }
  // Cancelled while still queued: no callbacks at all, not even of the end.
  if (leg.status === 'queued') leg.callback = undefined;
  exchange.tell(leg, `停止振铃：${leg.to.replace(/^client:/, '')}（由服务器取消）`, `${leg.to.replace(/^client:/, '')} stops ringing: cancelled by the server`);
  endLeg(exchange, leg, 'canceled', 'canceled-by-rest', 487);
}

function complete(exchange: Exchange, leg: Leg): void {
  exchange.tell(leg, '服务器挂断', 'the server hangs up');
  const answered = leg.answeredAt !== null;
  if (answered) endLeg(exchange, leg, 'completed', 'completed-by-rest', 200);
  else if (leg.direction === 'inbound') endLeg(exchange, leg, 'no-answer', 'completed-by-rest');
  else endLeg(exchange, leg, 'canceled', 'canceled-by-rest', 487);
}

function redirect(exchange: Exchange, leg: Leg, source: Source, form: Readonly<Record<string, unknown>>): void {
  if (leg.answeredAt === null && (leg.direction !== 'inbound' || exchange.switches.redirectOfRinging === 'error')) throw notInProgress();
  leg.fallback = fallbackOf(form) ?? leg.fallback;
  exchange.tell(leg, '服务器转到新的文档', 'the server sends the call to another document');
  if (leg.run) {
    leg.run.interrupt({ kind: 'redirect', source });
    return;
  }
  // A leg bridged in somebody's Dial leaves it; the Dial ends, and this leg goes on alone.
  leg.detach?.();
  void exchange.run(leg, source);
}

function sourceOf(form: Readonly<Record<string, unknown>>, request: 'voice' | 'redirect'): Source | undefined {
  const url = textOf(form.Url);
  const twiml = textOf(form.Twiml);
  if (url !== undefined) {
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) throw new RestError(400, 21205, `Url is not a valid URL: ${url}`);
    return { kind: 'fetch', request, url, method: textOf(form.Method) === 'GET' ? 'GET' : 'POST', params: {} };
  }
  if (twiml === undefined) return undefined;
  if (twiml.length > maxTwimlCharacters) throw new RestError(400, 21218, `Twiml may have ${maxTwimlCharacters} characters`);
  return { kind: 'inline', twiml };
}

// A malformed list of events is accepted by the API, and then no callbacks come.
function callbackOf(form: Readonly<Record<string, unknown>>): LegCallback | undefined {
  const url = textOf(form.StatusCallback);
  if (url === undefined) return undefined;
  if (!URL.canParse(url)) throw new RestError(400, 21609, `StatusCallback is not a valid URL: ${url}`);
  const known: readonly LegEvent[] = ['initiated', 'ringing', 'answered', 'completed'];
  const asked = listOf(form.StatusCallbackEvent);
  const events = asked.length === 0 ? (['completed'] as const) : known.filter((event) => asked.includes(event));
  return { url, method: textOf(form.StatusCallbackMethod) === 'GET' ? 'GET' : 'POST', events: new Set(events) };
}

function fallbackOf(form: Readonly<Record<string, unknown>>): Leg['fallback'] {
  const url = textOf(form.FallbackUrl);
  return url === undefined ? undefined : { url, method: textOf(form.FallbackMethod) === 'GET' ? 'GET' : 'POST' };
}

/** A call as the API shows it. */
export function presentCall(exchange: Exchange, leg: Leg): object {
  const uri = `/2010-04-01/Accounts/${exchange.accountSid}/Calls/${leg.sid}`;
  const startedAt = leg.answeredAt ?? (leg.ended ? leg.createdAt : null);
  return {
    account_sid: exchange.accountSid,
    annotation: null,
    answered_by: null,
    api_version: '2010-04-01',
    caller_name: null,
    date_created: rfc2822(leg.createdAt),
    date_updated: rfc2822(leg.endedAt ?? leg.answeredAt ?? leg.createdAt),
    direction: leg.direction,
    duration: leg.ended ? String(talkSeconds(exchange, leg)) : null,
    end_time: leg.endedAt === null ? null : rfc2822(leg.endedAt),
    forwarded_from: null,
    from: leg.from,
    from_formatted: leg.from,
    group_sid: null,
    parent_call_sid: leg.parent?.sid ?? null,
    phone_number_sid: exchange.numbers.get(leg.direction === 'inbound' ? leg.to : leg.from)?.sid ?? null,
    price: null,
    price_unit: 'USD',
    queue_time: '0',
    sid: leg.sid,
    start_time: startedAt === null ? null : rfc2822(startedAt),
    status: leg.status === 'initiated' ? 'queued' : leg.status,
    subresource_uris: { recordings: `${uri}/Recordings.json`, notifications: `${uri}/Notifications.json` },
    to: leg.to,
    to_formatted: leg.to,
    trunk_sid: null,
    uri: `${uri}.json`,
  };
}
