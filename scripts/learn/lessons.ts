/** The lessons: labelled calls and single sentences of test/etiquette/data, each with what it is of. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { callSchema, type Call } from '../../server/etiquette/call.ts';
import { callerTurnBefore, hear, wordsOf } from '../../server/etiquette/hearing.ts';
import { asksFor, featuresOf } from '../../server/etiquette/learned/features.ts';
import type { ScaleName, Scales } from '../../server/etiquette/learned/scales.ts';
import { hearRestating } from '../../server/etiquette/rules/restating.ts';
import { defaultOffice } from '../../server/etiquette/office.ts';
import { plainText } from '../../server/etiquette/plainText.ts';
import { refusals } from '../../server/etiquette/words/helping.ts';
import type { Row } from './regression.ts';

const data = path.resolve('test', 'etiquette', 'data');

/** A sentence and which scales it belongs to; a scale that is left out was not judged for it. */
export type Lesson = { readonly source: string; readonly words: string; readonly features: readonly string[]; readonly is: Partial<Record<ScaleName, boolean>> };

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

/** The development set is held out in so many parts. */
const devFolds = 5;

/** The labelled calls with the folder they are in, those of the development set with their part. */
export function callFiles(): { file: string; source: string }[] {
  const dev: { file: string; source: string }[] = [];
  const rounds: { file: string; source: string }[] = [];
  for (const entry of readdirSync(data, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) {
      for (const name of readdirSync(path.join(data, entry.name)).sort()) (entry.name === 'dev' ? dev : rounds).push({ file: path.join(data, entry.name, name), source: entry.name });
    } else if (/^dev-\d+\.json$/.test(entry.name)) dev.push({ file: path.join(data, entry.name), source: 'dev' });
  }
  return [...rounds, ...dev.map(({ file }) => ({ file, source: `dev ${Number(/\d+/.exec(path.basename(file))?.[0]) % devFolds}` }))];
}

/** All that is learned from: labelled calls, written lessons, and sentences in which nothing is wrong. */
export function lessons(): Lesson[] {
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

function restateLessonsOfCall(file: string, source: string, scales: Scales): Row[] {
  const raw: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return restateLessons(callSchema.parse(raw), labels.parse(raw).labels.shown.find(({ rule }) => rule === 'repeat')?.segment, source, scales);
}

/** The lines of families.txt and wordings.txt that restate or do not, each as the answer to a complaint. */
function restateLessonsOfLines(source: string, scales: Scales): Row[] {
  return readFileSync(path.join(data, source), 'utf8').split('\n').flatMap((line) => {
    const [kind = '', caller = '', words = ''] = line.split(' | ');
    if (kind !== 'repeat' && kind !== 'no repeat') return [];
    const said = [['agent', '您好请问有什么可以帮您'], ['caller', caller], ['agent', words]] as const;
    return restateLessons(callSchema.parse({ kind: 'complaint', unit: { name: '云栖花园物业' }, segments: said.map(([speaker, text]) => ({ speaker, text })) }), kind === 'repeat' ? 2 : undefined, source, scales);
  });
}

/** The signs of each sentence up to the one that restates the matter, and whether it is that one. */
function restateLessons(call: Call, first: number | null | undefined, source: string, scales: Scales): Row[] {
  const rows: Row[] = [];
  hearRestating(hear(call, defaultOffice, undefined, scales), (signs, piece) => {
    const isIt = piece.index === first;
    rows.push({ source, features: signs, wanted: isIt });
    return isIt ? 1 : -9;
  });
  return rows;
}

/** Every lesson of restating, told from rudeness by the scales given. */
export const restatings = (scales: Scales): Row[] => [
  ...callFiles().flatMap(({ file, source }) => restateLessonsOfCall(file, source, scales)),
  ...['families.txt', 'wordings.txt'].flatMap((source) => restateLessonsOfLines(source, scales)),
];
