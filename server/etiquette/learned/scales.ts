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
/** Where in a line of weights.json each scale stands. */
const columnOf = Object.fromEntries(scaleNames.map((name, column) => [name, column])) as Readonly<Record<ScaleName, number>>;
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
      const score = (column: number): number => (learned.starts[column] ?? 0) + pull * (sums[column] as number);
      // Written out, because this is asked for each sentence of a live call.
      return { casual: score(columnOf.casual), argue: score(columnOf.argue), 'not-our-job': score(columnOf['not-our-job']), promise: score(columnOf.promise), 'careless-promise': score(columnOf['careless-promise']), empathy: score(columnOf.empathy), 'time-told': score(columnOf['time-told']), 'measures-agreed': score(columnOf['measures-agreed']) };
    },
    restateScore: (signs) => learned.restateStart + pullOf(signs.length) * signs.reduce((sum, sign) => sum + (restateWeights.get(sign) ?? 0), 0),
  };
}

/** Shipped: from weights.json, as scripts/learn.ts wrote it. */
export const learnedScales: Scales = scalesFrom(weights);
