// `node scripts/run.mjs learn [--without FOLDER|FILE …]`: learns the scales of server/etiquette/learned from the lessons and labelled calls of
// test/etiquette/data, and writes their weights. Same lessons, same weights. --without leaves lessons out and prints how the scales do on them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { callSchema, type Call } from '../server/etiquette/call.ts';
import { callerTurnBefore, hear, wordsOf } from '../server/etiquette/hearing.ts';
import { asksFor, featuresOf } from '../server/etiquette/learned/features.ts';
import { scaleNames, type ScaleName } from '../server/etiquette/learned/scales.ts';
import { hearRestating } from '../server/etiquette/rules/restating.ts';
import { defaultOffice } from '../server/etiquette/office.ts';
import { plainText } from '../server/etiquette/plainText.ts';
import { refusals } from '../server/etiquette/words/helping.ts';

const data = path.resolve('test', 'etiquette', 'data');
const target = path.resolve('server', 'etiquette', 'learned', 'weights.json');

/** A sentence and which scales it belongs to; a scale that is left out was not judged for it. */
type Lesson = { readonly source: string; readonly words: string; readonly features: readonly string[]; readonly is: Partial<Record<ScaleName, boolean>> };

const place = z.object({ rule: z.string(), segment: z.number().nullable() });
const labels = z.object({ labels: z.object({ violations: z.array(place), shown: z.array(place), promises: z.array(z.object({ segment: z.number() })) }) });

function lessonsOfCall(file: string, source: string): Lesson[] {
  const raw: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const { violations, shown, promises } = labels.parse(raw).labels;
  const hearing = hear(callSchema.parse(raw), defaultOffice);
  return hearing.agentPieces.flatMap((piece): Lesson[] => {
    const before = callerTurnBefore(hearing, piece.turn);
    if (!before) return [];
    const has = (rule: string) => violations.some((each) => each.rule === rule && each.segment === piece.index);
    const isPromise = promises.some(({ segment }) => segment === piece.index);
    return [{
      source, words: piece.text.flat, features: featuresOf(piece.text.flat, asksFor(wordsOf(before))),
      is: {
        casual: has('casual'), argue: has('argue'), 'careless-promise': has('careless-promise'),
        ...practices(shown, piece.index),
        // A refusal with help in the next turn is no breach, and no lesson either.
        ...(has('not-our-job') || !refusals.test(piece.text) ? { 'not-our-job': has('not-our-job') } : {}),
        // The same act promised again is labelled only once.
        ...(isPromise || !promises.some(({ segment }) => segment < piece.index) ? { promise: isPromise } : {}),
      },
    }];
  });
}

/** Good practice is labelled only where it is first seen. */
function practices(shown: readonly z.infer<typeof place>[], segment: number): Lesson['is'] {
  const firstOf = (name: string) => shown.find(({ rule }) => rule === name)?.segment ?? Number.POSITIVE_INFINITY;
  return Object.fromEntries((['empathy', 'time-told', 'measures-agreed'] as const).filter((name) => segment <= firstOf(name)).map((name) => [name, segment === firstOf(name)]));
}

const others = ['careless-promise', 'empathy', 'time-told', 'measures-agreed'] as const;

function lessonOf(source: string, kinds: readonly string[], caller: string, words: string): Lesson {
  const { flat } = plainText(words);
  const isPromise = kinds.includes('promise') ? true : kinds.includes('no-promise') ? false : undefined;
  const tones = ['casual', 'argue', 'not-our-job'] as const;
  const isJudged = kinds.includes('fine') || tones.some((tone) => kinds.includes(tone));
  return {
    source, words: flat, features: featuresOf(flat, asksFor(plainText(caller).flat)),
    is: { ...(isJudged ? Object.fromEntries(tones.map((tone) => [tone, kinds.includes(tone)])) : {}), ...(isPromise === undefined ? {} : { promise: isPromise }),
      ...Object.fromEntries(others.filter((name) => kinds.includes(name) || kinds.includes(`no ${name}`)).map((name) => [name, kinds.includes(name)])),
    },
  };
}

/** families.txt and wordings.txt name what is to be found: a rule, "no" and a rule, P and minutes. */
function kindsOf(wanted: string): string[] {
  if (['casual', 'argue', 'not-our-job'].includes(wanted)) return [wanted, 'no-promise'];
  if (wanted === 'P0') return ['no-promise'];
  if (wanted.startsWith('P')) return ['fine', 'promise'];
  return ['fine', wanted];
}

/** The labelled calls with the folder they are in. */
function callFiles(): { file: string; source: string }[] {
  return readdirSync(data, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((entry) => {
    if (entry.isDirectory()) return readdirSync(path.join(data, entry.name)).sort().map((name) => ({ file: path.join(data, entry.name, name), source: entry.name }));
    return /^dev-\d+\.json$/.test(entry.name) ? [{ file: path.join(data, entry.name), source: 'dev' }] : [];
  });
}

function lessons(): Lesson[] {
  const all: Lesson[] = callFiles().flatMap(({ file, source }) => lessonsOfCall(file, source));
  for (const name of ['lessons.txt', 'families.txt', 'wordings.txt']) {
    for (const line of readFileSync(path.join(data, name), 'utf8').split('\n')) {
      const [kind = '', caller = '', words = ''] = line.split(' | ');
      if (line.startsWith('#') || words === '') continue;
      all.push(lessonOf(name, name === 'lessons.txt' ? kind.split(/ (?!careless|empathy|time|measures)/) : kindsOf(kind), caller, words));
    }
  }
  for (const words of z.array(z.string()).parse(JSON.parse(readFileSync(path.join(data, 'courteous.json'), 'utf8')))) all.push(lessonOf('courteous.json', ['fine'], '', words));
  const promised = z.array(z.tuple([z.string(), z.string(), z.union([z.number(), z.null(), z.literal(false)]), z.boolean()]));
  for (const [caller, words, due] of promised.parse(JSON.parse(readFileSync(path.join(data, 'promises.json'), 'utf8')))) all.push(lessonOf('promises.json', [due === false ? 'no-promise' : 'promise'], caller, words));
  for (const [kind, words] of z.array(z.tuple([z.string(), z.string()])).parse(JSON.parse(readFileSync(path.join(data, 'faults.json'), 'utf8')))) all.push(lessonOf('faults.json', kindsOf(kind), '', words));
  return all;
}

const rounds = 40;
const step = 0.15;
const shrink = 1;
/** Most sentences are of no kind: what is of one counts for more than one of the others. */
const favour = 2;
/** A feature of one lesson only teaches that lesson by heart. */
const leastLessons = 2;
/** Weights below this change nothing that can be heard. */
const smallest = 0.06;

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

function restateLessonsOfCall(file: string, source: string): Row[] {
  const raw: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return restateLessons(callSchema.parse(raw), labels.parse(raw).labels.shown.find(({ rule }) => rule === 'repeat')?.segment, source);
}

/** The lines of families.txt and wordings.txt that restate or do not, each as the answer to a complaint. */
function restateLessonsOfLines(source: string): Row[] {
  return readFileSync(path.join(data, source), 'utf8').split('\n').flatMap((line) => {
    const [kind = '', caller = '', words = ''] = line.split(' | ');
    if (kind !== 'repeat' && kind !== 'no repeat') return [];
    const said = [['agent', '您好请问有什么可以帮您'], ['caller', caller], ['agent', words]] as const;
    return restateLessons(callSchema.parse({ kind: 'complaint', unit: { name: '云栖花园物业' }, segments: said.map(([speaker, text]) => ({ speaker, text })) }), kind === 'repeat' ? 2 : undefined, source);
  });
}

/** The signs of each sentence up to the one that restates the matter, and whether it is that one. */
function restateLessons(call: Call, first: number | null | undefined, source: string): Row[] {
  const rows: Row[] = [];
  hearRestating(hear(call, defaultOffice), (signs, piece) => {
    const isIt = piece.index === first;
    rows.push({ source, features: signs, wanted: isIt });
    return isIt ? 1 : -9;
  });
  return rows;
}

type Row = { readonly source: string; readonly features: readonly string[]; readonly wanted: boolean };
type Learned = { readonly weights: ReadonlyMap<string, number>; readonly start: number };

/** Logistic regression by adaptive steps, one scale at a time. The score of a sentence is `start` + 3 / √features × the sum of its weights. */
function learn(mine: readonly Row[]): Learned {
  const counts = new Map<string, number>();
  for (const { features } of mine) for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const index = new Map([...counts].filter(([, count]) => count >= leastLessons).map(([feature], i) => [feature, i]));
  const rows = mine.map(({ features, wanted }) => ({ places: features.flatMap((feature) => index.get(feature) ?? []), pull: 3 / Math.sqrt(features.length), wanted: wanted ? 1 : 0 }));
  const weights = new Float64Array(index.size);
  const steps = new Float64Array(index.size).fill(1e-6);
  let start = -2;
  let startStep = 1e-6;
  const next = chance(7);
  const order = rows.map((_, i) => i);
  for (let round = 0; round < rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
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

const scoreOf = ({ weights, start }: Learned, features: readonly string[]): number => start + (3 / Math.sqrt(features.length)) * features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0);

function written(learned: Readonly<Record<ScaleName, Learned>>, restate: Learned, count: number): string {
  const hundredths = (weight: number | undefined) => (weight === undefined || Math.abs(weight) < smallest ? '' : String(Math.round(weight * 100)));
  const features = [...new Set(scaleNames.flatMap((name) => [...learned[name].weights].filter(([, weight]) => Math.abs(weight) >= smallest).map(([feature]) => feature)))].sort();
  const lines = features.map((feature) => `${feature}\t${scaleNames.map((name) => hundredths(learned[name].weights.get(feature))).join('\t')}`.trimEnd());
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  const about = `Written by scripts/learn.ts from ${count} lessons; not to be edited. A line: feature, then its weight in hundredths on each scale (${scaleNames.join(', ')}). restate: the signs of a restatement, in hundredths.`;
  const signs = Object.fromEntries([...restate.weights].map(([sign, weight]) => [sign, Math.round(weight * 100)] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ about, starts: scaleNames.map((name) => rounded(learned[name].start)), restateStart: rounded(restate.start), restate: signs, lines }, null, 0).replaceAll('","', '",\n"')}\n`;
}

const without = process.argv.includes('--without') ? process.argv.slice(process.argv.indexOf('--without') + 1) : [];
const all = lessons();
const kept = all.filter(({ source }) => !without.includes(source));
const rowsOf = (name: ScaleName, from: readonly Lesson[]): Row[] => from.flatMap(({ source, features, is }) => (is[name] === undefined ? [] : [{ source, features, wanted: is[name] }]));
const learned = Object.fromEntries(scaleNames.map((name) => [name, learn(rowsOf(name, kept))])) as Record<ScaleName, Learned>;
const restating = [...callFiles().flatMap(({ file, source }) => restateLessonsOfCall(file, source)), ...['families.txt', 'wordings.txt'].flatMap(restateLessonsOfLines)];
const restate = learn(restating.filter(({ source }) => !without.includes(source)));
if (without.length === 0 || process.argv.includes('--write')) {
  const text = written(learned, restate, all.length);
  writeFileSync(target, text);
  process.stdout.write(`${all.length} lessons, ${text.split('\n').length - 3} features, ${Math.round(text.length / 1024)} KB\n`);
} else {
  const held = all.filter(({ source }) => without.includes(source));
  const report = (name: string, how: Learned, rows: readonly Row[]) => {
    for (const threshold of [-1, -0.5, 0, 0.5]) {
      const heard = rows.filter(({ features }) => scoreOf(how, features) > threshold);
      const right = heard.filter(({ wanted }) => wanted).length;
      process.stdout.write(`${name.padEnd(16)} over ${String(threshold).padStart(4)}: precision ${(right / heard.length).toFixed(2)}, recall ${(right / rows.filter(({ wanted }) => wanted).length).toFixed(2)} (${heard.length} named)\n`);
    }
  };
  for (const name of scaleNames) report(name, learned[name], rowsOf(name, held));
  report('repeat', restate, restating.filter(({ source }) => without.includes(source)));
}
