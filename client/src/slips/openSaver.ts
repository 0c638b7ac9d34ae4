import type { Slip, SlipHistoryEntry, SlipPatch } from '../../../server/contract/slip.ts';
import { Refusal } from '../app/request.ts';
import { isDecision, adopted, conflicted, edited, heard, isNothing, isWaiting, keptMine, nothingUnsaved, overlay, refused, retried, stored, taken, tookTheirs } from './unsaved.ts';
import type { SlipValue, SlipValues, Unsaved } from './unsaved.ts';

/** How far what was typed has come. `savedAt`: ms UTC on the server's clock, null before anything of this page was stored. `error`: of the last request, null after one that was stored. */
export interface Saving {
  /** `waiting`: not on the server, tried again and again. `failed`: the server will not take it. `conflict`: somebody else wrote the same value. */
  state: 'saved' | 'saving' | 'waiting' | 'failed' | 'conflict';
  savedAt: number | null;
  error: unknown;
  /** What was typed and is not yet on the server. */
  unsaved: SlipValues;
  /** Of the unsaved values, those that somebody else has written meanwhile. */
  conflicts: readonly SlipValue[];
  /** Who wrote what last, by the name of the value, as far as the slip's history told. */
  writers: Readonly<Record<string, { name: string | null; id: string }>>;
  /** What was typed, and what the server made of it: 135-1090-2716 and +8613510902716. */
  echoes: Readonly<Partial<Record<SlipValue, { typed: unknown; stored: unknown }>>>;
  /** False when this browser does not keep the unsaved text over a reload. */
  isKept: boolean;
}

/** The way of one page's typing into one slip. `edit` stores values after a short pause, decisions at once; `keepMine` and `takeTheirs` end a conflict; `retry` sends again, also what was refused. */
export interface SlipSaver {
  /** `seen`: the values as they stood before the writer's eyes, when that is not the slip as it is now. */
  edit(patch: SlipValues, seen?: Partial<Slip>): void;
  /** Resolves when all that was typed is on the server. @throws what the server refused, `conflict` while one waits for a decision */
  settled(): Promise<void>;
  keepMine(name: SlipValue): void;
  takeTheirs(name: SlipValue): void;
  retry(): void;
  /** The slip as it is stored now. */
  heard(slip: Slip): void;
  /** What another page left behind. */
  adopt(left: Unsaved): void;
  saving(): Saving;
  subscribe(listener: () => void): () => void;
  /** Nothing is sent or kept any more. */
  close(): void;
}

/** What a saver does its work with. `keep`: the text over a reload, null: nothing is left of it; false where the browser keeps nothing. `now`: ms UTC. */
export interface SaverPorts {
  /** @throws Refusal */
  patch(patch: SlipPatch): Promise<Slip>;
  /** @throws Refusal */
  load(): Promise<Slip>;
  /** @throws Refusal */
  history(): Promise<SlipHistoryEntry[]>;
  /** The slip as it is shown; null before it was loaded. */
  seen(): Slip | null;
  keep(unsaved: Unsaved | null): boolean;
  now(): number;
  /** @returns the way to call it off */
  later(ms: number, act: () => void): () => void;
}

/** Letters typed within this time go to the server together: each save is a version of the slip and an entry in its history, ms. */
const pauseMs = 200;
const retryMs = 2000;
const longestRetryMs = 15_000;

/** Never taken, however often they are sent. Everything else is tried again: the network, a busy server, a session that ended. */
const finalCodes: readonly string[] = ['bad_input', 'forbidden', 'needs_confirmation', 'not_found', 'too_large'];

/**
 * Brings what is typed into one slip to the server, one request at a time, each value with what its writer saw before: what somebody else wrote meanwhile
 * is not written over but shown. What could not be brought stays on this computer and is sent when the server answers again.
 */
export function openSaver(ports: SaverPorts): SlipSaver {
  let unsaved = nothingUnsaved;
  let state: Saving = { state: 'saved', savedAt: null, error: null, unsaved: {}, conflicts: [], writers: {}, echoes: {}, isKept: true };
  let isFlying = false;
  let isClosed = false;
  let isTrouble = false;
  let failures = 0;
  let askedVersion = 0;
  let callOff: (() => void) | null = null;
  const listeners = new Set<() => void>();

  function become(next: Unsaved, more: Partial<Saving> = {}): void {
    if (isClosed) return;
    unsaved = next;
    const isKept = ports.keep(isNothing(unsaved) ? null : unsaved);
    const conflicts = Object.keys(unsaved.held) as SlipValue[];
    const now = isTrouble ? 'waiting' : isWaiting(unsaved) ? 'saving' : Object.keys(unsaved.refused.patch).length > 0 ? 'failed' : conflicts.length > 0 ? 'conflict' : 'saved';
    state = { ...state, ...more, state: now, unsaved: overlay(unsaved), conflicts, isKept };
    for (const listener of [...listeners]) listener();
  }

  function soon(ms: number): void {
    callOff ??= ports.later(ms, () => {
      callOff = null;
      void flush();
    });
  }

  async function flush(): Promise<void> {
    if (isFlying || isClosed) return;
    callOff?.();
    callOff = null;
    unsaved = taken(unsaved);
    const [sent] = unsaved.queue;
    if (!sent) return;
    isFlying = true;
    become(unsaved);
    try {
      const slip = await ports.patch(Object.keys(sent.base).length > 0 ? { ...sent.patch, base: sent.base } : sent.patch);
      done(slip, () => stored(unsaved, slip));
    } catch (error) {
      await notStored(error);
    } finally {
      isFlying = false;
    }
    if (isWaiting(unsaved)) soon(isTrouble ? Math.min(retryMs * 2 ** Math.max(0, failures - 1), longestRetryMs) : 0);
  }

  function done(slip: Slip, next: () => Unsaved, more: Partial<Saving> = {}): void {
    const sent = unsaved.queue[0]?.patch ?? {};
    isTrouble = false;
    failures = 0;
    const echoes = { ...state.echoes };
    for (const name of (Object.keys(sent) as SlipValue[]).filter((one) => !isDecision(one))) echoes[name] = { typed: sent[name], stored: slip[name] };
    become(next(), { error: null, savedAt: ports.now(), echoes, ...more });
  }

  async function notStored(error: unknown): Promise<void> {
    const { code, fields } = error instanceof Refusal ? error : { code: 'internal', fields: {} };
    const names = [...new Set(Object.keys(fields).map((path) => path.split('.')[0] ?? ''))];
    if (code === 'conflict' && names.some((name) => name in (unsaved.queue[0]?.patch ?? {}))) {
      try {
        // What was stored of it, and what stands in the fields that were not.
        const slip = await ports.load();
        done(slip, () => conflicted(unsaved, names, slip), { error });
        void askWho(slip.version);
        return;
      } catch (cause) {
        return trouble(cause);
      }
    }
    if (!finalCodes.includes(code)) return trouble(error);
    isTrouble = false;
    become(refused(unsaved, code === 'bad_input' ? names : null), { error });
  }

  function trouble(error: unknown): void {
    isTrouble = true;
    failures++;
    become(unsaved, { error });
  }

  /** Whose words those are; without an answer they are simply somebody's. */
  async function askWho(version: number): Promise<void> {
    if (version <= askedVersion) return;
    askedVersion = version;
    try {
      const writers: Record<string, { name: string | null; id: string }> = {};
      for (const { by, changed } of await ports.history()) for (const name of Object.keys(changed)) writers[name] = by;
      become(unsaved, { writers });
    } catch {
      // The conflict can be decided without a name.
      askedVersion = 0;
    }
  }

  /** The recipient is one thing under two names: both are decided together. */
  const together = (name: SlipValue): SlipValue[] => (name === 'recipient' ? (['recipient', 'recipientId'] as const) : [name]).filter((one) => one in unsaved.held);

  return {
    edit(patch, seen = ports.seen() ?? {}) {
      become(edited(unsaved, patch, seen));
      // What decides the slip's fate goes at once.
      if (Object.keys(patch).some((name) => isDecision(name as SlipValue))) void flush();
      else if (isWaiting(unsaved)) soon(pauseMs);
    },
    settled: () =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (state.state === 'saved') end(resolve);
          else if (state.state === 'conflict') end(() => reject(new Refusal('conflict', 'somebody else wrote this too')));
          else if (state.state === 'failed') end(() => reject(state.error instanceof Error ? state.error : new Error('not saved')));
        };
        const end = (act: () => void): void => {
          listeners.delete(look);
          act();
        };
        listeners.add(look);
        look();
        void flush();
      }),
    keepMine(name) {
      const slip = ports.seen();
      if (!slip) return;
      become(together(name).reduce((next, one) => (isDecision(one) ? next : keptMine(next, one, slip[one])), unsaved));
      void flush();
    },
    takeTheirs: (name) => become(together(name).reduce(tookTheirs, unsaved)),
    retry() {
      if (Object.keys(unsaved.refused.patch).length > 0) become(retried(unsaved));
      void flush();
    },
    heard(slip) {
      if (state.conflicts.length === 0) return;
      const next = heard(unsaved, slip);
      if (next !== unsaved) become(next);
      if (Object.keys(unsaved.held).length > 0) void askWho(slip.version);
    },
    adopt(left) {
      become(adopted(unsaved, left));
      void flush();
    },
    saving: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      isClosed = true;
      callOff?.();
      listeners.clear();
    },
  };
}
