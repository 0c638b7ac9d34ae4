import type { Request } from 'express';
import { DomainError } from '../contract/errors.ts';

/**
 * The body of a request as it came, of any type but JSON.
 * @throws DomainError `too_large`; `bad_input` for JSON, which was read as such before
 */
export async function rawBody(request: Request, mostBytes: number): Promise<Buffer> {
  if (request.body !== undefined) throw new DomainError('bad_input', 'send the file as application/octet-stream', { '(body)': 'json' });
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > mostBytes) throw new DomainError('too_large', `the body is larger than ${mostBytes} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
