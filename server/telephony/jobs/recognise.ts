import type { CallDesk } from '../../calls/callDesk.ts';
import type { CallerMatch } from '../../contract/card.ts';
import type { Clock } from '../../clockwork/clock.ts';
import type { JobHandler } from '../../clockwork/outbox.ts';

/** Whose number it is, for a call that came while the records did not tell ([K1]). Fails while they still do not; the outbox asks again. */
export const recognise =
  (needs: { desk: CallDesk; clock: Clock; matchesOf: (e164: string, unitId: string | null) => Promise<CallerMatch[]> }): JobHandler<'recognise'> =>
  async ({ callId }) => {
    const known = await needs.desk.look(callId);
    if (!known) return;
    const { callerNumber, line } = known.call.arrived;
    const matches = callerNumber === null ? [] : await needs.matchesOf(callerNumber, line.unitId);
    await needs.desk.record(callId, [{ kind: 'recognised', key: 'recognised', at: needs.clock.now(), matches }]);
  };
