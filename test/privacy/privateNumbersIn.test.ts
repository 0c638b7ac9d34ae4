import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { privateNumbersIn } from '../../server/privacy/privateNumbersIn.ts';

const people = [
  { name: '张伟', privateNumbers: ['+8613612341102'] },
  { name: '王经理', privateNumbers: ['+8675583001177', '+8613800138000'] },
  { name: '陈大文', privateNumbers: ['+85291234567'] },
];
const whose = (text: string): string[] => privateNumbersIn(text, people).map(({ name }) => name);
const cut = (text: string): string[] => privateNumbersIn(text, people).map(({ from, to }) => text.slice(from, to));

describe('a private number is found in any writing', () => {
  test.each([
    '请打13612341102',
    '请打 136 1234 1102，谢谢',
    '136-1234-1102',
    '１３６１２３４１１０２',
    '（+86）136 1234 1102',
    '+8613612341102',
    '008613612341102',
    '013612341102',
    '一三六一二三四一一零二',
    '幺三六，一二三四，幺幺零二',
    '壹叁陆 壹贰叁肆 壹壹零贰',
    '136一二三四1102',
    'one three six one two three four double one zero two',
    '136.1234.1102转5',
    '①③⑥①②③④①①⓪②',
    '1\u200b3\u200b6\u200b12341102',
    '1️⃣3️⃣6️⃣1️⃣2️⃣3️⃣4️⃣1️⃣1️⃣0️⃣2️⃣',
    '手机:13612341102。',
    '1.13612341102',
    '分机8012 13612341102',
    '136123411023栋',
    '他的手机是136、1234、1102',
    '136 / 1234 / 1102',
  ])('%s', (text) => expect(whose(text)).toEqual(['张伟']));

  test.each(['家里 0755-8300 1177', '8300 1177', '075583001177', '+86 755 8300 1177', '八三零零幺幺七七', '一三八零零一三八三个零', '138 0013 8000'])('a fixed line and a repeat: %s', (text) => expect(whose(text)).toEqual(['王经理']));
  test.each(['9123 4567', '+852 9123-4567', '九一二三四五六七'])('of Hong Kong: %s', (text) => expect(whose(text)).toEqual(['陈大文']));

  test('two in one text are both found, each where it stands', () => {
    expect(cut('张：13612341102、王：138-0013-8000。')).toEqual(['13612341102', '138-0013-8000']);
  });
});

describe('what is none is left alone', () => {
  test.each(['', '3栋1201 8012', '13612341103', '身份证 44030113612341102X19', '工单 2026 1361 2341', '一楼三单元六零一', '1361234', '13612341102'.split('').join('，某，'), '136 号楼 1234 室 1102'])('%s', (text) => expect(whose(text)).toEqual([]));
});

test('however it is grouped and whatever stands around it, it is found exactly where it stands', () => {
  const signs = '零一二三四五六七八九';
  const wide = '０１２３４５６７８９';
  const written = fc.tuple(fc.array(fc.tuple(fc.constantFrom('', ' ', '-', '－', ' - ', '·', '\u2011', '.', '\u3000'), fc.constantFrom('ascii', 'han', 'wide')), { minLength: 10, maxLength: 10 }), fc.constantFrom('', '+86', '86 ', '0086-', '0', '（+86）'));
  const around = fc.constantFrom('', '请打', '电话：', '。', '找他', ' 谢谢', '转', '\n');
  fc.assert(
    fc.property(written, around, around, ([parts, prefix], before, after) => {
      const digits = [...'13612341102'];
      const number = digits.map((digit, index) => `${index === 0 ? '' : (parts[index - 1]?.[0] ?? '')}${(parts[index - 1]?.[1] ?? 'ascii') === 'han' ? signs[Number(digit)] : (parts[index - 1]?.[1] ?? 'ascii') === 'wide' ? wide[Number(digit)] : digit}`).join('');
      const text = before + prefix + number + after;
      const [found] = privateNumbersIn(text, people);
      expect(found?.name).toBe('张伟');
      expect(text.slice(0, found?.from) + text.slice(found?.to)).not.toMatch(/\d|[０-９零一二三四五六七八九]/);
      expect(found?.masked).toBe('136****1102');
    }),
  );
});

test('any text is read without a fault, and only whole numbers are found', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      for (const { from, to } of privateNumbersIn(text, people)) expect(to).toBeGreaterThan(from);
    }),
  );
});
