import type { Resident } from './resident.ts';
import { answering, say } from './resident.ts';

/** A complaint about noise at night: annoyed, for the second time, wants to know who will do something. */
export const nightNoise: Resident = {
  id: 'night-noise',
  name: { zh: '陈先生', en: 'Mr Chen' },
  summary: { zh: '楼上半夜装修，第二次投诉，情绪激动', en: 'The flat above drills at night; second complaint, upset' },
  from: '+8613800138002',
  language: 'zh-CN',
  script: {
    answer: answering(
      {
        recipient: say('找你们主管，楼上又在装修！', { thinkMs: 400 }),
        caller: say('姓陈，五栋808'),
        number: say('13800138002'),
        message: say('五栋908半夜十一点还在钻墙，上个星期我已经投诉过一次了，没有人管。请主管明天上午给我回电话'),
        confirm: say('对'),
        other: say('楼上半夜装修，吵得没法睡觉'),
      },
      '13800138002',
    ),
    talk: [
      { text: '楼上又在装修！都十一点了，还让不让人睡觉？', thinkMs: 400 },
      { text: '五栋808，姓陈。上个星期就打过电话了，没有人管。', when: /哪|贵姓|怎么称呼|房/ },
      { text: '那你们什么时候给我答复？', when: /登记|记录|反映|处理/ },
      { text: '好，那我等你们电话。', when: /点|小时|明天|今晚|回电|回复/ },
    ],
    hangsUpAfterTalkMs: 1500,
  },
};
