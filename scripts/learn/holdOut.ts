/** How well what is learned carries over: each round of calls, and each fifth of the development set, judged by scales that never saw it. */
import { readFileSync } from 'node:fs';
import { hear } from '../../server/etiquette/hearing.ts';
import { weigh } from '../../server/etiquette/judge.ts';
import { scalesFrom } from '../../server/etiquette/learned/scales.ts';
import { defaultOffice } from '../../server/etiquette/office.ts';
import { labelled, scored, table, type Labelled } from '../score/table.ts';
import { learnAll } from './learnAll.ts';
import { callFiles, lessons } from './lessons.ts';

type HeldOut = { readonly source: string; readonly call: Labelled; readonly found: ReturnType<typeof scored> };

/** The calls of the sources (all without any) judged by the rest. The word lists are as they are: only the scales forget. */
export function heldOut(sources: readonly string[] = []): HeldOut[] {
  const all = lessons();
  const files = callFiles();
  const folds = [...new Set(files.map(({ source }) => source))].filter((source) => sources.length === 0 || sources.includes(source));
  return folds.flatMap((fold) => {
    const scales = scalesFrom(learnAll(all, fold));
    return files.filter(({ source }) => source === fold).map(({ file }) => {
      const call = labelled.parse(JSON.parse(readFileSync(file, 'utf8')));
      return { source: fold, call, found: scored(call, weigh(hear(call, defaultOffice, undefined, scales))) };
    });
  });
}

/** The tables of the rounds and of the development set. */
export function heldOutTable(results: readonly HeldOut[]): string {
  const isDev = ({ source }: HeldOut): boolean => source.startsWith('dev');
  const parts = [{ name: 'the rounds', some: results.filter((each) => !isDev(each)) }, { name: 'the development set', some: results.filter(isDev) }];
  return parts.flatMap(({ name, some }) => (some.length > 0 ? [`== ${name}`, table(some), ''] : [])).join('\n');
}
