/** Tone without a rude word: signs of impatience or quarrel that together outweigh courtesy and help. S3 接听.3, S1 五.3.a, S4 六.2. */
import type { Piece } from '../hearing.ts';
import { keptWith } from '../plainText.ts';
import { chineseSigns, englishSigns, type ToneSign } from '../words/toneSigns.ts';

/** What the signs of a piece come to: rude or impatient (`casual`), turned against the caller (`argue`), or neither. */
export type Tone = 'casual' | 'argue' | 'none';

/** Longer turns carry matter as well as tone: the signs in them stand too far apart to speak together. In characters. */
const longest = 44;
const longestEnglish = 140;
/** What the signs must come to. */
const enough = 2;

const compiled = (signs: readonly ToneSign[]) => signs.map(([pattern, kind, weight]) => ({ pattern: new RegExp(pattern), kind, weight }));
const chinese = compiled(chineseSigns);
const english = compiled(englishSigns);

const toneKey = {};
/** The tone of a piece by its signs; each sign counts once. */
export const toneOf = (piece: Piece): Tone => keptWith(piece.text, toneKey, () => weighTone(piece.text.flat));

function weighTone(flat: string): Tone {
  const isChinese = /[一-鿿]/.test(flat);
  if (flat.length > (isChinese ? longest : longestEnglish)) return 'none';
  const sum = { impatience: 0, quarrel: 0, plain: 0, courtesy: 0 };
  for (const { pattern, kind, weight } of isChinese ? chinese : english) if (pattern.test(flat)) sum[kind] += weight;
  // A plain 你 and a particle are no fault without a sign that says something.
  if (Math.max(sum.impatience, sum.quarrel) < enough || sum.impatience + sum.quarrel + sum.plain - sum.courtesy < enough) return 'none';
  return sum.quarrel > sum.impatience ? 'argue' : 'casual';
}
