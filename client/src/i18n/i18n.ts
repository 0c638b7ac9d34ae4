import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { zh } from './zh.ts';
import type { Words } from './zh.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Words };
  }
}

export type UiLanguage = 'zh-CN' | 'en';

const lastKey = 'three-rings.language';
const keyOf = (userId: string): string => `${lastKey}.${userId}`;

const isLanguage = (value: string | null): value is UiLanguage => value === 'zh-CN' || value === 'en';

function remembered(key: string): UiLanguage | null {
  const value = localStorage.getItem(key);
  return isLanguage(value) ? value : null;
}

export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: remembered(lastKey) ?? 'zh-CN',
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

/** Shows this language now, and next time to this user on this computer. */
export async function speakLanguage(language: UiLanguage, userId: string | null): Promise<void> {
  localStorage.setItem(lastKey, language);
  if (userId !== null) localStorage.setItem(keyOf(userId), language);
  await i18next.changeLanguage(language);
  showLanguage();
}

/** The language that this user chose on this computer, else the one of his account. */
export async function speakAs(user: { id: string; language: UiLanguage }): Promise<void> {
  await speakLanguage(remembered(keyOf(user.id)) ?? user.language, user.id);
}

export const uiLanguage = (): UiLanguage => (i18next.language === 'en' ? 'en' : 'zh-CN');
