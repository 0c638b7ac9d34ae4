import { expect, test } from '@jest/globals';
import { tellsMore } from '../../server/calls/tellsMore.ts';

test.each(['找维修师傅，我家厨房漏水了，很急！', '你好,我找张伟,三栋电梯又停了', "I'd like engineering please, my kitchen tap is leaking"])('%s tells of a matter beside the name', (speech) => {
  expect(tellsMore(speech)).toBe(true);
});

test.each(['我找工程部的张伟，张主管', '您好,我想找一下张伟,谢谢。', 'Hello, may I speak to Mr Zhang, please', '张伟', ''])('%s only says whom he wants', (speech) => {
  expect(tellsMore(speech)).toBe(false);
});
