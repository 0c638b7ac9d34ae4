import { simplified } from '../people/plainText.ts';

/** How a character is searched: Chinese by characters and pairs, words by their beginnings, numbers by any part; `gap` parts them. */
export type CharacterKind = 'gram' | 'letter' | 'digit' | 'gap';

interface PlainCharacter {
  text: string;
  kind: CharacterKind;
}

const known = new Map<string, readonly PlainCharacter[]>();
/** Every Chinese character in use fits; what lies beyond is worked out anew. */
const mostKnown = 60_000;

function kindOf(text: string): CharacterKind {
  if (/^[0-9]$/.test(text)) return 'digit';
  if (/^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u.test(text)) return 'letter';
  return /^[\p{L}\p{N}]$/u.test(text) ? 'gram' : 'gap';
}

/**
 * One character (code point) as it is compared: simplified, ASCII width, small, without accents; some become several (㎡: m, 2), some nothing.
 * Each by itself, never by its neighbours: a part of a text is then always a part of the plain text.
 */
export function plainCharacter(character: string): readonly PlainCharacter[] {
  let plain = known.get(character);
  if (!plain) {
    const letters = simplified(character).normalize('NFD').replace(/\p{M}+/gu, '').normalize('NFC');
    plain = [...letters].map((text) => ({ text, kind: kindOf(text) }));
    if (known.size < mostKnown) known.set(character, plain);
  }
  return plain;
}
