import type { CallDesk } from '../../calls/callDesk.ts';
import type { Clock } from '../../clockwork/clock.ts';
import type { JobHandler } from '../../clockwork/outbox.ts';
import { isSettled } from './cancelLegs.ts';

/** The phones are cancelled when this is kept: with records that hang it must be in the journal well before the ring is over, ms. */
const keepBudgetMs = 300;

/** Our own clock for a round: where it still rings the fact is recorded, and what follows from it is the fold's business. */
export const deadline =
  (needs: { desk: CallDesk; clock: Clock }): JobHandler<'deadline'> =>
  async ({ callId, round }) => {
    await needs.desk.record(callId, (call) => (call && !isSettled(call, round) ? [{ kind: 'deadlinePassed', key: `deadlinePassed:${round}`, at: needs.clock.now(), round }] : []), { budgetMs: keepBudgetMs, actAtOnce: true });
  };
