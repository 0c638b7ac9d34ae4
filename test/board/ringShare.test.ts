import { describe, expect, test } from '@jest/globals';
import { percentInTime, ringShareOf } from '../../client/src/board/Board/ringShare.ts';
import type { CallCard } from '../../server/contract/card.ts';
import { aCard } from '../live/aCard.ts';

const answered = (ring: number, over: Partial<CallCard> = {}): CallCard => aCard({ answeredAt: ring * 5000 - 1000, rings: { cycleMs: 5000, answeredIn: ring, late: ring > 3 }, agent: { id: 'agent', name: '李静' }, ...over });
const gaveUp = (after: number): CallCard => aCard({ state: 'ended', endedAt: after, outcome: 'abandoned-ringing' });

describe('the share of three rings', () => {
  test('is over the calls whose caller was answered, or stayed beyond the third ring', () => {
    const share = ringShareOf([answered(1), answered(1, { agent: null }), answered(2), answered(3), gaveUp(7000), gaveUp(15_000)]);
    expect(share).toEqual({ calls: 6, measured: 4, inRing: [2, 1, 1], late: 0, attendant: 1, averageMs: 7750 });
    expect(percentInTime(share)).toBe(100);
  });

  test('a late answer, and a caller who gave up in ring four, are against it; a hundred is never rounded up to', () => {
    expect(percentInTime(ringShareOf([...Array.from({ length: 1999 }, () => answered(1)), gaveUp(15_001)]))).toBe(99.9);
    expect(ringShareOf([answered(4), gaveUp(16_000), answered(1)])).toMatchObject({ measured: 3, late: 2 });
  });

  test('of tests, refused calls and our own calls nothing is measured; of none there is no share', () => {
    const share = ringShareOf([answered(1, { outcome: 'test' }), answered(4, { outcome: 'refused' }), answered(1, { direction: 'outbound' })]);
    expect(share).toMatchObject({ calls: 0, measured: 0, averageMs: null });
    expect(percentInTime(share)).toBeNull();
  });
});
