import { shift } from '../../contract/shift.ts';
import type { Shift } from '../../contract/shift.ts';
import { isShiftStart } from '../../people/shiftStart.ts';
import type { HttpDeps } from '../deps.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';
import type { SignedIn } from '../sessions.ts';

const nameOf = (userId: string): string => `shift-seen:${userId}`;

/** The start of a shift: what waited is shown until its reader says that he has seen it, on whatever computer. */
export function shiftRoutes({ memory, clock }: HttpDeps): Route[] {
  async function standing({ user, signedInAt }: SignedIn): Promise<Shift> {
    const kept = Number((await memory.get(nameOf(user.id))) ?? NaN);
    const seenAt = Number.isFinite(kept) ? kept : null;
    return { isStart: isShiftStart({ seenAt, signedInAt, presence: user.presence, presenceSince: user.presenceSince }), seenAt };
  }

  return [
    signedInRoute({ method: 'get', path: '/api/shift', summary: 'Whether what waited has to be shown', reply: shift }, ({ me }) => standing(me)),
    signedInRoute({ method: 'post', path: '/api/shift/seen', summary: 'I have seen what waited', reply: shift }, async ({ me }) => {
      await memory.put(nameOf(me.user.id), String(clock.now()));
      return standing(me);
    }),
  ];
}
