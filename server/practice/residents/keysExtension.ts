import type { Resident } from './resident.ts';
import { answering, say } from './resident.ts';

/** Knows the extension and keys it (8012), and answers by keys wherever that is possible. */
export const keysExtension: Resident = {
  id: 'keys-extension',
  name: { zh: '供应商小吴', en: 'Wu, a supplier' },
  summary: { zh: '熟客，直接按分机号 8012，用按键留号码', en: 'A regular who keys the extension 8012 and the number to call back' },
  from: '+8675526880011',
  language: 'zh-CN',
  script: {
    answer: answering({
      recipient: { do: 'key', digits: '8012#', thinkMs: 600 },
      caller: say('吴勇，恒通电梯'),
      number: { do: 'key', digits: '075526880011#' },
      message: say('张主管，三号电梯的配件到了，什么时候方便去换，请回电', { then: 'press-hash' }),
      confirm: { do: 'key', digits: '1' },
      other: { do: 'key', digits: '8012#' },
    }),
    talk: [
      { text: '你好，麻烦转8012，张伟。' },
      { text: '那跟他说三号电梯的配件到了，恒通电梯小吴。', when: /不在|留言|转告|外出/ },
      { text: '0755 2688 0011，谢谢。', when: /电话|号码/ },
    ],
  },
};
