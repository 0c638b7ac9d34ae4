import type { Language, OpenerStep } from '../../../server/contract/primitives.ts';

/** The three sentences in the language of the line, not of the screen: they are said to the caller. */
const sentences: Record<Language, { greeting: string; question: string; goodbye: string }> = {
  'zh-CN': { greeting: '您好！', question: '请问有什么可以帮您？', goodbye: '谢谢您的来电，再见。' },
  en: { greeting: 'Hello!', question: 'How may I help you?', goodbye: 'Thank you for calling, goodbye.' },
  yue: { greeting: '您好！', question: '請問有咩可以幫到您？', goodbye: '多謝您嘅來電，再見。' },
};

export function openerSentence(step: OpenerStep, language: Language, office: string): string {
  return step === 'unit' ? office : sentences[language][step];
}

export const goodbyeIn = (language: Language): string => sentences[language].goodbye;
