import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CallCard } from '../../../server/contract/card.ts';
import type { CommandInput } from '../../../server/contract/live.ts';
import { keepCard } from '../live/keepNews.ts';
import { useLive } from '../live/LiveProvider.tsx';

type Attach = CommandInput<'call:attach'>;
/** On whose file, on a new one, or not after all. */
export type AttachHow = Attach extends infer Each ? (Each extends Attach ? Omit<Each, 'callId'> : never) : never;

/** Puts the caller of my call on a file, or takes that back; the card follows at once. */
export function useAttach(card: CallCard) {
  const queries = useQueryClient();
  const { send } = useLive();
  return useMutation({
    mutationFn: (how: AttachHow) => send('call:attach', { callId: card.id, ...how }),
    onSuccess: (after) => {
      // My own call: whoever attaches has it.
      keepCard(queries, after, after.agent?.id ?? '');
      void queries.invalidateQueries({ queryKey: ['residents'] });
    },
  });
}
