import { pinyin } from 'pinyin-pro';
import { simplified } from './plainText.ts';

const soundsKnown = new Map<string, readonly string[]>();

/** Every reading of one character without tones: 单 is dan, shan and chan. Empty for what is no Chinese character. */
export function charSounds(character: string): readonly string[] {
  let sounds = soundsKnown.get(character);
  if (!sounds) {
    const found: string[] = /^\p{Script=Han}$/u.test(character) ? pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true }) : [];
    sounds = [...new Set(found.filter((sound) => /^[a-z]+$/.test(sound)))];
    // Bounded by the characters that there are.
    soundsKnown.set(character, sounds);
  }
  return sounds;
}

/** The Chinese characters of a name, simplified: 陈嘉敏 of "陳嘉敏 Carmen". */
export function chineseName(name: string): string {
  return (simplified(name).match(/\p{Script=Han}+/gu) ?? []).join('');
}

/** How a Chinese name may be read, as lists of syllables; the reading as a surname first (单 shan, 曾 zeng). Empty for other names. */
export function nameSounds(name: string): string[][] {
  const characters = chineseName(name);
  if (characters === '') return [];
  const asName = pinyin(characters, { toneType: 'none', type: 'array', mode: 'surname', v: true });
  const asWord = pinyin(characters, { toneType: 'none', type: 'array', v: true });
  return asName.join(' ') === asWord.join(' ') ? [asName] : [asName, asWord];
}
