import { DomainError } from '../contract/errors.ts';
import type { NewSlip, Slip, SlipContent, SlipPatch } from '../contract/slip.ts';
import { foldHistory } from './foldHistory.ts';
import { mergeTyped } from './mergeTyped.ts';
import type { SlipChange, SlipListing, SlipStore } from './ports.ts';
import type { SlipSeed, SlipSenses, CallOfSlip } from './senses.ts';
import { emptySlip, withMissing } from './slip.ts';
import { cleanLine } from './text.ts';
import { keptContent } from './typed.ts';
import { writeSeed } from './writeSeed.ts';
import { writeTyped } from './writeTyped.ts';

export type { CallOfSlip, SlipSeed, SlipSenses } from './senses.ts';

/** Who writes: his name becomes field 8 of a new slip, source `session`. */
export interface SlipWriter {
  id: string;
  name: string;
}

/** The one way to write a slip. Every change is on the slip's history; `missing` and `sources` are always true. */
export interface SlipDesk {
  /**
   * A slip by hand. Fields 3, 4, 7, 8 are filled from the call (if any), the numbering plan, the clock and the session
   * where the input leaves them out.
   * @throws DomainError `bad_input`
   */
  create(input: NewSlip & { unitId: string }, writer: SlipWriter, now: number): Promise<Slip>;
  /**
   * Writes what a person typed. With `base`, values that somebody else changed since are left as they are: the others are stored first.
   * @throws DomainError `not_found`, `bad_input`; `conflict` for a stale `version`, and, naming the stored values, for those of `base` that were changed
   */
  patch(id: string, input: SlipPatch, writer: SlipWriter, now: number): Promise<Slip>;
  /** Idempotent: writes the seed's values where no person has written; creates the slip when it is new. */
  keep(callId: string, seed: SlipSeed, now: number): Promise<Slip>;
  /** The person it is for opened it; the first time counts. @throws DomainError `not_found`, `wrong_state` for a draft */
  markRead(id: string, reader: SlipWriter, now: number): Promise<Slip>;
  /** Dismisses a draft with the reason; it stays on record. @throws DomainError `not_found`, `wrong_state` for one that was taken */
  drop(id: string, reason: string, writer: SlipWriter, now: number): Promise<Slip>;
  /** Takes a dropped slip up again; whoever does has it. @throws DomainError `not_found`, `wrong_state` */
  reopen(id: string, writer: SlipWriter, now: number): Promise<Slip>;
  /** Hands a draft to somebody else to finish; null: to the office's supervisors. @throws DomainError `not_found`, `wrong_state` */
  handOver(id: string, owner: SlipWriter | null, writer: SlipWriter, now: number): Promise<Slip>;
  /** Drafts of owners who are gone become the office's supervisors' ([L7]). */
  release(isGone: (userId: string) => boolean, now: number): Promise<void>;
  get(id: string): Promise<Slip | null>;
  /** What was done to the slip, oldest first, as people read it. */
  history(id: string): Promise<SlipChange[]>;
  list(listing: SlipListing): Promise<{ items: Slip[]; next?: string }>;
  onSaved(listener: (slip: Slip) => void): () => void;
}

export interface SlipDeskDeps extends SlipSenses {
  store: SlipStore;
  callOf(callId: string): Promise<CallOfSlip | null>;
  newId(): string;
}

/** Drafts that are read at a time when their owners are looked at. */
const draftsAtOnce = 200;

/** How often a patch without a version is made again of the slip as another server has just written it. */
const attempts = 50;

/** Opens the desk on the store's slips. */
export function openSlipDesk(deps: SlipDeskDeps): SlipDesk {
  const { store } = deps;
  const listeners = new Set<(slip: Slip) => void>();
  const turns = new Map<string, Promise<unknown>>();

  /** Writers of the same slip in this process wait for each other instead of running into conflicts. */
  async function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
    const before = turns.get(id) ?? Promise.resolve();
    const turn = before.then(work);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    turns.set(id, settled);
    try {
      return await turn;
    } finally {
      if (turns.get(id) === settled) turns.delete(id);
    }
  }

  /** Stores the next version; null when somebody else stored it first. A write that changes nothing is none. */
  async function save(before: Slip | null, after: Slip, by: string, now: number): Promise<Slip | null> {
    const changed = differences(before, after);
    if (before && Object.keys(changed).length === 0) return before;
    const slip = withMissing({ ...after, version: before ? before.version + 1 : 1 });
    const change: SlipChange = { slipId: slip.id, version: slip.version, at: now, by, changed };
    if ((await store.saveSlip(slip, change)) === 'conflict') return null;
    for (const listener of [...listeners]) listener(slip);
    return slip;
  }

  async function write(id: string, by: string, now: number, make: (before: Slip | null) => Promise<Slip>): Promise<Slip> {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const before = await store.loadSlip(id);
      const saved = await save(before, await make(before), by, now);
      if (saved) return saved;
    }
    throw new DomainError('conflict', 'the slip is being written by too many at once');
  }

  /** Changes what became of a slip, not what is written in it. */
  function decide(id: string, by: string, now: number, make: (slip: Slip) => Slip): Promise<Slip> {
    return inTurn(id, () =>
      write(id, by, now, async (before) => {
        if (!before) throw new DomainError('not_found', 'no such slip');
        return make(before);
      }),
    );
  }

  function asStored(unitId: string, name: keyof SlipContent, value: unknown): unknown {
    if (name !== 'callerNumber' || typeof value !== 'string') return value;
    const reading = deps.readNumber(value, unitId);
    return reading.kind === 'number' ? reading.e164 : value;
  }

  return {
    async create(input, writer, now) {
      const { callId = null, unitId, state = 'draft', readBack = false, ...typed } = input;
      const call = callId === null ? null : await deps.callOf(callId);
      if (callId !== null && !call) throw new DomainError('bad_input', 'not accepted: callId', { callId: 'no call has this id' });
      // The call's number and city would cross to people who may not see that call.
      if (call?.unitId && call.unitId !== unitId) throw new DomainError('bad_input', 'not accepted: callId', { callId: 'a call of another office' });
      const id = deps.newId();
      const known: SlipSeed = {
        slipId: id,
        unitId,
        state,
        readBack,
        content: { recordedBy: writer.name },
        recordingSid: null,
        sources: { recordedBy: 'session' },
        declined: [],
      };
      // What is written by hand is its writer's to finish.
      const begun: Slip = { ...emptySlip({ id, callId, unitId }), owner: { id: writer.id, name: writer.name } };
      const slip = await writeTyped(await writeSeed(begun, known, call, deps, now), typed, deps);
      const saved = await save(null, slip, writer.id, now);
      if (!saved) throw new DomainError('conflict', 'a slip of this id exists');
      return saved;
    },

    patch(id, input, writer, now) {
      const { version, state, readBack, base = {}, ...typed } = input;
      return inTurn(id, async () => {
        let conflicts: (keyof SlipContent)[] = [];
        const saved = await write(id, writer.id, now, async (before) => {
          if (!before) throw new DomainError('not_found', 'no such slip');
          if (version !== undefined && version !== before.version) throw new DomainError('conflict', 'the slip has changed since', { version: `is ${before.version}` });
          const merged = mergeTyped(before, keptContent(typed), base, (name, value) => asStored(before.unitId, name, value));
          conflicts = merged.conflicts;
          const after = forItsReader(before, await writeTyped(before, merged.typed, deps));
          return {
            ...after,
            // A draft that is saved late by another hand does not un-take a slip.
            state: state === 'taken' && after.state === 'draft' ? 'taken' : after.state,
            readBack: readBack ?? after.readBack,
          };
        });
        if (conflicts.length > 0) throw new DomainError('conflict', `written by somebody else meanwhile: ${conflicts.join(', ')}`, Object.fromEntries(conflicts.map((name) => [name, textOf(saved[name])])));
        return saved;
      });
    },

    keep(callId, seed, now) {
      return inTurn(seed.slipId, async () => {
        const call = await deps.callOf(callId);
        const spoken = seed.recordingSid !== null || Object.values(seed.sources).some((source) => source === 'speech' || source === 'keypad');
        return write(seed.slipId, spoken ? 'attendant' : 'system', now, (before) =>
          writeSeed(before ?? emptySlip({ id: seed.slipId, callId, unitId: seed.unitId }), seed, call, deps, now),
        );
      });
    },

    markRead(id, reader, now) {
      return decide(id, reader.id, now, (slip) => {
        if (slip.state === 'draft') throw new DomainError('wrong_state', 'the slip is still being written');
        return { ...slip, readAt: slip.readAt ?? now };
      });
    },

    drop: (id, reason, writer, now) =>
      decide(id, writer.id, now, (slip) => {
        if (slip.state !== 'draft' && slip.state !== 'dropped') throw new DomainError('wrong_state', `the slip is ${slip.state}`);
        return { ...slip, state: 'dropped', dropReason: cleanLine(reason).trim() };
      }),

    reopen: (id, writer, now) =>
      decide(id, writer.id, now, ({ dropReason: _reason, ...slip }) => {
        if (slip.state === 'draft') return slip;
        if (slip.state !== 'dropped') throw new DomainError('wrong_state', `the slip is ${slip.state}`);
        return { ...slip, state: 'draft', owner: { id: writer.id, name: writer.name } };
      }),

    handOver: (id, owner, writer, now) =>
      decide(id, writer.id, now, (slip) => {
        if (slip.state !== 'draft') throw new DomainError('wrong_state', `the slip is ${slip.state}`);
        return { ...slip, owner: owner && { id: owner.id, name: owner.name } };
      }),

    async release(isGone, now) {
      const orphaned = ({ state, owner }: Slip): boolean => state === 'draft' && owner != null && isGone(owner.id);
      let cursor: string | undefined;
      do {
        const page = await store.listSlips({ unitIds: null, state: 'draft', limit: draftsAtOnce, cursor });
        for (const { id } of page.items.filter(orphaned)) await decide(id, 'system', now, (slip) => (orphaned(slip) ? { ...slip, owner: null } : slip));
        cursor = page.next;
      } while (cursor !== undefined);
    },

    get: (id) => store.loadSlip(id),
    history: async (id) => foldHistory(await store.loadHistory(id)),
    list: (listing) => store.listSlips(listing),

    onSaved(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Whoever it is for now has not opened it, whatever the one before him did. */
function forItsReader(before: Slip, after: Slip): Slip {
  if (after.recipientId === before.recipientId) return after;
  const { readAt: _, ...unread } = after;
  return unread;
}

/** A stored value as the `fields` of a refusal carry it: text. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : value == null ? '' : JSON.stringify(value);
}

/** The values that a write changes, as they are after it. */
function differences(before: Slip | null, after: Slip): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(after)) {
    if (name === 'version' || name === 'missing') continue;
    if (before === null || JSON.stringify(before[name as keyof Slip]) !== JSON.stringify(value)) changed[name] = value;
  }
  return changed;
}
