import { useQueryClient } from '@tanstack/react-query';
import type { CallCard, MissedState } from '../../../../server/contract/card.ts';
import { useLive } from '../../live/LiveProvider.tsx';

/** Says what became of a missed call; ends when every list has it. @throws Refusal */
export function useFollowUp(): (callId: string, state: MissedState, reason?: string) => Promise<CallCard> {
  const { send } = useLive();
  const queries = useQueryClient();
  return async (callId, state, reason = '') => {
    const card = await send('call:followUp', { callId, state, reason });
    await queries.invalidateQueries({ queryKey: ['calls', 'list'] });
    return card;
  };
}
