import http from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import https from 'node:https';

/** What came of a request. `not-sent`: no connection, so nothing was written; `lost`: it may have been read, and no whole answer came. */
export type Posted = { kind: 'answered'; status: number; headers: IncomingHttpHeaders; text: string } | { kind: 'not-sent'; code: string } | { kind: 'lost'; code: string };

/** Robots answer in one line; whatever is behind this is nobody's answer. */
const longestAnswer = 65_536;

/**
 * Posts JSON once: no redirect is followed, no connection is used twice (one that dies on reuse would leave it open whether the request was read). Ends with the
 * signal; never rejects. The platform's fetch does not tell whether a request had been written when it failed.
 */
export function robotPost(url: URL, body: object, signal: AbortSignal): Promise<Posted> {
  return new Promise((resolve) => {
    const isSecure = url.protocol === 'https:';
    const text = JSON.stringify(body);
    let isConnected = false;
    const failed = (cause: unknown): void => resolve({ kind: isConnected ? 'lost' : 'not-sent', code: (cause as { code?: string }).code ?? 'error' });
    const request = (isSecure ? https : http).request(
      url,
      { method: 'POST', agent: false, signal, headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text), accept: 'application/json', 'user-agent': 'three-rings' } },
      (response: IncomingMessage) => {
        const chunks: Buffer[] = [];
        let length = 0;
        const answered = (): void => resolve({ kind: 'answered', status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') });
        response.on('data', (chunk: Buffer) => {
          length += chunk.length;
          chunks.push(chunk);
          if (length <= longestAnswer) return;
          answered();
          request.destroy();
        });
        response.on('end', answered);
        response.on('error', failed);
      },
    );
    request.on('socket', (socket) => socket.once(isSecure ? 'secureConnect' : 'connect', () => (isConnected = true)));
    request.on('error', failed);
    request.end(text);
  });
}
