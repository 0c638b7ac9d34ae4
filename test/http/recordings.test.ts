import { afterEach, describe, expect, test } from '@jest/globals';
import type { HttpDeps } from '../../server/http/deps.ts';
import { aHouse } from './aHouse.ts';
import type { House } from './aHouse.ts';

let house: House;
afterEach(() => house.close());

const sid = `RE${'0'.repeat(32)}`;
const sound = Buffer.from('RIFF the voice of a resident');
const asStream = (): ReadableStream<Uint8Array> => new Blob([sound]).stream();

async function withSlip(fetchRecording: HttpDeps['fetchRecording']): Promise<string> {
  house = await aHouse({ http: { fetchRecording } });
  await house.ring('CA1');
  await house.slipDesk.keep('CA1', { slipId: 'S1', unitId: 'garden', state: 'taken', readBack: false, content: {}, recordingSid: sid, sources: {}, declined: [] }, house.clock.now());
  return house.signIn('agent');
}

describe('a recorded message', () => {
  test.each([
    ['a buffer', () => sound],
    ['a stream', asStream],
  ])('that the carrier gives as %s is played whole, and kept by nobody on the way', async (_how, body) => {
    const as = await withSlip(async () => ({ contentType: 'audio/wav', body: body() }));
    const answer = await house.ask('GET', `/api/recordings/${sid}`, { as });
    expect([answer.status, answer.headers.get('content-type'), answer.body]).toEqual([200, 'audio/wav', sound.toString()]);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  test.each([
    ['bytes=0-3', 206, 'RIFF', 'bytes 0-3/28'],
    ['bytes=-8', 206, 'resident', 'bytes 20-27/28'],
    ['bytes=5-', 206, 'the voice of a resident', 'bytes 5-27/28'],
    ['bytes=99-', 416, '', 'bytes */28'],
    ['lines=1-2', 200, sound.toString(), null],
  ])('asked for as %s answers %d', async (range, status, body, contentRange) => {
    const as = await withSlip(async () => ({ contentType: 'audio/mpeg', body: asStream() }));
    const answer = await house.ask('GET', `/api/recordings/${sid}`, { as, headers: { range } });
    expect([answer.status, answer.body, answer.headers.get('content-range')]).toEqual([status, body, contentRange]);
  });

  test('is served as sound or as nothing that a browser would run', async () => {
    const as = await withSlip(async () => ({ contentType: 'text/html', body: Buffer.from('<script>') }));
    expect((await house.ask('GET', `/api/recordings/${sid}`, { as })).headers.get('content-type')).toBe('application/octet-stream');
  });

  test('that the carrier has deleted, or that is no SID, is not found', async () => {
    const asked: string[] = [];
    const as = await withSlip(async (one) => (asked.push(one), null));
    for (const path of [sid, `RE${'1'.repeat(32)}`, 'RE1', '..%2F..%2Fetc%2Fpasswd']) expect((await house.ask('GET', `/api/recordings/${path}`, { as })).status).toBe(404);
    expect(asked).toEqual([sid]);
  });
});
