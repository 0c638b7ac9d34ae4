import { buffer } from 'node:stream/consumers';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { Request, Response } from 'express';
import type { Recording } from './deps.ts';
import { RawReply } from './route.ts';

/**
 * A recording as a browser plays it. It goes through as it comes; where a part of it is asked for (Safari plays nothing
 * otherwise, and nobody can seek) it is read whole first: two minutes of telephone sound are two megabytes.
 */
export async function audioReply({ contentType, body }: Recording, request: Request, response: Response): Promise<RawReply> {
  // A resident's voice stays out of shared caches and off the disk.
  response.set({ 'Cache-Control': 'private, no-store', 'Accept-Ranges': 'bytes' });
  const type = contentType.startsWith('audio/') ? contentType : 'application/octet-stream';
  if (request.headers.range === undefined) {
    if (body instanceof Buffer) response.set('Content-Length', String(body.length));
    return new RawReply(type, body);
  }
  const whole = body instanceof Buffer ? body : await buffer(body as NodeReadableStream);
  const ranges = request.range(whole.length, { combine: true });
  if (ranges === -1) {
    response.set('Content-Range', `bytes */${whole.length}`);
    return new RawReply(type, Buffer.alloc(0), 416);
  }
  const part = Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined;
  // More than one part, or words we do not know: the whole is always a right answer.
  if (!part) return new RawReply(type, whole);
  response.set('Content-Range', `bytes ${part.start}-${part.end}/${whole.length}`);
  return new RawReply(type, whole.subarray(part.start, part.end + 1), 206);
}
