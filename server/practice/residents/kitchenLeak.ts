import type { Resident } from './resident.ts';
import { answering, say } from './resident.ts';

/** Water under the kitchen sink: urgent, clear, ready to give every detail. */
export const kitchenLeak: Resident = {
  id: 'kitchen-leak',
  name: { zh: '刘敏', en: 'Liu Min' },
  summary: { zh: '厨房水管爆裂，水往外冒，很急', en: 'A burst pipe in the kitchen, water everywhere, urgent' },
  from: '+8613800138001',
  language: 'zh-CN',
  script: {
    answer: answering(
      {
        recipient: say('找维修师傅，我家厨房漏水了，很急！'),
        caller: say('我叫刘敏，三栋1502的业主'),
        number: say('就打这个号码，13800138001'),
        message: say('我是三栋1502的刘敏，厨房洗菜盆下面的水管爆了，水一直往外冒，麻烦马上派人来，回电13800138001', { then: 'press-hash' }),
        confirm: say('对的'),
        other: say('我家厨房漏水了，请马上派人来'),
      },
      '13800138001',
    ),
    talk: [
      { text: '你好，我家厨房漏水了，水一直往外冒，很急！' },
      { text: '三栋1502，我姓刘，刘敏。', when: /哪|房号|地址|贵姓|怎么称呼/ },
      { text: '总阀我不知道在哪里，你们快点来吧。', when: /阀|关/ },
      { text: '电话就是这个，13800138001。', when: /电话|号码/ },
      { text: '好的，谢谢你，我等师傅。', when: /马上|安排|师傅|分钟/ },
    ],
  },
};
