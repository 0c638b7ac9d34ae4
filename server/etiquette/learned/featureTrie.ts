/**
 * The weights of the features, found without making a word of any: each feature is a path of at most four steps (its mark, then characters, words
 * or classes), so that a sentence is walked once for all scales and a run that nobody learned ends at its first unknown step.
 */
import { classReach, longestRun, pairReach } from './features.ts';
import type { Shape } from './shape.ts';

/** Adds the weights of a shape's features, in hundredths, to `sums`; answers how many features the shape has, unknown ones too. */
export type FeatureTrie = (shape: Shape, sums: Int32Array) => number;

const marks = ['c', 'w', 'p', 'k', 'q', 'x'] as const;
type Mark = (typeof marks)[number];
const rootOf: Readonly<Record<Mark, number>> = { c: 0, w: 1, p: 2, k: 3, q: 4, x: 5 };
const nowhere = -1;

const stepsOf = (feature: string): string[] => {
  const rest = feature.slice(1);
  switch (feature.charAt(0)) {
    case 'c': return rest.split('');
    case 'w': case 'k': return rest.split(' ');
    case 'x': return [rest];
    default: return rest.split('>');
  }
};

const runsWithin = (length: number): number => {
  let count = 0;
  for (let size = 1; size <= longestRun; size++) count += Math.max(0, length - size + 1);
  return count;
};

/** Builds the trie from lines: a feature, then its weight on each of `scales` scales, parted by tabs. */
export function featureTrie(lines: readonly string[], scales: number): FeatureTrie {
  const rows = lines.map((line) => {
    const [feature = '', ...hundredths] = line.split('\t');
    return { mark: feature.charAt(0) as Mark, steps: stepsOf(feature), hundredths };
  });
  const symbols = new Map<string, number>();
  for (const { steps } of rows) for (const step of steps) if (!symbols.has(step)) symbols.set(step, symbols.size + 1);
  const width = symbols.size + 1;
  const most = marks.length + rows.reduce((sum, { steps }) => sum + steps.length, 0);
  // Open addressing with integer keys: node × width + symbol. Twice the room keeps the searches short.
  let room = 1;
  while (room < most * 2) room *= 2;
  const keys = new Float64Array(room).fill(nowhere);
  const nodes = new Int32Array(room);
  const slotOf = (node: number, symbol: number): number => {
    const key = node * width + symbol;
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 7 & (room - 1);
    while (keys[slot] !== nowhere && keys[slot] !== key) slot = (slot + 1) & (room - 1);
    return slot;
  };
  const weights = new Int16Array(most * scales);
  let count = marks.length;
  for (const { mark, steps, hundredths } of rows) {
    let node = rootOf[mark];
    for (const step of steps) {
      const symbol = symbols.get(step) ?? 0;
      const slot = slotOf(node, symbol);
      if (keys[slot] === nowhere) {
        keys[slot] = node * width + symbol;
        nodes[slot] = count++;
      }
      node = nodes[slot] as number;
    }
    hundredths.forEach((weight, i) => { weights[node * scales + i] = Number(weight); });
  }
  const charSymbols = new Uint16Array(65_536);
  for (const [step, symbol] of symbols) if (step.length === 1) charSymbols[step.charCodeAt(0)] = symbol;

  const next = (node: number, symbol: number): number => {
    const slot = slotOf(node, symbol);
    return keys[slot] === nowhere ? nowhere : (nodes[slot] as number);
  };
  const add = (node: number, sums: Int32Array): void => {
    const from = node * scales;
    for (let i = 0; i < scales; i++) sums[i] = (sums[i] as number) + (weights[from + i] as number);
  };
  /** The symbols of what is being walked; used again for each, since nothing else runs meanwhile. */
  let path = new Uint16Array(256);
  const take = (length: number): void => {
    if (path.length < length) path = new Uint16Array(length * 2);
  };
  const symbolsOf = (units: readonly string[], isFramed: boolean): number => {
    const shift = isFramed ? 1 : 0;
    take(units.length + 2);
    for (let i = 0; i < units.length; i++) path[i + shift] = symbols.get(units[i] as string) ?? 0;
    return frame(units.length, isFramed);
  };
  const charsOf = (run: string, isFramed: boolean): number => {
    const shift = isFramed ? 1 : 0;
    take(run.length + 2);
    for (let i = 0; i < run.length; i++) path[i + shift] = charSymbols[run.charCodeAt(i)] as number;
    return frame(run.length, isFramed);
  };
  const start = symbols.get('^') ?? 0;
  const end = symbols.get('$') ?? 0;
  const frame = (length: number, isFramed: boolean): number => {
    if (!isFramed) return length;
    path[0] = start;
    path[length + 1] = end;
    return length + 2;
  };
  const addRuns = (mark: Mark, length: number, sums: Int32Array): number => {
    for (let from = 0; from < length; from++) {
      let node = rootOf[mark];
      for (let to = from; to < Math.min(length, from + longestRun); to++) {
        const symbol = path[to] as number;
        if (symbol === 0) break;
        node = next(node, symbol);
        if (node === nowhere) break;
        add(node, sums);
      }
    }
    return runsWithin(length);
  };
  const addPairs = (mark: Mark, length: number, nearest: number, reach: number, sums: Int32Array): number => {
    let pairs = 0;
    for (let i = 0; i < length; i++) {
      const last = Math.min(length, i + 1 + reach);
      pairs += Math.max(0, last - i - nearest);
      const node = path[i] === 0 ? nowhere : next(rootOf[mark], path[i] as number);
      if (node === nowhere) continue;
      for (let j = i + nearest; j < last; j++) {
        const pair = path[j] === 0 ? nowhere : next(node, path[j] as number);
        if (pair !== nowhere) add(pair, sums);
      }
    }
    return pairs;
  };
  const addOne = (step: string, sums: Int32Array): void => {
    const node = next(rootOf.x, symbols.get(step) ?? 0);
    if (node !== nowhere) add(node, sums);
  };

  return ({ isAnswer, runs, grammar, words, wordGrammar, names, size }, sums) => {
    addOne(isAnswer ? 'answer' : 'reply', sums);
    addOne(String(size), sums);
    let features = 2;
    for (const run of runs) features += addRuns('c', charsOf(run, runs.length === 1), sums);
    if (grammar.length > 0) features += addPairs('p', symbolsOf(grammar, false), 1, pairReach, sums);
    if (words.length > 0) features += addRuns('w', symbolsOf(words, true), sums);
    if (wordGrammar.length > 0) features += addPairs('p', symbolsOf(wordGrammar, false), 1, pairReach, sums);
    features += addRuns('k', symbolsOf(names, true), sums);
    if (names.length > 2) features += addPairs('q', symbolsOf(names, false), 2, classReach, sums);
    return features;
  };
}
