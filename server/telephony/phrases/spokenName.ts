import { pinyin } from 'pinyin-pro';
import type { Language } from '../../contract/primitives.ts';

const chinese = /\p{Script=Han}/u;

/** A name as a voice of this language can say it: an English voice says 张伟 as Zhang Wei; a voice that cannot read its text fails (carrier facts 3.7). */
export function spokenName(name: string, language: Language): string {
  if (language !== 'en' || !chinese.test(name)) return name;
  return pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .map((syllable) => syllable.slice(0, 1).toUpperCase() + syllable.slice(1))
    .join(' ');
}

/** Sentences one after the other, as they are written in this language. */
export function sentences(language: Language, ...said: readonly string[]): string {
  return said.filter((sentence) => sentence !== '').join(language === 'en' ? ' ' : '');
}
