import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { zh } from './zh.ts';
import type { Words } from './zh.ts';
import { remember, remembered } from '../app/remembered.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Words };
  }
}

export type UiLanguage = 'zh-CN' | 'en';

/** The language that was spoken here last: the sign-in page speaks it. */
const lastKey = 'three-rings.language';

function last(): UiLanguage {
  return remembered(lastKey) === 'en' ? 'en' : 'zh-CN';
}

export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: last(),
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  showLanguage();
}

function showLanguage(): void {
  document.documentElement.lang = i18next.language;
  document.title = i18next.t('mark');
}

/** Shows this language now; whose account keeps it is the session's affair (app/session.ts). */
export async function speakLanguage(language: UiLanguage): Promise<void> {
  remember(lastKey, language);
  await i18next.changeLanguage(language);
  showLanguage();
}

export const uiLanguage = (): UiLanguage => (i18next.language === 'en' ? 'en' : 'zh-CN');
