import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CallCard } from '../../../../server/contract/card.ts';
import { request } from '../../app/request.ts';
import { afterKey, useAfterCall, useAgents } from '../../live/keys.ts';
import { serverNow } from '../../live/serverClock.ts';

/** A page that is opened while its agent still writes up a call shows that call again: the server holds him for it. */
export function useOpenWrapUp(userId: string): void {
  const queries = useQueryClient();
  const after = useAfterCall();
  const until = useAgents().find(({ id }) => id === userId)?.wrapUpUntil ?? null;
  const isMissing = until !== null && after === null;
  useEffect(() => {
    if (!isMissing || until <= serverNow()) return;
    let isOver = false;
    void request<{ items: CallCard[] }>('GET', `/api/calls?agentId=${userId}&state=ended&limit=1`).then(
      ({ items: [card] }) => {
        if (!isOver && card && card.wrapUp === null) queries.setQueryData<CallCard | null>(afterKey, (now) => now ?? card);
      },
      // Without an answer the call is found in the list of calls; the desk itself works on.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [isMissing, until, userId, queries]);
}
