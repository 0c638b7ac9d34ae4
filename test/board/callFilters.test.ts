import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { askServer, callLists, dayChoices, isFiltered, missedStates, noFilters, outcomes, readFilters, shownMatters, writeFilters } from '../../client/src/board/callFilters.ts';
import type { CallFilters } from '../../client/src/board/callFilters.ts';
import { callQuery } from '../../server/contract/calls.ts';
import { missedState, outcome } from '../../server/contract/card.ts';
import { matters } from '../../server/contract/matterNames.ts';

const zone = 'Asia/Shanghai';
const orNone = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const someDay = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const filters: fc.Arbitrary<CallFilters> = fc
  .record({
    list: fc.constantFrom(...callLists),
    q: fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.trim()),
    outcome: orNone(fc.constantFrom(...outcomes)),
    matter: orNone(fc.constantFrom(...shownMatters)),
    missed: orNone(fc.constantFrom(...missedStates)),
    agentId: orNone(fc.stringMatching(/^[A-Za-z0-9_]{1,10}$/)),
    unitId: orNone(fc.stringMatching(/^[a-z]{1,10}$/)),
    day: orNone(fc.constantFrom(...dayChoices)),
    from: orNone(someDay),
    to: orNone(someDay),
  })
  .map((made) => (made.day === 'dates' ? made : { ...made, from: null, to: null }));
const searchOf = (path: string): string => path.slice('/calls'.length);

describe('the filters of the history', () => {
  test('are every outcome, matter and missed state that the server knows', () => {
    expect([...outcomes].sort()).toEqual([...outcome.options].sort());
    expect([...shownMatters].sort()).toEqual([...matters].sort());
    expect([...missedStates].sort()).toEqual([...missedState.options].sort());
  });

  test('come back from the address as they were written there', () => {
    fc.assert(fc.property(filters, (made) => expect(readFilters(searchOf(writeFilters(made)))).toEqual(made)));
  });

  test('whatever stands in an address, they are some, and the server takes them', () => {
    const name = fc.constantFrom('list', 'q', 'outcome', 'matter', 'missed', 'agent', 'office', 'day', 'from', 'to', '__proto__');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.oneof(fc.string({ unit: 'grapheme', maxLength: 150 }), fc.constantFrom('dates', 'today', '2026-02-30', '2026-03-01', '9999-99-99', 'agent', 'missed'))), { maxLength: 6 }), (pairs) => {
        const read = readFilters(`?${new URLSearchParams(pairs).toString()}`);
        const asked = Object.fromEntries(new URLSearchParams(askServer(read, '2026-03-05', zone)));
        expect(callQuery.safeParse(asked).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('days are those of the office: today, yesterday, seven days, typed ones whichever way round', () => {
    const asked = (part: Partial<CallFilters>): string => askServer({ ...noFilters, ...part }, '2026-03-05', zone);
    const at = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
    expect(asked({})).toBe('');
    expect(asked({ day: 'today' })).toBe(`from=${at('2026-03-05')}`);
    expect(asked({ day: 'yesterday' })).toBe(`from=${at('2026-03-04')}&to=${at('2026-03-05')}`);
    expect(asked({ day: 'week' })).toBe(`from=${at('2026-02-27')}`);
    expect(asked({ day: 'dates', from: '2026-03-01', to: '2026-03-02' })).toBe(`from=${at('2026-03-01')}&to=${at('2026-03-03')}`);
    expect(asked({ day: 'dates', from: '2026-03-02', to: '2026-03-01' })).toBe(`from=${at('2026-03-01')}&to=${at('2026-03-03')}`);
    expect(asked({ day: 'dates', to: '2026-03-01' })).toBe(`to=${at('2026-03-02')}`);
    expect(asked({ from: '2026-03-01' })).toBe('');
  });

  test('which list one looks at is none', () => {
    expect(isFiltered({ ...noFilters, list: 'missed' })).toBe(false);
    expect(isFiltered({ ...noFilters, q: '刘' })).toBe(true);
  });
});
