import { createHmac } from 'node:crypto';
import { fitted } from '../delivery/fitted.ts';
import type { Channel } from '../delivery/ports.ts';
import { readCode } from './readCode.ts';
import { nextMinuteMs, openRobot } from './robot.ts';
import type { RobotFault } from './robot.ts';
import { robotWords } from './robotWords.ts';

/** A request of a Feishu robot, bytes of JSON: 20 KB (open.feishu.cn, 自定义机器人使用指南). */
const longestRequest = 20_000;

/** Error codes of a Feishu robot; whatever is not listed is refused for good: signature (19021), address of ours (19022) and keyword (19024) among them. */
function faultOf(code: number, words: string): RobotFault {
  switch (code) {
    case 11232:
    case 99991400:
      return { kind: 'retry', afterMs: nextMinuteMs };
    // The guide says "Bad Request" of a malformed request; with other words it comes when there are too many.
    case 9499:
      return /bad request/i.test(words) ? { kind: 'gave-up' } : { kind: 'retry', afterMs: nextMinuteMs };
    case 1500:
    case 2200:
      return { kind: 'retry' };
    // "incoming webhook access token invalid"
    case 19001:
      return { kind: 'wrong-address' };
    default:
      return { kind: 'gave-up' };
  }
}

/** The robot of a Feishu or Lark group, signed where it has a secret. `mention`: a user's open id or user id; not everybody. `robotHosts`: hosts allowed besides the maker's. */
export function openFeishuChannel({ robotHosts, clock }: { robotHosts: readonly string[]; clock: { now(): number } }): Channel {
  return openRobot(
    {
      channel: 'feishu',
      request(message, url) {
        const mark = /^[\w-]{1,64}$/.test(message.mention) && message.mention !== 'all' ? `<at user_id="${message.mention}"></at> ` : '';
        const timestamp = String(Math.floor(clock.now() / 1000));
        // Feishu signs nothing, with the time and the secret as the key.
        const signed = message.secret === '' ? {} : { timestamp, sign: createHmac('sha256', `${timestamp}\n${message.secret}`).digest('base64') };
        const bodyOf = (text: string): object => ({ ...signed, msg_type: 'text', content: { text } });
        const text = fitted({ headline: mark + robotWords(message.headline), body: robotWords(message.body), link: message.link }, (whole) => Buffer.byteLength(JSON.stringify(bodyOf(whole))) <= longestRequest);
        return { url, body: bodyOf(text) };
      },
      answer: (said) => readCode(said, 'code', 'msg') ?? readCode(said, 'StatusCode', 'StatusMessage'),
      fault: faultOf,
    },
    robotHosts,
  );
}
