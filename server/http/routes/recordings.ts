import { DomainError } from '../../contract/errors.ts';
import type { Slip } from '../../contract/slip.ts';
import type { User } from '../../people/people.ts';
import { audioReply } from '../audioReply.ts';
import { callUnits, maySeeSlip, staffIdsOf } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

const sidShape = /^RE[0-9a-fA-F]{32}$/;
const pageSize = 200;
/** Where nothing finds the slip directly, this many of the newest are searched. */
const searchedPages = 10;

/** The recorded message of a slip, for whoever may read that slip. */
export function recordingRoutes({ slipDesk, directory, fetchRecording, slipOfRecording }: HttpDeps): Route[] {
  async function search(sid: string, user: User): Promise<Slip | null> {
    const [recipientId] = staffIdsOf(directory, user);
    if (user.role === 'staff' && recipientId === undefined) return null;
    const scope = user.role === 'staff' ? { unitIds: null, recipientId } : { unitIds: callUnits(user) };
    let cursor: string | undefined;
    for (let page = 0; page < searchedPages; page += 1) {
      const { items, next } = await slipDesk.list({ ...scope, limit: pageSize, cursor });
      const found = items.find(({ recordingUrl }) => recordingUrl?.includes(sid));
      if (found) return found;
      if (next === undefined) return null;
      cursor = next;
    }
    return null;
  }

  return [
    signedInRoute(
      { method: 'get', path: '/api/recordings/:sid', summary: 'The recorded message of a slip', replyTypes: ['audio/wav', 'audio/mpeg'], refusals: ['not_found', 'unavailable'] },
      async ({ me, param, request, response }) => {
        const sid = param('sid');
        const slip = sidShape.test(sid) ? await (slipOfRecording?.(sid) ?? search(sid, me.user)) : null;
        if (!slip || !maySeeSlip(directory, me.user, slip)) throw new DomainError('not_found', 'no such recording');
        const recording = await fetchRecording(sid);
        if (!recording) throw new DomainError('not_found', 'the carrier no longer has this recording');
        return audioReply(recording, request, response);
      },
    ),
  ];
}
