import { auditChainView, auditCheck, auditList, auditQuery } from '../../contract/audit.ts';
import { callUnits, narrowUnits } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

/** What was done to records of people: an administrator sees all of it, a supervisor what happened in his offices. */
export function auditRoutes({ listAudit, audit }: HttpDeps): Route[] {
  return [
    signedInRoute({ method: 'get', path: '/api/audit', summary: 'The audit log, newest first', query: auditQuery, reply: auditList, roles: ['supervisor', 'admin'] }, ({ me, query }) => {
      const { unitId, ...listing } = query;
      return listAudit({ ...listing, unitIds: narrowUnits(callUnits(me.user), unitId) });
    }),
    signedInRoute({ method: 'get', path: '/api/audit/chain', summary: 'How the chain of the audit log stands, and its last check', reply: auditChainView, roles: ['supervisor', 'admin'] }, () => audit.view()),
    signedInRoute({ method: 'post', path: '/api/audit/check', summary: 'Check the whole audit log now', reply: auditCheck, roles: ['supervisor', 'admin'] }, () => audit.check()),
  ];
}
