/** Impatience without a rude word: several signs together. S3 接听.3, S1 五.3.a. */
import type { Piece } from '../hearing.ts';
import { keptWith } from '../plainText.ts';
import { impatienceSigns } from '../words/impatience.ts';
import { courteousWords } from '../words/tone.ts';

/** Longer turns carry matter as well as tone. */
const longest = 32;
const signsKey = {};
/** Two signs of impatience and no courteous word. `isDenial`: it turns against what the caller said, and is a quarrel. */
export function impatience(piece: Piece): 'casual' | 'argue' | 'none' {
  return keptWith(piece.text, signsKey, () => {
    const { flat } = piece.text;
    if (flat.length > longest || !/[一-鿿]/.test(flat) || courteousWords.test(piece.text)) return 'none';
    let signs = 0;
    for (const sign of impatienceSigns) if (sign.test(flat)) signs++;
    if (signs < 2) return 'none';
    return /人家|又(?:没|不是)|你(?:自己|家|们).{0,6}(?:没|不|乱|弄|搞|先)/.test(flat) ? 'argue' : 'casual';
  });
}
