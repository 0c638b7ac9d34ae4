import { nameSounds } from '../people/chineseSound.ts';

const known = new Map<string, readonly string[]>();
const mostKnown = 5_000;

/** How a Chinese name is typed in Latin letters: from its first syllable or a later one on (zhangwei, wei), and by initials (zw). Empty for other names. */
export function nameSpellings(name: string): readonly string[] {
  let spellings = known.get(name);
  if (!spellings) {
    spellings = [...new Set(nameSounds(name.slice(0, 40)).flatMap((syllables) => [...syllables.map((_, from) => syllables.slice(from).join('')), syllables.map((syllable) => syllable.charAt(0)).join('')]))];
    // The same people call and are called: the oldest gives way.
    if (known.size >= mostKnown) known.delete(known.keys().next().value ?? '');
    known.set(name, spellings);
  }
  return spellings;
}
