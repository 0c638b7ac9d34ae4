import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { StaffView } from '../../../server/contract/staff.ts';
import { request } from '../app/request.ts';

/** Of one person, with where he stands. */
export const personKey = (id: string) => ['people', 'one', id] as const;

/** One member of the staff, as the server has him now. */
export function usePerson(id: string) {
  return useQuery({ queryKey: personKey(id), queryFn: () => request<StaffView>('GET', `/api/staff/${encodeURIComponent(id)}`), retry: false });
}

/** Puts what the server answered where every list reads it. */
export function useKeepPerson(): (person: StaffView) => void {
  const queries = useQueryClient();
  return (person) => {
    queries.setQueryData(personKey(person.id), person);
    void queries.invalidateQueries({ queryKey: ['people'] });
  };
}
