import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OfficeDetail } from '../../../server/contract/office.ts';
import { officesKey } from '../app/offices.ts';
import { request } from '../app/request.ts';

/** Begins with `officesKey`. */
export const officeKey = (id: string) => [...officesKey, 'one', id] as const;

/** All about an office, for those who keep it. Members of departments come and go: it is asked anew when it is looked at. */
export function useOfficeDetail(id: string) {
  return useQuery({ queryKey: officeKey(id), queryFn: () => request<OfficeDetail>('GET', `/api/offices/${encodeURIComponent(id)}`), retry: false, enabled: id !== '' });
}

/** Puts what the server answered where every page reads it. */
export function useKeepOffice(): (office: OfficeDetail) => void {
  const queries = useQueryClient();
  return (office) => {
    queries.setQueryData(officeKey(office.id), office);
    void queries.invalidateQueries({ queryKey: officesKey });
  };
}
