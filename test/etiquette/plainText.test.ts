import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { durations } from '../../server/etiquette/duration.ts';
import { findName, spokenNames } from '../../server/etiquette/officeName.ts';
import { plainText, quote } from '../../server/etiquette/plainText.ts';
import { digitRuns } from '../../server/etiquette/spokenNumber.ts';

describe('the comparable text', () => {
  test.each([
    ['您好，　ＡＢＣ物業！', '您好abc物业'],
    ['呃 我 想 问 一下', '我想问一下'],
    ["Well, um… I'll  call", "well i'll call"],
    ['現在是3:05，約1.5小時', '现在是3:05约1.5小时'],
    ['', ''],
  ])('%s becomes %s', (raw, flat) => expect(plainText(raw).flat).toBe(flat));

  test('every place in it knows its place in what was printed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (raw) => {
      const text = plainText(raw);
      expect(text.at).toHaveLength(text.flat.length);
      for (let i = 1; i < text.at.length; i++) expect(text.at[i]).toBeGreaterThanOrEqual(text.at[i - 1] as number);
    }));
    expect(quote(plainText('您好，物業。'), 2, 2)).toBe('物業');
  });
});

describe('durations', () => {
  test.each([
    ['半个小时之内', 30], ['一个半小时', 90], ['两个钟头', 120], ['三刻钟', 45], ['三个字', 15], ['二十四小时以内', 1440], ['三天', 4320], ['两三天', 4320], ['三到五个工作日', 7200], ['一周内', 10080],
    ['within half an hour', 30], ['an hour and a half', 90], ['twenty five minutes', 25], ['20 to 30 minutes', 30], ['two working days', 2880], ['within the hour', 60], ['几分钟', null],
  ])('%s is %s minutes', (words, minutes) => expect(durations(plainText(words).flat).map((each) => each.minutes)).toEqual([minutes]));
  test.each(['一天到晚', '十月三日', '前三天', '天天'])('%s is no duration', (words) => expect(durations(plainText(words).flat)).toEqual([]));
});

describe('digits', () => {
  test.each([
    ['1398812零四五六', '13988120456'], ['一三七三个零二八八五一', '13700028851'], ['two oh six five five five 0177', '2065550177'], ['double five 1234', '551234'],
  ])('%s is dialled %s', (words, digits) => expect(digitRuns(plainText(words).flat).map((run) => run.digits)).toEqual([digits]));
});

describe('the name of an office', () => {
  const names = spokenNames('紫藤花园物业服务中心', ['紫藤花园物业']);
  const english = spokenNames('Harbour View Residences Management Office', ['Harbour View Residences']);
  test.each(['紫藤花园物业', '紫藤花圆无业', '自腾花园', '紫藤花园'])('is heard in %s', (words) => expect(findName(words, names)).toBeGreaterThanOrEqual(0));
  test.each(['物业', '管理处', '梧桐花园物业', '您好'])('is not heard in %s', (words) => expect(findName(words, names)).toBe(-1));
  test.each(['harbor view residences', 'harbour view residence', 'harbourview residences'])('is heard in %s', (words) => expect(findName(words, english)).toBe(0));
  test('is not heard in another English name', () => expect(findName('river view apartments', english)).toBe(-1));
});
