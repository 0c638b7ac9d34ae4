import { z } from 'zod';
import { sessionUser } from './people.ts';
import { instant, role } from './primitives.ts';

/** Somebody who signs in, as administrators and his supervisors see him. */
export const userView = sessionUser.extend({
  rev: z.number().int(),
  /** Works only on the server's own machine. */
  demo: z.boolean(),
  /** The member of the staff that he is. */
  staff: z.object({ id: z.string(), name: z.string(), unitId: z.string() }).nullable(),
  /** May sign in no more since then, ms UTC. */
  removedAt: instant.nullable(),
});
/** @see userView */
export type UserView = z.infer<typeof userView>;
/** Reply of `GET /api/users`. */
export const userList = z.object({ items: z.array(userView) });

/** Query of `GET /api/users`. `removed`: only those who may sign in no more. */
export const userQuery = z.object({ unitId: z.string().max(64).optional(), removed: z.enum(['true', 'false']).default('false') });

const userFields = {
  username: z.string().regex(/^[A-Za-z0-9_]{1,32}$/),
  name: z.string().trim().min(1).max(60),
  role,
  unitIds: z.array(z.string().max(64)).max(200),
  language: z.enum(['zh-CN', 'en']),
  password: z.string().min(10).max(200),
  staffId: z.string().max(64).nullable(),
};

/** Body of `POST /api/users`. `staffId`: the member of the staff that he is. */
export const newUser = z.strictObject(userFields).partial({ language: true, staffId: true });
/** @see newUser */
export type NewUser = z.infer<typeof newUser>;

/** Body of `PATCH /api/users/:id`: what differs, and the `rev` that it was made from. A new password ends his sessions. */
export const userPatch = z.strictObject(userFields).partial().extend({ rev: z.number().int().min(0) });
/** @see userPatch */
export type UserPatch = z.infer<typeof userPatch>;
