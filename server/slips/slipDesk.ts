import type { Sending } from '../contract/delivery.ts';
import { DomainError } from '../contract/errors.ts';
import type { NewAuditEntry } from '../contract/audit.ts';
import type { NewSlip, PrivateNote, Slip, SlipContent, SlipPatch } from '../contract/slip.ts';
import { advanceDelivery, isUnderWay } from '../delivery/advanceDelivery.ts';
import type { Delivered, DeliveryFact } from '../delivery/advanceDelivery.ts';
import type { Plan } from '../delivery/plan.ts';
import { guardPrivate, privateIn } from './guardPrivate.ts';
import type { PrivateChoice } from './guardPrivate.ts';
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
  /**
   * Takes a dropped slip up again, or a message that is under way, to correct it: nothing more goes out until it is taken again. Whoever does has it.
   * @throws DomainError `not_found`, `wrong_state`; `bad_input` without a reason for one that is under way
   */
  reopen(id: string, reason: string, writer: SlipWriter, now: number): Promise<Slip>;
  /**
   * The slip is the same matter as another one of its office: that one stays, this one goes out no more. `reopen` undoes it.
   * @throws DomainError `not_found`; `bad_input` for itself or one of another office; `wrong_state` where one of them was put aside, so that no circle comes about
   */
  merge(id: string, into: string, writer: SlipWriter, now: number): Promise<Slip>;
  /** Hands a draft to somebody else to finish; null: to the office's supervisors. @throws DomainError `not_found`, `wrong_state` */
  handOver(id: string, owner: SlipWriter | null, writer: SlipWriter, now: number): Promise<Slip>;
  /** Drafts of owners who are gone become the office's supervisors' ([L7]). */
  release(isGone: (userId: string) => boolean, now: number): Promise<void>;
  /**
   * What happens to a message after it was taken (delivery/advanceDelivery.ts), by a hand, a channel or the clock. What comes twice or too late changes nothing.
   * @throws DomainError `not_found`; `wrong_state` for a hand's act on one that is not under way
   */
  deliver(id: string, fact: DeliveryFact, by: string, now: number): Promise<Slip>;
  /** Where private numbers stand in a slip that is still being written, and whose. */
  privateIn(slip: Slip): Promise<PrivateNote[]>;
  get(id: string): Promise<Slip | null>;
  sendings(id: string): Promise<Sending[]>;
  /** What was done to the slip, oldest first, as people read it. */
  history(id: string): Promise<SlipChange[]>;
  list(listing: SlipListing): Promise<{ items: Slip[]; next?: string }>;
  onSaved(listener: (slip: Slip) => void): () => void;
}

export interface SlipDeskDeps extends SlipSenses {
  store: SlipStore;
  callOf(callId: string): Promise<CallOfSlip | null>;
  /** How a slip goes to people as they are now (delivery/plan.ts). `passedTo`: of the staff, in the recipient's place. */
  planOf(slip: Slip, passedTo: string | null): Plan;
  newId(): string;
  newSendingId(): string;
}

/** Drafts that are read at a time when their owners are looked at. */
const draftsAtOnce = 200;

/** Acts of people: refused where there is nothing under way, unlike late news of a channel. */
const byHand: ReadonlySet<DeliveryFact['kind']> = new Set(['opened', 'acknowledged', 'replied', 'calledBack', 'passed', 'held', 'again', 'done'] as const);

/** A slip's sendings as they are stored, and as they are to be. */
interface Sendings {
  before: readonly Sending[];
  after: readonly Sending[];
}
const nothingSent: Sendings = { before: [], after: [] };

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

  function advanced(from: Delivered, fact: DeliveryFact, now: number): Delivered {
    const holder = fact.kind === 'readdressed' ? undefined : from.slip.delivery?.holder;
    const passedTo = fact.kind === 'passed' ? fact.to.id : holder?.part === 'passed' ? holder.id : null;
    return advanceDelivery(from, fact, deps.planOf(from.slip, passedTo), now, () => deps.newSendingId());
  }

  /**
   * Stores the next version; null when somebody else stored it first. A write that changes nothing is none. A slip that is taken by it goes on its way in the
   * same transaction: it cannot be taken and not be sent.
   */
  async function save(before: Slip | null, after: Slip, by: string, now: number, { sendings = nothingSent, audit = [] }: { sendings?: Sendings; audit?: readonly NewAuditEntry[] } = {}): Promise<Slip | null> {
    const begun = advanced({ slip: after, sendings: sendings.after }, { kind: 'begun' }, now);
    const written = begun.sendings.filter((one) => !sendings.before.includes(one)).map((one) => (sendings.before.some(({ id }) => id === one.id) ? { ...one, rev: one.rev + 1 } : one));
    const changed = differences(before, begun.slip);
    if (before && Object.keys(changed).length === 0 && written.length === 0) return before;
    const slip = withMissing({ ...begun.slip, version: before ? before.version + 1 : 1, ...(isHand(by) && { hands: [...new Set([...(begun.slip.hands ?? []), by])] }) });
    const change: SlipChange = { slipId: slip.id, version: slip.version, at: now, by, changed };
    if ((await store.saveSlip(slip, change, written, audit)) === 'conflict') return null;
    for (const listener of [...listeners]) listener(slip);
    return slip;
  }

  /** As `write`, of the slip with its sendings. */
  async function writeDelivered(id: string, by: string, now: number, make: (before: Delivered) => Delivered): Promise<Slip> {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const before = await store.loadSlip(id);
      if (!before) throw new DomainError('not_found', 'no such slip');
      const sendings = await store.sendingsOf(id);
      const after = make({ slip: before, sendings });
      const saved = await save(before, after.slip, by, now, { sendings: { before: sendings, after: after.sendings } });
      if (saved) return saved;
    }
    throw new DomainError('conflict', 'the slip is being written by too many at once');
  }

  const deliver = (id: string, fact: DeliveryFact, by: string, now: number): Promise<Slip> =>
    inTurn(id, () =>
      writeDelivered(id, by, now, (before) => {
        if (byHand.has(fact.kind) && !isUnderWay(before.slip)) throw new DomainError('wrong_state', `the slip is ${before.slip.state}`);
        return advanced(before, fact, now);
      }),
    );

  type Made = Slip | { slip: Slip; sendings?: Sendings; audit?: readonly NewAuditEntry[] };

  async function write(id: string, by: string, now: number, make: (before: Slip | null) => Promise<Made>): Promise<Slip> {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const before = await store.loadSlip(id);
      const made = await make(before);
      const saved = 'slip' in made ? await save(before, made.slip, by, now, made) : await save(before, made, by, now);
      if (saved) return saved;
    }
    throw new DomainError('conflict', 'the slip is being written by too many at once');
  }

  /** Asks whoever writes before a private number goes out; what he lets stand is on the audit log, kept with the slip. */
  async function guarded(before: Slip | null, after: Slip, choice: PrivateChoice, writer: SlipWriter, now: number): Promise<{ slip: Slip; audit: NewAuditEntry[] }> {
    if (!deps.findPrivate) return { slip: after, audit: [] };
    const { slip, confirmed } = guardPrivate(before, after, await ownNumber(after), choice, deps.findPrivate);
    return { slip, audit: confirmed.length === 0 ? [] : [confirmation(slip, confirmed, writer, now)] };
  }

  /** The number that the caller called from: his own, to be given to the recipient. */
  const ownNumber = async ({ callId }: Slip): Promise<string | null> => (callId === null ? null : ((await deps.callOf(callId))?.number ?? null));

  /** Changes what became of a slip, not what is written in it. */
  function decide(id: string, by: string, now: number, make: (slip: Slip) => Slip): Promise<Slip> {
    return inTurn(id, () =>
      write(id, by, now, async (before) => {
        if (!before) throw new DomainError('not_found', 'no such slip');
        return make(before);
      }),
    );
  }

  const withDouble = (id: string, double: string, by: string, now: number): Promise<Slip> =>
    decide(id, by, now, (slip) => {
      if (isAside(slip)) throw new DomainError('wrong_state', `the slip is ${slip.state}`);
      return { ...slip, doubles: [...new Set([...(slip.doubles ?? []), double])] };
    });

  const withoutDouble = (id: string, double: string, by: string, now: number): Promise<Slip> => decide(id, by, now, (slip) => ({ ...slip, doubles: (slip.doubles ?? []).filter((one) => one !== double) }));

  function asStored(unitId: string, name: keyof SlipContent, value: unknown): unknown {
    if (name !== 'callerNumber' || typeof value !== 'string') return value;
    const reading = deps.readNumber(value, unitId);
    return reading.kind === 'number' ? reading.e164 : value;
  }

  return {
    async create(input, writer, now) {
      const { callId = null, unitId, state = 'draft', readBack = false, confirmPrivate = false, maskPrivate = false, ...typed } = input;
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
      const { slip, audit } = await guarded(null, await writeTyped(await writeSeed(begun, known, call, deps, now), typed, deps), { confirm: confirmPrivate, mask: maskPrivate }, writer, now);
      const saved = await save(null, slip, writer.id, now, { audit });
      if (!saved) throw new DomainError('conflict', 'a slip of this id exists');
      return saved;
    },

    patch(id, input, writer, now) {
      const { version, state, readBack, confirmPrivate = false, maskPrivate = false, base = {}, ...typed } = input;
      return inTurn(id, async () => {
        let conflicts: (keyof SlipContent)[] = [];
        const saved = await write(id, writer.id, now, async (before) => {
          if (!before) throw new DomainError('not_found', 'no such slip');
          if (version !== undefined && version !== before.version) throw new DomainError('conflict', 'the slip has changed since', { version: `is ${before.version}` });
          const merged = mergeTyped(before, keptContent(typed), base, (name, value) => asStored(before.unitId, name, value));
          conflicts = merged.conflicts;
          const after = forItsReader(before, await writeTyped(before, merged.typed, deps));
          // What has reached somebody is not changed under his eyes: it is reopened, on the record.
          if (isLocked(before) && Object.keys(differences(before, after)).length > 0) throw new DomainError('wrong_state', `the slip is ${before.state}: reopen it to correct it`);
          const decided: Slip = {
            ...after,
            // A draft that is saved late by another hand does not un-take a slip.
            state: state === 'taken' && after.state === 'draft' ? 'taken' : after.state,
            readBack: readBack ?? after.readBack,
          };
          const { slip, audit } = await guarded(before, decided, { confirm: confirmPrivate, mask: maskPrivate }, writer, now);
          if (!isUnderWay(before) || (slip.recipientId ?? null) === (before.recipientId ?? null)) return { slip, audit };
          const sendings = await store.sendingsOf(id);
          const again = advanced({ slip, sendings }, { kind: 'readdressed', by: { id: writer.id, name: writer.name } }, now);
          return { slip: again.slip, sendings: { before: sendings, after: again.sendings }, audit };
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

    markRead: (id, reader, now) => deliver(id, { kind: 'opened', by: { id: reader.id, name: reader.name } }, reader.id, now),
    deliver,

    drop: (id, reason, writer, now) =>
      decide(id, writer.id, now, (slip) => {
        if (slip.state !== 'draft' && slip.state !== 'dropped') throw new DomainError('wrong_state', `the slip is ${slip.state}`);
        return { ...slip, state: 'dropped', dropReason: cleanLine(reason).trim() };
      }),

    async merge(id, into, writer, now) {
      const [double, kept] = [await store.loadSlip(id), await store.loadSlip(into)];
      if (!double) throw new DomainError('not_found', 'no such slip');
      if (id === into || kept?.unitId !== double.unitId) throw new DomainError('bad_input', 'not accepted: into', { into: 'another slip of the same office' });
      if (double.mergedInto === into) return double;
      // The one that stays is told first: of two who merge two slips into each other at once, each finds the other's mark.
      await withDouble(into, id, writer.id, now);
      try {
        return await inTurn(id, () =>
          writeDelivered(id, writer.id, now, (before) => {
            if (isAside(before.slip) || before.slip.doubles?.includes(into)) throw new DomainError('wrong_state', `the slip is ${before.slip.state}`);
            return advanced(before, { kind: 'merged', by: { id: writer.id, name: writer.name }, into }, now);
          }),
        );
      } catch (error) {
        await withoutDouble(into, id, writer.id, now);
        throw error;
      }
    },

    reopen: async (id, reason, writer, now) => {
      const before = await store.loadSlip(id);
      const taken = await inTurn(id, () =>
        writeDelivered(id, writer.id, now, ({ slip, sendings }) => {
          if (slip.state === 'draft') return { slip, sendings };
          const words = cleanLine(reason).trim();
          const owner = { id: writer.id, name: writer.name };
          if (isUnderWay(slip) || slip.state === 'merged') {
            if (words === '' && slip.state !== 'merged') throw new DomainError('bad_input', 'not accepted: reason', { reason: 'say why it is taken back' });
            const taken = advanced({ slip, sendings }, { kind: 'reopened', by: owner, words }, now);
            return { ...taken, slip: { ...taken.slip, owner } };
          }
          const { dropReason: _reason, ...rest } = slip;
          return { slip: { ...rest, state: 'draft', owner }, sendings };
        }),
      );
      if (before?.mergedInto !== undefined) await withoutDouble(before.mergedInto, id, writer.id, now);
      return taken;
    },

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

    async privateIn(slip) {
      if (!deps.findPrivate) return [];
      return privateIn(slip, await ownNumber(slip), deps.findPrivate).flatMap(({ field, found }) => [...new Set(found.map(({ name }) => name))].map((name) => ({ field, name })));
    },

    get: (id) => store.loadSlip(id),
    sendings: (id) => store.sendingsOf(id),
    history: async (id) => foldHistory(await store.loadHistory(id)),
    list: (listing) => store.listSlips(listing),

    onSaved(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Goes nowhere: another one stands for it, or nobody needs it. */
const isAside = ({ state }: Slip): boolean => state === 'merged' || state === 'dropped';

/** From the moment it has reached somebody. */
const isLocked = ({ state, delivery }: Slip): boolean => state !== 'draft' && delivery?.deliveredAt != null;

/** What stands on the audit log about private numbers that a writer let stand: whose and where, never the numbers. */
function confirmation(slip: Slip, confirmed: readonly PrivateNote[], { id, name }: SlipWriter, now: number): NewAuditEntry {
  const unique = (all: string[]): string[] => [...new Set(all)];
  return { at: now, by: { id, name }, unitId: slip.unitId, act: 'confirmed', subject: { kind: 'slip', id: slip.id, name: slip.recipient }, before: null, after: { privateNumbers: unique(confirmed.map((note) => note.name)), where: unique(confirmed.map(({ field }) => field)) }, reason: '' };
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

/** The program itself is nobody's hand. */
const isHand = (by: string): boolean => by !== 'system' && by !== 'attendant';

/** The values that a write changes, as they are after it. */
function differences(before: Slip | null, after: Slip): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(after)) {
    if (name === 'version' || name === 'missing' || name === 'hands') continue;
    if (before === null || JSON.stringify(before[name as keyof Slip]) !== JSON.stringify(value)) changed[name] = value;
  }
  return changed;
}
