import type { CallCard } from '../contract/card.ts';
import { DomainError } from '../contract/errors.ts';
import { agentsHeldBy } from './agentsHeldBy.ts';
import type { Call } from './call.ts';
import type { Effect, Job } from './effect.ts';
import { fact as factSchema } from './fact.ts';
import type { Fact } from './fact.ts';
import { absorb, fold, inOrder, newHeldCall } from './heldCall.ts';
import type { HeldCall } from './heldCall.ts';
import type { CallStore, FactJournal } from './ports.ts';

/** What became of facts handed to the desk. */
export interface Recorded {
  call: Call;
  card: CallCard;
  facts: readonly Fact[];
  /** How the facts are kept: in the records, in the journal (to be replayed), or only in memory (counted and shown). */
  kept: 'stored' | 'journal' | 'memory';
  /** Resolves when the effects that fell due at once were attempted (failures stay in the outbox; this never rejects). */
  effectsTried: Promise<void>;
}

/** Facts, or what makes them from the call as it stands at that moment: nothing can come between the look and the fold. */
export type FactSource = readonly Fact[] | ((call: Call | null) => readonly Fact[]);

interface RecordOptions {
  /** Wait no longer than this (ms) for the records, then write the journal; 5 s unless told. */
  budgetMs?: number;
  /** A first webhook: the records are not searched for this call first. */
  arriving?: boolean;
  /** Our own clock's facts: the records hold their job already, so what follows from them need not wait until they are kept. */
  actAtOnce?: boolean;
}

/** The one way in: facts are stored, folded, published and acted on, in this order. */
export interface CallDesk {
  /** @throws DomainError `not_found` for facts of a call of which no arrival is known */
  record(callId: string, facts: FactSource, options?: RecordOptions): Promise<Recorded>;
  /** Facts and card of a call, from memory or the records; null when unknown. */
  look(callId: string, options?: { budgetMs?: number }): Promise<{ call: Call; card: CallCard; facts: readonly Fact[] } | null>;
  /** Cards not ended, in memory. */
  openCards(): CallCard[];
  /** Everybody whose phone rings or talks for an open call. */
  heldAgents(): Set<string>;
  /** The open call that rings or holds this agent; null when he is free. */
  callOfAgent(userId: string): string | null;
  onCard(listener: (card: CallCard, how: 'changed' | 'ended' | 'amended') => void): () => void;
  /** What memory has of an ended call is let go; it is read from the records again when somebody asks. */
  forget(callId: string): void;
}

/** Reading both by the schema puts their fields in one order. */
function isSame(a: Fact | undefined, b: Fact): boolean {
  return a !== undefined && JSON.stringify(factSchema.parse(a)) === JSON.stringify(factSchema.parse(b));
}

/** What the desk needs from outside. */
export interface CallDeskNeeds {
  store: CallStore;
  journal: FactJournal;
  /** Takes over effects that are stored (or journalled): runs those that are due, keeps the others for their time. */
  accept: (jobs: readonly Job[]) => Promise<void>;
  /** Rejects after `ms`; the only clock of the desk. */
  within: <T>(ms: number, work: Promise<T>) => Promise<T>;
  onTrouble: (what: 'journal' | 'memory' | 'replay', callId: string, cause: unknown) => void;
}

/** A command may wait longer for the records than a caller may. */
const patienceMs = 5_000;
/** The journal is a local file with a thread of its own: where it takes longer than this, it does not work. */
const journalBudgetMs = 400;
/** Ended calls are kept in memory for late facts, the newest of them. */
const endedKept = 2_000;

/** The desk as app.ts has it, with what only start, watch and stop need. */
export interface CallDeskParts extends CallDesk {
  /** Reads the calls that were open when the program stopped, then what the journal kept. */
  resume(): Promise<void>;
  /** Tries to bring what the journal kept into the records. @returns how many entries are still there only */
  replayJournal(): Promise<number>;
  /** Facts that are kept nowhere but in memory, and those kept in the journal only. */
  trouble(): { journal: number; memory: number };
  /** Ends when nothing handed in is still being kept. */
  settled(): Promise<void>;
  /** How much of what was handed in is being kept, or acted on, at this moment. */
  underWay(): number;
}

/** @see CallDesk */
export function openCallDesk(needs: CallDeskNeeds): CallDeskParts {
  const open = new Map<string, HeldCall>();
  const listeners = new Set<(card: CallCard, how: 'changed' | 'ended' | 'amended') => void>();
  const working = new Set<Promise<unknown>>();
  let journalled = 0;

  const track = <T>(work: Promise<T>): Promise<T> => {
    const done = work.finally(() => working.delete(done)).catch(() => undefined);
    working.add(done);
    return work;
  };

  const loading = new Map<string, Promise<void>>();
  const load = (callId: string, entry: HeldCall): Promise<void> => {
    const running = loading.get(callId);
    if (running) return running;
    const reading = needs.store
      .loadFacts(callId)
      .then((facts) => {
        absorb(entry, facts);
        entry.loaded = true;
        // Its end was told when it ended: what comes now corrects it.
        if (entry.card?.state === 'ended') {
          entry.told = entry.card;
          entry.toldEnded = true;
        }
      })
      .finally(() => loading.delete(callId));
    loading.set(callId, reading);
    return reading;
  };

  const entryOf = async (callId: string, isNew: boolean, budgetMs: number): Promise<HeldCall> => {
    const known = open.get(callId);
    const entry = known ?? newHeldCall(callId);
    if (!known) open.set(callId, entry);
    if (!entry.loaded) {
      // A call that just arrived is not in the records: the caller must not wait for a look that finds nothing.
      if (isNew) entry.loaded = true;
      else await needs.within(budgetMs, load(callId, entry)).catch((cause: unknown) => needs.onTrouble('journal', callId, cause));
    }
    return entry;
  };

  const tell = (entry: HeldCall): void => {
    const { card, told } = entry;
    if (!card || (told && card.version <= told.version)) return;
    const same = told !== null && JSON.stringify({ ...card, version: 0 }) === JSON.stringify({ ...told, version: 0 });
    entry.told = card;
    if (same) return;
    const how = card.state !== 'ended' ? 'changed' : entry.toldEnded ? 'amended' : 'ended';
    entry.toldEnded ||= card.state === 'ended';
    for (const listener of listeners) listener(card, how);
    if (how === 'ended') forgetOldest();
  };

  const forgetOldest = (): void => {
    let ended = [...open.values()].filter((entry) => entry.toldEnded && entry.inMemoryOnly.size === 0).length;
    for (const [callId, entry] of open) {
      if (ended <= endedKept) return;
      if (!entry.toldEnded || entry.inMemoryOnly.size > 0) continue;
      open.delete(callId);
      ended -= 1;
    }
  };

  /** One transaction: facts, card and effects. Facts that another node stored meanwhile are folded in and the card is stored again. */
  const commit = async (entry: HeldCall, facts: readonly Fact[], jobs: Job[]): Promise<void> => {
    const { id } = entry.history;
    if (!entry.card) {
      // Without its arrival a call has no card; its facts wait in the journal until that comes.
      throw new Error(`facts of call ${id} came before its arrival`);
    }
    let pending = [...facts];
    let toStore = jobs;
    for (;;) {
      const own = new Set(pending.map((fact) => fact.key));
      const known = new Set([...entry.history.facts.keys()].filter((key) => !own.has(key)));
      const { others } = await needs.store.commitCall({ callId: id, facts: pending, card: entry.card, jobs: toStore }, known);
      const unknown = others.filter((fact) => !isSame(entry.history.facts.get(fact.key), fact));
      if (unknown.length === 0) return;
      // What another node stored first under the same key is what happened ([C2]).
      entry.history = { ...entry.history, facts: new Map([...entry.history.facts, ...unknown.map((fact) => [fact.key, fact] as const)]) };
      toStore = fold(entry, []).effects.map((effect) => ({ ...effect, callId: id }));
      pending = [];
    }
  };

  const keep = async (entry: HeldCall, facts: readonly Fact[], jobs: Job[], budgetMs: number): Promise<Recorded['kept']> => {
    const { id } = entry.history;
    const storing = track(commit(entry, facts, jobs));
    try {
      await needs.within(budgetMs, storing);
      return 'stored';
    } catch (cause) {
      needs.onTrouble('journal', id, cause);
    }
    try {
      await needs.within(Math.min(budgetMs, journalBudgetMs), track(needs.journal.append({ callId: id, facts: [...facts] })));
      journalled += 1;
      return 'journal';
    } catch (cause) {
      needs.onTrouble('memory', id, cause);
      for (const fact of facts) entry.inMemoryOnly.add(fact.key);
      // The records may only have been slow: when they answer after all, nothing is in memory only.
      void storing.then(
        () => facts.forEach((fact) => entry.inMemoryOnly.delete(fact.key)),
        (late: unknown) => needs.onTrouble('memory', id, late),
      );
      return 'memory';
    }
  };

  const record: CallDesk['record'] = async (callId, source, options) => {
    const budgetMs = options?.budgetMs ?? patienceMs;
    const entry = await entryOf(callId, options?.arriving ?? false, budgetMs);
    const fresh: Fact[] = [];
    const effects: Effect[] = [];
    for (const given of typeof source === 'function' ? source(entry.call) : source) {
      if (entry.history.facts.has(given.key)) continue;
      const fact = inOrder(entry, given);
      effects.push(...fold(entry, [fact]).effects);
      fresh.push(fact);
    }
    if (!entry.call && entry.loaded) {
      open.delete(callId);
      throw new DomainError('not_found', `call ${callId} is not known`, { callId: 'unknown' });
    }
    if (fresh.length === 0) {
      // A repeat is acknowledged only when the first is kept.
      await needs.within(budgetMs, entry.keeping).catch((cause: unknown) => needs.onTrouble('journal', callId, cause));
      return recordedOf(entry, 'stored', Promise.resolve());
    }
    const jobs = effects.map((effect) => ({ ...effect, callId }));
    const acting = options?.actAtOnce ? track(needs.accept(jobs)) : null;
    const keeping = keep(entry, fresh, jobs, budgetMs);
    entry.keeping = keeping;
    const kept = await track(keeping);
    tell(entry);
    return recordedOf(entry, kept, acting ?? track(needs.accept(jobs)));
  };

  const recordedOf = ({ call, card, history }: HeldCall, kept: Recorded['kept'], effectsTried: Promise<void>): Recorded => {
    if (!call || !card) throw new DomainError('not_found', `call ${history.id} is not known`, { callId: 'unknown' });
    return { call, card, facts: [...history.facts.values()], kept, effectsTried };
  };

  const replayJournal = async (): Promise<number> => {
    const entries = await needs.journal.entries();
    let left = entries.length;
    for (const { position, callId, facts } of entries) {
      const entry = open.get(callId) ?? newHeldCall(callId);
      open.set(callId, entry);
      if (!entry.loaded) await load(callId, entry);
      const step = fold(entry, facts);
      if (!entry.card) {
        needs.onTrouble('replay', callId, new Error('the journal held facts of a call that never arrived'));
        open.delete(callId);
        await needs.journal.forget(position);
        left -= 1;
        continue;
      }
      const jobs = step.effects.map((effect) => ({ ...effect, callId }));
      await commit(entry, facts, jobs);
      await needs.journal.forget(position);
      left -= 1;
      tell(entry);
      await needs.accept(jobs);
    }
    journalled = left;
    for (const entry of open.values()) {
      if (entry.inMemoryOnly.size === 0 || !entry.card) continue;
      const facts = [...entry.history.facts.values()].filter((fact) => entry.inMemoryOnly.has(fact.key));
      await commit(entry, facts, []);
      for (const fact of facts) entry.inMemoryOnly.delete(fact.key);
    }
    return left;
  };

  return {
    record,
    async look(callId, options) {
      const known = open.get(callId);
      if (known?.loaded && known.call && known.card) return { call: known.call, card: known.card, facts: [...known.history.facts.values()] };
      const entry = known ?? newHeldCall(callId);
      await needs.within(options?.budgetMs ?? patienceMs, load(callId, entry));
      if (!entry.call || !entry.card) return null;
      if (entry.card.state !== 'ended') open.set(callId, entry);
      return { call: entry.call, card: entry.card, facts: [...entry.history.facts.values()] };
    },
    openCards: () => [...open.values()].flatMap((entry) => (entry.card && entry.card.state !== 'ended' ? [entry.card] : [])),
    heldAgents() {
      return new Set([...open.values()].flatMap(({ call }) => (call ? [...agentsHeldBy(call)] : [])));
    },
    callOfAgent(userId) {
      for (const { call } of open.values()) if (call && agentsHeldBy(call).has(userId)) return call.id;
      return null;
    },
    onCard(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    forget(callId) {
      const known = open.get(callId);
      if (known?.card?.state === 'ended' && known.inMemoryOnly.size === 0) open.delete(callId);
    },
    async resume() {
      for (const { callId, facts } of await needs.store.loadOpenCalls()) {
        const entry = newHeldCall(callId);
        absorb(entry, facts);
        entry.loaded = true;
        entry.told = entry.card;
        open.set(callId, entry);
      }
      await replayJournal();
    },
    replayJournal: () => track(replayJournal()),
    trouble: () => ({ journal: journalled, memory: [...open.values()].reduce((sum, entry) => sum + entry.inMemoryOnly.size, 0) }),
    async settled() {
      while (working.size > 0) await Promise.all(working);
    },
    underWay: () => working.size,
  };
}
