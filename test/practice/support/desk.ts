import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Request } from 'express';
import twilio from 'twilio';
import { openPracticeCarrier } from '../../../server/practice/carrier.ts';
import type { CarrierOptions, PracticeCarrier } from '../../../server/practice/carrier.ts';
import { seededRandom } from '../../../server/practice/random.ts';
import { manualClock } from './manualClock.ts';
import type { ManualClock } from './manualClock.ts';

export const accountSid = 'AC0123456789abcdef0123456789abcdef';
export const authToken = 'practice-token';
export const lineNumber = '+8675586001234';

/** One request the desk received. */
export interface Received {
  path: string;
  query: string;
  method: string;
  params: Record<string, string>;
  headers: Record<string, string | string[] | undefined>;
  signed: boolean;
}

/** What a path answers: TwiML without its Response element, a whole answer, or nothing (204). `hang` leaves the request open. */
export type Answer = string | { status?: number; type?: string; body?: string; headers?: Record<string, string>; hang?: true };

/** A small server of the test's own, and a carrier that practises on it. */
export interface Desk {
  url: string;
  carrier: PracticeCarrier;
  clock: ManualClock;
  restUrl: string;
  received: Received[];
  /** Says what a path answers from now on; a function sees the request. */
  answer(path: string, answer: Answer | ((received: Received) => Answer | Promise<Answer>)): void;
  /** What came to a path, oldest first. */
  at(path: string): Received[];
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens a desk with the line's number set to its /voice, /fallback and /status. */
export async function openDesk(options: Partial<CarrierOptions> = {}): Promise<Desk> {
  const received: Received[] = [];
  const answers = new Map<string, Answer | ((received: Received) => Answer | Promise<Answer>)>();
  const app = express();
  app.use(express.urlencoded({ extended: false }));
  let url = '';
  app.use(async (request: Request, response) => {
    const params = (request.body ?? {}) as Record<string, string>;
    const one: Received = {
      path: request.path,
      query: request.originalUrl.split('?')[1] ?? '',
      method: request.method,
      params,
      headers: request.headers,
      signed: twilio.validateRequest(authToken, String(request.headers['x-twilio-signature']), url + request.originalUrl, params),
    };
    received.push(one);
    const wanted = answers.get(request.path);
    const answer = typeof wanted === 'function' ? await wanted(one) : (wanted ?? { status: 204 });
    if (typeof answer === 'string') {
      response.type('text/xml').send(`<?xml version="1.0" encoding="UTF-8"?><Response>${answer}</Response>`);
      return;
    }
    if (answer.hang) return;
    response.status(answer.status ?? 200).set(answer.headers ?? {});
    if (answer.body === undefined) response.end();
    else response.type(answer.type ?? 'text/xml').send(answer.body);
  });
  const server: Server = await new Promise((resolve) => {
    const opened = app.listen(0, '127.0.0.1', () => resolve(opened));
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clock = manualClock();
  const carrier = openPracticeCarrier({ clock, publicUrl: url, accountSid, authToken, random: seededRandom(7), ...options });
  const { url: restUrl } = await carrier.listen();
  carrier.setNumber(lineNumber, { voiceUrl: `${url}/voice`, voiceFallbackUrl: `${url}/fallback`, statusCallback: `${url}/status` });
  return {
    url,
    carrier,
    clock,
    restUrl,
    received,
    answer: (path, answer) => void answers.set(path, answer),
    at: (path) => received.filter((one) => one.path === path),
    pass: (ms) => clock.advance(ms, () => carrier.settled()),
    async close() {
      await carrier.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
