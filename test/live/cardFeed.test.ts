import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openCardFeed } from '../../server/live/cardFeed.ts';
import { aCard } from './aCard.ts';

/** The life of a call as its versions: open up to one, ended from there on. */
const life = fc.record({ lastOpen: fc.integer({ min: 1, max: 8 }), last: fc.integer({ min: 9, max: 14 }) });
const told = fc.array(fc.record({ version: fc.integer({ min: 1, max: 14 }), id: fc.constantFrom('CA1', 'CA2') }), { maxLength: 60 });

describe('what one connection is told of a call', () => {
  test('in whatever order and however often the news comes: versions grow, the end comes at most once and nothing open after it', () => {
    fc.assert(
      fc.property(life, told, fc.boolean(), ({ lastOpen, last }, news, hasSnapshot) => {
        const feed = openCardFeed();
        if (hasSnapshot) feed.begin([aCard({ id: 'CA1', version: 1 })]);
        const heard = new Map<string, { version: number; ended: boolean; event: string }[]>();
        for (const { id, version } of news) {
          if (version > last) continue;
          const ended = version > lastOpen;
          const how = ended ? (version === lastOpen + 1 ? 'ended' : 'amended') : 'changed';
          const event = feed.next(aCard({ id, version, state: ended ? 'ended' : 'live' }), how);
          if (event) heard.set(id, [...(heard.get(id) ?? []), { version, ended, event }]);
        }
        for (const events of heard.values()) {
          expect(events.map(({ version }) => version)).toEqual([...new Set(events.map(({ version }) => version))].sort((a, b) => a - b));
          expect(events.filter(({ ended, event }) => ended && event === 'call:card').length).toBeLessThanOrEqual(1);
          const firstEnd = events.findIndex(({ ended }) => ended);
          if (firstEnd >= 0) expect(events.slice(firstEnd).every(({ ended }) => ended)).toBe(true);
        }
      }),
    );
  });

  test('the end that overtook its correction is told as the end, and the older one not at all', () => {
    const feed = openCardFeed();
    feed.begin([aCard({ version: 3 })]);
    expect(feed.next(aCard({ version: 5, state: 'ended' }), 'amended')).toBe('call:card');
    expect(feed.next(aCard({ version: 4, state: 'ended' }), 'ended')).toBeNull();
    expect(feed.next(aCard({ version: 6, state: 'ended' }), 'ended')).toBe('call:amended');
  });

  test('a correction of a call that ended before this connection came is a correction', () => {
    expect(openCardFeed().next(aCard({ version: 9, state: 'ended' }), 'amended')).toBe('call:amended');
  });
});
