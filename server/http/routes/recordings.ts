import { DomainError } from '../../contract/errors.ts';
import { maySeeSlip } from '../authority.ts';
import { recordingUrlOf } from '../../slips/recordingUrl.ts';
import type { HttpDeps } from '../deps.ts';
import { recordingReply } from '../recordingReply.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

const sidShape = /^RE[0-9a-fA-F]{32}$/;
/** The recorded message of a slip, for whoever may read that slip. */
export function recordingRoutes({ slipDesk, callDesk, directory, fetchRecording }: HttpDeps): Route[] {
  return [
    signedInRoute(
      { method: 'get', path: '/api/recordings/:sid', summary: 'The recorded message of a slip', replyTypes: ['audio/wav', 'audio/mpeg'], refusals: ['not_found', 'unavailable'] },
      async ({ me, param, request, response }) => {
        const sid = param('sid');
        const { items } = sidShape.test(sid) ? await slipDesk.list({ unitIds: null, recordingUrl: recordingUrlOf(sid), limit: 1 }) : { items: [] };
        const [slip] = items;
        if (!slip || !maySeeSlip({ directory, callDesk }, me.user, slip)) throw new DomainError('not_found', 'no such recording');
        return recordingReply(sid, fetchRecording, request, response);
      },
    ),
  ];
}
