import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Slip } from '../../../server/contract/slip.ts';
import { request } from '../app/request.ts';
import { useLive } from '../live/LiveProvider.tsx';
import { slipSaver } from './slipSaver.ts';
import type { Saving, SlipSaver } from './slipSaver.ts';

export interface SlipDraft {
  /** The slip with what was typed laid over it. */
  slip: Slip | null;
  error: unknown;
  reload: () => void;
  saving: Saving;
  saver: SlipSaver | null;
}

const nothing: Saving = { state: 'saved', savedAt: null, error: null, unsaved: {} };

/** One slip, live: the server's version, with what this hand types on top until it is saved. */
export function useSlip(id: string | null): SlipDraft {
  const queries = useQueryClient();
  const { connection } = useLive();
  const { data, error, refetch } = useQuery<Slip>({ queryKey: ['slip', id], queryFn: id === null ? skipToken : () => request<Slip>('GET', `/api/slips/${id}`), staleTime: 60_000 });
  const saver = useMemo(() => (id === null ? null : slipSaver(id, queries)), [id, queries]);
  const saving = useSyncExternalStore(
    useCallback((listener: () => void) => saver?.subscribe(listener) ?? (() => undefined), [saver]),
    () => saver?.saving() ?? nothing,
  );
  useEffect(() => {
    if (connection === 'live') saver?.retry();
  }, [connection, saver]);
  return { slip: data ?? null, error, reload: () => void refetch(), saving, saver };
}
