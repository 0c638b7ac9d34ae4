/** Calls written and labelled by the maker of the rules, in rounds, each before the rules saw it: floors below which they may not fall. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { callSchema } from '../../server/etiquette/call.ts';
import { judge } from '../../server/etiquette/judge.ts';
import { foundIn, wordings } from './families.ts';
import { dataFolder, type Labels } from './labelledCall.ts';

const keys = (list: readonly { rule?: string; segment: number | null }[]) => new Set(list.map(({ rule, segment }) => `${rule ?? 'promise'} ${segment ?? '-'}`));

const rounds = ['own', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth'];

test.each([['violations', 0.93], ['shown', 0.95], ['promises', 0.95]] as const)('%s of the fresh calls are found with F1 of at least %d', (what, floor) => {
  let hit = 0;
  let all = 0;
  for (const folder of rounds) {
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

test('ordinary wordings are judged as wanted, near misses too, 19 of 20', () => {
  const right = wordings.filter((each) => foundIn(each, judge(each.call)) === each.wanted);
  expect(right.length / wordings.length).toBeGreaterThanOrEqual(0.95);
});
