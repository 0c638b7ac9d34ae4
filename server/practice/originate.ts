import { ringCallee } from './ringCallee.ts';
import type { Exchange } from './exchange.ts';
import { Leg } from './leg.ts';
import type { LegCallback } from './legStatus.ts';
import { answerLeg, endLeg, reportProgress } from './progress.ts';
import type { Source } from './source.ts';
import { newSid } from './sids.ts';

const queueMs = 200;
const setupMs = 500;

/** Places a call the account asked for through REST: rings a number, a client or a SIP address, and runs the document once it answers. */
export function originateCall(
  exchange: Exchange,
  wanted: { to: string; from: string; source: Source; timeoutMs: number; callback: LegCallback | undefined; fallback: Leg['fallback']; byoc: boolean },
): Leg {
  const leg = new Leg({
    sid: newSid('CA', exchange.random),
    direction: 'outbound-api',
    from: wanted.from,
    to: wanted.to,
    createdAt: exchange.clock.now(),
    status: 'queued',
    callback: wanted.callback,
  });
  leg.fallback = wanted.fallback;
  exchange.legs.set(leg.sid, leg);
  exchange.tell(leg, `拨出 ${wanted.to}`, `dials ${wanted.to}`);
  leg.onAnswer = () => {
    if (leg.ended || leg.answeredAt !== null) return false;
    answerLeg(exchange, leg);
    exchange.tell(leg, '对方接听', 'the far end answers');
    void exchange.run(leg, wanted.source);
    return true;
  };
  exchange.after(queueMs, () => {
    // Cancelled while still queued: no callbacks at all.
    if (leg.ended) return;
    leg.status = 'initiated';
    reportProgress(exchange, leg, 'initiated');
    exchange.after(setupMs, () => ring(exchange, leg, wanted.byoc));
    exchange.after(setupMs + wanted.timeoutMs, () => {
      if (leg.answeredAt === null) endLeg(exchange, leg, 'no-answer', 'timed-out', 487);
    });
  });
  return leg;
}

function ring(exchange: Exchange, leg: Leg, byoc: boolean): void {
  if (leg.ended) return;
  leg.status = 'ringing';
  reportProgress(exchange, leg, 'ringing');
  const identity = /^client:(.*)$/.exec(leg.to)?.[1];
  if (identity === undefined) ringCallee(exchange, leg, { byoc });
  else if (!exchange.phones.ring(leg, identity, {}) && exchange.switches.unregisteredClient === 'fails-fast') {
    endLeg(exchange, leg, exchange.switches.unregisteredClientStatus, 'unreachable', 480);
  }
}
