import table from './mainlandCity.json';

/*
 * The numbering plan of mainland China in 150 KB. The table of the package holds the same in 4 MB, which it reads and decodes
 * again for every number: a fifth of a second in which nothing else answers. test/people/mainlandCity.test.ts proves that both say the same, and
 * rewrites the table after an upgrade of the package.
 *
 * names    [Chinese, English] by index
 * areas    index of the name by area code, without the trunk prefix
 * mobiles  by the first three digits of a mobile number, 10,000 places (the next four digits) as runs of two signs
 */

/** Printable ASCII without what JSON and TypeScript must escape. */
export const signs = '!#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';
/** The longest run that one pair of signs can say; a pair is `(index + 1) * longestRun + run - 1`, index -1 for places without a city. */
export const longestRun = 22;

const unfolded = new Map<string, Int16Array>();

/** Where a mainland number is registered, 广东省深圳市 or "Shenzhen, Guangdong"; null for other numbers and for unknown ranges. */
export function mainlandCity(e164: string, language: 'zh' | 'en'): string | null {
  const national = /^\+86(\d{7,})$/.exec(e164)?.[1];
  if (national === undefined) return null;
  const index = /^1[3-9]/.test(national) ? mobileIndex(national) : areaIndex(national);
  return table.names[index]?.[language === 'zh' ? 0 : 1] ?? null;
}

function areaIndex(national: string): number {
  const areas: Record<string, number> = table.areas;
  return areas[national.slice(0, 4)] ?? areas[national.slice(0, 3)] ?? areas[national.slice(0, 2)] ?? -1;
}

function mobileIndex(national: string): number {
  const range = national.slice(0, 3);
  let places = unfolded.get(range);
  if (!places) {
    places = unfold((table.mobiles as Record<string, string>)[range] ?? '');
    unfolded.set(range, places);
  }
  return places[Number(national.slice(3, 7))] ?? -1;
}

function unfold(runs: string): Int16Array {
  const places = new Int16Array(10_000).fill(-1);
  let place = 0;
  for (let at = 0; at + 1 < runs.length; at += 2) {
    const pair = signs.indexOf(runs.charAt(at)) * signs.length + signs.indexOf(runs.charAt(at + 1));
    const end = place + (pair % longestRun) + 1;
    places.fill(Math.floor(pair / longestRun) - 1, place, end);
    place = end;
  }
  return places;
}
