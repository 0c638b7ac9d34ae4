import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants } from 'node:zlib';
import compression from 'compression';
import express from 'express';
import type { Application, NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { DomainError } from '../contract/errors.ts';
import { calendarBody } from './calendarBody.ts';
import { consoleFiles } from './console.ts';
import type { HttpDeps } from './deps.ts';
import { refuseForeignOrigin } from './origins.ts';
import { pagePolicy, permissionsPolicy } from './pagePolicy.ts';
import { Throttled, refusalBody, statusOf, toRefusal } from './refusal.ts';
import { RawReply, StatusReply } from './route.ts';
import type { Route } from './route.ts';
import { allRoutes } from './routes/all.ts';
import { within } from './within.ts';

const largestBody = '256kb';
/** One step above the usual four: a message's page is then 78 KB on a phone's line instead of 83. */
const brotliQuality = 5;
/** While the records hang a request is refused after this, so that consoles and balancers do not pile up behind it. */
const patienceMs = 10_000;

/** A path as the log may have it: whoever has a link's token may read its message. */
const withoutSecrets = (path: string): string => path.replace(/^(\/(?:api\/letters|m)\/)[^/]+/, '$1…');

/** Sends what a route answered. */
async function present(route: Route, reply: unknown, response: Response): Promise<void> {
  if (reply instanceof RawReply) {
    response.status(reply.status ?? route.status ?? 200).set('Content-Type', reply.contentType);
    if (reply.body instanceof ReadableStream) await pipeline(Readable.fromWeb(reply.body as Parameters<typeof Readable.fromWeb>[0]), response);
    else response.end(reply.body);
  } else if (reply instanceof StatusReply) response.status(reply.status).json(reply.body);
  else if (reply === undefined) response.status(204).end();
  else response.status(route.status ?? 200).json(reply);
}

/** The whole of HTTP: the carrier's webhooks first, then our routes, each behind the same doors. */
export function buildHttp(deps: HttpDeps): Application {
  const { settings, sessions, log, clock } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', settings.trustedProxies ?? 0);
  const behindTls = settings.publicUrl.startsWith('https:');
  app.use(helmet(pagePolicy({ practice: settings.practice, behindTls })));
  app.use((_request, response, next) => {
    response.set('Permissions-Policy', permissionsPolicy);
    next();
  });
  if (deps.telephonyRouter) app.use('/twilio', deps.telephonyRouter);
  // Behind the webhooks: a caller must not wait for a compressor.
  app.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } } }));

  app.use('/api', (request, response, next) => {
    refuseForeignOrigin(request.headers.origin, settings);
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.use('/api/people/:id/calendar', calendarBody);
  app.use('/api', express.json({ limit: largestBody }));

  for (const route of allRoutes(deps)) {
    app[route.method](route.path, async (request, response) => {
      const began = clock.now();
      const reply = await within(clock, patienceMs, 'this', route.answer(request, response, sessions));
      await present(route, reply, response);
      log.debug({ method: route.method, route: route.path, status: response.statusCode, ms: clock.now() - began }, 'answered');
    });
  }
  app.use('/api', () => {
    throw new DomainError('not_found', 'no such address');
  });
  if (deps.consoleFolder !== undefined) app.use(consoleFiles(deps.consoleFolder));

  // Four parameters make it Express's error handler, used or not.
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    const refusal = toRefusal(error, log, { method: request.method, pii: { path: withoutSecrets(request.path) } });
    if (response.headersSent) {
      // A recording that broke off in the middle: the only honest end is a broken connection.
      response.destroy();
      return;
    }
    if (refusal instanceof Throttled) response.set('Retry-After', String(Math.ceil(refusal.retryAfterMs / 1000)));
    response.status(statusOf[refusal.code]).json(refusalBody(refusal));
  });
  return app;
}
