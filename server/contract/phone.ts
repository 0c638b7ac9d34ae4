import { z } from 'zod';
import { instant, userId } from './primitives.ts';

/**
 * `GET /api/phone`: which line stands behind the agent's phone. `none`: a carrier account is set, but what browser phones need is not;
 * `missing` names the environment variables.
 */
export const phoneView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('practice') }),
  z.object({
    kind: z.literal('twilio'),
    /** What `<Client>` rings: the user's id. */
    identity: userId,
    /** A JSON Web Token that lets a browser register and take calls as this identity. */
    token: z.string(),
    /** When the token is over, ms UTC: a fresh one is asked for in good time before. */
    expiresAt: instant,
    /** The phone may call out: without it the line test ends at being registered. */
    canCallOut: z.boolean(),
  }),
  z.object({ kind: z.literal('none'), why: z.literal('not_configured'), missing: z.array(z.string()) }),
]);
/** @see phoneView */
export type PhoneView = z.infer<typeof phoneView>;
