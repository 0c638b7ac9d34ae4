import { describe, expect, test } from '@jest/globals';
import { plainText } from '../../server/etiquette/plainText.ts';
import type { WordList } from '../../server/etiquette/wordList.ts';
import { labelledCalls, sentences } from './labelledCall.ts';
import * as absence from '../../server/etiquette/words/absence.ts';
import * as closing from '../../server/etiquette/words/closing.ts';
import * as contradiction from '../../server/etiquette/words/contradiction.ts';
import * as courtesy from '../../server/etiquette/words/courtesy.ts';
import * as helping from '../../server/etiquette/words/helping.ts';
import * as names from '../../server/etiquette/words/names.ts';
import * as opening from '../../server/etiquette/words/opening.ts';
import * as privacy from '../../server/etiquette/words/privacy.ts';
import * as promising from '../../server/etiquette/words/promising.ts';
import * as restating from '../../server/etiquette/words/restating.ts';
import * as tone from '../../server/etiquette/words/tone.ts';
import * as waiting from '../../server/etiquette/words/waiting.ts';

const isList = (thing: unknown): thing is WordList => typeof thing === 'object' && thing !== null && 'entries' in thing && 'find' in thing;
const lists: WordList[] = [absence, closing, contradiction, courtesy, helping, names, opening, privacy, promising, restating, tone, waiting]
  .flatMap((module) => Object.values(module) as unknown[])
  .flatMap((thing) => (isList(thing) ? [thing] : typeof thing === 'object' && thing !== null ? Object.values(thing).filter(isList) : []));

describe('word lists', () => {
  test.each(lists.map((list) => [list.name, list] as const))('every entry of %s is found in its example and left alone in its counter-example', (_, list) => {
    const wrong = list.entries.flatMap(([pattern, found, notFound]) => {
      const entry = new RegExp(pattern);
      return [
        ...(entry.test(plainText(found).flat) ? [] : [`not found in ${found}: ${pattern}`]),
        ...(entry.test(plainText(notFound).flat) ? [`found in ${notFound}: ${pattern}`] : []),
      ];
    });
    expect(wrong).toEqual([]);
    expect(list.source).not.toBe('');
  });

  test('every list finds the examples of its entries, though it looks only for the writing a text is in', () => {
    const missed = lists.flatMap((list) => list.entries.flatMap(([pattern, found]) => (list.test(plainText(found)) && list.test(plainText(found).flat) ? [] : [`${list.name}: ${pattern}`])));
    expect(missed).toEqual([]);
  });

  test('what a list finds in a text of one writing is what all its entries together find', () => {
    const texts = [...labelledCalls.flatMap(({ call }) => call.segments.map(({ text }) => text)), ...(sentences('courteous.json') as string[]), ...(sentences('faults.json') as [string, string][]).map(([, words]) => words)];
    const differing = lists.flatMap((list) => {
      const whole = new RegExp(list.entries.map(([pattern]) => `(?:${pattern})`).join('|'));
      return texts.filter((text) => whole.exec(plainText(text).flat)?.index !== list.find(plainText(text))?.at).map((text) => `${list.name}: ${text}`);
    });
    expect(differing).toEqual([]);
  });

  test('every wildcard is bounded, so that time grows with the text and no faster', () => {
    const unbounded = lists.flatMap((list) => list.entries.flatMap(([pattern]) => (/(?:\.|\]|\))(?:[+*])/.test(pattern.replace(/\((?:\?:)[^()]*\)[*+](?:\?)?/g, '')) && /\.[*+]/.test(pattern) ? [`${list.name}: ${pattern}`] : [])));
    expect(unbounded).toEqual([]);
  });

  test.each([
    ['one character', 'a'], ['a Chinese character', '好'], ['digits', '1三'], ['a promise begun again and again', '我让师傅过来'], ['buts', '但是我理解您'], ['spaces and words', 'i will '], ['numbers in words', 'twenty five '],
    ['hours', '两个半小时'], ['yous', '您自己也不'], ['pairs', '保安他们就是拖'],
  ])('20,000 characters of %s are searched by every list in time that grows with the length', (_, piece) => {
    const timeOf = (length: number) => {
      const text = plainText(piece.repeat(Math.ceil(length / piece.length)).slice(0, length)).flat;
      const from = performance.now();
      for (const list of lists) list.all(text);
      return performance.now() - from;
    };
    timeOf(2_000);
    // A list that backtracks without bound would take hours here; the limit is far above what a slow machine needs.
    expect(timeOf(20_000)).toBeLessThan(8_000);
  });
});
