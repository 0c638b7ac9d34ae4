import type { Sending } from '../contract/delivery.ts';
import type { Slip } from '../contract/slip.ts';
import { rungKey } from './plan.ts';
import type { Plan, Rung } from './plan.ts';

/** The step that the clock takes next if nobody acknowledges, and when, ms UTC; `rung` null: nobody is left to be told. Null: the clock does not run. */
export function nextTold({ delivery }: Slip, sendings: readonly Sending[], plan: Plan): { at: number; rung: Rung | null } | null {
  if (!delivery || delivery.chaseAt === null || delivery.acknowledged || delivery.done) return null;
  const taken = new Set(sendings.filter(({ round }) => round === delivery.round).map(rungKey));
  return { at: delivery.chaseAt, rung: plan.rungs.find((rung) => !taken.has(rungKey(rung))) ?? null };
}
