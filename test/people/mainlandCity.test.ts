import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { foldedTable, longestPrefix, packagePlan } from './support/numberingPlan.ts';

const file = path.resolve('server/people/mainlandCity.json');

test('the table is the one that the numbering plan gives (UPDATE_CITIES=1 writes it anew after an upgrade)', () => {
  const fresh = foldedTable();
  if (process.env['UPDATE_CITIES'] === '1') writeFileSync(file, fresh);
  expect(existsSync(file) && readFileSync(file, 'utf8') === fresh).toBe(true);
});

test('every range of the plan has the city that the package gives it', async () => {
  const { mainlandCity } = await import('../../server/people/mainlandCity.ts');
  const plan = packagePlan('zh');
  const wrong: string[] = [];
  for (const prefix of plan.keys()) {
    // 0 and 9 behind it: the beginning and the end of the range.
    for (const rest of ['0000000000', '9999999999']) {
      const national = (prefix + rest).slice(0, /^1[3-9]/.test(prefix) ? 11 : 10);
      if (mainlandCity(`+86${national}`, 'zh') !== longestPrefix(plan, national)) wrong.push(national);
    }
  }
  expect(wrong).toEqual([]);
});
