import type { JobHandler } from '../../clockwork/outbox.ts';
import type { CarrierRest } from '../rest.ts';

/** An agent pressed hang-up. That the leg is gone already is what we wanted. */
export const endLeg =
  (needs: { rest: CarrierRest }): JobHandler<'endLeg'> =>
  async ({ legSid }) => {
    await needs.rest.end(legSid);
  };
