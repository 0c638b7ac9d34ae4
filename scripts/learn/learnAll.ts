/** All scales and the signs of a restatement, learned from lessons. */
import { scaleNames, scalesFrom, toneNames, type Learned, type ScaleName } from '../../server/etiquette/learned/scales.ts';
import { restatings, type Lesson } from './lessons.ts';
import { learn, learnKinds, type KindRow, type Row, type Scale } from './regression.ts';

/** Weights below this change nothing that can be heard. */
const smallest = 0.06;

/** What was learned, as the file that the engine reads; written with a line for each feature. */
function weightsOf(learned: Readonly<Record<ScaleName, Scale>>, restate: Scale, count: number): Learned & { readonly about: string } {
  const hundredths = (weight: number | undefined) => (weight === undefined || Math.abs(weight) < smallest ? '' : String(Math.round(weight * 100)));
  const features = [...new Set(scaleNames.flatMap((name) => [...learned[name].weights].filter(([, weight]) => Math.abs(weight) >= smallest).map(([feature]) => feature)))].sort();
  const lines = features.map((feature) => `${feature}\t${scaleNames.map((name) => hundredths(learned[name].weights.get(feature))).join('\t')}`.trimEnd());
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  const about = `Written by scripts/learn.ts from ${count} lessons; not to be edited. A line: feature, then its weight in hundredths on each scale (${scaleNames.join(', ')}). restate: the signs of a restatement, in hundredths.`;
  const signs = Object.fromEntries([...restate.weights].map(([sign, weight]) => [sign, Math.round(weight * 100)] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { about, starts: scaleNames.map((name) => rounded(learned[name].start)), restateStart: rounded(restate.start), restate: signs, lines };
}

const rowsOf = (name: ScaleName, from: readonly Lesson[]): Row[] => from.flatMap(({ source, features, is }) => (is[name] === undefined ? [] : [{ source, features, wanted: is[name] }]));

/** Rude, quarrelsome, disowning or none: where it is not known which, the sentence teaches none of them. */
const toneRows = (lessons: readonly Lesson[]): KindRow[] => lessons.flatMap(({ features, is }) => {
  const kind = toneNames.findIndex((name) => is[name] === true) + 1;
  return kind > 0 || toneNames.every((name) => is[name] === false) ? [{ features, kind }] : [];
});

/** Learns from the lessons of all sources but one. */
export function learnAll(all: readonly Lesson[], leftOut?: string): Learned & { readonly about: string } {
  const lessons = all.filter(({ source }) => source !== leftOut);
  const tones = learnKinds(toneRows(lessons), toneNames.length);
  const learned = Object.fromEntries(scaleNames.map((name, i) => [name, tones[i] ?? learn(rowsOf(name, lessons))])) as Record<ScaleName, Scale>;
  // What sounds rude restates nothing: the restatements are learned behind the other scales.
  const scales = scalesFrom(weightsOf(learned, { weights: new Map(), start: 0 }, lessons.length));
  return weightsOf(learned, learn(restatings(scales).filter(({ source }) => source !== leftOut)), lessons.length);
}
