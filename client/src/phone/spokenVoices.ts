import type { Language } from '../../../server/contract/primitives.ts';
import { openListeners } from './listeners.ts';
import { remember, remembered } from '../app/remembered.ts';

const key = 'three-rings.speak-words';
const listeners = openListeners();
const hasVoices = 'speechSynthesis' in window;
if (hasVoices) speechSynthesis.addEventListener('voiceschanged', listeners.tell);

/** How browsers name the languages of the lines; Cantonese goes by its place as well. */
const tags: Record<Language, readonly RegExp[]> = { 'zh-CN': [/^(zh|cmn)[-_](hans[-_])?cn/i, /^zh$/i, /^cmn/i], en: [/^en/i], yue: [/^yue/i, /^zh[-_](hant[-_])?hk/i] };

/** This browser's voice for a language; null where it has none. */
export function voiceFor(language: Language): SpeechSynthesisVoice | null {
  if (!hasVoices) return null;
  const voices = speechSynthesis.getVoices();
  for (const tag of tags[language]) {
    const fitting = voices.filter(({ lang }) => tag.test(lang));
    // A voice of the computer itself starts at once and sends no words away.
    const found = fitting.find(({ localService }) => localService) ?? fitting[0];
    if (found) return found;
  }
  return null;
}

/** The agent wants the words of practice residents spoken; off until switched on, kept in this browser. */
export const isSpeakingOn = (): boolean => remembered(key) === '1';

/** Kept in this browser; switched off, what is being spoken stops. */
export function switchSpeaking(isOn: boolean): void {
  remember(key, isOn ? '1' : '0');
  if (!isOn && hasVoices) speechSynthesis.cancel();
  listeners.tell();
}

/** Behind whatever is still being spoken; silent where this browser has no voice for the language. */
export function speak(text: string, language: Language): void {
  const voice = voiceFor(language);
  if (!voice) return;
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice;
  words.lang = voice.lang;
  speechSynthesis.speak(words);
}

/** Stops in the middle: the agent begins to speak, or the call is over. */
export function stopSpeaking(): void {
  if (hasVoices) speechSynthesis.cancel();
}

/** Told when browsers have loaded their voices, or speaking was switched. @returns the way to stop */
export const onVoicesChange = listeners.add;
