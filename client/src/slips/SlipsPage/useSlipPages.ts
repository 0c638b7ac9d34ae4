import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Slip } from '../../../../server/contract/slip.ts';
import { request } from '../../app/request.ts';
import type { SlipPage } from '../keepSlip.ts';

export const slipShowings = ['all', 'draft', 'unread', 'taken'] as const;
export type SlipShowing = (typeof slipShowings)[number];

export interface SlipPages {
  /** Not finished, the oldest first: what a message lacks, nobody will know later. */
  drafts: Slip[];
  /** The others, newest first, as far as they were loaded. */
  finished: Slip[];
  isLoading: boolean;
  error: unknown;
  reload: () => void;
  /** Loads earlier ones; null when there are none. */
  more: (() => void) | null;
}

const ask = (query: string): Promise<SlipPage> => request<SlipPage>('GET', `/api/slips?${query}`);

/** The slips of the page, live: each query holds pages as `keepSlip` knows them. */
export function useSlipPages(showing: SlipShowing): SlipPages {
  const [cursors, setCursors] = useState<readonly string[]>(['']);
  const drafts = useQuery({ queryKey: ['slips', 'drafts'], queryFn: () => ask('state=draft&limit=200'), enabled: showing === 'all' || showing === 'draft' });
  const state = showing === 'all' ? '' : '&state=taken';
  const pages = useQueries({
    queries: cursors.map((cursor) => ({ queryKey: ['slips', 'page', showing, cursor], queryFn: () => ask(`limit=50${state}${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`), enabled: showing !== 'draft' })),
  });
  const isShown = (slip: Slip): boolean => slip.state !== 'draft' && (showing === 'all' || (slip.state === 'taken' && (showing === 'taken' || !slip.readBack)));
  // A slip that moved from one page to the next while they were read stands on both.
  const finished = [...new Map(pages.flatMap(({ data }) => data?.items ?? []).map((slip) => [slip.id, slip])).values()].filter(isShown);
  const next = pages.at(-1)?.data?.next;
  const faulty = [drafts, ...pages].filter(({ error }) => error !== null);
  return {
    drafts: showing === 'all' || showing === 'draft' ? (drafts.data?.items ?? []).filter((slip) => slip.state === 'draft').sort((a, b) => Date.parse(a.calledAt) - Date.parse(b.calledAt)) : [],
    finished: showing === 'draft' ? [] : finished,
    isLoading: [drafts, ...pages].some(({ isLoading }) => isLoading),
    error: faulty[0]?.error ?? null,
    reload: () => faulty.forEach(({ refetch }) => void refetch()),
    more: showing === 'draft' || next === undefined ? null : () => setCursors([...cursors, next]),
  };
}
