import { DomainError } from '../../contract/errors.ts';
import { privacyErase, privacyEraseReply, privacyExport, privacyRequestList, privacyRequestQuery } from '../../contract/privacy.ts';
import { readNumber } from '../../people/phoneNumber.ts';
import type { CallerAsked } from '../../privacy/callerData.ts';
import type { CallerRequest } from '../../privacy/callerDesk.ts';
import { mayKeepOffice } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { RawReply, signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';
import type { SignedIn } from '../sessions.ts';

const keepers = ['supervisor', 'admin'] as const;

/** What is kept of one caller: given out, or erased, at his request and on the record. */
export function privacyRoutes({ callers, directory }: HttpDeps): Route[] {
  function kept(me: SignedIn, unitId: string) {
    const unit = directory.unit(unitId);
    if (!unit || !mayKeepOffice(me.user, unitId)) throw new DomainError('not_found', 'no such office');
    return unit;
  }

  function requestOf(me: SignedIn, { unitId, number, residentId, reason }: { unitId: string; number?: string | undefined; residentId?: string | undefined; reason: string }): CallerRequest {
    const unit = kept(me, unitId);
    return { unitId, asked: askedOf(number, residentId, unit.country), reason, by: { id: me.user.id, name: me.user.name } };
  }

  return [
    signedInRoute({ method: 'post', path: '/api/privacy/export', summary: 'Everything that is kept of one caller, as JSON; on record', body: privacyExport, replyTypes: ['application/json'], roles: keepers, refusals: ['not_found'] }, async ({ me, body, response }) => {
      const all = await callers.exportAll(requestOf(me, body));
      response.attachment('caller.json');
      return new RawReply('application/json; charset=utf-8', JSON.stringify(all, null, 2));
    }),
    signedInRoute({ method: 'post', path: '/api/privacy/erase', summary: 'Erases everything that is kept of one caller, on record; with preview, tells what that would be', body: privacyErase, reply: privacyEraseReply, roles: keepers, refusals: ['not_found', 'wrong_state'] }, async ({ me, body }) => {
      const request = requestOf(me, body);
      return body.preview ? { preview: await callers.preview(request) } : { request: await callers.erase(request) };
    }),
    signedInRoute({ method: 'get', path: '/api/privacy/requests', summary: 'Requests of callers about their data, newest first', query: privacyRequestQuery, reply: privacyRequestList, roles: keepers, refusals: ['not_found'] }, async ({ me, query }) => {
      kept(me, query.unitId);
      return { items: await callers.requests(query.unitId) };
    }),
  ];
}

function askedOf(number: string | undefined, residentId: string | undefined, country: string): CallerAsked {
  if (residentId !== undefined) return { residentId };
  const reading = readNumber(number ?? '', country);
  if (reading.kind !== 'number') throw new DomainError('bad_input', 'not accepted: number', { number: 'not a number' });
  return { number: reading.e164 };
}
