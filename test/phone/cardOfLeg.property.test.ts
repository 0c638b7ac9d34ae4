import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cardOfLeg } from '../../client/src/phone/twilio/cardOfLeg.ts';
import type { CallCard } from '../../server/contract/card.ts';
import { aCard } from '../live/aCard.ts';

const anyCard = fc
  .record({
    id: fc.constantFrom('CA1', 'CA2', 'CA3', 'CA4'),
    state: fc.constantFrom<CallCard['state'][]>('ringing', 'queued', 'live', 'attended', 'ended'),
    offeredTo: fc.subarray(['agent', 'agent2']),
    agent: fc.constantFrom(null, { id: 'agent', name: '李静' }, { id: 'agent2', name: '陈晨' }),
    number: fc.constantFrom('+8613510902716', '+85291234567', null),
    arrivedAt: fc.nat(1000),
  })
  .map(({ number, ...card }) => aCard({ ...card, caller: { number, matches: [], city: null, confirmedId: null } }));

test('a leg is a call that is offered to me and is nobody’s talk of mine; a caller who fits beats one who does not, a fresh call beats one I let go', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyCard, { selector: ({ id }) => id }), fc.subarray(['CA1', 'CA2', 'CA3', 'CA4']), fc.constantFrom('+8613510902716', null), (cards, let_go, from) => {
      const over = new Set(let_go);
      const found = cardOfLeg(cards, { userId: 'agent', from, over });
      const possible = cards.filter((card) => card.offeredTo.includes('agent') && card.state !== 'ended' && card.agent?.id !== 'agent');
      if (possible.length === 0) return expect(found).toBeNull();
      expect(possible).toContain(found);
      if (possible.some(({ id }) => !over.has(id))) expect(over.has(found?.id ?? '')).toBe(false);
      const rivals = possible.filter(({ id }) => over.has(id) === over.has(found?.id ?? ''));
      if (from !== null && rivals.some(({ caller }) => caller.number === from)) expect(found?.caller.number).toBe(from);
    }),
  );
});
