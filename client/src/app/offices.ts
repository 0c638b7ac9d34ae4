import { useQuery } from '@tanstack/react-query';
import type { OfficeView } from '../../../server/contract/office.ts';
import { keepOfficeZone } from '../i18n/officeZone.ts';
import { request } from './request.ts';

/** Of the offices that one answers for; keys of single ones begin with it, so that one word makes all be read anew. */
export const officesKey = ['offices'] as const;
const none: OfficeView[] = [];

async function load(): Promise<OfficeView[]> {
  const { items } = await request<{ items: OfficeView[] }>('GET', '/api/offices');
  const [first] = items;
  if (first) keepOfficeZone(first.timeZone);
  return items;
}

/** The offices that this user answers for; the first one's clock is the clock of his screen. */
export function useOffices(): OfficeView[] {
  return useQuery({ queryKey: officesKey, queryFn: load, staleTime: 5 * 60_000 }).data ?? none;
}
