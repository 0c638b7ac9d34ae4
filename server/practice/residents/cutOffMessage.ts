import type { Resident } from './resident.ts';
import { answering, say } from './resident.ts';

/** Hangs up in the middle of the message: the battery is empty. What was said must still become a slip. */
export const cutOffMessage: Resident = {
  id: 'cut-off-message',
  name: { zh: '马师傅', en: 'Mr Ma' },
  summary: { zh: '留言说到一半手机没电', en: 'The phone dies in the middle of the message' },
  from: '+8613800138013',
  language: 'zh-CN',
  script: {
    answer: answering(
      {
        recipient: say('找客服主管王芳'),
        caller: say('姓马，七栋的'),
        number: say('13800138013'),
        message: say('王主管，地下车库B区的闸机抬不起来，我的车出不去，', { then: 'hang-up' }),
        confirm: say('对'),
        other: say('车库的闸机坏了'),
      },
      '13800138013',
    ),
    talk: [{ text: '你好，车库B区的闸机抬不起来，我的车出不去。' }, { text: '喂？我手机快没电了……' }],
    hangsUpAfterTalkMs: 800,
  },
};
