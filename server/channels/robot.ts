import type { FailureKind } from '../contract/delivery.ts';
import type { Channel, Outgoing, SendResult } from '../delivery/ports.ts';
import { robotAddress } from '../delivery/robotAddress.ts';
import type { RobotChannel } from '../delivery/robotAddress.ts';
import { robotPost } from './robotPost.ts';
import type { Posted } from './robotPost.ts';

/** What an error of a robot means: what becomes of the sending, and how long it should rest, ms. */
export interface RobotFault {
  kind: FailureKind;
  afterMs?: number;
}

/** One maker's robots. */
export interface RobotMake {
  channel: RobotChannel;
  /** The request for a message whose address is right; the address itself may be signed. */
  request(message: Outgoing, address: URL): { url: URL; body: object };
  /** The code of an answer (0: taken) and its words; null when it is no answer of such a robot. */
  answer(said: Record<string, unknown>): { code: number; words: string } | null;
  fault(code: number, words: string): RobotFault;
}

/** Until a minute's allowance is there again. */
export const nextMinuteMs = 60_000;

/** Every maker has changed its code for "too often" before, and says it in words beside it. */
const tooOften = /too (?:fast|many|frequent)|frequency|rate limit|频率|频繁|太快|限流/i;

/** The way out by a robot in a group: one POST, judged by the words of its answer, for all makers answer 200 to what they refuse. `houseHosts`: where robots may live besides the makers' hosts. */
export function openRobot(make: RobotMake, houseHosts: readonly string[]): Channel {
  return {
    async send(message, signal) {
      const address = robotAddress(make.channel, message.address, houseHosts);
      if (!address) return failed('wrong-address', 'address', 'not an address of such a robot');
      const { url, body } = make.request(message, address);
      return resultOf(await robotPost(url, body, signal), make);
    },
    // A robot in a group only takes: none of them can be asked what it has said.
    findOut: async () => 'unknown',
  };
}

function failed(kind: FailureKind, code: string, words: string, afterMs?: number): SendResult {
  return { kind: 'failed', failure: { kind, code, words: words.replace(/\s+/g, ' ').slice(0, 200) }, ...(afterMs !== undefined && { afterMs }) };
}

function resultOf(posted: Posted, make: RobotMake): SendResult {
  if (posted.kind === 'not-sent') return failed('retry', posted.code, 'not reached');
  if (posted.kind === 'lost') return { kind: 'unsure', words: `no answer: ${posted.code}` };
  const { status, headers } = posted;
  const said = readAnswer(posted.text, make);
  const code = said && said.code !== 0 ? String(said.code) : `http-${status}`;
  const words = said?.words ?? '';
  if (status === 429) return failed('retry', code, words, restOf(headers['retry-after'] ?? headers['x-ogw-ratelimit-reset']));
  if (status >= 500) return failed('retry', code, words);
  if (said && said.code !== 0) {
    const { kind, afterMs } = tooOften.test(words) ? { kind: 'retry' as const, afterMs: make.fault(said.code, words).afterMs ?? nextMinuteMs } : make.fault(said.code, words);
    return failed(kind, code, words, afterMs);
  }
  if (status >= 200 && status < 300) return said ? { kind: 'sent', words: words.slice(0, 200), ref: null } : { kind: 'unsure', words: 'an answer that no robot gives' };
  return failed(status === 404 || status === 410 ? 'wrong-address' : 'gave-up', code, words);
}

function readAnswer(text: string, make: RobotMake): { code: number; words: string } | null {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === 'object' && said !== null ? make.answer(said as Record<string, unknown>) : null;
  } catch {
    // Not JSON: the status alone has to tell.
    return null;
  }
}

/** Seconds as a header tells them, in ms; a minute when it tells none, an hour at most. */
function restOf(seconds: string | string[] | undefined): number {
  const told = Number(Array.isArray(seconds) ? seconds[0] : seconds);
  return Number.isFinite(told) && told > 0 ? Math.min(told * 1000, 3_600_000) : nextMinuteMs;
}
