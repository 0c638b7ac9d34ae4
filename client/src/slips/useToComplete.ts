import { useQuery } from '@tanstack/react-query';
import { isToComplete } from '../../../server/contract/slipFields.ts';
import type { Slip } from '../../../server/contract/slip.ts';
import { request } from '../app/request.ts';
import type { SlipPage } from './keepSlip.ts';

/** Messages that were taken without a number or without any words; null until known. `isAsked` false: not this user's to complete, none. */
export function useToComplete(isAsked: boolean): Slip[] | null {
  const { data } = useQuery({ queryKey: ['slips', 'toComplete'], queryFn: () => request<SlipPage>('GET', '/api/slips?toComplete=true&limit=200'), enabled: isAsked });
  if (!isAsked) return [];
  return data?.items.filter(isToComplete) ?? null;
}
