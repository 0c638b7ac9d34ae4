import type { CallCard } from '../../server/contract/card.ts';

/** A whole card with some fields of the test's own. */
export function aCard(over: Partial<CallCard> = {}): CallCard {
  return {
    id: 'CA1',
    version: 1,
    direction: 'inbound',
    state: 'ringing',
    line: { id: 'garden-main', number: '+8675586001234', language: 'zh-CN' },
    unit: { id: 'garden', name: '阳光花园管理处' },
    caller: { number: null, matches: [], city: null, confirmedId: null },
    agent: null,
    offeredTo: [],
    arrivedAt: 0,
    answeredAt: null,
    endedAt: null,
    rings: { cycleMs: 5000, answeredIn: null, late: false },
    opener: { greeting: null, unit: null, question: null, order: 'pending' },
    wanted: null,
    slipIds: [],
    hungUpBy: null,
    outcome: null,
    mutedSince: null,
    matter: null,
    notes: {},
    wrapUp: null,
    missed: null,
    ...over,
  };
}
