import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Slip, SlipBase, SlipContent } from '../../server/contract/slip.ts';
import { slipFields } from '../../server/contract/slipFields.ts';
import { mergeTyped } from '../../server/slips/mergeTyped.ts';
import { emptySlip } from '../../server/slips/slip.ts';

const texts = ['callerName', 'callerCompany', 'callerCity', 'message', 'recordedBy'] as const;
const text = fc.constantFrom('', 'a', 'b', 'c');
const choices = fc.subarray(['call-back', 'urgent', 'pass-on'], { minLength: 0 });
const contentOf = { ...Object.fromEntries(texts.map((name) => [name, text])), actionsRequested: choices, declined: fc.subarray([...slipFields]) } as Record<string, fc.Arbitrary<unknown>>;
const whole = fc.record(contentOf) as fc.Arbitrary<Partial<SlipContent>>;
const part = fc.record(contentOf, { requiredKeys: [] }) as fc.Arbitrary<Partial<SlipContent>>;

const slipWith = (content: Partial<SlipContent>): Slip => ({ ...emptySlip({ id: 's', callId: null, unitId: 'u' }), ...content });
const baseOf = (content: Partial<SlipContent>, names: readonly string[]): SlipBase => Object.fromEntries(names.map((name) => [name, content[name as keyof SlipContent]]));
const apply = (stored: Slip, typed: Partial<SlipContent>, base: SlipBase): Slip => ({ ...stored, ...mergeTyped(stored, typed, base).typed });

describe('what a patch may write', () => {
  test('where nobody wrote meanwhile, all of it', () => {
    fc.assert(
      fc.property(whole, part, (stored, typed) => {
        const merged = mergeTyped(slipWith(stored), typed, baseOf(stored, Object.keys(typed)));
        expect(merged.conflicts).toEqual([]);
        for (const name of texts) expect(merged.typed[name]).toBe(typed[name]);
        for (const name of ['actionsRequested', 'declined'] as const) expect(new Set(merged.typed[name])).toEqual(new Set(typed[name]));
      }),
    );
  });

  test('no value that somebody else changed is ever written over, and every value is either written or told as a conflict', () => {
    fc.assert(
      fc.property(whole, whole, part, (seen, stored, typed) => {
        const merged = mergeTyped(slipWith(stored), typed, baseOf(seen, Object.keys(typed)));
        for (const name of texts) {
          if (typed[name] === undefined) continue;
          const mayWrite = stored[name] === seen[name] || stored[name] === typed[name];
          expect([name, name in merged.typed, merged.conflicts.includes(name)]).toEqual([name, mayWrite, !mayWrite]);
        }
        // Choices: nothing that the other one added or kept is lost unless this writer took it away himself.
        const after = merged.typed.actionsRequested;
        for (const one of after ? (stored.actionsRequested ?? []) : []) {
          if (!seen.actionsRequested?.includes(one) || typed.actionsRequested?.includes(one)) expect(after).toContain(one);
        }
      }),
    );
  });

  test('two who write different fields end in the same slip in either order, without a conflict', () => {
    fc.assert(
      fc.property(whole, whole, fc.subarray([...texts]), (seen, typed, mine) => {
        const pick = (names: readonly string[]) => Object.fromEntries(Object.entries(typed).filter(([name]) => names.includes(name)));
        const [one, two] = [pick(mine), pick(texts.filter((name) => !mine.includes(name)))];
        const base = (of: object) => baseOf(seen, Object.keys(of));
        const start = slipWith(seen);
        expect(apply(apply(start, one, base(one)), two, base(two))).toEqual(apply(apply(start, two, base(two)), one, base(one)));
        expect(mergeTyped(apply(start, one, base(one)), two, base(two)).conflicts).toEqual([]);
      }),
    );
  });

  test('the same patch made twice, because its answer was lost, changes nothing the second time and is no conflict', () => {
    fc.assert(
      fc.property(whole, part, (seen, typed) => {
        const base = baseOf(seen, Object.keys(typed));
        const once = apply(slipWith(seen), typed, base);
        expect(mergeTyped(once, typed, base).conflicts).toEqual([]);
        const twice = apply(once, typed, base);
        expect({ ...twice, actionsRequested: new Set(twice.actionsRequested) }).toEqual({ ...once, actionsRequested: new Set(once.actionsRequested) });
      }),
    );
  });

  test('without a base the last word counts', () => {
    expect(mergeTyped(slipWith({ message: 'theirs' }), { message: 'mine' }, {})).toEqual({ typed: { message: 'mine' }, conflicts: [] });
  });
});
