import type { Exchange } from './exchange.ts';
import { geographyOf } from './geography.ts';
import type { Leg } from './leg.ts';
import type { Params } from './signature.ts';

/**
 * The standard parameters of every request about a leg, in the order the carrier sends them. Calls to a client and child legs carry no
 * geography for the far end; a withheld or SIP-shaped caller has none of his own. An unknown city is sent as an empty string, not left out.
 */
export function standardParams(exchange: Exchange, leg: Leg): Params {
  const from = leg.direction === 'outbound-dial' ? undefined : geographyOf(leg.from);
  const to = leg.direction === 'outbound-dial' ? undefined : geographyOf(leg.to);
  const params: Params = {};
  const put = (name: string, value: string | undefined) => {
    if (value !== undefined) params[name] = value;
  };
  put('Called', leg.to);
  put('ToState', to?.state);
  put('CallerCountry', from?.country);
  put('Direction', leg.direction);
  put('CallerState', from?.state);
  put('ToZip', to?.zip);
  put('CallSid', leg.sid);
  put('To', leg.to);
  put('CallerZip', from?.zip);
  put('ToCountry', to?.country);
  put('CalledZip', to?.zip);
  put('ApiVersion', '2010-04-01');
  put('CalledCity', to?.city);
  put('CallStatus', leg.status);
  put('From', leg.from);
  put('AccountSid', exchange.accountSid);
  put('CalledCountry', to?.country);
  put('CallerCity', from?.city);
  put('ToCity', to?.city);
  put('FromCountry', from?.country);
  put('Caller', leg.from);
  put('FromCity', from?.city);
  put('CalledState', to?.state);
  put('FromZip', from?.zip);
  put('FromState', from?.state);
  if (leg.parent) put('ParentCallSid', leg.parent.sid);
  return { ...params, ...leg.extraParams };
}

/**
 * The parameters of a progress callback: the standard ones with Timestamp (RFC 2822), CallbackSource and SequenceNumber (from 0, counting
 * the callbacks of this leg), and at the end Duration in minutes and CallDuration in seconds.
 */
export function progressParams(exchange: Exchange, leg: Leg, callStatus: string, sequence: number): Params {
  const params: Params = {
    ...standardParams(exchange, leg),
    CallStatus: callStatus,
    Timestamp: rfc2822(exchange.clock.now()),
    CallbackSource: 'call-progress-events',
    SequenceNumber: String(sequence),
  };
  if (leg.endedAt !== null && callStatus === leg.status) {
    const seconds = talkSeconds(exchange, leg);
    params.Duration = String(Math.ceil(seconds / 60));
    params.CallDuration = String(seconds);
    if (leg.direction !== 'inbound' && leg.sipResponseCode !== null) params.SipResponseCode = String(leg.sipResponseCode);
  }
  return params;
}

/** Seconds between answer and end (or now), in the carrier's own time; 0 where the leg was never answered. */
export function talkSeconds(exchange: Exchange, leg: Leg): number {
  if (leg.answeredAt === null) return 0;
  return Math.round(exchange.lasted(leg.answeredAt, leg.endedAt ?? exchange.clock.now()) / 1000);
}

/** A moment as the carrier writes it in callbacks and in REST: `Sat, 08 Aug 2020 03:25:40 +0000`. */
export function rfc2822(at: number): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}
