/** Numbers as they are spoken: durations in words or digits, telephone numbers digit by digit. */

const zhDigit: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 幺: 1, 二: 2, 两: 2, 俩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };
const enNumber: Readonly<Record<string, number>> = {
  zero: 0, oh: 0, o: 0, nought: 0, a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60,
  seventy: 70, eighty: 80, ninety: 90, hundred: 100,
};

/** 三十五, 半, 一百二, 两三 (the later of the two), 48, 1.5 as a number; null where it is none. */
export function zhNumber(said: string): number | null {
  const words = said.replace('廿', '二十').replace('卅', '三十');
  if (/^\d+(\.\d+)?$/.test(words)) return Number(words);
  if (words === '半') return 0.5;
  if (words === '几' || words === '数') return null;
  const tens = /^([一二两三四五六七八九]?)百?零?([一二两三四五六七八九]?)(十?)([一二三四五六七八九]?)$/;
  if (/^[一二两三四五六七八九]{2}$/.test(words)) return zhDigit[words.charAt(1)] ?? null;
  if (words.includes('百')) {
    const [hundreds = '', rest = ''] = words.split('百');
    return (zhDigit[hundreds] ?? 1) * 100 + (rest === '' ? 0 : (zhNumber(rest.replace(/^零/, '')) ?? 0));
  }
  if (words.includes('十')) {
    const [before = '', after = ''] = words.split('十');
    return (before === '' ? 1 : (zhDigit[before] ?? 1)) * 10 + (after === '' ? 0 : (zhDigit[after] ?? 0));
  }
  return tens.test(words) ? (zhDigit[words] ?? null) : null;
}

/** "twenty five", "an", "couple of", "48" as a number; null where it is none. */
export function enNumberOf(words: string): number | null {
  if (/^\d+(\.\d+)?$/.test(words)) return Number(words);
  if (/couple/.test(words)) return 2;
  if (/few|several/.test(words)) return null;
  let sum = 0;
  for (const word of words.split(/[ -]/)) {
    if (word === 'hundred') sum = (sum || 1) * 100;
    else {
      const value = enNumber[word];
      if (value === undefined) return null;
      sum += value;
    }
  }
  return sum;
}

/** A stretch of spoken digits: `digits` as they would be dialled, and where they stand in the plain text. */
export type DigitRun = { readonly digits: string; readonly at: number; readonly length: number };

const enDigit = 'zero|oh|nought|one|two|three|four|five|six|seven|eight|nine';
const token = new RegExp(`\\d+|(?:double|triple) (?:${enDigit}|\\d)\\b|\\b(?:${enDigit})\\b|[二两三四]个[零一二三四五六七八九幺]|[零〇一二三四五六七八九幺]|不对|不是|应该是`, 'g');
const wordDigit = (word: string): string => (/^\d$/.test(word) ? word : String(zhDigit[word] ?? enNumber[word] ?? ''));

function digitsOf(words: string): string {
  if (/^\d+$/.test(words)) return words;
  const many = /^([二两三四])个(.)$/.exec(words);
  if (many) return wordDigit(many[2] ?? '').repeat(zhDigit[many[1] ?? ''] ?? 1);
  const doubled = /^(double|triple) (.+)$/.exec(words);
  if (doubled) return wordDigit(doubled[2] ?? '').repeat(doubled[1] === 'double' ? 2 : 3);
  return wordDigit(words);
}

/**
 * The runs of at least `least` digits in a plain text. 1398812零四五六 and "206 five five five 0177" are one run each; a
 * correction (不对) starts a new one. A digit alone may stand apart from the next by a space or one short word.
 */
export function digitRuns(flat: string, least = 5): DigitRun[] {
  const runs: DigitRun[] = [];
  let digits = '';
  let from = 0;
  let end = 0;
  const close = () => {
    if (digits.length >= least) runs.push({ digits, at: from, length: end - from });
    digits = '';
  };
  for (const hit of flat.matchAll(token)) {
    const found = digitsOf(hit[0]);
    const between = flat.slice(end, hit.index);
    if (found === '' || (digits !== '' && !/^(?: |-|啊|然后|再|的|嗯)?$/.test(between.trim()))) close();
    if (found === '') continue;
    if (digits === '') from = hit.index;
    digits += found;
    end = hit.index + hit[0].length;
  }
  close();
  return runs;
}
