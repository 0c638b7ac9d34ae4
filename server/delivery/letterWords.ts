import type { knownActionsPermitted, knownActionsRequested } from '../contract/slipFields.ts';

type Requested = (typeof knownActionsRequested)[number];
type Permitted = (typeof knownActionsPermitted)[number];

/** What a message says of itself outside of the house. Offices' own actions stand as they were written. */
export interface LetterWords {
  urgent: string;
  corrected: string;
  /** Who wants what: the first wish of the caller makes the headline. */
  wishes: Record<Exclude<Requested, 'urgent'>, (who: string) => string>;
  message: (who: string) => string;
  requested: Record<Requested, string>;
  permitted: Record<Permitted, string>;
  somebody: string;
  extension: (digits: string) => string;
  /** Said to whoever is told in another's place, or because another did not answer. */
  part: { deputy: (name: string) => string; supervisor: (name: string) => string; passed: (name: string) => string; desk: string };
  frontDesk: string;
  recording: string;
  labels: { number: string; city: string; requested: string; permitted: string; calledAt: string; recordedBy: string; readBack: string };
  readBack: { yes: string; no: string };
  list: (items: readonly string[]) => string;
}

/** By the reader's first language, else that of the office's first line; whatever is not English gets Chinese (channels/composeLetter.ts). */
export const letterWords: Record<'zh' | 'en', LetterWords> = {
  zh: {
    urgent: '【急】',
    corrected: '【更正】',
    wishes: { 'call-back': (who) => `${who}请您回电`, 'wants-to-see': (who) => `${who}想和您见面`, 'returned-your-call': (who) => `${who}给您回过电话`, 'came-to-see': (who) => `${who}来找过您`, 'will-call-again': (who) => `${who}会再打来` },
    message: (who) => `${who}给您留言`,
    requested: { 'call-back': '请回电', 'will-call-again': '来电人会再打', 'came-to-see': '来访过', 'wants-to-see': '想见面', urgent: '急', 'returned-your-call': '这是回电' },
    permitted: { 'use-this-number': '打这个号码', 'use-other-number': '打别的号码', 'any-time': '随时打', 'at-agreed-time': '约定时间打', 'pass-on': '可以转给别人办' },
    somebody: '来电人',
    extension: (digits) => `转 ${digits}`,
    part: { deputy: (name) => `给${name}的留言，他还没确认，请您代办`, supervisor: (name) => `给${name}的留言一直没人确认，请您过问`, passed: (name) => `给${name}的留言，转给您办`, desk: '留给管理处的话' },
    frontDesk: '管理处',
    recording: '（留言有录音，请打开链接听）',
    labels: { number: '电话', city: '号码归属', requested: '要求', permitted: '可以', calledAt: '来电', recordedBy: '记录', readBack: '核对' },
    readBack: { yes: '已念给对方听', no: '没有念给对方听' },
    list: (items) => items.join('，'),
  },
  en: {
    urgent: '[URGENT] ',
    corrected: '[Corrected] ',
    wishes: {
      'call-back': (who) => `${who} asks you to call back`,
      'wants-to-see': (who) => `${who} wants to see you`,
      'returned-your-call': (who) => `${who} returned your call`,
      'came-to-see': (who) => `${who} came to see you`,
      'will-call-again': (who) => `${who} will call again`,
    },
    message: (who) => `${who} left you a message`,
    requested: { 'call-back': 'please call back', 'will-call-again': 'will call again', 'came-to-see': 'came to see you', 'wants-to-see': 'wants to see you', urgent: 'urgent', 'returned-your-call': 'returned your call' },
    permitted: { 'use-this-number': 'use this number', 'use-other-number': 'use another number', 'any-time': 'at any time', 'at-agreed-time': 'at the agreed time', 'pass-on': 'may be passed on' },
    somebody: 'A caller',
    extension: (digits) => `ext. ${digits}`,
    part: { deputy: (name) => `A message for ${name}, who has not confirmed it: please see to it`, supervisor: (name) => `Nobody has confirmed this message for ${name}: please look into it`, passed: (name) => `A message for ${name}, passed on to you`, desk: 'A message for the office' },
    frontDesk: 'the office',
    recording: '(There is a recording: open the link to hear it)',
    labels: { number: 'Number', city: 'Registered in', requested: 'Asked', permitted: 'Allowed', calledAt: 'Called', recordedBy: 'Taken by', readBack: 'Checked' },
    readBack: { yes: 'read back to the caller', no: 'not read back' },
    list: (items) => items.join(', '),
  },
};
