import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fitted } from '../../server/delivery/fitted.ts';
import { plainWords } from '../../server/delivery/plainWords.ts';

const link = 'https://desk.example.com/m/D0-abc-sig';
const bytes = (most: number) => (text: string) => Buffer.byteLength(text) <= most;

describe('a text for a channel that takes only so much', () => {
  test('is whole where it fits: headline, body, link, a line each', () => {
    expect(fitted({ headline: '一', body: '二\n三', link }, bytes(1000))).toBe(`一\n二\n三\n${link}`);
    expect(fitted({ headline: '一', body: '', link }, bytes(1000))).toBe(`一\n${link}`);
  });

  test('is cut at a whole character, in the body first, and says so in its language', () => {
    const most = 120;
    expect(fitted({ headline: '留言', body: '👨‍👩‍👧'.repeat(50), link }, bytes(most))).toBe(`留言\n${'👨‍👩‍👧'.repeat(2)}……（未完，全文请点链接）\n${link}`);
    expect(fitted({ headline: 'Message', body: 'word '.repeat(90), link }, bytes(most))).toMatch(/^Message\n(word ?)*w?o?r?… \(cut here; the link has all of it\)\nhttps/);
  });

  test('loses its body before its headline, and its headline before its link', () => {
    expect(fitted({ headline: '很长'.repeat(60), body: '正文', link }, bytes(80))).toMatch(new RegExp(`^很长(很长|很)*…\\n${link}$`));
    expect(fitted({ headline: '很长', body: '正文', link }, bytes(5))).toBe(link);
  });

  test('whatever the words and the room: within it, the link whole at its end, no half character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: link.length, max: 900 }), (headline, body, most) => {
        const text = fitted({ headline, body, link }, bytes(most));
        expect(text.endsWith(link)).toBe(true);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
        expect(text).not.toMatch(/\p{Cs}/u);
      }),
      { numRuns: 40 },
    );
  });

  test('plain words stay as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = plainWords(text);
        expect(plainWords(once)).toBe(once);
        expect(once).not.toMatch(/(?!\n)\p{Cc}|\p{Cs}/u);
      }),
    );
  });
});
