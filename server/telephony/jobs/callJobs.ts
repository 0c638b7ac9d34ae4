import type { Effect } from '../../calls/effect.ts';
import type { JobHandlers } from '../../clockwork/outbox.ts';
import { cancelLegs } from './cancelLegs.ts';
import type { CancelNeeds } from './cancelLegs.ts';
import { deadline } from './deadline.ts';
import { endLeg } from './endLeg.ts';
import { recognise } from './recognise.ts';
import { reconcile } from './reconcile.ts';

/** What the jobs of a call need from outside. */
export interface CallJobNeeds extends CancelNeeds {
  matchesOf: Parameters<typeof recognise>[0]['matchesOf'];
  /** Writes what the attendant took. Must bear being asked twice. */
  keepSlip: (callId: string, seed: Extract<Effect, { kind: 'keepSlip' }>['seed']) => Promise<unknown>;
}

/** What calls ask for, and who does it. */
export function callJobs({ keepSlip, ...needs }: CallJobNeeds): JobHandlers {
  return {
    deadline: deadline(needs),
    cancelLegs: cancelLegs(needs),
    endLeg: endLeg(needs),
    keepSlip: async ({ callId, seed }) => {
      await keepSlip(callId, seed);
    },
    recognise: recognise(needs),
    reconcile: reconcile(needs),
  };
}
