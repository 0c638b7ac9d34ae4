/** Comparing Chinese by its sound: a recogniser that mishears writes another character of the same sound (无业 for 物业). */
import { pinyin } from 'pinyin-pro';

/** Syllables a character can stand for, without tones. One entry a character. */
const readings = new Map<string, readonly string[]>();

function readingsOf(char: string): readonly string[] {
  const known = readings.get(char);
  if (known) return known;
  const found = [...new Set(pinyin(char, { toneType: 'none', type: 'array', multiple: true, v: true }))];
  readings.set(char, found);
  return found;
}

/** Southern speakers do not part zh/z, n/l, f/h, -ng/-n: neither do recognisers that listen to them. */
function blurred(syllable: string): string {
  return syllable.replace(/^([zcs])h/, '$1').replace(/^n/, 'l').replace(/^hu(?=.)/, 'f').replace(/ng$/, 'n');
}

/** One entry a character. */
const blurredSounds = new Map<string, string>();
/** A character's sound as southern speech blurs it: equal for characters that a recogniser may mix up. By the first reading only. */
export function soundOf(char: string): string {
  let sound = blurredSounds.get(char);
  if (sound === undefined) {
    sound = blurred(readingsOf(char)[0] ?? char);
    blurredSounds.set(char, sound);
  }
  return sound;
}

/** Do the two characters sound alike? `isBlurred` also lets pass what southern speech merges. */
export function soundsAlike(a: string, b: string, isBlurred: boolean): boolean {
  if (a === b) return true;
  for (const x of readingsOf(a)) {
    for (const y of readingsOf(b)) if (x === y || (isBlurred && blurred(x) === blurred(y))) return true;
  }
  return false;
}

/** Where `phrase` is heard in `text`, whatever characters it was written with; -1 where it is not. At most `slips` characters may differ wholly. */
export function findBySound(text: string, phrase: string, isBlurred: boolean, slips = 0): number {
  for (let from = 0; from + phrase.length <= text.length; from++) {
    let wrong = 0;
    let same = 0;
    for (let i = 0; i < phrase.length && wrong <= slips; i++) {
      const heard = text.charAt(from + i);
      const meant = phrase.charAt(i);
      if (heard === meant) same++;
      else if (!soundsAlike(heard, meant, isBlurred)) wrong++;
    }
    // A name of which no character is left as written was not heard.
    if (wrong <= slips && same > 0) return from;
  }
  return -1;
}
