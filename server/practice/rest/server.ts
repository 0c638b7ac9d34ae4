import { timingSafeEqual } from 'node:crypto';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { NextFunction, Request, Response } from 'express';
import type { Exchange } from '../exchange.ts';
import type { Flight } from '../flight.ts';
import { callRoutes } from './calls.ts';
import { RestError, notFound } from './error.ts';
import type { SentMessage } from './messages.ts';
import { messageRoutes } from './messages.ts';
import { numberRoutes } from './numbers.ts';
import { recordingRoutes } from './recordings.ts';

/** The carrier's own HTTP server. */
export interface RestServer {
  listen(port: number): Promise<{ url: string }>;
  close(): Promise<void>;
}

/** The REST API 2010-04-01, as far as the server uses it, on 127.0.0.1. */
export function openRestServer(port: {
  exchange: Exchange;
  flight: Flight;
  authToken: string;
  apiKeys: Readonly<Record<string, string>>;
  messages: SentMessage[];
}): RestServer {
  const { exchange } = port;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((_request, response, next) => {
    const landed = port.flight.begin();
    response.on('close', landed);
    next();
  });
  app.use((request, _response, next) => {
    const user = readBasic(request.headers.authorization);
    const secrets = new Map([...Object.entries(port.apiKeys), [exchange.accountSid, port.authToken]]);
    const secret = secrets.get(user?.name ?? '');
    if (user === undefined || secret === undefined || !sameText(user.password, secret)) throw new RestError(401, 20003, 'Authenticate');
    next();
  });
  app.use(express.urlencoded({ extended: false, limit: '64kb' }));
  const account = express.Router({ mergeParams: true });
  callRoutes(account, exchange);
  recordingRoutes(account, exchange);
  numberRoutes(account, exchange);
  messageRoutes(account, exchange, port.messages);
  app.use('/2010-04-01/Accounts/:account', (request, _response, next) => {
    if (request.params.account !== exchange.accountSid) throw notFound(request.originalUrl);
    next();
  });
  app.use('/2010-04-01/Accounts/:account', account);
  app.use((request: Request) => {
    throw notFound(request.originalUrl);
  });
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const known = error instanceof RestError ? error : (readFault(error) ?? new RestError(500, 20500, `Internal server error: ${String(error)}`));
    response.status(known.status).json(known.toBody());
  });

  let server: Server | undefined;
  return {
    async listen(wanted) {
      const opened = createServer(app);
      server = opened;
      await new Promise<void>((resolve, reject) => {
        opened.once('error', reject);
        opened.listen(wanted, '127.0.0.1', resolve);
      });
      return { url: `http://127.0.0.1:${(opened.address() as AddressInfo).port}` };
    },
    async close() {
      const open = server;
      if (!open) return;
      server = undefined;
      const closed = new Promise<void>((resolve) => open.close(() => resolve()));
      open.closeAllConnections();
      await closed;
    },
  };
}

// What the body parser refuses (too large, malformed) comes with a 4xx status of its own.
function readFault(error: unknown): RestError | undefined {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? new RestError(status, 20001, String(error)) : undefined;
}

function readBasic(header: string | undefined): { name: string; password: string } | undefined {
  const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const at = text.indexOf(':');
  return at === -1 ? undefined : { name: text.slice(0, at), password: text.slice(at + 1) };
}

function sameText(one: string, other: string): boolean {
  const a = Buffer.from(one);
  const b = Buffer.from(other);
  return a.length === b.length && timingSafeEqual(a, b);
}
