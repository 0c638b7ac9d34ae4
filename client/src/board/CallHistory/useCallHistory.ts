import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { CallCard } from '../../../../server/contract/card.ts';
import { request } from '../../app/request.ts';
import { officeZone } from '../../i18n/officeZone.ts';
import { useLiveCalls } from '../../live/keys.ts';
import { useNow } from '../../live/serverClock.ts';
import { askServer } from '../callFilters.ts';
import type { CallFilters } from '../callFilters.ts';
import { dayOf } from '../dayRange.ts';

interface CallPage {
  items: CallCard[];
  next?: string;
}

const pageSize = 50;
const minuteMs = 60_000;

/** Calls that fit, newest first, page after page: each page begins where the last one ended, so that calls which come meanwhile leave no gap. */
export function useCallHistory(filters: CallFilters) {
  const today = dayOf(useNow(minuteMs), officeZone());
  const asked = askServer(filters, today, officeZone());
  const live = useLiveCalls();
  const query = useInfiniteQuery({
    queryKey: ['calls', 'list', 'history', asked],
    queryFn: ({ pageParam }) => request<CallPage>('GET', `/api/calls?limit=${pageSize}&${asked}${pageParam === '' ? '' : `&cursor=${encodeURIComponent(pageParam)}`}`),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const { refetch } = query;

  // A call that begins is news of this list too; how it ends reaches every list by live/keepNews.ts.
  const ids = live.map(({ id }) => id).join(' ');
  const known = useRef(ids);
  useEffect(() => {
    if (known.current === ids) return;
    const before = new Set(known.current.split(' '));
    known.current = ids;
    if (ids.split(' ').some((id) => id !== '' && !before.has(id))) void refetch();
  }, [ids, refetch]);

  // A call that goes on is shown as it stands, and until the list has been read again after its end, as it stood last.
  const seen = useRef(new Map<string, CallCard>());
  for (const card of live) seen.current.set(card.id, card);
  const newer = (card: CallCard): CallCard => {
    const moving = seen.current.get(card.id);
    return moving && moving.version > card.version ? moving : card;
  };
  const cards = query.data?.pages.flatMap(({ items }) => items).map(newer) ?? null;
  return { ...query, cards };
}
