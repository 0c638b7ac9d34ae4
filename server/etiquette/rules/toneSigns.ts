/** Tone without a rude word: signs of impatience or quarrel that together outweigh courtesy and help. S3 接听.3, S1 五.3.a, S4 六.2. */
import { callerTurnBefore, wordsOf, type Hearing, type Piece, type Turn } from '../hearing.ts';
import { keptWith } from '../plainText.ts';
import { chineseSigns, englishSigns, type ToneSign } from '../words/toneSigns.ts';

/** What the signs of a piece come to: rude or impatient (`casual`), turned against the caller (`argue`), or neither. */
export type Tone = 'casual' | 'argue' | 'none';

/** Longer turns carry matter as well as tone: the signs in them stand too far apart to speak together. In characters. */
const longest = 44;
const longestEnglish = 140;
/** What the signs must come to. */
const enough = 2;

const compiled = (signs: readonly ToneSign[]) => {
  const all = signs.map(([pattern, kind, weight]) => ({ pattern: new RegExp(pattern), kind, weight }));
  const isFault = ({ kind }: { kind: ToneSign[1] }) => kind === 'impatience' || kind === 'quarrel';
  return { faults: all.filter(isFault), others: all.filter((sign) => !isFault(sign)) };
};
const chinese = compiled(chineseSigns);
const english = compiled(englishSigns);

/** By how much quarrel outweighs impatience; null where the signs do not come to enough. */
type Lean = { readonly lean: number } | null;

const leanKey = {};
const none = {};
/** Each sign counts once. */
function leanOf(piece: Piece): Lean {
  const kept = keptWith<{ lean: number } | typeof none>(piece.text, leanKey, () => weighTone(piece.text.flat) ?? none);
  return 'lean' in kept ? kept : null;
}

const questionWords = /吗|呢|么$|(?<!为)什么|怎么(?!回事|搞|又|还)|哪|谁|几(?!次|天|遍)|多少|多久|能不能|可[不唔]可以|行不行|得唔得|有冇|系咪|使唔使|帮(?:我|忙)|麻烦|请问|再(?:查|问|说|看)|点(?:解|样)|边(?:个|度)|\b(?:can|could|would|may|what|when|where|how|who|which|is there|do you|are you|please)\b/;

/** The turn asks or requests: there is no word in it to quarrel with. */
export const asks = (turn: Turn | undefined): boolean => questionWords.test(wordsOf(turn));

/** Does the piece sound rude or quarrelsome, whichever? */
export const isHarsh = (piece: Piece): boolean => leanOf(piece) !== null;

/** The tone of a piece by its signs and by what it answers: a claim can be contradicted, a question only be brushed off. */
export function toneOf(piece: Piece, hearing: Hearing): Tone {
  const weighed = leanOf(piece);
  if (weighed === null) return 'none';
  const claims = !asks(callerTurnBefore(hearing, piece.turn));
  return weighed.lean + (claims ? 1 : -1) > 0 ? 'argue' : 'casual';
}

function weighTone(flat: string): Lean {
  const isChinese = /[一-鿿]/.test(flat);
  if (flat.length > (isChinese ? longest : longestEnglish)) return null;
  const sum = { impatience: 0, quarrel: 0, plain: 0, courtesy: 0 };
  const { faults, others } = isChinese ? chinese : english;
  for (const { pattern, kind, weight } of faults) if (pattern.test(flat)) sum[kind] += weight;
  // A plain 你 and a particle are no fault without a sign that says something.
  if (Math.max(sum.impatience, sum.quarrel) < enough) return null;
  for (const { pattern, kind, weight } of others) if (pattern.test(flat)) sum[kind] += weight;
  if (sum.impatience + sum.quarrel + sum.plain - sum.courtesy < enough) return null;
  return { lean: sum.quarrel - sum.impatience };
}
