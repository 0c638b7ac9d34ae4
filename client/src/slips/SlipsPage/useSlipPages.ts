import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SessionUser } from '../../../../server/contract/people.ts';
import { isToComplete } from '../../../../server/contract/slipFields.ts';
import type { Slip } from '../../../../server/contract/slip.ts';
import { request } from '../../app/request.ts';
import { isMine } from '../isMine.ts';
import type { SlipPage } from '../keepSlip.ts';

export const slipShowings = ['all', 'draft', 'mine', 'toComplete', 'unread', 'taken', 'dropped'] as const;
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
export function useSlipPages(showing: SlipShowing, user: SessionUser): SlipPages {
  const showsDrafts = showing === 'all' || showing === 'draft' || showing === 'mine';
  const showsOthers = showing !== 'draft' && showing !== 'mine';
  const [cursors, setCursors] = useState<readonly string[]>(['']);
  const drafts = useQuery({ queryKey: ['slips', 'drafts'], queryFn: () => ask('state=draft&limit=200'), enabled: showsDrafts });
  const state = showing === 'all' ? '' : showing === 'dropped' ? '&state=dropped' : showing === 'toComplete' ? '&toComplete=true' : '&state=taken';
  const pages = useQueries({
    queries: cursors.map((cursor) => ({ queryKey: ['slips', 'page', showing, cursor], queryFn: () => ask(`limit=50${state}${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`), enabled: showsOthers })),
  });
  const isShown = (slip: Slip): boolean => slip.state !== 'draft' && ((showing === 'all' && slip.state !== 'dropped') || slip.state === showing || (slip.state === 'taken' && !slip.readBack && showing === 'unread') || (showing === 'toComplete' && isToComplete(slip)));
  // A slip that moved from one page to the next while they were read stands on both.
  const finished = [...new Map(pages.flatMap(({ data }) => data?.items ?? []).map((slip) => [slip.id, slip])).values()].filter(isShown);
  const next = pages.at(-1)?.data?.next;
  const faulty = [drafts, ...pages].filter(({ error }) => error !== null);
  return {
    drafts: showsDrafts ? (drafts.data?.items ?? []).filter((slip) => slip.state === 'draft' && (showing !== 'mine' || isMine(slip, user))).sort((a, b) => Date.parse(a.calledAt) - Date.parse(b.calledAt)) : [],
    finished: showsOthers ? finished : [],
    isLoading: [drafts, ...pages].some(({ isLoading }) => isLoading),
    error: faulty[0]?.error ?? null,
    reload: () => faulty.forEach(({ refetch }) => void refetch()),
    more: !showsOthers || next === undefined ? null : () => setCursors([...cursors, next]),
  };
}
