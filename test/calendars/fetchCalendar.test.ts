import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CalendarTrouble } from '../../server/calendars/calendarTrouble.ts';
import { openFetchCalendar } from '../../server/calendars/fetchCalendar.ts';
import type { CalendarMarks, Fetched } from '../../server/calendars/fetchCalendar.ts';
import { isPublicAddress } from '../../server/calendars/publicAddress.ts';
import { handClock } from '../http/handClock.ts';
import type { HandClock } from '../http/handClock.ts';
import { calendarTls } from './calendarTls.ts';

let server: Server;
let port = 0;
let clock: HandClock;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const asked: string[] = [];

beforeEach(async () => {
  asked.length = 0;
  clock = handClock();
  server = createServer(calendarTls, (request, response) => {
    asked.push(`${request.headers.host?.split(':')[0] ?? ''}${request.url ?? ''}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const marks: CalendarMarks = { etag: null, lastModified: null };
/** calendar.test stands on this machine and counts as public; inside.test does not. */
const fetchIt = (path: string, host = 'calendar.test', last = marks): Promise<Fetched> =>
  openFetchCalendar({ clock, ca: calendarTls.cert, lookup: async (name) => [name === 'inside.test' ? '127.0.0.2' : '127.0.0.1'], isPublic: (address) => address === '127.0.0.1' })(`https://${host}:${port}${path}`, last);
const faultOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => null, (error: unknown) => (error instanceof CalendarTrouble ? [error.fault.code, error.fault.detail] : error));

describe('a calendar is fetched', () => {
  test('whole, with the marks for the next time; then it is not sent again', async () => {
    answer = (request, response) => {
      if (request.headers['if-none-match'] === '"7"' && request.headers['if-modified-since'] === 'Mon, 05 Jan 2026 01:00:00 GMT') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"7"', 'last-modified': 'Mon, 05 Jan 2026 01:00:00 GMT' }).end('BEGIN:VCALENDAR');
    };
    const first = await fetchIt('/a.ics');
    expect(first).toMatchObject({ kind: 'file', etag: '"7"' });
    expect(first.kind === 'file' && first.bytes.toString()).toBe('BEGIN:VCALENDAR');
    expect(await fetchIt('/a.ics', 'calendar.test', { etag: '"7"', lastModified: 'Mon, 05 Jan 2026 01:00:00 GMT' })).toEqual({ kind: 'unchanged' });
  });

  test('from where it has moved to, a few times', async () => {
    answer = (request, response) => (request.url === '/b' ? response.end('moved') : response.writeHead(302, { location: request.url === '/a' ? `https://other.test:${port}/b` : '/again' }).end());
    expect(await fetchIt('/a')).toMatchObject({ kind: 'file' });
    expect(asked).toEqual(['calendar.test/a', 'other.test/b']);
    expect(await faultOf(fetchIt('/c'))).toEqual(['redirects', '']);
    expect(asked).toHaveLength(6);
  });
});

describe('no calendar', () => {
  test.each<[string, (request: IncomingMessage, response: ServerResponse) => void, unknown]>([
    ['one that is refused', (_request, response) => response.writeHead(403).end(), ['refused', '403']],
    ['one that moved into this network', (_request, response) => response.writeHead(301, { location: `https://inside.test:${port}/secret` }).end(), ['private-address', 'inside.test']],
    ['one that moved to an address of this machine', (_request, response) => response.writeHead(307, { location: `https://[::1]:${port}/` }).end(), ['private-address', '::1']],
    ['one that moved to a page without a lock', (_request, response) => response.writeHead(302, { location: 'http://calendar.test/' }).end(), ['not-https', '']],
    ['one that moved nowhere', (_request, response) => response.writeHead(302).end(), ['refused', '302']],
    ['one that breaks off', (_request, response) => void response.writeHead(200, { 'content-length': '100' }).write('BEGIN', () => response.destroy()), ['unreachable', 'ECONNRESET']],
    ['one larger than 2 MB, whatever it says of its length', (_request, response) => { for (let part = 0; part < 40; part += 1) response.write(Buffer.alloc(65_536)); }, ['too-large', '']],
  ])('%s', async (_what, act, fault) => {
    answer = act;
    expect(await faultOf(fetchIt('/'))).toEqual(fault);
    expect(asked).toEqual(['calendar.test/']);
  });

  test('one that does not answer in time', async () => {
    const arrived = new Promise<void>((resolve) => {
      answer = () => resolve();
    });
    const fault = faultOf(fetchIt('/slow'));
    await arrived;
    clock.pass(8_000);
    expect(await fault).toEqual(['too-slow', '']);
    expect(clock.waiting()).toBe(0);
  });

  test.each([
    ['http://calendar.test/a.ics', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['calendar', 'not-https'],
    ['https://me:secret@calendar.test/', 'has-password'],
    ['https://127.0.0.2/', 'private-address'],
    ['https://2130706434/', 'private-address'],
    ['https://0x7f.2/', 'private-address'],
    ['webcal://inside.test/', 'private-address'],
  ])('%s is asked for nothing', async (url, code) => {
    const fetchCalendar = openFetchCalendar({ clock, lookup: async () => ['127.0.0.2'], isPublic: (address) => address === '127.0.0.1' });
    expect(await faultOf(fetchCalendar(url, marks))).toEqual([code, expect.anything()]);
    expect(asked).toEqual([]);
  });

  test('a name with one address inside among those outside is closed', async () => {
    const fetchCalendar = openFetchCalendar({ clock, lookup: async () => ['127.0.0.1', '10.0.0.1'], isPublic: (address) => address === '127.0.0.1' });
    expect(await faultOf(fetchCalendar(`https://calendar.test:${port}/`, marks))).toEqual(['private-address', 'calendar.test']);
  });
});

test.each([
  ['8.8.8.8', true], ['114.114.114.114', true], ['2606:4700::1111', true], ['240e::1', true],
  ['127.0.0.1', false], ['10.1.2.3', false], ['172.16.0.1', false], ['172.31.255.255', false], ['192.168.1.1', false], ['169.254.169.254', false], ['100.64.0.1', false], ['0.0.0.0', false], ['255.255.255.255', false], ['224.0.0.1', false],
  ['::1', false], ['::', false], ['fe80::1', false], ['fc00::1', false], ['fd12::1', false], ['::ffff:127.0.0.1', false], ['::ffff:8.8.8.8', false], ['64:ff9b::7f00:1', false], ['2002:7f00:1::', false], ['2001::1', false], ['ff02::1', false], ['localhost', false], ['', false],
])('%s is of the open network: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});
