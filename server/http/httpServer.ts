import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A caller's webhook must not wait behind a slow body: the carrier gives up after 4 s. */
const requestTimeoutMs = 15_000;
/** How long a connection rests before it is closed, ms: longer than a proxy keeps its own (60 s is usual), or it would send a caller's webhook into one that has just been closed. */
export const restingMs = 75_000;
/** How long requests under way may finish when the program stops, ms: longer than the carrier waits for any of them. */
const drainMs = 4_000;

/** The port that HTTP and the live connections share. */
export interface HttpServer {
  server: Server;
  /** The port that it listens on; null before. */
  port(): number | null;
  /** Requests that have no answer yet. */
  answering(): number;
  /** @throws what stands in the way, for instance that the port is taken */
  listen(port: number, host: string): Promise<void>;
  /** Takes no more, lets what is under way finish. */
  close(): Promise<void>;
}

/** @see HttpServer */
export function openHttpServer(application: RequestListener): HttpServer {
  let answering = 0;
  const server = createServer((request, response) => {
    answering += 1;
    response.once('close', () => (answering -= 1));
    application(request, response);
  });
  server.requestTimeout = requestTimeoutMs;
  server.keepAliveTimeout = restingMs;
  return {
    server,
    port: () => (server.address() as AddressInfo | null)?.port ?? null,
    answering: () => answering,
    listen: (port, host) =>
      new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      }),
    close: () =>
      new Promise<void>((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), drainMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
