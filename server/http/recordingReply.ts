import type { Request, Response } from 'express';
import { DomainError } from '../contract/errors.ts';
import { audioReply } from './audioReply.ts';
import type { HttpDeps } from './deps.ts';
import type { RawReply } from './route.ts';

/** The recording of this SID as a browser plays it. @throws DomainError `not_found` where the carrier has none */
export async function recordingReply(sid: string, fetchRecording: HttpDeps['fetchRecording'], request: Request, response: Response): Promise<RawReply> {
  const recording = await fetchRecording(sid);
  if (!recording) throw new DomainError('not_found', 'the carrier no longer has this recording');
  return audioReply(recording, request, response);
}
