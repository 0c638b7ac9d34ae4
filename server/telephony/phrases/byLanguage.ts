import type { Language } from '../../contract/primitives.ts';
import { english } from './en.ts';
import type { Phrases } from './phrases.ts';
import { cantonese } from './yue.ts';
import { mandarin } from './zhCN.ts';

/** The attendant's words in each language that a line may speak. */
export const phrasesOf: Record<Language, Phrases> = { 'zh-CN': mandarin, en: english, yue: cantonese };
