import { useQuery } from '@tanstack/react-query';
import type { UserView } from '../../../../server/contract/users.ts';
import { request } from '../../app/request.ts';

/** Everybody who signs in, of the offices of whoever asks; or those who may no more. */
export function useUsers(removed: boolean) {
  return useQuery({ queryKey: ['users', 'all', removed], queryFn: () => request<{ items: UserView[] }>('GET', `/api/users?removed=${String(removed)}`) });
}
