import type { Resident } from './resident.ts';
import { answering, say } from './resident.ts';

/** Wants 张伟 (extension 8012), who is away, and leaves a message with everything in it. */
export const absentManager: Resident = {
  id: 'absent-manager',
  name: { zh: '赵丽', en: 'Zhao Li' },
  summary: { zh: '找工程部主管张伟（8012），人不在，留言请回电', en: 'Wants the engineering manager Zhang Wei (8012), who is away; leaves a message' },
  from: '+8613800138003',
  language: 'zh-CN',
  script: {
    answer: answering(
      {
        recipient: say('我找工程部的张伟'),
        caller: say('我叫赵丽，丽景装饰公司的'),
        number: say('13800138003'),
        message: say('张主管您好，我是丽景装饰的赵丽，二栋大堂的施工图想跟您确认一下，请您明天上午方便的时候给我回个电话，13800138003，谢谢', { then: 'press-hash' }),
        confirm: say('是的，没错'),
        other: say('我找张伟，工程部的张主管'),
      },
      '13800138003',
    ),
    talk: [
      { text: '你好，我找工程部的张伟，张主管。' },
      { text: '那他什么时候回来？我给他留个话吧。', when: /不在|外出|出去|休息/ },
      { text: '不用麻烦别人，给张伟留言就行。', when: /代理人|同部门|还是给/ },
      { text: '我叫赵丽，丽景装饰公司的，电话13800138003。', when: /贵姓|怎么称呼|哪位|公司|电话/ },
      { text: '二栋大堂的施工图想跟他确认一下，请他明天上午回我电话。', when: /什么事|留言|转告|内容/ },
      { text: '对，没错，谢谢。', when: /重复|对吗|是不是|确认/ },
    ],
  },
};
