import { fitted } from '../delivery/fitted.ts';
import type { Channel } from '../delivery/ports.ts';
import { mentionedMobile } from './mentionedMobile.ts';
import { readCode } from './readCode.ts';
import { nextMinuteMs, openRobot } from './robot.ts';
import type { RobotFault } from './robot.ts';
import { robotWords } from './robotWords.ts';

/** A text of a WeCom robot, bytes of UTF-8 (developer.work.weixin.qq.com, 群机器人). */
const longestText = 2048;

/** Error codes of a WeCom robot; whatever is not listed is refused for good. */
const faults: Record<number, RobotFault> = {
  [-1]: { kind: 'retry' },
  45009: { kind: 'retry', afterMs: nextMinuteMs },
  45033: { kind: 'retry', afterMs: nextMinuteMs },
  // The key is wrong or the robot was thrown out; it is stopped; it is not in the group.
  93000: { kind: 'wrong-address' },
  93004: { kind: 'wrong-address' },
  93008: { kind: 'wrong-address' },
};

/** The robot of a WeCom group. `mention`: a mobile number or a user id; not everybody. `robotHosts`: hosts allowed besides the maker's. */
export function openWecomChannel({ robotHosts }: { robotHosts: readonly string[] }): Channel {
  return openRobot(
    {
      channel: 'wecom',
      request(message, url) {
        const content = fitted({ ...message, headline: robotWords(message.headline), body: robotWords(message.body) }, (text) => Buffer.byteLength(text) <= longestText);
        const mobile = mentionedMobile(message.mention);
        const isUser = mobile === null && /^[\w.@-]{1,64}$/.test(message.mention) && message.mention !== '@all';
        return { url, body: { msgtype: 'text', text: { content, ...(mobile !== null && { mentioned_mobile_list: [mobile] }), ...(isUser && { mentioned_list: [message.mention] }) } } };
      },
      answer: (said) => readCode(said, 'errcode', 'errmsg'),
      fault: (code) => faults[code] ?? { kind: 'gave-up' },
    },
    robotHosts,
  );
}
