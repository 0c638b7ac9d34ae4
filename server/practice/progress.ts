import type { Exchange } from './exchange.ts';
import type { FinalStatus, LegEnding, LegEvent } from './legStatus.ts';
import type { Leg } from './leg.ts';
import { progressParams } from './parameters.ts';

// A late `initiated` comes after the ringing one, which is what makes it interesting.
const lateInitiatedMs = 1500;

/** Reports a leg's progress to its callback, if it has one that asked for the event; the switches may lose or delay it. */
export function reportProgress(exchange: Exchange, leg: Leg, event: LegEvent): void {
  const callback = leg.callback;
  if (!callback?.events.has(event)) return;
  const status = event === 'answered' ? 'in-progress' : event === 'completed' ? leg.status : event;
  const params = progressParams(exchange, leg, status, leg.sequence);
  leg.sequence += 1;
  const isChild = leg.direction === 'outbound-dial';
  if (isChild && event === 'answered' && exchange.switches.answeredCallbackLost) return;
  if (isChild && event === 'initiated' && exchange.switches.initiatedCallback === 'lost') return;
  const fire = () =>
    void exchange.callbacks.fire({ lane: leg.sid, kind: 'leg-status', callSid: leg.sid, url: callback.url, method: callback.method, params });
  if (isChild && event === 'initiated' && exchange.switches.initiatedCallback === 'late') exchange.after(lateInitiatedMs, fire);
  else fire();
}

/** Notes that the far end of a leg has answered. */
export function answerLeg(exchange: Exchange, leg: Leg): void {
  if (leg.ended || leg.answeredAt !== null) return;
  leg.status = 'in-progress';
  leg.answeredAt = exchange.clock.now();
  exchange.note(leg, 'answered');
  reportProgress(exchange, leg, 'answered');
}

/**
 * Ends a leg, once: notes status and reason, interrupts the document running on it, tells its phones and reports the end. False where it had ended.
 * The number's own status callback is not sent here but by the run, which knows whether an action is still owed.
 */
export function endLeg(exchange: Exchange, leg: Leg, status: FinalStatus, ending: LegEnding, sipResponseCode: number | null = null): boolean {
  if (leg.ended) return false;
  leg.close(status, ending, exchange.clock.now(), sipResponseCode);
  exchange.note(leg, `ended:${status}`, ending);
  reportProgress(exchange, leg, 'completed');
  leg.announceEnd();
  leg.run?.interrupt({ kind: 'gone', ending });
  return true;
}

/** Ends a leg because the person at its far end hung up (or gave up waiting). */
export function farEndHangsUp(exchange: Exchange, leg: Leg): boolean {
  if (leg.direction === 'inbound') return endLeg(exchange, leg, leg.answeredAt === null ? 'no-answer' : 'completed', 'far-end-hung-up');
  if (leg.answeredAt === null) return endLeg(exchange, leg, 'busy', 'rejected', 486);
  return endLeg(exchange, leg, 'completed', 'far-end-hung-up', 200);
}
