/** Scales learned from rows of features: what it takes to be of a kind, in weights. */
import { pullOf } from '../../server/etiquette/learned/scales.ts';

const rounds = 40;
const step = 0.15;
const shrink = 1;
/** Most sentences are of no kind: what is of one counts for more than one of the others. */
const favour = 2;
/** A feature of one lesson only teaches that lesson by heart. */
const leastLessons = 2;
/** Numbers between 0 and 1 in a fixed order (mulberry32), so that the same lessons give the same weights. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One lesson for one scale; `source` is what it must not be measured on. */
export type Row = { readonly source: string; readonly features: readonly string[]; readonly wanted: boolean };
/** What was learned: a weight a feature, and where the sum starts. */
export type Scale = { readonly weights: ReadonlyMap<string, number>; readonly start: number };

/** The features that are learned of, each with its place. */
function known(mine: readonly { readonly features: readonly string[] }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of mine) for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count >= leastLessons).map(([feature], i) => [feature, i]));
}

function shuffle(order: number[], next: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
}

/** Logistic regression by adaptive steps, one scale at a time. The score of a sentence is `start` + 3 / √features × the sum of its weights. */
export function learn(mine: readonly Row[]): Scale {
  const index = known(mine);
  const rows = mine.map(({ features, wanted }) => ({ places: features.flatMap((feature) => index.get(feature) ?? []), pull: pullOf(features.length), wanted: wanted ? 1 : 0 }));
  const weights = new Float64Array(index.size);
  const steps = new Float64Array(index.size).fill(1e-6);
  let start = -2;
  let startStep = 1e-6;
  const next = chance(7);
  const order = rows.map((_, i) => i);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, next);
    for (const at of order) {
      const row = rows[at];
      if (!row) continue;
      let sum = 0;
      for (const place of row.places) sum += weights[place] ?? 0;
      const miss = (1 / (1 + Math.exp(-(sum * row.pull + start))) - row.wanted) * (row.wanted === 1 ? favour : 1);
      for (const place of row.places) {
        const slope = miss * row.pull + (3 * shrink * (weights[place] as number)) / rows.length;
        steps[place] = (steps[place] as number) + slope * slope;
        weights[place] = (weights[place] as number) - (step * slope) / Math.sqrt(steps[place]);
      }
      startStep += miss * miss;
      start -= (step * miss) / Math.sqrt(startStep);
    }
  }
  return { weights: new Map([...index].map(([feature, place]) => [feature, weights[place] as number])), start };
}



/** A sentence of one of several kinds that rule each other out: 0 is none of them. */
export type KindRow = { readonly features: readonly string[]; readonly kind: number };

/** Few rounds: what is learned of one wording by heart helps with no other. */
const kindRounds = 8;
/** The order of the lessons tells too much in one run: the weights are the mean of several. */
const seeds = [1, 2, 3, 4, 5];

/** Several kinds learned together, so that what speaks for one speaks against the others; the scores are those of each kind against none. */
export function learnKinds(mine: readonly KindRow[], kinds: number): Scale[] {
  const index = known(mine);
  const rows = mine.map(({ features, kind }) => ({ places: features.flatMap((feature) => index.get(feature) ?? []), pull: pullOf(features.length), kind }));
  const each = kinds + 1;
  const weights = new Float64Array((index.size + 1) * each);
  for (const seed of seeds) learnOnce(rows, index.size, each, seed).forEach((weight, i) => { weights[i] = (weights[i] as number) + weight / seeds.length; });
  const against = (place: number, kind: number): number => (weights[place * each + kind] as number) - (weights[place * each] as number);
  return Array.from({ length: kinds }, (_, i) => ({ weights: new Map([...index].map(([feature, place]) => [feature, against(place, i + 1)])), start: against(index.size, i + 1) }));
}

/** The weights of each feature on each kind, none included, the starts behind them: softmax regression by adaptive steps. */
function learnOnce(rows: readonly { readonly places: readonly number[]; readonly pull: number; readonly kind: number }[], features: number, each: number, seed: number): Float64Array {
  const weights = new Float64Array((features + 1) * each);
  const steps = new Float64Array(weights.length).fill(1e-6);
  const chances = new Float64Array(each);
  const next = chance(seed);
  const order = rows.map((_, i) => i);
  const move = (at: number, slope: number): void => {
    steps[at] = (steps[at] as number) + slope * slope;
    weights[at] = (weights[at] as number) - (step * slope) / Math.sqrt(steps[at]);
  };
  for (let round = 0; round < kindRounds; round++) {
    shuffle(order, next);
    for (const at of order) {
      const row = rows[at];
      if (!row) continue;
      for (let kind = 0; kind < each; kind++) {
        let sum = 0;
        for (const place of row.places) sum += weights[place * each + kind] as number;
        chances[kind] = Math.exp((weights[features * each + kind] as number) + row.pull * sum);
      }
      const whole = chances.reduce((sum, value) => sum + value, 0);
      for (let kind = 0; kind < each; kind++) {
        const miss = ((chances[kind] as number) / whole - (kind === row.kind ? 1 : 0)) * (row.kind === 0 ? 1 : favour);
        for (const place of row.places) move(place * each + kind, miss * row.pull + (3 * shrink * (weights[place * each + kind] as number)) / rows.length);
        move(features * each + kind, miss);
      }
    }
  }
  return weights;
}
