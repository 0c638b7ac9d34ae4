import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { CallCard, MissedState } from '../../../../server/contract/card.ts';
import { request } from '../../app/request.ts';

interface CallPage {
  items: CallCard[];
  next?: string;
}

/** The server's largest page, and how many of them are read at most: what is older than two thousand missed calls is a case for the history. */
const pageSize = 200;
const mostPages = 10;

async function load(state: MissedState): Promise<CallCard[]> {
  const cards: CallCard[] = [];
  let cursor = '';
  for (let pages = 0; pages < mostPages; pages++) {
    const page = await request<CallPage>('GET', `/api/calls?missed=${state}&limit=${pageSize}${cursor}`);
    cards.push(...page.items);
    if (page.next === undefined) break;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
  return cards;
}

/** The query of every place that shows or counts them: read once for all of them, and again whenever a call ends or is amended. */
const openMissed = { queryKey: ['calls', 'list', 'missed', 'open'] as const, queryFn: () => load('open') };

const oldestFirst = (cards: CallCard[]): CallCard[] => [...cards].sort((a, b) => a.arrivedAt - b.arrivedAt);
const count = (cards: CallCard[]): number => cards.length;

/** Calls that nobody heard out and nobody called back yet, oldest first. */
export const useMissedCalls = (): UseQueryResult<CallCard[]> => useQuery({ ...openMissed, select: oldestFirst });

/** How many missed calls wait; null until it is known. For the badge in the top band. */
export const useMissedCount = (): number | null => useQuery({ ...openMissed, select: count }).data ?? null;
