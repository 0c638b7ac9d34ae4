import { useQuery } from '@tanstack/react-query';
import type { CallCard } from '../../../../server/contract/card.ts';
import { request } from '../../app/request.ts';
import { useLiveCalls } from '../../live/keys.ts';

/** The newest so many answered calls are looked at, in one request for all rows. */
const looked = 200;
const none: CallCard[] = [];

/**
 * The call in which this caller was heard after all: the first after the missed one that an agent took from the same number, ended or going on.
 * Two who hide their numbers are not one person.
 */
export function useCalledAgain(missed: readonly CallCard[]): (card: CallCard) => CallCard | null {
  const since = missed.length === 0 ? null : Math.min(...missed.map(({ arrivedAt }) => arrivedAt));
  const { data } = useQuery({
    queryKey: ['calls', 'list', 'again', since],
    queryFn: () => request<{ items: CallCard[] }>('GET', `/api/calls?outcome=agent&from=${since ?? 0}&limit=${looked}`),
    enabled: since !== null,
  });
  const live = useLiveCalls().filter(({ agent, answeredAt }) => agent !== null && answeredAt !== null);
  const answered = [...(data?.items ?? none), ...live].sort((a, b) => a.arrivedAt - b.arrivedAt);
  return ({ caller: { number }, arrivedAt }) => (number === null ? null : (answered.find((call) => call.caller.number === number && call.arrivedAt > arrivedAt) ?? null));
}
