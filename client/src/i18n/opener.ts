import type { Language, OpenerStep } from '../../../server/contract/primitives.ts';

/** The three sentences in the language of the line, not of the screen: they are said to the caller. */
const sentences: Record<Language, { greeting: string; question: string; stillQuestion: string; goodbye: string }> = {
  'zh-CN': { greeting: '您好！', question: '请问有什么可以帮您？', stillQuestion: '好的，请问还有什么可以帮您？', goodbye: '谢谢您的来电，再见。' },
  en: { greeting: 'Hello!', question: 'How may I help you?', stillQuestion: 'Certainly. How else may I help you?', goodbye: 'Thank you for calling, goodbye.' },
  yue: { greeting: '您好！', question: '請問有咩可以幫到您？', stillQuestion: '好嘅，請問仲有咩可以幫到您？', goodbye: '多謝您嘅來電，再見。' },
};

/** `hasSpoken`: the caller was quicker than the question and said what he wants; the question still comes, but not as if nothing had been said. */
export function openerSentence(step: OpenerStep, language: Language, office: string, hasSpoken = false): string {
  if (step === 'unit') return office;
  const { greeting, question, stillQuestion } = sentences[language];
  return step === 'greeting' ? greeting : hasSpoken ? stillQuestion : question;
}

export const goodbyeIn = (language: Language): string => sentences[language].goodbye;
