import { z } from 'zod';

/** What the sign-in page is told before anybody is known: whether there is anybody to sign in as. */
export const welcome = z.object({
  /** No user yet: the set-up link comes first. */
  needsSetup: z.boolean(),
  /** The demo users are here, and may sign in from this machine. */
  demo: z.boolean(),
});
/** @see welcome */
export type Welcome = z.infer<typeof welcome>;
