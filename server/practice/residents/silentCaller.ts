import type { Resident } from './resident.ts';

/** Says nothing at all: a phone in a pocket. The line stays open until the office ends the call. */
export const silentCaller: Resident = {
  id: 'silent-caller',
  name: { zh: '没有声音', en: 'A silent caller' },
  summary: { zh: '接通后一直没有人说话', en: 'Never says a word' },
  from: '+8613800138010',
  language: 'zh-CN',
  script: { answer: () => ({ do: 'nothing' }), talk: [], hangsUpAfterTalkMs: 45000 },
};
