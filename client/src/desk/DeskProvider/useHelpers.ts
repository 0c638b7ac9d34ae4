import { useQuery } from '@tanstack/react-query';
import type { WantedPerson } from '../../../../server/contract/card.ts';
import type { HelperView } from '../../../../server/contract/people.ts';
import { request } from '../../app/request.ts';

const nobody: HelperView[] = [];

/** Who can help in the place of the person who was asked for and is away (DOMAIN 6, absent), as people come and go, also once one of them was taken; nobody for one who is in. */
export function useHelpers(wanted: WantedPerson | null): HelperView[] {
  const id = wanted?.insteadOf?.staffId ?? (wanted?.away === true ? wanted.staffId : null);
  const { data } = useQuery({
    queryKey: ['people', 'helpers', id],
    queryFn: () => request<{ items: HelperView[] }>('GET', `/api/people/${encodeURIComponent(id ?? '')}/helpers`),
    enabled: id !== null,
  });
  return id === null ? nobody : (data?.items ?? nobody);
}
