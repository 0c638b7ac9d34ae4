import type { Resident } from './resident.ts';
import { answering, say } from './resident.ts';

/** A question about the property fee: calm, expects a figure or a call back with one. */
export const propertyFee: Resident = {
  id: 'property-fee',
  name: { zh: '黄女士', en: 'Ms Huang' },
  summary: { zh: '问上季度物业费怎么多了，想查明细', en: 'Asks why last quarter’s property fee went up' },
  from: '+8613800138004',
  language: 'zh-CN',
  script: {
    answer: answering(
      {
        recipient: say('找财务，问一下物业费'),
        caller: say('我姓黄，一栋2203'),
        number: say('13800138004'),
        message: say('一栋2203，上个季度的物业费比以前多了八十几块，想请财务查一下明细，有空回我电话'),
        confirm: say('对的'),
        other: say('想问一下物业费'),
      },
      '13800138004',
    ),
    talk: [
      { text: '你好，我想问一下，上个季度的物业费怎么多了八十几块？' },
      { text: '一栋2203，姓黄。', when: /房|哪|贵姓|怎么称呼/ },
      { text: '没关系，你慢慢查。', when: /稍等|查/ },
      { text: '哦，是公摊电费。那下次能不能先通知一下？', when: /公摊|电费|水费|调整/ },
      { text: '好的，谢谢你。', when: /好的|反映|建议/ },
    ],
  },
};
