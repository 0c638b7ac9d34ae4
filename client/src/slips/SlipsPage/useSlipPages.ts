import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SessionUser } from '../../../../server/contract/people.ts';
import { isToComplete } from '../../../../server/contract/slipFields.ts';
import { isOpen, standingOf } from '../../../../server/contract/slipStanding.ts';
import type { Slip } from '../../../../server/contract/slip.ts';
import { request } from '../../app/request.ts';
import { isMine } from '../isMine.ts';
import type { SlipPage } from '../keepSlip.ts';

/** What the list may show, as `/slips?show=…` names it. `mine`: drafts that are this user's to finish; `toComplete`: taken with something missing; `unread`: open, no draft, not read back to the caller; `aside`: dropped or merged. */
export const slipShowings = ['open', 'mine', 'toComplete', 'unread', 'acknowledged', 'done', 'aside', 'all'] as const;
/** @see slipShowings */
export type SlipShowing = (typeof slipShowings)[number];

/** `error`: of the first page that was not read; null: all were. `reload` asks only for those again. */
export interface SlipPages {
  /** Open ones by standing, the oldest first; others newest first; as far as they were loaded. */
  slips: Slip[];
  isLoading: boolean;
  error: unknown;
  reload: () => void;
  /** Loads further ones; null when there are none. */
  more: (() => void) | null;
}

const ask = (query: string): Promise<SlipPage> => request<SlipPage>('GET', `/api/slips?${query}`);

const queryOf: Record<SlipShowing, string> = {
  open: 'limit=200&stage=open',
  mine: 'limit=200&state=draft',
  toComplete: 'limit=50&toComplete=true',
  unread: 'limit=200&stage=open',
  acknowledged: 'limit=50&stage=acknowledged',
  done: 'limit=50&stage=done',
  aside: 'limit=50&stage=aside',
  all: 'limit=50',
};

/** Live lists move between two questions: what a page holds and does not belong there any more is left out at once. */
function belongs(slip: Slip, showing: SlipShowing, user: SessionUser): boolean {
  switch (showing) {
    case 'open':
      return isOpen(slip);
    case 'mine':
      return slip.state === 'draft' && isMine(slip, user);
    case 'toComplete':
      return slip.state !== 'draft' && isToComplete(slip);
    case 'unread':
      return isOpen(slip) && slip.state !== 'draft' && !slip.readBack;
    case 'aside':
      return slip.state === 'dropped' || slip.state === 'merged';
    case 'all':
      return true;
    default:
      return slip.state === showing;
  }
}

const timeOf = ({ calledAt }: Slip): number => Date.parse(calledAt) || 0;

const openKey = ['slips', 'page', 'open', ''] as const;

/** What is open, as the first page of the list has it; null until known. */
export function useOpenSlips(): { slips: Slip[]; isMore: boolean } | null {
  const { data } = useQuery({ queryKey: openKey, queryFn: () => ask(queryOf.open) });
  return data ? { slips: data.items.filter(isOpen), isMore: data.next !== undefined } : null;
}

/** The slips of the page, live: each query holds pages as `keepSlip` knows them. */
export function useSlipPages(showing: SlipShowing, user: SessionUser): SlipPages {
  const [read, setRead] = useState<{ showing: SlipShowing; cursors: readonly string[] }>({ showing, cursors: [''] });
  // A mark of one list says nothing in another.
  const cursors = read.showing === showing ? read.cursors : [''];
  const pages = useQueries({
    queries: cursors.map((cursor) => ({ queryKey: ['slips', 'page', showing === 'unread' ? 'open' : showing, cursor], queryFn: () => ask(`${queryOf[showing]}${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`) })),
  });
  // A slip that moved from one page to the next while they were read stands on both.
  const slips = [...new Map(pages.flatMap(({ data }) => data?.items ?? []).map((slip) => [slip.id, slip])).values()].filter((slip) => belongs(slip, showing, user));
  const isOldestFirst = showing === 'open' || showing === 'mine' || showing === 'unread';
  const next = pages.at(-1)?.data?.next;
  const faulty = pages.filter(({ error }) => error !== null);
  return {
    slips: slips.sort((a, b) => (isOldestFirst ? standingOf(a) - standingOf(b) || timeOf(a) - timeOf(b) : timeOf(b) - timeOf(a)) || (a.id < b.id ? -1 : 1)),
    isLoading: pages.some(({ isLoading }) => isLoading),
    error: faulty[0]?.error ?? null,
    reload: () => faulty.forEach(({ refetch }) => void refetch()),
    more: next === undefined ? null : () => setRead({ showing, cursors: [...cursors, next] }),
  };
}
