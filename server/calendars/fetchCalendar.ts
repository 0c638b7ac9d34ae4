import { lookup as systemLookup } from 'node:dns/promises';
import { Agent, request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Clock } from '../clockwork/clock.ts';
import { calendarAddress } from './calendarAddress.ts';
import { CalendarTrouble } from './calendarTrouble.ts';
import { isPublicAddress } from './publicAddress.ts';

/** What the other side said of the file last time, so that it need not send it again. */
export interface CalendarMarks {
  etag: string | null;
  lastModified: string | null;
}

/** `unchanged`: the other side answered the marks with 304. */
export type Fetched = { kind: 'unchanged' } | ({ kind: 'file'; bytes: Buffer } & CalendarMarks);

/** @throws CalendarTrouble */
export type FetchCalendar = (url: string, marks: CalendarMarks) => Promise<Fetched>;

interface FetchNeeds {
  clock: Clock;
  /** All addresses of a name. */
  lookup?: (name: string) => Promise<string[]>;
  isPublic?: (address: string) => boolean;
  /** Certificates to trust besides the usual ones. */
  ca?: string;
}

/** Files of people are some hundred kilobytes. */
export const largestCalendar = 2 * 1024 * 1024;
/** Within the patience of a request (http/httpApp.ts), so that who subscribes hears why it failed. */
const patienceMs = 8_000;
const mostRedirects = 3;

/** ENOTFOUND, CERT_HAS_EXPIRED: what the system calls it. */
const codeOf = (cause: unknown): string => (typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '');

const resolve = async (name: string): Promise<string[]> => (await systemLookup(name, { all: true })).map(({ address }) => address);

/**
 * Fetches a calendar over https: names are looked up here, and the connection goes to an address that was looked at, so that a name
 * which answers differently the second time leads nowhere else. Redirections are followed a few times under the same rules.
 */
export function openFetchCalendar({ clock, lookup = resolve, isPublic = isPublicAddress, ca }: FetchNeeds): FetchCalendar {
  /** The address to connect to. A name that has but one closed address is closed. */
  const addressOf = async (host: string): Promise<string> => {
    const name = host.replace(/^\[|\]$/g, '');
    let addresses: string[];
    try {
      addresses = isIP(name) === 0 ? await lookup(name) : [name];
    } catch (cause) {
      throw new CalendarTrouble('unreachable', codeOf(cause) || name);
    }
    if (!addresses.every(isPublic)) throw new CalendarTrouble('private-address', name);
    const [first] = addresses;
    if (first === undefined) throw new CalendarTrouble('unreachable', name);
    return first;
  };

  const ask = async (url: URL, marks: CalendarMarks, signal: AbortSignal): Promise<IncomingMessage> => {
    const address = await addressOf(url.hostname);
    signal.throwIfAborted();
    // A connection of its own: none that was opened to another address is used again.
    const agent = new Agent({ keepAlive: false });
    return new Promise((answered, failed) => {
      const asked = request(
        url,
        {
          agent,
          signal,
          lookup: (_name, options, found) => (options.all ? found(null, [{ address, family: isIP(address) }]) : found(null, address, isIP(address))),
          headers: { accept: 'text/calendar, text/plain;q=0.5', 'user-agent': 'three-rings', ...(marks.etag !== null && { 'if-none-match': marks.etag }), ...(marks.lastModified !== null && { 'if-modified-since': marks.lastModified }) },
          ...(ca !== undefined && { ca }),
        },
        answered,
      );
      asked.once('error', failed);
      asked.end();
    });
  };

  const bodyOf = async (response: IncomingMessage): Promise<Buffer> => {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of response as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > largestCalendar) throw new CalendarTrouble('too-large');
      parts.push(part);
    }
    return Buffer.concat(parts);
  };

  const follow = async (from: URL, marks: CalendarMarks, signal: AbortSignal): Promise<Fetched> => {
    let url = from;
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const response = await ask(url, marks, signal);
      const { statusCode = 0, headers } = response;
      if (statusCode === 200) return { kind: 'file', bytes: await bodyOf(response), etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null };
      response.destroy();
      if (statusCode === 304) return { kind: 'unchanged' };
      if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined || !URL.canParse(headers.location, url)) throw new CalendarTrouble('refused', String(statusCode));
      url = calendarAddress(new URL(headers.location, url).href);
    }
    throw new CalendarTrouble('redirects');
  };

  return async (text, marks) => {
    const patience = new AbortController();
    const timer = clock.setTimer(patienceMs, () => patience.abort());
    try {
      return await follow(calendarAddress(text), marks, patience.signal);
    } catch (cause) {
      if (cause instanceof CalendarTrouble) throw cause;
      if (patience.signal.aborted) throw new CalendarTrouble('too-slow');
      throw new CalendarTrouble('unreachable', codeOf(cause));
    } finally {
      timer.cancel();
    }
  };
}
