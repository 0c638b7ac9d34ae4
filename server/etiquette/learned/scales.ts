/**
 * Scales learned from sentences: how rude, quarrelsome or disowning a sentence sounds, and whether it promises an act, also in words that are
 * on no list. A score is a sum of the weights of what the sentence is made of; above 0 the sentence is more likely than not of that kind.
 */
import { featureTrie } from './featureTrie.ts';
import { shapeOf } from './shape.ts';
import weights from './weights.json';

/** Manners that rule each other out: learned together, the score of each is how much more speaks for it than for none of them. */
export const toneNames = ['casual', 'argue', 'not-our-job'] as const;
/** Every scale, in the order of the columns in weights.json: a new one goes last and needs learning anew. */
export const scaleNames = [...toneNames, 'promise', 'careless-promise', 'empathy', 'time-told', 'measures-agreed'] as const;
/** @see scaleNames */
export type ScaleName = (typeof scaleNames)[number];
/** One score a scale; above 0 the text is more likely than not of that kind. */
export type Scores = Readonly<Record<ScaleName, number>>;

/** What scripts/learn.ts writes: the weights in hundredths, a line for each feature. */
export type Learned = { readonly starts: readonly number[]; readonly restateStart: number; readonly restate: Readonly<Record<string, number>>; readonly lines: readonly string[] };

/** What was learned, ready to be asked; other than the shipped ones only for measuring (scripts/score, scripts/learn). */
export type Scales = {
  /** The scores of a plain text. `isAnswer`: the caller's words before it asked for something. */
  readonly scoresOf: (flat: string, isAnswer: boolean) => Scores;
  /** How much speaks for a restatement: the sum of the weights of its signs; above 0 it is one. */
  readonly restateScore: (signs: readonly string[]) => number;
};

/** Long sentences are made of more: their sums are drawn together. */
export const pullOf = (features: number): number => 3 / Math.sqrt(features);

/** The scales of what was learned. */
export function scalesFrom(learned: Learned): Scales {
  const addWeights = featureTrie(learned.lines, scaleNames.length);
  const restateWeights = new Map(Object.entries(learned.restate).map(([sign, hundredths]) => [sign, hundredths / 100] as const));
  const sums = new Int32Array(scaleNames.length);
  return {
    scoresOf: (flat, isAnswer) => {
      sums.fill(0);
      const pull = pullOf(addWeights(shapeOf(flat, isAnswer), sums)) / 100;
      const score = (i: number): number => (learned.starts[i] ?? 0) + pull * (sums[i] as number);
      return { casual: score(0), argue: score(1), 'not-our-job': score(2), promise: score(3), 'careless-promise': score(4), empathy: score(5), 'time-told': score(6), 'measures-agreed': score(7) };
    },
    restateScore: (signs) => learned.restateStart + pullOf(signs.length) * signs.reduce((sum, sign) => sum + (restateWeights.get(sign) ?? 0), 0),
  };
}

/** Shipped: from weights.json, as scripts/learn.ts wrote it. */
export const learnedScales: Scales = scalesFrom(weights);
