import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { featuresOf } from '../../server/etiquette/learned/features.ts';
import { learnedScales, pullOf, scaleNames } from '../../server/etiquette/learned/scales.ts';
import learned from '../../server/etiquette/learned/weights.json';
import { plainText } from '../../server/etiquette/plainText.ts';
import { labelledCalls } from './labelledCall.ts';

const weights = new Map(learned.lines.map((line) => [line.slice(0, line.indexOf('\t')), line.split('\t').slice(1).map(Number)] as const));

/** The scores as they are defined: each feature as a word, its weights looked up, summed. */
function plainScores(flat: string, isAnswer: boolean): number[] {
  const features = featuresOf(flat, isAnswer);
  return scaleNames.map((_, i) => (learned.starts[i] ?? 0) + (pullOf(features.length) * features.reduce((sum, feature) => sum + (weights.get(feature)?.[i] ?? 0), 0)) / 100);
}

const sentences = labelledCalls.flatMap(({ call }) => call.segments.map(({ text }) => plainText(text).flat));
const pieces = fc.array(fc.oneof(fc.constantFrom(...sentences), fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 4 });

describe('the walk over the learned weights', () => {
  test('gives every sentence the scores that its features add up to', () => {
    fc.assert(fc.property(pieces, fc.nat(40), fc.boolean(), (texts, from, isAnswer) => {
      const flat = plainText(texts.map((text) => text.slice(from % (text.length + 1))).join('')).flat;
      const walked = learnedScales.scoresOf(flat, isAnswer);
      plainScores(flat, isAnswer).forEach((score, i) => expect(walked[scaleNames[i] as (typeof scaleNames)[number]]).toBeCloseTo(score, 9));
    }), { numRuns: 400 });
  });
});
