import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Slip } from '../../../server/contract/slip.ts';
import { request } from '../app/request.ts';
import type { SlipPage } from '../slips/keepSlip.ts';

const ask = (query: string): Promise<SlipPage> => request<SlipPage>('GET', `/api/slips?mine=true&${query}`);
const newestFirst = (a: Slip, b: Slip): number => Date.parse(b.calledAt) - Date.parse(a.calledAt);
/** More than this are counted as "200+". */
const mostUnread = 200;

const isMessage = ({ state }: Slip): boolean => state !== 'draft' && state !== 'dropped';
const isUnread = (slip: Slip): boolean => isMessage(slip) && slip.readAt === undefined;

/** Messages for me that I have not opened: how many, and whether there are more than were counted. Null until known. */
export function useUnread(isAsked: boolean): { slips: Slip[]; isMore: boolean } | null {
  const { data } = useQuery({ queryKey: ['slips', 'mine', 'unread'], queryFn: () => ask(`read=false&limit=${mostUnread}`), enabled: isAsked });
  return data ? { slips: data.items.filter(isUnread).sort(newestFirst), isMore: data.next !== undefined } : null;
}

interface Inbox {
  /** Not opened yet, the newest first. */
  unread: Slip[];
  /** Still being written down at the front desk. */
  unfinished: Slip[];
  read: Slip[];
  isLoading: boolean;
  error: unknown;
  reload: () => void;
  /** Loads earlier ones; null when there are none. */
  more: (() => void) | null;
}

/** Everything that was taken for me, live. What I have not opened is there however old it is. */
export function useInbox(): Inbox {
  const [cursors, setCursors] = useState<readonly string[]>(['']);
  const fresh = useQuery({ queryKey: ['slips', 'mine', 'unread'], queryFn: () => ask(`read=false&limit=${mostUnread}`) });
  const pages = useQueries({ queries: cursors.map((cursor) => ({ queryKey: ['slips', 'mine', 'page', cursor], queryFn: () => ask(`limit=50${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`) })) });
  const all = [...new Map([...(fresh.data?.items ?? []), ...pages.flatMap(({ data }) => data?.items ?? [])].map((slip) => [slip.id, slip])).values()].sort(newestFirst);
  const next = pages.at(-1)?.data?.next;
  const faulty = [fresh, ...pages].filter(({ error }) => error !== null);
  return {
    unread: all.filter(isUnread),
    unfinished: all.filter(({ state }) => state === 'draft'),
    read: all.filter((slip) => isMessage(slip) && slip.readAt !== undefined),
    isLoading: [fresh, ...pages].some(({ isLoading }) => isLoading),
    error: faulty[0]?.error ?? null,
    reload: () => faulty.forEach(({ refetch }) => void refetch()),
    more: next === undefined ? null : () => setCursors([...cursors, next]),
  };
}
