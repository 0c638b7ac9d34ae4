import { z } from 'zod';
import type { HttpDeps } from '../deps.ts';
import { StatusReply, openRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { within } from '../within.ts';

const checkBudgetMs = 1000;
const readyView = z.object({ ready: z.boolean(), checks: z.record(z.string(), z.object({ ok: z.boolean(), ms: z.number() })) });

/** Is the process up; should this node get calls. Why a check failed stands in the log, not in the reply. */
export function healthRoutes({ readiness, clock, log }: HttpDeps): Route[] {
  async function run(name: string, check: () => Promise<void>): Promise<[string, { ok: boolean; ms: number }]> {
    const began = clock.now();
    try {
      await within(clock, checkBudgetMs, name, check());
      return [name, { ok: true, ms: clock.now() - began }];
    } catch (err) {
      log.warn({ err, check: name }, 'not ready');
      return [name, { ok: false, ms: clock.now() - began }];
    }
  }

  return [
    openRoute({ method: 'get', path: '/healthz', summary: 'The process is up', reply: z.object({ ok: z.literal(true) }) }, () => ({ ok: true })),
    openRoute({ method: 'get', path: '/readyz', summary: 'This node can serve: every check with its name; 503 when one fails', reply: readyView }, async () => {
      const checks = await Promise.all(readiness.map(({ name, check }) => run(name, check)));
      const ready = checks.every(([, { ok }]) => ok);
      return new StatusReply(ready ? 200 : 503, { ready, checks: Object.fromEntries(checks) });
    }),
  ];
}
