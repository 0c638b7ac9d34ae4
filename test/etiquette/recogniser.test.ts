/** What recognisers print differently must be judged alike: punctuation, width, capitals. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judge } from '../../server/etiquette/judge.ts';
import type { Call } from '../../server/etiquette/call.ts';
import { labelledCalls } from './labelledCall.ts';

const placesOf = (call: Call) => {
  const { findings, shown, promises, opener } = judge(call);
  return { opener, findings: findings.map(({ rule, segment }) => [rule, segment]), shown: shown.map(({ rule, segment }) => [rule, segment]), promises: promises.map(({ segment, dueMinutes }) => [segment, dueMinutes]) };
};
const said = (call: Call, print: (text: string) => string): Call => ({ ...call, segments: call.segments.map((segment) => ({ ...segment, text: print(segment.text) })) });
const fullWidth = (text: string): string => text.replace(/[A-Za-z0-9]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

test.each(labelledCalls.map(({ call }) => [call.id, call] as const))('%s is judged alike in full width, in capitals and with a full stop behind every segment', (_, call) => {
  const plain = placesOf(call);
  expect(placesOf(said(call, fullWidth))).toEqual(plain);
  expect(placesOf(said(call, (text) => text.toUpperCase()))).toEqual(plain);
  expect(placesOf(said(call, (text) => `${text}。`))).toEqual(plain);
});

test('commas between Chinese characters, wherever a recogniser puts them, change nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...labelledCalls.map(({ call }) => call)), fc.integer({ min: 3, max: 9 }), (call, every) => {
      expect(placesOf(said(call, (text) => text.replace(new RegExp(`([\\u4e00-\\u9fff]{${every}})(?=[\\u4e00-\\u9fff])`, 'g'), '$1，')))).toEqual(placesOf(call));
    }),
    { numRuns: 30 },
  );
});
