import type { Resident } from './resident.ts';

/** Loses patience in the middle of the second ring, before anybody can answer. */
export const hangsUpInRingTwo: Resident = {
  id: 'hangs-up-in-ring-two',
  name: { zh: '急性子', en: 'An impatient caller' },
  summary: { zh: '第二声铃响时就挂断', en: 'Hangs up in the middle of the second ring' },
  from: '+8613800138009',
  language: 'zh-CN',
  script: {
    hangsUpInRing: 2,
    answer: () => ({ do: 'hang-up', thinkMs: 300 }),
    talk: [{ text: '算了，没事了。' }],
    hangsUpAfterTalkMs: 300,
  },
};
