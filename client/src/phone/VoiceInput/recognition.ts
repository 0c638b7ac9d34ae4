import type { Language } from '../../../../server/contract/primitives.ts';

/** The browser's speech recognition, as far as it is used here; TypeScript's own list of the web does not have it. */
export interface Recognition {
  lang: string;
  interimResults: boolean;
  continuous: boolean;
  onresult: ((event: { resultIndex: number; results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
}

type MakesRecognition = new () => Recognition;

const tags: Record<Language, string> = { 'zh-CN': 'zh-CN', en: 'en-US', yue: 'yue-Hant-HK' };

/** Hears one language; null in a browser that cannot. */
export function makeRecognition(language: Language): Recognition | null {
  const { SpeechRecognition, webkitSpeechRecognition } = window as { SpeechRecognition?: MakesRecognition; webkitSpeechRecognition?: MakesRecognition };
  const Maker = SpeechRecognition ?? webkitSpeechRecognition;
  if (!Maker) return null;
  const recognition = new Maker();
  recognition.lang = tags[language];
  recognition.interimResults = true;
  recognition.continuous = false;
  return recognition;
}

/** Chrome, Edge and Safari can; Firefox cannot. */
export const canHear = (): boolean => 'SpeechRecognition' in window || 'webkitSpeechRecognition' in window;
