import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { advance, newHistory } from '../../server/calls/advance.ts';
import { blankFact, erasedKey } from '../../server/calls/blankFact.ts';
import { cardOf } from '../../server/calls/card.ts';
import type { Fact } from '../../server/calls/fact.ts';
import { aTurn, anArrival, anAttendance, anEnd } from '../support/aCall.ts';

const secret = '欧阳建国13900139000';
const words = fc.option(fc.constantFrom(`${secret}`, `是的${secret}`, `不要${secret}`, `again ${secret}`, ''), { nil: null });
const turns = fc.array(fc.record({ step: fc.constantFrom('recipient' as const, 'caller' as const, 'number' as const, 'message' as const, 'confirm' as const), speech: words, digits: fc.constantFrom(null, '1', '2', '3', '13900139000', 'hangup'), recordingMs: fc.constantFrom(null, 500, 9000) }), { maxLength: 6 });

test('whatever a caller said or keyed, after the erasure nothing of it is left, and the call came out as before; nobody waits for him to be called back [M3]', () => {
  fc.assert(
    fc.property(turns, (said) => {
      const facts: Fact[] = [anArrival({ callerNumber: '+8613900139000', callerRaw: secret }), anAttendance(1000), ...said.map((turn, at) => aTurn(at + 1, turn.step, 2000 + at, { ...turn, recordingSid: turn.recordingMs === null ? null : `RE${at}` })), anEnd(9000)];
      const { history, call } = advance(newHistory('CA1'), ...facts);
      const erased = advance(history, { kind: 'erased', key: erasedKey, at: 1 });
      if (!call || !erased.call) throw new Error('no call');
      expect(JSON.stringify([...erased.history.facts.values(), cardOf(erased.call)])).not.toMatch(/欧阳|13900139000/);
      expect(erased.effects).toEqual([]);
      const [before, after] = [cardOf(call), cardOf(erased.call)];
      const missed = before.missed && { state: 'dismissed', by: null, at: 1, reason: '已删除' };
      expect(after).toEqual({ ...before, version: before.version + 1, caller: { ...before.caller, number: null, city: null }, missed });
      for (const fact of erased.history.facts.values()) expect(blankFact(fact)).toEqual(fact);
    }),
  );
});
