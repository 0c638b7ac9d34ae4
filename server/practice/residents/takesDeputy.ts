import type { Resident } from './resident.ts';
import { answering, say } from './resident.ts';

const replies = answering(
  {
    recipient: say('找一下工程部的张师傅'),
    caller: say('我姓孙，三栋2单元801的'),
    number: say('是的'),
    message: say('我是三栋801的孙建军，预约明天上午换水表的，想改到后天，请刘师傅给我回个电话，谢谢', { then: 'press-hash' }),
    confirm: { do: 'key', digits: '1' },
    other: say('找张师傅，他不在的话刘师傅也行'),
  },
  '13923450016',
);

/** Wants 张伟, who is away, and takes the deputy who is offered: key 2. */
export const takesDeputy: Resident = {
  id: 'takes-deputy',
  name: { zh: '孙建军', en: 'Sun Jianjun' },
  summary: { zh: '找工程部的张师傅，人不在，改请代理人刘洋回电（按 2）', en: 'Wants Zhang Wei of engineering, who is away; takes the deputy Liu Yang instead (key 2)' },
  from: '+8613923450016',
  language: 'zh-CN',
  script: {
    answer(prompt) {
      const offered = prompt.keys && prompt.heard.some(({ text }) => /代理人.*请按2/.test(text));
      return prompt.asks === 'caller' && offered ? { do: 'key', digits: '2', thinkMs: 800 } : replies(prompt);
    },
    talk: [
      { text: '你好，我找工程部的张师傅。' },
      { text: '那就请刘师傅给我回个电话吧。', when: /刘|代理|同事|别人|其他/ },
      { text: '我姓孙，三栋2单元801的。', when: /贵姓|怎么称呼|哪位|哪栋|哪里|住/ },
      { text: '就打这个电话。', when: /电话|号码/ },
      { text: '约了明天上午换水表，想改到后天，请他回电。', when: /什么事|留言|转告|内容/ },
      { text: '对，没错，谢谢。', when: /重复|对吗|是不是|确认/ },
    ],
  },
};
