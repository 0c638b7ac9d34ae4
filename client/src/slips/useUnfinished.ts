import { useQuery } from '@tanstack/react-query';
import type { Slip } from '../../../server/contract/slip.ts';
import { request } from '../app/request.ts';
import { useLiveCalls } from '../live/keys.ts';
import type { SlipPage } from './keepSlip.ts';

/** Slips that somebody began and nobody finished, oldest first; those of calls that still last are being written and are none. Null until known. */
export function useUnfinished(): Slip[] | null {
  const cards = useLiveCalls();
  const { data } = useQuery({ queryKey: ['slips', 'draft'], queryFn: () => request<SlipPage>('GET', '/api/slips?state=draft&limit=200') });
  if (!data) return null;
  const talking = new Set(cards.map(({ id }) => id));
  return data.items.filter(({ state, callId }) => state === 'draft' && (callId === null || !talking.has(callId))).sort((a, b) => Date.parse(a.calledAt) - Date.parse(b.calledAt));
}
