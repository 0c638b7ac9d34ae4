import type { QueryClient } from '@tanstack/react-query';
import type { Slip, SlipPatch } from '../../../server/contract/slip.ts';
import { Refusal, request } from '../app/request.ts';
import { serverNow } from '../live/serverClock.ts';
import { keepSlip } from './keepSlip.ts';

export interface Saving {
  state: 'saved' | 'saving' | 'waiting' | 'failed';
  savedAt: number | null;
  error: unknown;
  /** What was typed and is not yet on the server. */
  unsaved: SlipPatch;
}

export interface SlipSaver {
  edit(patch: SlipPatch): void;
  /** Resolves when all that was typed is on the server. @throws what the server refused */
  settled(): Promise<void>;
  retry(): void;
  saving(): Saving;
  subscribe(listener: () => void): () => void;
}

const keyOf = (id: string): string => `three-rings.unsaved.${id}`;
const retryMs = 2000;
const savers = new Map<string, SlipSaver>();

function kept(id: string): SlipPatch {
  const text = localStorage.getItem(keyOf(id));
  return text === null ? {} : (JSON.parse(text) as SlipPatch);
}

/**
 * Brings what is typed into one slip to the server: at once, one request at a time, the newest of each field. What could not
 * be brought stays on this computer, also over a reload, and is sent when the server answers again.
 */
export function slipSaver(id: string, queries: QueryClient): SlipSaver {
  const known = savers.get(id);
  if (known) return known;
  let pending = kept(id);
  let flying: SlipPatch = {};
  let state: Saving = { state: Object.keys(pending).length > 0 ? 'waiting' : 'saved', savedAt: null, error: null, unsaved: pending };
  let isFlying = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const listeners = new Set<() => void>();

  function tell(next: Partial<Saving>): void {
    const unsaved = { ...flying, ...pending };
    if (Object.keys(unsaved).length === 0) localStorage.removeItem(keyOf(id));
    else localStorage.setItem(keyOf(id), JSON.stringify(unsaved));
    state = { ...state, ...next, unsaved };
    for (const listener of [...listeners]) listener();
  }

  async function flush(): Promise<void> {
    if (isFlying || Object.keys(pending).length === 0) return;
    if (timer) clearTimeout(timer);
    timer = null;
    isFlying = true;
    flying = pending;
    pending = {};
    tell({ state: 'saving', error: null });
    try {
      const slip = await request<Slip>('PATCH', `/api/slips/${id}`, flying);
      flying = {};
      keepSlip(queries, slip);
      isFlying = false;
      tell({ state: Object.keys(pending).length > 0 ? 'saving' : 'saved', savedAt: serverNow() });
      await flush();
    } catch (error) {
      isFlying = false;
      // Everything but a plain no is tried again: the network, a busy server, a session that ended.
      const isFinal = error instanceof Refusal && ['bad_input', 'forbidden', 'not_found', 'too_large'].includes(error.code);
      if (!isFinal) pending = { ...flying, ...pending };
      flying = {};
      tell({ state: isFinal ? 'failed' : 'waiting', error });
      if (!isFinal) timer = setTimeout(() => void flush(), retryMs);
    }
  }

  const saver: SlipSaver = {
    edit(patch) {
      pending = { ...pending, ...patch };
      tell({ state: 'saving' });
      void flush();
    },
    settled: () =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (state.state === 'saved') done(resolve);
          else if (state.state === 'failed') done(() => reject(state.error instanceof Error ? state.error : new Error('not saved')));
        };
        const done = (end: () => void): void => {
          listeners.delete(look);
          end();
        };
        listeners.add(look);
        look();
      }),
    retry: () => void flush(),
    saving: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  savers.set(id, saver);
  if (Object.keys(pending).length > 0) void flush();
  return saver;
}
