import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { callerFrom, isRefusal } from '../../server/calls/callerFrom.ts';

describe('field 2 from what the caller said (S3 打电话.3)', () => {
  test.each<[string, string, string | null]>([
    ['我姓李', '李', null],
    ['我叫赵丽，丽景装饰公司的', '赵丽', '丽景装饰公司'],
    ['我姓李,海天公司的李明', '李明', '海天公司'],
    ['免贵姓陈,陈大文', '陈大文', null],
    ['海天公司的李明', '李明', '海天公司'],
    ['我是物业公司的小张', '小张', '物业公司'],
    ['我是三栋1502的刘敏', '刘敏', '三栋1502'],
    ['您好，我姓王', '王', null],
    ['我是李明,海天公司的', '李明', '海天公司'],
    ['My name is John Smith from HSBC', 'John Smith', 'HSBC'],
    ["I'm Sarah Miller, flat 12B", 'Sarah Miller', 'flat 12B'],
    ['我係何太', '何太', null],
    ['李 三栋一五零二的', '李 三栋一五零二的', null],
  ])('%s: %s of %s', (said, name, company) => {
    expect(callerFrom(said)).toEqual({ name, company });
  });

  test.each(['不方便说', '不想说', '我不方便透露', '匿名', 'no comment', "I'd rather not say", '唔方便講'])('%s is a refusal, not a name', (said) => {
    expect(isRefusal(said)).toBe(true);
  });
  test.each(['方便面公司的李明', '我姓卜', '李不群', 'Norman Prefer'])('%s is no refusal', (said) => {
    expect(isRefusal(said)).toBe(false);
  });

  test('any speech gives a bounded name, in bounded time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (said) => {
        const { name, company } = callerFrom(said);
        expect(name.length + (company ?? '').length).toBeLessThanOrEqual(62);
      }),
    );
  });
});
