import type { LeaveWhy } from '../contract/leave.ts';

/** In this order: 病假 is no holiday, and a training meeting is a training. */
const words: readonly [LeaveWhy, RegExp][] = [
  ['sick', /病假|生病|看病|看医生|就医|医院|住院|体检|复诊|\b(?:sick|ill|doctor|dentist|hospital|medical|clinic)\b/i],
  ['leave', /休假|年假|请假|调休|事假|婚假|产假|陪产|丧假|探亲|放假|补休|轮休|休息|\b(?:vacation|holidays?|annual leave|on leave|leave|pto|day off|days off|out of office|ooo)\b/i],
  ['training', /培训|学习|讲座|上课|课程|考试|演练|\b(?:training|course|class|workshop|seminar|webinar|exam|drill)\b/i],
  ['outside', /外出|出差|外勤|拜访|现场|巡查|巡检|验收|\b(?:business trip|trip|travel|flight|train to|on-?site|off-?site|site visit|visit|inspection)\b/i],
  ['meeting', /会议|开会|例会|晨会|早会|周会|月会|年会|大会|评审|面试|面谈|会见|沟通会|碰头|(?:^|[^机社议])会$|\b(?:meeting|call|sync|stand-?up|review|interview|conference|1:1|1-on-1|catch-?up)\b/i],
];

/** Why somebody is likely away, from the words of an event; `other` where they say nothing. `isOut`: Outlook marks it as out of the office. */
export function calendarWhy(text: string, isOut: boolean): LeaveWhy {
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? (isOut ? 'outside' : 'other');
}
