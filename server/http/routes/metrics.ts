import type { HttpDeps } from '../deps.ts';
import { RawReply, openRoute } from '../route.ts';
import type { Route } from '../route.ts';

/** Counts for Prometheus. */
export function metricsRoutes({ metrics: { registry } }: HttpDeps): Route[] {
  return [openRoute({ method: 'get', path: '/metrics', summary: 'Counts for Prometheus', replyTypes: ['text/plain'] }, async () => new RawReply(registry.contentType, await registry.metrics()))];
}
