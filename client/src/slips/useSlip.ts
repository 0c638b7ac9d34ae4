import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Slip, SlipSource } from '../../../server/contract/slip.ts';
import { missingOf } from '../../../server/contract/slipFields.ts';
import { request } from '../app/request.ts';
import { useSession } from '../app/session.ts';
import { useLive } from '../live/LiveProvider.tsx';
import { resumeUnsaved, slipSaver } from './slipSaver.ts';
import type { Saving, SlipSaver } from './slipSaver.ts';

/** A slip in a form. `slip` and `stored` are null until it was read, `saver` while no slip is asked for. */
export interface SlipDraft {
  /** The slip with what was typed laid over it, and with what is missing then. */
  slip: Slip | null;
  /** The slip as the server has it. */
  stored: Slip | null;
  error: unknown;
  reload: () => void;
  saving: Saving;
  saver: SlipSaver | null;
}

const nothing: Saving = { state: 'saved', savedAt: null, error: null, unsaved: {}, conflicts: [], writers: {}, echoes: {}, isKept: true };

/** What the fields show before the server has answered: what was typed comes from a person, and is missing no more. */
function laidOver(stored: Slip, { unsaved: all, state }: Saving): Slip {
  // What the server refused has not been done to the slip: it is not taken, and can be written.
  const { state: wanted, readBack, confirmPrivate: _confirm, maskPrivate: _mask, ...values } = all;
  const unsaved = { ...values, ...(state !== 'failed' && { ...(wanted !== undefined && { state: wanted }), ...(readBack !== undefined && { readBack }) }) };
  if (Object.keys(unsaved).length === 0) return stored;
  const laid = { ...stored, ...unsaved } as Slip;
  const sources = { ...stored.sources, ...Object.fromEntries(Object.keys(unsaved).map((name): [string, SlipSource] => [name, 'person'])) };
  return { ...laid, sources, missing: missingOf(laid) };
}

/** One slip, live: the server's version, with what this hand types on top until it is saved. */
export function useSlip(id: string | null): SlipDraft {
  const queries = useQueryClient();
  const { connection } = useLive();
  const { data, error, refetch } = useQuery<Slip>({ queryKey: ['slip', id], queryFn: id === null ? skipToken : () => request<Slip>('GET', `/api/slips/${encodeURIComponent(id)}`), staleTime: 60_000 });
  const { data: session } = useSession();
  const userId = session?.user.id;
  const saver = useMemo(() => {
    // Before the first saver is opened: it keeps what is typed as this user's.
    if (userId !== undefined) resumeUnsaved(userId, queries);
    return id === null ? null : slipSaver(id, queries);
    // A session that ends in mid-call leaves the slip standing; who signs in next has savers of his own.
  }, [id, queries, userId]);
  const saving = useSyncExternalStore(
    useCallback((listener: () => void) => saver?.subscribe(listener) ?? (() => undefined), [saver]),
    () => saver?.saving() ?? nothing,
  );
  useEffect(() => {
    if (connection === 'live') saver?.retry();
  }, [connection, saver]);
  useEffect(() => {
    if (data) saver?.heard(data);
  }, [data, saver]);
  const slip = useMemo(() => (data ? laidOver(data, saving) : null), [data, saving]);
  return { slip, stored: data ?? null, error, reload: () => void refetch(), saving, saver };
}
