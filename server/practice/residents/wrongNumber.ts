import type { Resident } from './resident.ts';

/** Wanted a courier: notices the mistake when the office is named, apologises and rings off. */
export const wrongNumber: Resident = {
  id: 'wrong-number',
  name: { zh: '打错的人', en: 'A wrong number' },
  summary: { zh: '打错电话，想找快递公司，发现后道歉挂断', en: 'Dialled wrongly, wanted a courier; apologises and hangs up' },
  from: '+8613800138008',
  language: 'zh-CN',
  script: {
    answer: (prompt) => (prompt.speech ? { do: 'say', text: '哦，打错了，不好意思', then: 'hang-up' } : { do: 'hang-up' }),
    talk: [{ text: '喂，是顺达快递吗？' }, { text: '哦，打错了，不好意思。', when: /管理处|物业|这里是|不是/ }],
    hangsUpAfterTalkMs: 500,
  },
};
