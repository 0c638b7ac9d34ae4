import { useQuery } from '@tanstack/react-query';
import type { CallCard } from '../../../server/contract/card.ts';
import type { Language } from '../../../server/contract/primitives.ts';
import { useOffices } from '../app/offices.ts';
import { request } from '../app/request.ts';

/** What stands on the stage while nothing rings: the office that called here last, before the first call the first of mine. */
export function useOffice(): { name: string; language: Language } | null {
  const offices = useOffices();
  const { data } = useQuery({ queryKey: ['calls', 'list', 'latest'], queryFn: () => request<{ items: CallCard[] }>('GET', '/api/calls?limit=1') });
  const [card] = data?.items ?? [];
  if (card) return { name: card.unit.name, language: card.line.language };
  const [office] = offices;
  return office ? { name: office.name, language: office.lines[0]?.language ?? 'zh-CN' } : null;
}
