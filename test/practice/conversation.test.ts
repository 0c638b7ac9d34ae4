import { describe, expect, test } from '@jest/globals';
import { Conversation } from '../../server/practice/conversation.ts';
import { residents } from '../../server/practice/residents/index.ts';
import { mannersOf } from '../../server/practice/residents/manners.ts';
import type { TalkLine } from '../../server/practice/script.ts';

/** A conversation whose time is moved by hand. */
function aTalk(talk: readonly TalkLine[]) {
  const said: string[] = [];
  let isGone = false;
  let now = 0;
  let pending: { at: number; run: () => void } | null = null;
  const conversation = new Conversation({
    talk,
    manners: mannersOf['zh-CN'],
    say: (text) => void said.push(text),
    after(ms, run) {
      const mine = { at: now + ms, run };
      pending = mine;
      return { cancel: () => void (pending === mine && (pending = null)) };
    },
    hangUp: () => (isGone = true),
  });
  conversation.begin();
  return {
    said,
    isGone: () => isGone,
    hear: (text: string) => conversation.heard(text),
    pass: (ms: number): void => {
      const until = now + ms;
      while (pending && pending.at <= until) {
        const { at, run } = pending;
        now = at;
        pending = null;
        run();
      }
      now = until;
    },
  };
}

const talk: TalkLine[] = [{ text: '我家漏水了' }, { text: '三栋1502', when: /房号|哪/ }, { text: '就打这个号码', when: /电话/ }];

describe('a resident who talks with a person', () => {
  test('answers later what was passed over: a question that comes out of its order is answered all the same, once', () => {
    const { said, hear, pass } = aTalk(talk);
    hear('您好');
    pass(1_000);
    hear('请问您的电话？');
    pass(10_000);
    hear('请问房号？');
    pass(10_000);
    hear('请问房号？');
    pass(10_000);
    expect(said).toEqual(['我家漏水了', '就打这个号码', '三栋1502']);
  });

  test('waits to be greeted, and speaks up when nobody greets', () => {
    const call = aTalk(talk);
    call.pass(5_000);
    expect(call.said).toEqual([]);
    call.pass(2_000);
    expect(call.said).toEqual(['我家漏水了']);
  });

  test('answers what he is asked, and is not put off by a sentence that asks nothing', () => {
    const call = aTalk(talk);
    call.hear('您好，阳光花园管理处，请问有什么可以帮您？');
    call.pass(3_000);
    call.hear('好的，别着急。');
    call.pass(10_000);
    expect(call.said).toEqual(['我家漏水了']);
    call.hear('请问电话是多少？');
    call.pass(1_000);
    expect(call.said.at(-1)).toBe('就打这个号码');
  });

  test('in silence he asks twice whether anybody is there before he goes on unasked', () => {
    const call = aTalk(talk);
    call.hear('您好');
    call.pass(90_000);
    expect(call.said.slice(0, 4)).toEqual(['我家漏水了', '喂？您还在吗？', '喂，听得到吗？', '三栋1502']);
    expect(call.isGone()).toBe(false);
  });

  test('stays while his words are read back, says yes to each, and goes after the goodbye', () => {
    const call = aTalk([{ text: '我找张伟' }]);
    call.hear('您好');
    call.pass(3_000);
    for (let sentence = 0; sentence < 6; sentence++) {
      call.hear('我重复一下，是这样，对吗？');
      call.pass(15_000);
      expect(call.said.at(-1)).toBe('对，没错。');
    }
    expect(call.isGone()).toBe(false);
    call.hear('谢谢您的来电，再见。');
    call.pass(5_000);
    expect([call.said.at(-1), call.isGone()]).toEqual(['好的，再见。', true]);
  });

  test('when nothing more comes from either side he says goodbye himself', () => {
    const call = aTalk([{ text: '我找张伟' }]);
    call.hear('您好');
    call.pass(60_000);
    expect([call.said.at(-1), call.isGone()]).toEqual(['那我没有别的事了，谢谢，再见。', true]);
  });

  test.each(residents.map((resident) => [resident.name.zh, resident] as const))('%s speaks one language, in nudges and goodbyes too', (_name, { script, language }) => {
    expect(script.manners).toBe(mannersOf[language]);
  });
});
