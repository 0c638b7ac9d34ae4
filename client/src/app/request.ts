import type { ErrorCode } from '../../../server/contract/errors.ts';

/** A refusal by the server, or `network` when it could not be asked. */
export class Refusal extends Error {
  readonly code: ErrorCode | 'network';
  readonly fields: Record<string, string>;

  constructor(code: ErrorCode | 'network', message: string, fields: Record<string, string> = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.fields = fields;
  }
}

interface RefusedBody {
  error?: { code: ErrorCode; message: string; fields?: Record<string, string> };
}

/**
 * Asks our own server.
 * @throws Refusal
 */
export async function request<T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    // A file goes as it is; its name tells the browser what it is, or nothing does.
    const sent = body instanceof Blob ? { headers: { 'content-type': body.type || 'application/octet-stream' }, body } : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    response = await fetch(path, { method, ...(body === undefined ? {} : sent) });
  } catch (cause) {
    throw new Refusal('network', cause instanceof Error ? cause.message : 'no answer');
  }
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    // A proxy's own page, or a body that broke off.
    throw new Refusal('network', `unreadable answer, status ${response.status}`);
  }
  if (response.ok) return read as T;
  const { error } = read as RefusedBody;
  throw new Refusal(error?.code ?? 'internal', error?.message ?? '', error?.fields);
}
