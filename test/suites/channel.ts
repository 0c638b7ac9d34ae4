import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Channel, Outgoing } from '../../server/delivery/ports.ts';

/** How the other side treats an address of the bench. `hangs`: it takes what it is sent and never answers. */
export type Fate = 'takes' | 'nobody' | 'busy' | 'hangs';

/** A channel under the contract: the real protocol, and somebody at the other end. */
export interface ChannelBench {
  channel: Channel;
  address(fate: Fate): string;
  /** What arrived so far, oldest first, as its reader sees it. */
  arrived(): Promise<string[]>;
  /** Ends when somebody waits for an answer of the address that hangs. */
  hanging(): Promise<void>;
  /** The other side is gone: nobody listens any more. */
  vanish(): Promise<void>;
  /** Whether the channel can say later what became of an attempt. */
  canBeAsked: boolean;
  /** Whether what arrives has a name there. */
  namesThem: boolean;
  /** How much of a long text arrives at most, UTF-8 bytes. */
  mostBytes: number;
  close(): Promise<void>;
}

let made = 0;

/** A message as the dispatcher hands it over. */
export function anOutgoing(over: Partial<Outgoing> = {}): Outgoing {
  made += 1;
  const id = `D${String(made).padStart(18, '0')}`;
  return {
    id,
    unitId: 'sunshine',
    address: '',
    secret: '',
    mention: '',
    headline: '【紧急留言】赵丽 2栋大堂 138 0013 8003',
    body: '请尽快回电：大堂的施工图想跟您确认一下。\n来电时间：今天 09:12',
    link: `https://desk.example.com/m/${id}-abc123-SIGNATURE_sign-01`,
    ...over,
  };
}

const patient = (): AbortSignal => new AbortController().signal;

/** What every way out of the house does, whoever is at the other end. */
export function describeChannel(name: string, openBench: () => Promise<ChannelBench>): void {
  describe(`a channel: ${name}`, () => {
    let bench: ChannelBench;
    beforeEach(async () => {
      bench = await openBench();
    });
    afterEach(() => bench.close());

    test('brings headline, text and link, and says that it has', async () => {
      const message = anOutgoing({ address: bench.address('takes') });
      const result = await bench.channel.send(message, patient());
      expect(result).toMatchObject({ kind: 'sent' });
      if (result.kind === 'sent') expect(result.ref === null).toBe(!bench.namesThem);
      const arrived = await bench.arrived();
      expect(arrived).toHaveLength(1);
      expect(arrived[0]).toContain(message.headline);
      for (const line of message.body.split('\n')) expect(arrived[0]).toContain(line);
      expect(arrived[0]).toContain(message.link);
    });

    test('knows an address that nobody has, and words that are no address', async () => {
      for (const address of [bench.address('nobody'), '', 'nonsense', 'http://', 'a@b\r\nRCPT TO:<c@d>']) {
        expect(await bench.channel.send(anOutgoing({ address }), patient())).toMatchObject({ kind: 'failed', failure: { kind: 'wrong-address', code: expect.stringMatching(/./) } });
      }
      expect(await bench.arrived()).toEqual([]);
    });

    test('may try again where the other side is busy', async () => {
      expect(await bench.channel.send(anOutgoing({ address: bench.address('busy') }), patient())).toMatchObject({ kind: 'failed', failure: { kind: 'retry' } });
      expect(await bench.arrived()).toEqual([]);
    });

    test('may try again where nobody listens', async () => {
      const address = bench.address('takes');
      await bench.vanish();
      expect(await bench.channel.send(anOutgoing({ address }), patient())).toMatchObject({ kind: 'failed', failure: { kind: 'retry' } });
    });

    test('is not sure of what the other side took without an answer, and waits no longer than its caller', async () => {
      const caller = new AbortController();
      const result = bench.channel.send(anOutgoing({ address: bench.address('hangs') }), caller.signal);
      await bench.hanging();
      caller.abort(new Error('time is up'));
      expect(await result).toMatchObject({ kind: 'unsure' });
    });

    test('sends nothing for a caller who has gone already', async () => {
      expect(await bench.channel.send(anOutgoing({ address: bench.address('takes') }), AbortSignal.abort())).toMatchObject({ kind: 'failed', failure: { kind: 'retry' } });
      expect(await bench.arrived()).toEqual([]);
    });

    test.each<[string, string, RegExp]>([
      ['control characters', '开头\u0000\u0007\u001b[31m\r\n.\r\nQUIT\r\n结尾', /结尾/],
      ['right-to-left words', 'שלום עולם، مرحبا', /שלום עולם، مرحبا/],
      ['a mark that turns the reading direction', '付款\u202E到\u2066这里', /付款到这里/],
      ['emoji of several parts', '家人 👨‍👩‍👧‍👦 在 🇭🇰 等', /👨‍👩‍👧‍👦 在 🇭🇰/u],
      ['half a character', `半个\ud83d字`, /半个/],
      ['lines that mean something elsewhere', '.\n..\nFrom: x\nSubject: y\n\n--\n<script>', /Subject: y/],
    ])('brings %s as words and nothing else', async (_name, body, expected) => {
      const message = anOutgoing({ address: bench.address('takes'), body });
      expect(await bench.channel.send(message, patient())).toMatchObject({ kind: 'sent' });
      const [arrived] = await bench.arrived();
      expect(arrived).toMatch(expected);
      expect(arrived).toContain(message.link);
      expect(arrived).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/);
    });

    test.each([
      ['20,000 Chinese characters', '水管爆了，请尽快派人。'.repeat(1819).slice(0, 20_000)],
      ['20,000 letters', 'The pipe burst, please send somebody. '.repeat(527).slice(0, 20_000)],
      ['20,000 emoji', '👨‍👩‍👧‍👦'.repeat(1819).slice(0, 20_000)],
    ])('%s: bounded, and the link is whole', async (_name, body) => {
      const message = anOutgoing({ address: bench.address('takes'), body });
      expect(await bench.channel.send(message, patient())).toMatchObject({ kind: 'sent' });
      const [arrived = ''] = await bench.arrived();
      expect(Buffer.byteLength(arrived)).toBeLessThanOrEqual(bench.mostBytes);
      expect(arrived).toContain(message.headline);
      expect(arrived).toContain(message.link);
      expect(arrived).not.toMatch(/\p{Cs}|\uFFFD/u);
      if (Buffer.byteLength(body) > bench.mostBytes) expect(arrived).toMatch(/未完|cut here/);
    });

    test('a headline without end leaves room for the link', async () => {
      const message = anOutgoing({ address: bench.address('takes'), headline: '很长的名字'.repeat(10_000) });
      expect(await bench.channel.send(message, patient())).toMatchObject({ kind: 'sent' });
      const [arrived] = await bench.arrived();
      expect(arrived).toContain(message.link);
    });

    test('whatever the words: it is sent, and the link is whole', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }), async (headline, body) => {
          const message = anOutgoing({ address: bench.address('takes'), headline, body });
          expect(await bench.channel.send(message, patient())).toMatchObject({ kind: 'sent' });
          expect((await bench.arrived()).at(-1)).toContain(message.link);
        }),
        { numRuns: 12 },
      );
    });

    test('says of an attempt without an answer what it can', async () => {
      const message = anOutgoing({ address: bench.address('takes') });
      expect(await bench.channel.findOut(message, patient())).toBe(bench.canBeAsked ? 'not-there' : 'unknown');
      await bench.channel.send(message, patient());
      const found = await bench.channel.findOut(message, patient());
      if (bench.canBeAsked) expect(found).toMatchObject({ kind: 'sent', ref: expect.stringMatching(/./) });
      else expect(found).toBe('unknown');
      await bench.vanish();
      expect(await bench.channel.findOut(message, patient())).toBe('unknown');
    });
  });
}
