/**
 * What the learned scales look at in a sentence: runs of one to three characters or words, and pairs of grammar words in their order
 * (您…没, 又不是…吗, you…should). Runs tell the wording, pairs the shape that many wordings share: a reproach, a rhetorical question.
 * Features as words are for learning and for people; judging walks `featureTrie` instead and finds the same.
 */
import { asksWords } from '../words/asking.ts';
import { shapeOf } from './shape.ts';

/** How far apart the words of a pair may stand, counted in grammar words or classes. */
export const pairReach = 5;
/** As `pairReach`, for classes of words; they stand further apart, since not every word has one. */
export const classReach = 7;
/** The longest run, in characters or words. */
export const longestRun = 3;

function addRuns(features: string[], mark: string, units: readonly string[], glue: string): void {
  for (let from = 0; from < units.length; from++) {
    let run = units[from] ?? '';
    features.push(mark + run);
    for (let to = from + 1; to < Math.min(units.length, from + longestRun); to++) {
      run += glue + (units[to] ?? '');
      features.push(mark + run);
    }
  }
}

/** Pairs in their order, `nearest` to `reach` places apart. */
function addPairs(features: string[], mark: string, words: readonly string[], nearest: number, reach: number): void {
  for (let i = 0; i < words.length; i++) {
    for (let j = i + nearest; j < Math.min(words.length, i + 1 + reach); j++) features.push(`${mark}${words[i] ?? ''}>${words[j] ?? ''}`);
  }
}

/** The features of a plain text, repeated ones as often as they come. `isAnswer`: the caller's words before it asked for something. */
export function featuresOf(flat: string, isAnswer: boolean): string[] {
  const { runs, grammar, words, wordGrammar, names, size } = shapeOf(flat, isAnswer);
  const features: string[] = [isAnswer ? 'xanswer' : 'xreply', `x${size}`];
  for (const run of runs) addRuns(features, 'c', runs.length === 1 ? ['^', ...run, '$'] : [...run], '');
  addPairs(features, 'p', grammar, 1, pairReach);
  if (words.length > 0) addRuns(features, 'w', ['^', ...words, '$'], ' ');
  addPairs(features, 'p', wordGrammar, 1, pairReach);
  addRuns(features, 'k', ['^', ...names, '$'], ' ');
  // Neighbours are runs already.
  addPairs(features, 'q', names, 2, classReach);
  return features;
}

/** Does what the caller said ask for something? A claim can be contradicted, a question only be brushed off. */
export const asksFor = (words: string): boolean => asksWords.test(words);
