import type { QueryClient } from '@tanstack/react-query';
import type { Slip, SlipHistoryEntry } from '../../../server/contract/slip.ts';
import { request } from '../app/request.ts';
import { serverNow } from '../live/serverClock.ts';
import { keepSlip } from './keepSlip.ts';
import { openSaver } from './openSaver.ts';
import type { SlipSaver } from './openSaver.ts';
import { adoptOrphans, keepAs, keepUnsaved } from './unsavedMemory.ts';

export type { Saving, SlipSaver } from './openSaver.ts';

const savers = new Map<string, SlipSaver>();

/** The one saver of this slip on this page. */
export function slipSaver(id: string, queries: QueryClient): SlipSaver {
  const known = savers.get(id);
  if (known) return known;
  const address = `/api/slips/${encodeURIComponent(id)}`;
  const kept = (slip: Slip): Slip => {
    keepSlip(queries, slip);
    return slip;
  };
  const saver = openSaver({
    patch: async (patch) => kept(await request<Slip>('PATCH', address, patch)),
    load: async () => kept(await request<Slip>('GET', address)),
    history: async () => (await request<{ items: SlipHistoryEntry[] }>('GET', `${address}/history`)).items,
    seen: () => queries.getQueryData<Slip>(['slip', id]) ?? null,
    keep: (unsaved) => keepUnsaved(id, unsaved),
    now: serverNow,
    later(ms, act) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  });
  savers.set(id, saver);
  return saver;
}

let resumedFor: string | null = null;

/**
 * Sends what earlier pages of this user on this computer could not bring to the server any more: once after each load of the page, and when another user
 * signs in. What the one before him left unsaved stays on this computer until he is back.
 */
export function resumeUnsaved(userId: string, queries: QueryClient): void {
  if (resumedFor === userId) return;
  resumedFor = userId;
  for (const saver of savers.values()) saver.close();
  savers.clear();
  keepAs(userId);
  adoptOrphans((slipId, left) => slipSaver(slipId, queries).adopt(left));
}
