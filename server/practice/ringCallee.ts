import type { Callee } from './callee.ts';
import type { Exchange } from './exchange.ts';
import type { Leg } from './leg.ts';
import { Person } from './person.ts';
import { endLeg, farEndHangsUp } from './progress.ts';
import { silentScript } from './script.ts';

const usual: Callee = { outcome: 'answers' };
const unreachable: Callee = { outcome: 'unreachable' };
const usualAnswerMs = 4000;
const busyMs = 1500;

/** Rings a number or a SIP address. Mainland China cannot be reached since 2023-11-30, unless the leg goes over a trunk of one's own (byoc). */
export function ringCallee(exchange: Exchange, leg: Leg, options: { byoc: boolean }): void {
  const callee = exchange.callees.get(leg.to) ?? (leg.to.startsWith('+86') && !options.byoc ? unreachable : usual);
  switch (callee.outcome) {
    case 'unreachable':
      exchange.after(callee.afterMs ?? 200, () => endLeg(exchange, leg, 'failed', 'unreachable', 404));
      return;
    case 'busy':
      exchange.after(callee.afterMs ?? busyMs, () => farEndHangsUp(exchange, leg));
      return;
    case 'no-answer':
      return;
    case 'answers':
      exchange.after(callee.afterMs ?? usualAnswerMs, () => {
        if (leg.ended) return;
        leg.person = new Person(exchange, leg, callee.script ?? silentScript);
        leg.onAnswer?.();
      });
  }
}
