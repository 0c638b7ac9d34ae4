/** Calls written and labelled by the maker of the rules, in three rounds (data/own, second, third): floors below which they may not fall. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { callSchema } from '../../server/etiquette/call.ts';
import { judge } from '../../server/etiquette/judge.ts';
import { dataFolder, type Labels } from './labelledCall.ts';

const keys = (list: readonly { rule?: string; segment: number | null }[]) => new Set(list.map(({ rule, segment }) => `${rule ?? 'promise'} ${segment ?? '-'}`));

test.each([['violations', 0.93], ['shown', 0.93], ['promises', 0.93]] as const)('%s of the fresh calls are found with F1 of at least %d', (what, floor) => {
  let hit = 0;
  let all = 0;
  for (const folder of ['own', 'second', 'third']) {
    for (const name of readdirSync(path.join(dataFolder, folder))) {
      const raw = JSON.parse(readFileSync(path.join(dataFolder, folder, name), 'utf8')) as { labels: Labels };
      const judged = judge(callSchema.parse(raw));
      const found = keys(what === 'violations' ? judged.findings : judged[what]);
      const wanted = keys(raw.labels[what]);
      for (const key of found) if (wanted.has(key)) hit++;
      all += found.size + wanted.size;
    }
  }
  expect((2 * hit) / all).toBeGreaterThanOrEqual(floor);
});
