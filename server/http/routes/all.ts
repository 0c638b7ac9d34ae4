import type { HttpDeps } from '../deps.ts';
import type { Route } from '../route.ts';
import { agentRoutes } from './agents.ts';
import { auditRoutes } from './audit.ts';
import { calendarRoutes } from './calendars.ts';
import { callRoutes } from './calls.ts';
import { exportRoutes } from './exports.ts';
import { healthRoutes } from './health.ts';
import { lineRoutes } from './lines.ts';
import { importRoutes } from './imports.ts';
import { leaveRoutes } from './leaves.ts';
import { metricsRoutes } from './metrics.ts';
import { officeRoutes } from './offices.ts';
import { openapiRoutes } from './openapi.ts';
import { peopleRoutes } from './people.ts';
import { phoneRoutes } from './phone.ts';
import { practiceRoutes } from './practice.ts';
import { reachRoutes } from './reach.ts';
import { privacyRoutes } from './privacy.ts';
import { recordingRoutes } from './recordings.ts';
import { residentRoutes } from './residents.ts';
import { searchRoutes } from './search.ts';
import { sessionRoutes } from './session.ts';
import { setupRoutes } from './setup.ts';
import { shiftRoutes } from './shift.ts';
import { slipActRoutes } from './slipActs.ts';
import { slipLinkRoutes } from './slipLinks.ts';
import { slipRoutes } from './slips.ts';
import { staffRoutes } from './staff.ts';
import { taskRoutes } from './tasks.ts';
import { userRoutes } from './users.ts';
import { specialDaysRoutes } from './specialDays.ts';
import { welcomeRoutes } from './welcome.ts';

/** Every route of the program besides the carrier's webhooks. */
export function allRoutes(deps: HttpDeps): Route[] {
  const routes = [welcomeRoutes, sessionRoutes, callRoutes, slipRoutes, slipActRoutes, slipLinkRoutes, taskRoutes, searchRoutes, shiftRoutes, peopleRoutes, leaveRoutes, reachRoutes, calendarRoutes, officeRoutes, specialDaysRoutes, staffRoutes, residentRoutes, lineRoutes, userRoutes, auditRoutes, privacyRoutes, agentRoutes, recordingRoutes, setupRoutes, phoneRoutes, practiceRoutes, importRoutes, exportRoutes, healthRoutes, metricsRoutes].flatMap((make) => make(deps));
  return [...routes, ...openapiRoutes(routes)];
}
