import { useQuery } from '@tanstack/react-query';
import type { Slip } from '../../../server/contract/slip.ts';
import { request } from '../app/request.ts';
import { useLiveCalls } from '../live/keys.ts';
import type { SlipPage } from './keepSlip.ts';

interface Unfinished {
  /** The oldest first; null until known. */
  slips: Slip[] | null;
  error: unknown;
  reload: () => void;
}

/** Slips that somebody began and nobody finished; those of calls that still last are being written and are none. */
export function useUnfinished(): Unfinished {
  const cards = useLiveCalls();
  const { data, error, refetch } = useQuery({ queryKey: ['slips', 'draft'], queryFn: () => request<SlipPage>('GET', '/api/slips?state=draft&limit=200') });
  const talking = new Set(cards.map(({ id }) => id));
  const slips = data?.items.filter(({ state, callId }) => state === 'draft' && (callId === null || !talking.has(callId))).sort((a, b) => Date.parse(a.calledAt) - Date.parse(b.calledAt));
  return { slips: slips ?? null, error, reload: () => void refetch() };
}
