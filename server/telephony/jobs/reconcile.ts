import type { CallDesk } from '../../calls/callDesk.ts';
import type { Clock } from '../../clockwork/clock.ts';
import type { JobHandler } from '../../clockwork/outbox.ts';
import { overStatus } from '../carrierRequest.ts';
import type { CarrierRest } from '../rest.ts';

/** How long until the carrier is asked again about a call that lives, ms. */
const askAgainMs = 5 * 60_000;
/** A call of which the carrier knows nothing is given up after this long, ms. */
const forgottenAfterMs = 10 * 60_000;

/** Callbacks that failed are lost for good (carrier facts 4): the carrier is asked whether an open call still lives. */
export const reconcile =
  (needs: { desk: CallDesk; clock: Clock; rest: CarrierRest }): JobHandler<'reconcile'> =>
  async ({ callId }) => {
    const known = await needs.desk.look(callId);
    if (!known || known.call.state === 'ended') return;
    const at = needs.clock.now();
    const found = await needs.rest.look(callId);
    const over = found === 'unknown' ? (at - known.call.arrived.at > forgottenAfterMs ? 'failed' : null) : overStatus(found.status);
    if (over === null) return { againAt: at + askAgainMs };
    await needs.desk.record(callId, [{ kind: 'callerEnded', key: `callerEnded:${over}`, at, status: over, seen: 'rest' }]);
  };
