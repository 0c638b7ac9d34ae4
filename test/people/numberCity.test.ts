import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cityKnown, cityOf } from '../../server/people/numberCity.ts';

describe("field 4, the caller's city (DOMAIN 4: can be filled by the system, from the numbering plan)", () => {
  test.each([
    ['+8675586001234', 'zh-CN', '广东省深圳市'],
    ['+8675586001234', 'yue', '广东省深圳市'],
    ['+8675586001234', 'en', 'Shenzhen, Guangdong'],
    ['+861069445464', 'zh-CN', '北京市'],
    ['+8613800138000', 'zh-CN', '北京市'],
    ['+8613912345678', 'zh-CN', '江苏省常州市'],
    ['+85230080123', 'zh-CN', '香港'],
    ['+85230080123', 'yue', '香港'],
    ['+85230080123', 'en', 'Hong Kong'],
    ['+85362345678', 'zh-CN', '澳门'],
    ['+442079460123', 'en', 'London'],
    ['+18003569377', 'zh-CN', null],
    ['+864001234567', 'zh-CN', null],
    ['+80012345678', 'zh-CN', null],
    ['anonymous', 'zh-CN', null],
    ['', 'zh-CN', null],
  ] as const)('%j in %s is registered in %j', async (e164, language, city) => {
    expect(await cityOf(e164, language)).toBe(city);
    expect(cityKnown(e164, language)).toBe(city);
  });

  test('no text makes it reject', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'+0123456789'), maxLength: 16 })), fc.constantFrom('zh-CN', 'en', 'yue'), async (text, language) => {
        const city = await cityOf(text, language);
        expect(city === null || city.length > 0).toBe(true);
      }),
    );
  });
});
