/**
 * Scales learned from sentences: how rude, quarrelsome or disowning a sentence sounds, and whether it promises an act, also in words that are
 * on no list. A score is a sum of the weights of what the sentence is made of; above 0 the sentence is more likely than not of that kind.
 */
import type { Piece } from '../hearing.ts';
import { callerTurnBefore, wordsOf, type Hearing } from '../hearing.ts';
import { keptWith } from '../plainText.ts';
import { asksFor, featuresOf } from './features.ts';
import { starts, weightLines } from './weights.ts';

export const scaleNames = ['casual', 'argue', 'not-our-job', 'promise'] as const;
export type ScaleName = (typeof scaleNames)[number];
export type Scores = Readonly<Record<ScaleName, number>>;

const weights = new Map(weightLines.split('\n').map((line) => {
  const [feature = '', ...hundredths] = line.split('\t');
  return [feature, scaleNames.map((_, i) => Number(hundredths[i] ?? 0) / 100)] as const;
}));

/** The scores of a plain text. */
export function scoresOf(flat: string, isAnswer: boolean): Scores {
  const features = featuresOf(flat, isAnswer);
  const sums = [0, 0, 0, 0];
  for (const feature of features) {
    const known = weights.get(feature);
    if (known) for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + (known[i] as number);
  }
  const pull = 3 / Math.sqrt(features.length);
  const score = (i: number) => (starts[i] ?? 0) + pull * (sums[i] as number);
  return { casual: score(0), argue: score(1), 'not-our-job': score(2), promise: score(3) };
}

const answerKey = {};
const replyKey = {};

/** The scores of what an agent said, after what the caller said before. */
export function scoresAt(piece: Piece, hearing: Hearing): Scores {
  const isAnswer = asksFor(wordsOf(callerTurnBefore(hearing, piece.turn)));
  return keptWith(piece.text, isAnswer ? answerKey : replyKey, () => scoresOf(piece.text.flat, isAnswer));
}
