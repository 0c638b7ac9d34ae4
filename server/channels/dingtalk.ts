import { createHmac } from 'node:crypto';
import { fitted } from '../delivery/fitted.ts';
import type { Channel, Outgoing } from '../delivery/ports.ts';
import { mentionedMobile } from './mentionedMobile.ts';
import { readCode } from './readCode.ts';
import { nextMinuteMs, openRobot } from './robot.ts';
import type { RobotFault } from './robot.ts';
import { robotWords } from './robotWords.ts';

/** A request of a DingTalk robot, bytes of JSON ("message too long, exceed 20000 bytes"). */
const longestRequest = 20_000;
/** Who sends more than twenty a minute is shut out for ten minutes. */
const shutOutMs = 600_000;

/** Error codes of a DingTalk robot, of the older and the newer list; whatever is not listed is refused for good: 310000 among them (keyword, signature or address of ours). */
const faults: Record<number, RobotFault> = {
  [-1]: { kind: 'retry' },
  130101: { kind: 'retry', afterMs: shutOutMs },
  410100: { kind: 'retry', afterMs: nextMinuteMs },
  660026: { kind: 'retry', afterMs: nextMinuteMs },
  // No such token, no such robot, the group is dissolved, the robot is stopped.
  300001: { kind: 'wrong-address' },
  300005: { kind: 'wrong-address' },
  400101: { kind: 'wrong-address' },
  400106: { kind: 'wrong-address' },
  400013: { kind: 'wrong-address' },
  400102: { kind: 'wrong-address' },
};

/** DingTalk's gate answers without a code to who is shut out: `{ status: 1111, punish: 'deny', wait: 5 }`. */
function answerOf(said: Record<string, unknown>): { code: number; words: string } | null {
  return readCode(said, 'errcode', 'errmsg') ?? (said.punish === 'deny' ? { code: 130101, words: 'shut out by the gate' } : null);
}

function mentionOf(message: Outgoing): { mark: string; at: object } {
  const mobile = mentionedMobile(message.mention);
  // The text must name him too, or nobody is rung.
  if (mobile !== null) return { mark: `@${mobile} `, at: { atMobiles: [mobile], isAtAll: false } };
  if (/^[\w.$-]{1,64}$/.test(message.mention) && message.mention !== 'all') return { mark: `@${message.mention} `, at: { atUserIds: [message.mention], isAtAll: false } };
  return { mark: '', at: { isAtAll: false } };
}

/** The robot of a DingTalk group, signed where it has a secret. `mention`: a mobile number or a user id; not everybody. `robotHosts`: hosts allowed besides the maker's. */
export function openDingtalkChannel({ robotHosts, clock }: { robotHosts: readonly string[]; clock: { now(): number } }): Channel {
  return openRobot(
    {
      channel: 'dingtalk',
      request(message, address) {
        const { mark, at } = mentionOf(message);
        const bodyOf = (content: string): object => ({ msgtype: 'text', text: { content }, at });
        const content = fitted({ headline: mark + robotWords(message.headline), body: robotWords(message.body), link: message.link }, (text) => Buffer.byteLength(JSON.stringify(bodyOf(text))) <= longestRequest);
        const url = new URL(address);
        if (message.secret !== '') {
          const timestamp = String(clock.now());
          url.searchParams.set('timestamp', timestamp);
          url.searchParams.set('sign', createHmac('sha256', message.secret).update(`${timestamp}\n${message.secret}`).digest('base64'));
        }
        return { url, body: bodyOf(content) };
      },
      answer: answerOf,
      fault: (code) => faults[code] ?? { kind: 'gave-up' },
    },
    robotHosts,
  );
}
