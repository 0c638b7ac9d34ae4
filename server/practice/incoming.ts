import type { Exchange } from './exchange.ts';
import { ringCycleMs } from './cadence.ts';
import { Leg } from './leg.ts';
import { Person } from './person.ts';
import type { Script } from './script.ts';
import type { Params } from './signature.ts';
import { newSid } from './sids.ts';

/** How a call comes in through a SIP domain or a trunk of one's own: From and To are SIP addresses then. */
export interface SipArrival {
  domain: string;
  callId?: string;
  sourceIp?: string;
  /** Extra `SipHeader_…` parameters by header name. */
  headers?: Record<string, string>;
}

/** A call to place from outside. */
export interface PlaceCall {
  /** E.164, or a free word such as `anonymous` where the number is withheld, or with `sip` a SIP address. */
  from: string;
  /** A number given to `setNumber`. */
  to: string;
  /** What the caller does; without it nothing by itself. */
  script?: Script;
  /** Further parameters of every request of this call, or other values for the usual ones. */
  extraParams?: Params;
  sip?: SipArrival;
}

/** Lets a call arrive: the first voice webhook goes out at once, and the document that comes back is run. @throws Error where the number has no voice URL */
export function arrive(exchange: Exchange, wanted: PlaceCall, script: Script): { leg: Leg; ended: Promise<void> } {
  const target = exchange.numbers.get(wanted.to)?.target;
  if (target?.voiceUrl === undefined) throw new Error(`${wanted.to} points at no voice URL: call setNumber first`);
  const leg = new Leg({
    sid: newSid('CA', exchange.random),
    direction: 'inbound',
    from: wanted.from,
    to: wanted.to,
    createdAt: exchange.clock.now(),
    status: 'ringing',
    extraParams: { ...(wanted.sip ? sipParams(wanted.sip) : {}), ...(wanted.extraParams ?? {}) },
    firstParams: firstParams(exchange, wanted.from),
  });
  exchange.legs.set(leg.sid, leg);
  exchange.tell(leg, `来电 ${wanted.from} → ${wanted.to}（一声 ${ringCycleMs(wanted.to) / 1000} 秒）`, `a call from ${wanted.from} to ${wanted.to} (a ring is ${ringCycleMs(wanted.to) / 1000} s)`);
  const person = new Person(exchange, leg, script);
  leg.person = person;
  if (target.voiceFallbackUrl !== undefined) leg.fallback = { url: target.voiceFallbackUrl, method: target.voiceFallbackMethod ?? 'POST' };
  person.dialled();
  const ended = exchange.run(leg, { kind: 'fetch', request: 'voice', url: target.voiceUrl, method: target.voiceMethod ?? 'POST', params: {} });
  return { leg, ended };
}

// The token lets a forwarded call show its first caller again; StirVerstat comes with calls from the USA and Canada only.
function firstParams(exchange: Exchange, from: string): Params {
  const token = encodeURIComponent(JSON.stringify({ parentCallInfoToken: `eyJhbGciOiJFUzI1NiJ9.${newSid('RQ', exchange.random)}.${newSid('RQ', exchange.random)}`, identityHeaderTokens: [] }));
  return { ...(from.startsWith('+1') ? { StirVerstat: 'TN-Validation-Passed-A' } : {}), CallToken: token };
}

function sipParams(sip: SipArrival): Params {
  const params: Params = {
    SipDomain: sip.domain,
    SipDomainSid: `SD${'0'.repeat(32)}`,
    SipCallId: sip.callId ?? 'practice-call@127.0.0.1',
    SipSourceIp: sip.sourceIp ?? '127.0.0.1',
  };
  for (const [name, value] of Object.entries(sip.headers ?? {})) params[`SipHeader_${name}`] = value;
  return params;
}
