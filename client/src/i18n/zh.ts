import { board } from './zh/board.ts';
import { calls } from './zh/calls.ts';
import { callerData } from './zh/callerData.ts';
import { delivery } from './zh/delivery.ts';
import { edit } from './zh/edit.ts';
import { errors } from './zh/errors.ts';
import { facts } from './zh/facts.ts';
import { imports } from './zh/imports.ts';
import { inbox } from './zh/inbox.ts';
import { live } from './zh/live.ts';
import { missed } from './zh/missed.ts';
import { notes } from './zh/notes.ts';
import { offices } from './zh/offices.ts';
import { people } from './zh/people.ts';
import { phone } from './zh/phone.ts';
import { phoneCheck } from './zh/phoneCheck.ts';
import { privacy } from './zh/privacy.ts';
import { residents } from './zh/residents.ts';
import { ringing } from './zh/ringing.ts';
import { search } from './zh/search.ts';
import { session } from './zh/session.ts';
import { settings } from './zh/settings.ts';
import { setup } from './zh/setup.ts';
import { shiftStart } from './zh/shiftStart.ts';
import { slip } from './zh/slip.ts';
import { stage } from './zh/stage.ts';
import { story } from './zh/story.ts';
import { tasks } from './zh/tasks.ts';
import { whereabouts } from './zh/whereabouts.ts';
import { wrapUp } from './zh/wrapUp.ts';

/** Every word of the console in Chinese. The English list has the same shape, which the compiler checks. */
export const zh = {
  mark: '三声',
  language: { switch: 'English', label: '切换到英文', notKept: '没有存上：{{why}}' },
  pages: { inbox: '给我的留言', desk: '工作台', calls: '来电', slips: '留言', board: '看板', people: '人员', residents: '业户', offices: '管理处', me: '我的去向', settings: '设置', search: '找留言', phone: '话机检查', missed: '{{count}} 未接' },
  role: { agent: '客服员', supervisor: '客服主管', staff: '员工', admin: '管理员' },
  connection: { live: '已连接', connecting: '正在连接', lost: '连接断了，正在重连', lostLong: '连接断了，正在自动重连。您写的字会留着，连上就存。' },
  session,
  presence: { available: '可接听', break: '小休', away: '离开', reasonBreak: '小休原因', reasonAway: '离开原因', now: '现在：{{state}}', reasons: { lunch: '午饭', rest: '休息', meeting: '开会', training: '培训', patrol: '巡楼', offDuty: '下班' } },
  phone,
  phoneCheck,
  stage,
  languages: { 'zh-CN': '普通话', en: '英语', yue: '粤语' },
  ringing,
  live,
  matter: {
    label: '事项',
    change: '换事项',
    names: { inquiry: '咨询', repair: '报修', complaint: '投诉', message: '留言', housekeeping: '家政', other: '其他' },
  },
  notes,
  wrapUp,
  settings,
  slip,
  callerData,
  delivery,
  practice: { who: '谁打来练习', call: '练习来电', choose: '请哪位住户打进来？', placed: '正在拨入…', none: '没有练习住户', note: '练习：按 {{key}} 就等于说出这一句', failed: '没有拨通：{{why}}' },
  calls,
  missed,
  idle: { unfinished: '没写完的留言', unfinishedHint: '最久的先补', lacks: '还缺 {{fields}}', readBack: '没念给对方听', finish: '补全', open: '打开', recording: '有录音', all: '另外 {{n}} 张，看全部', and: '、' },
  tasks,
  shiftStart,
  facts,
  story,
  board,
  setup,
  whereabouts,
  sound: { title: '铃声', soft: '柔和', clear: '清脆', old: '老电话', off: '不响' },
  edit,
  residents,
  search,
  people,
  offices,
  imports,
  privacy,
  errors,
  inbox,
  time: { minutes: '{{n}} 分', hours: '{{n}} 小时', days: '{{n}} 天', justNow: '刚才', seconds: '{{n}} 秒', minutesSeconds: '{{m}} 分 {{s}} 秒' },
};

export type Words = typeof zh;
