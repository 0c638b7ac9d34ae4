import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The carrier's REST for a test that is not about it: every call has ended, none has children. */
export async function openRestStub(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume();
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const body = path.endsWith('/Calls.json') ? { calls: [] } : { sid: path.split('/').at(-1)?.replace('.json', ''), status: 'completed', to: 'client:agent' };
    response.writeHead(200, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
