import { inbox as enInbox } from '../i18n/en/inbox.ts';
import { letter as enLetter } from '../i18n/en/letter.ts';
import { slipActions as enActions } from '../i18n/en/slipActions.ts';
import { inbox as zhInbox } from '../i18n/zh/inbox.ts';
import { letter as zhLetter } from '../i18n/zh/letter.ts';
import { slipActions as zhActions } from '../i18n/zh/slipActions.ts';

/** BCP 47, as the page's `lang` has it. */
export type LetterLanguage = 'zh-CN' | 'en';

/** Everything that a message says around the caller's own words, without the console's library of words: the page behind a link stays small. */
export const letterWords = {
  'zh-CN': { letter: zhLetter, inbox: zhInbox, actions: zhActions },
  en: { letter: enLetter, inbox: enInbox, actions: enActions },
} as const;
/** The shape of either language: English has the same, checked by the compiler. */
export type Words = { letter: typeof zhLetter; inbox: typeof zhInbox; actions: typeof zhActions };

/** The reader's phone decides; where it speaks neither language, the office's line does. */
export function letterLanguage(phone: string, office: string | null): LetterLanguage {
  if (/^zh\b/i.test(phone)) return 'zh-CN';
  if (/^en\b/i.test(phone)) return 'en';
  return office === 'en' ? 'en' : 'zh-CN';
}

/** {{who}} and the like, filled. */
export const filled = (text: string, values: Record<string, string>): string => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
