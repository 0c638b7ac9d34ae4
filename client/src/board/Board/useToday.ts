import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CallCard } from '../../../../server/contract/card.ts';
import { request } from '../../app/request.ts';
import { officeZone } from '../../i18n/officeZone.ts';
import { useLiveCalls } from '../../live/keys.ts';
import { useLive } from '../../live/LiveProvider.tsx';
import { useNow } from '../../live/serverClock.ts';
import { dayOf, startOf } from '../dayRange.ts';

interface CallPage {
  items: CallCard[];
  next?: string;
}

const pageSize = 200;
const mostPages = 25;
const minuteMs = 60_000;

async function load(from: number): Promise<CallCard[]> {
  const cards: CallCard[] = [];
  let cursor = '';
  for (let pages = 0; pages < mostPages; pages++) {
    const page = await request<CallPage>('GET', `/api/calls?from=${from}&limit=${pageSize}${cursor}`);
    cards.push(...page.items);
    if (page.next === undefined) break;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
  return cards;
}

/** Every call since midnight of the office's clock. Read once; after that each card takes its place as it comes, so that a busy day is not read again at each call. */
export function useToday(): CallCard[] | null {
  const { socket } = useLive();
  const queries = useQueryClient();
  const today = dayOf(useNow(minuteMs), officeZone());
  const from = startOf(today, officeZone());
  const live = useLiveCalls();
  const { data } = useQuery({ queryKey: ['calls', 'today', from], queryFn: () => load(from), staleTime: Infinity });
  useEffect(() => {
    const keep = (card: CallCard): void => {
      if (card.arrivedAt < from) return;
      queries.setQueryData<CallCard[]>(['calls', 'today', from], (cards) => cards && [...cards.filter(({ id }) => id !== card.id), cards.find(({ id, version }) => id === card.id && version > card.version) ?? card]);
    };
    const readAgain = (): void => void queries.invalidateQueries({ queryKey: ['calls', 'today'] });
    socket.on('call:card', keep);
    socket.on('call:amended', keep);
    // What happened while the connection was cut is not told again.
    socket.on('calls:snapshot', readAgain);
    return () => {
      socket.off('call:card', keep);
      socket.off('call:amended', keep);
      socket.off('calls:snapshot', readAgain);
    };
  }, [socket, queries, from]);
  if (!data) return null;
  const newest = new Map(data.map((card) => [card.id, card]));
  for (const card of live) if (card.arrivedAt >= from && (newest.get(card.id)?.version ?? -1) < card.version) newest.set(card.id, card);
  return [...newest.values()];
}
