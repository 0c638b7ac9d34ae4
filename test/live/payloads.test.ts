import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commands } from '../../server/contract/live.ts';
import { aHouse } from '../http/aHouse.ts';
import type { House } from '../http/aHouse.ts';
import { aConsole, closeConsoles } from './aConsole.ts';
import type { Console } from './aConsole.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse({ live: { commandsPerSecond: 1_000_000 } });
  await house.ring('CA1');
  await house.accept('CA1');
});
afterEach(() => closeConsoles());
afterAll(() => house.close());

const consoleOf = async (username = 'agent'): Promise<Console> => aConsole(house.url, await house.signIn(username));

// What the client itself refuses to send, and what would be taken for an acknowledgement.
const sendable = (name: string): boolean => !['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'].includes(name);
const eventName = fc.oneof(fc.constantFrom(...Object.keys(commands)), fc.string()).filter(sendable);
const oddText = fc.string({ unit: 'binary', maxLength: 4096 });
const oddValue = fc.oneof(fc.jsonValue(), oddText, fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)), fc.constant(undefined));
const almostRight = fc.record(
  {
    callId: fc.oneof(fc.constant('CA1'), oddValue),
    staffId: fc.oneof(fc.constant('zhangwei'), oddValue),
    step: fc.oneof(fc.constant('greeting'), oddValue),
    state: fc.oneof(fc.constantFrom('available', 'registered'), oddValue),
    reason: oddValue,
    ['__proto__']: oddValue,
  },
  { requiredKeys: [] },
);

describe('odd payloads', () => {
  test('are always answered, and the server goes on', async () => {
    const console = await consoleOf();
    await fc.assert(
      fc.asyncProperty(eventName, fc.array(fc.oneof(oddValue, almostRight), { maxLength: 3 }), async (name, values) => {
        const answer = (await console.sendAnything(name, ...values)) as Record<string, unknown>;
        expect(Object.keys(answer)).toEqual([expect.stringMatching(/^(data|error)$/)]);
        expect(answer).not.toMatchObject({ error: { code: 'internal' } });
      }),
      { numRuns: 300 },
    );
    expect(console.socket.connected).toBe(true);
  });

  test.each(['4', '42', '42{', '42[]', '42[1]', '42["disconnect","x"]', '42["error",{}]', '43', '430[]', '45', '451-["agent:presence",{"_placeholder":true,"num":0}]', '452-["x"]', '4x', '40/other,', '41', '9', 'b####', ''])(
    'the raw packet %j breaks at most its own connection',
    async (packet) => {
      const rude = await consoleOf('agent2');
      const engine = rude.socket.io.engine as unknown as { transport: { ws: { send(data: string): void } } };
      engine.transport.ws.send(packet);
      engine.transport.ws.send('42["agent:presence",{"state":"available"}]');
      const polite = await consoleOf();
      expect(await polite.send('agent:presence', { state: 'available' })).toHaveProperty('data');
    },
  );
});

describe('a message', () => {
  test('above 256 KB closes its connection with the reason, and is not acted on', async () => {
    const console = await consoleOf();
    console.socket.emit('agent:presence', { state: 'break', reason: 'x'.repeat(300 * 1024) });
    expect(await console.hear('session:closed')).toEqual({ reason: 'too_large' });
    await console.gone();
    expect(house.floor.view('agent', null)?.presence).toBe('available');
  });

  test('far above it is not even read', async () => {
    const console = await consoleOf();
    console.socket.emit('agent:presence', { state: 'break', reason: 'x'.repeat(2 * 1024 * 1024) });
    expect(await console.gone()).toMatch(/^transport/);
    expect((await consoleOf()).socket.connected).toBe(true);
  });

  test('of 200 KB is read and judged', async () => {
    expect(await (await consoleOf()).sendAnything('agent:presence', { state: 'break', reason: 'x'.repeat(200 * 1024) })).toMatchObject({ error: { code: 'bad_input', fields: { reason: expect.any(String) } } });
  });
});
