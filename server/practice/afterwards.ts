import type { Exchange } from './exchange.ts';
import type { Leg } from './leg.ts';
import { progressParams, standardParams } from './parameters.ts';
import type { Run } from './run.ts';
import type { Source } from './source.ts';
import { newToken } from './sids.ts';

/** The number's status callback, once per call: at the run's end, or earlier where it overtakes an action. */
export async function reportFinal(exchange: Exchange, leg: Leg): Promise<void> {
  if (leg.finalReported || leg.direction !== 'inbound') return;
  leg.finalReported = true;
  const target = exchange.numbers.get(leg.to)?.target;
  if (target?.statusCallback === undefined || exchange.switches.statusCallbackLost) return;
  await exchange.callbacks.fire({
    lane: leg.sid,
    kind: 'call-status',
    callSid: leg.sid,
    url: target.statusCallback,
    method: target.statusCallbackMethod ?? 'POST',
    params: progressParams(exchange, leg, leg.status, 0),
  });
}

/**
 * Asks an action URL whose reply will not be run: the caller is gone, or REST has sent the call elsewhere; the carrier asks all the same.
 * After a hang-up the number's final status callback goes first where the switch says that it overtakes.
 */
export async function askInVain(run: Run, source: Source): Promise<void> {
  if (source.kind !== 'fetch') return;
  const { exchange, leg } = run;
  if (leg.ended && exchange.switches.finalCallbackOvertakesAction) await reportFinal(exchange, leg);
  await exchange.sender.send({
    kind: source.request,
    callSid: leg.sid,
    url: source.url,
    method: source.method,
    params: { ...standardParams(exchange, leg), ...source.params },
    token: newToken(exchange.random),
    cookies: leg.cookies,
  });
}
