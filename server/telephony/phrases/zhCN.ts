import { DateTime } from 'luxon';
import type { Phrases } from './phrases.ts';

/** @see Phrases */
export const mandarin: Phrases = {
  say: { language: 'cmn-CN', voice: 'Polly.Zhiyu' },
  hear: 'cmn-Hans-CN',
  opener: (unit) => `您好,${unit},请问有什么可以帮您?`,
  neutralUnit: '物业服务热线',
  lostAgent: '对不起,刚才的通话中断了。',
  ringingAnother: '对不起,刚才的通话中断了,请您稍等,马上为您接通另一位同事。',
  closed: '现在是下班时间,我先帮您记下来,请同事尽快处理。',
  nobodyFree: '同事都在接听电话,我先帮您记下来。',
  otherLanguage: (key) => `普通话请按${key}。`,
  askRecipient: '请说您找哪一位,或者有什么事;也可以直接按分机号,以井号键结束。',
  notHeard: '对不起,我没有听清楚。',
  away: (name, backAt) => (backAt === null ? `${name}现在不在,我帮您留言。` : `${name}现在不在,${backAt}回来,我帮您留言。`),
  offerOther: (name, isDeputy, key) => `要留给${isDeputy ? '代理人' : '同部门的'}${name},请按${key}。`,
  nobodyThere: (department) => `${department}现在没有人在,我帮您留言。`,
  ofDepartment: (department, name) => `${department}的${name}`,
  whichOf: (people) => `请问您找哪一位?${people.map(({ name, duty }, index) => `${duty}${name}请按${index + 1}`).join(',')}。`,
  fullName: '我们这里有几位姓这个姓的,请说全名,或者直接按分机号,以井号键结束。',
  noExtension: '没有这个分机,请再按一次完整的分机号,以井号键结束,也可以直接说名字。',
  willTell: (name) => `好的,我帮您转告${name}。`,
  askCaller: '请问您贵姓?是哪个单位,或者住几栋几号?',
  confirmNumber: (digits) => `您的电话是${digits},对的话请按1;如果用别的号码,请直接按那个号码,以井号键结束。`,
  askNumber: '请按您的电话号码,以井号键结束。',
  askMessage: '请在提示音之后留言,说完请按井号键。',
  readBack: ({ recipient, caller, digits, recorded }) =>
    `我重复一下:留言给${recipient}${caller === null ? '' : `,来电人${caller}`}${digits === null ? '' : `,电话${digits}`}${recorded ? ',您的留言已经录好' : ''}。`,
  askConfirm: '要请他回电,请按1;不用回电,请按2;重新录音,请按3。',
  goodbye: '已经为您记下,我们会尽快转达。谢谢您的来电,再见。',
  outgoingMainland: '对不起,运营商不再接通中国内地的号码,这条线路又没有自己的中继,所以不能拨打。',
  outgoingNoNumber: '对不起,这不是一个电话号码。',
  connecting: (caller) => `即将为您接通${caller},请稍候。`,
  nothingToCall: '这条留言已经不用您回电了。',
  calledBack: { talked: (ms) => (ms === null ? '已经通话' : `通话${Math.floor(ms / 60_000) > 0 ? `${Math.floor(ms / 60_000)}分` : ''}${Math.round((ms % 60_000) / 1000)}秒`), busy: '对方占线', noAnswer: '对方没有接听', failed: '没有打通' },
  moment(atMs, timeZone, nowMs) {
    const at = DateTime.fromMillis(atMs, { zone: timeZone });
    const days = Math.round(at.startOf('day').diff(DateTime.fromMillis(nowMs, { zone: timeZone }).startOf('day'), 'days').days);
    const day = days === 0 ? '今天' : days === 1 ? '明天' : `${at.month}月${at.day}日星期${'一二三四五六日'[at.weekday - 1] ?? ''}`;
    const part = at.hour < 6 ? '凌晨' : at.hour < 12 ? '上午' : at.hour < 13 ? '中午' : at.hour < 18 ? '下午' : '晚上';
    return `${day}${part}${at.hour > 12 ? at.hour - 12 : at.hour}点${at.minute === 0 ? '' : `${at.minute}分`}`;
  },
};
