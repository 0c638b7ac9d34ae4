/**
 * Scales learned from sentences: how rude, quarrelsome or disowning a sentence sounds, and whether it promises an act, also in words that are
 * on no list. A score is a sum of the weights of what the sentence is made of; above 0 the sentence is more likely than not of that kind.
 */
import type { Piece } from '../hearing.ts';
import { callerTurnBefore, wordsOf, type Hearing } from '../hearing.ts';
import { keptWith } from '../plainText.ts';
import { asksFor, featuresOf } from './features.ts';
import learned from './weights.json';

export const scaleNames = ['casual', 'argue', 'not-our-job', 'promise', 'careless-promise', 'empathy', 'time-told', 'measures-agreed'] as const;
export type ScaleName = (typeof scaleNames)[number];
export type Scores = Readonly<Record<ScaleName, number>>;

const weights = new Map(learned.lines.map((line) => {
  const [feature = '', ...hundredths] = line.split('\t');
  return [feature, Float64Array.from(scaleNames, (_, i) => Number(hundredths[i] ?? 0) / 100)] as const;
}));

/** The scores of a plain text. */
export function scoresOf(flat: string, isAnswer: boolean): Scores {
  const features = featuresOf(flat, isAnswer);
  const sums = new Float64Array(scaleNames.length);
  for (const feature of features) {
    const known = weights.get(feature);
    if (known) for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + (known[i] as number);
  }
  const pull = 3 / Math.sqrt(features.length);
  return Object.fromEntries(scaleNames.map((name, i) => [name, (learned.starts[i] ?? 0) + pull * (sums[i] as number)])) as Scores;
}

const answerKey = {};
const replyKey = {};

/** The scores of what an agent said, after what the caller said before. */
export function scoresAt(piece: Piece, hearing: Hearing): Scores {
  const isAnswer = asksFor(wordsOf(callerTurnBefore(hearing, piece.turn)));
  return keptWith(piece.text, isAnswer ? answerKey : replyKey, () => scoresOf(piece.text.flat, isAnswer));
}

const restateWeights = new Map(Object.entries(learned.restate).map(([sign, hundredths]) => [sign, hundredths / 100] as const));

/** How much speaks for a restatement: the sum of the weights of its signs; above 0 it is one. */
export const restateScore = (signs: readonly string[]): number => learned.restateStart + (3 / Math.sqrt(signs.length)) * signs.reduce((sum, sign) => sum + (restateWeights.get(sign) ?? 0), 0);
