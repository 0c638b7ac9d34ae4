import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CallCard } from '../../../../server/contract/card.ts';
import { request } from '../../app/request.ts';
import { useLive } from '../../live/LiveProvider.tsx';
import type { CallWithFacts } from './storyLine.ts';

/** One call with its facts, read again at each of its changes, also those after its end. */
export function useCallStory(callId: string) {
  const { socket } = useLive();
  const queries = useQueryClient();
  useEffect(() => {
    const readAgain = (): void => void queries.invalidateQueries({ queryKey: ['calls', 'story', callId] });
    const onCard = ({ id }: CallCard): void => {
      if (id === callId) readAgain();
    };
    socket.on('call:card', onCard);
    socket.on('call:amended', onCard);
    // What happened while the connection was cut is not told again.
    socket.on('calls:snapshot', readAgain);
    return () => {
      socket.off('call:card', onCard);
      socket.off('call:amended', onCard);
      socket.off('calls:snapshot', readAgain);
    };
  }, [socket, queries, callId]);
  return useQuery({ queryKey: ['calls', 'story', callId], queryFn: () => request<CallWithFacts>('GET', `/api/calls/${encodeURIComponent(callId)}`), staleTime: 0 });
}
