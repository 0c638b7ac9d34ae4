import type { Resident } from './resident.ts';
import { answering, say } from './resident.ts';

/** Withholds the number, and will not say it either: a complaint about a neighbour. */
export const withheldNumber: Resident = {
  id: 'withheld-number',
  name: { zh: '匿名来电', en: 'A withheld number' },
  summary: { zh: '号码隐藏，不愿留电话，反映有人高空抛物', en: 'Number withheld and not given; reports things thrown from a window' },
  from: 'anonymous',
  language: 'zh-CN',
  script: {
    answer: answering({
      recipient: say('找保安部'),
      caller: say('不方便说'),
      number: say('电话就不留了'),
      message: say('四栋东边经常有人从楼上往下扔垃圾，昨天差点砸到小孩，请你们查一查监控'),
      confirm: say('对'),
      other: say('我想匿名反映一个问题'),
    }),
    talk: [
      { text: '你好，我想反映一个问题，不留名字可以吗？' },
      { text: '四栋东边有人高空抛物，昨天差点砸到小孩。', when: /可以|请说|您说|什么/ },
      { text: '电话就不留了，你们查一下监控就行。', when: /电话|号码|联系/ },
      { text: '好，谢谢。', when: /谢谢|登记|查/ },
    ],
  },
};
