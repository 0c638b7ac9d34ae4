import type { Router } from 'express';
import type { Exchange } from '../exchange.ts';
import { rfc2822 } from '../parameters.ts';
import type { Recording } from '../recording.ts';
import { mp3Of, wavOf } from '../wav.ts';
import { notFound } from './error.ts';

/** Recordings: read, fetch the sound (WAV, or MP3 by extension), delete. The sound is not there before it has been processed. */
export function recordingRoutes(router: Router, exchange: Exchange): void {
  const { all } = exchange.recordings;

  router.get('/Recordings/:sid.json', (request, response) => {
    const recording = all.get(request.params.sid);
    if (!recording) throw notFound(request.originalUrl);
    response.json(presentRecording(exchange, recording));
  });

  router.get(['/Recordings/:sid.wav', '/Recordings/:sid.mp3', '/Recordings/:sid'], (request, response) => {
    const recording = all.get(String(request.params.sid));
    if (recording?.status !== 'completed') throw notFound(request.originalUrl);
    if (request.path.endsWith('.mp3')) response.type('audio/mpeg').send(mp3Of(recording.seconds));
    else response.type('audio/x-wav').send(wavOf(recording.seconds));
  });

  router.delete(['/Recordings/:sid.json', '/Recordings/:sid'], (request, response) => {
    if (!all.delete(String(request.params.sid))) throw notFound(request.originalUrl);
    response.status(204).end();
  });
}

function presentRecording(exchange: Exchange, recording: Recording): object {
  const uri = `/2010-04-01/Accounts/${exchange.accountSid}/Recordings/${recording.sid}`;
  return {
    account_sid: exchange.accountSid,
    api_version: '2010-04-01',
    call_sid: recording.callSid,
    channels: recording.channels,
    conference_sid: null,
    date_created: rfc2822(recording.startedAt),
    date_updated: rfc2822(recording.startedAt),
    duration: recording.status === 'completed' ? String(recording.seconds) : null,
    encryption_details: null,
    error_code: null,
    media_url: exchange.recordings.urlOf(recording.sid),
    price: null,
    price_unit: 'USD',
    sid: recording.sid,
    source: recording.source,
    start_time: rfc2822(recording.startedAt),
    status: recording.status,
    subresource_uris: {},
    uri: `${uri}.json`,
  };
}
