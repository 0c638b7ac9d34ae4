import { useQuery } from '@tanstack/react-query';
import type { CallCard } from '../../../server/contract/card.ts';
import type { Language } from '../../../server/contract/primitives.ts';
import { request } from '../app/request.ts';
import { keepOfficeZone } from '../i18n/officeZone.ts';

/** The office that this desk answered for last: what stands on the stage while nothing rings. Null before the first call. */
export function useOffice(): { name: string; language: Language } | null {
  const { data } = useQuery({ queryKey: ['calls', 'list', 'latest'], queryFn: () => request<{ items: CallCard[] }>('GET', '/api/calls?limit=1') });
  const [card] = data?.items ?? [];
  if (card) keepOfficeZone(card.line.number);
  return card ? { name: card.unit.name, language: card.line.language } : null;
}
