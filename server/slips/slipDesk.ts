import type { Sending } from '../contract/delivery.ts';
import { DomainError } from '../contract/errors.ts';
import type { NewAuditEntry } from '../contract/audit.ts';
import type { NewSlip, PrivateNote, Slip, SlipContent, SlipPatch } from '../contract/slip.ts';
import { isLocked } from '../delivery/correction.ts';
import { confirmation } from './confirmation.ts';
import { differences } from './differences.ts';
import { guardPrivate, privateIn } from './guardPrivate.ts';
import type { PrivateChoice } from './privateChoice.ts';
import { foldHistory } from './foldHistory.ts';
import { mergeTyped } from './mergeTyped.ts';
import type { SlipChange, SlipListing } from './ports.ts';
import type { SlipSeed, SlipSenses, CallOfSlip } from './senses.ts';
import { emptySlip } from './slip.ts';
import { openSlipPassage } from './slipPassage.ts';
import type { SlipPassage } from './slipPassage.ts';
import type { SlipWriter } from './slipWriter.ts';
import { openSlipWriting } from './slipWriting.ts';
import type { SlipWritingDeps } from './slipWriting.ts';
import { cleanLine } from './text.ts';
import { keptContent } from './typed.ts';
import { writeSeed } from './writeSeed.ts';
import { writeTyped } from './writeTyped.ts';

export type { SlipWriter } from './slipWriter.ts';
export type { CallOfSlip, SlipSeed, SlipSenses } from './senses.ts';

/** The one way to write a slip. Every change is on the slip's history; `missing` and `sources` are always true. */
export interface SlipDesk extends SlipPassage {
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
  /** Dismisses a draft with the reason; it stays on record. @throws DomainError `not_found`, `wrong_state` for one that was taken */
  drop(id: string, reason: string, writer: SlipWriter, now: number): Promise<Slip>;
  /** Hands a draft to somebody else to finish; null: to the office's supervisors. @throws DomainError `not_found`, `wrong_state` */
  handOver(id: string, owner: SlipWriter | null, writer: SlipWriter, now: number): Promise<Slip>;
  /** Drafts of owners who are gone become the office's supervisors' ([L7]). */
  release(isGone: (userId: string) => boolean, now: number): Promise<void>;
  /** Where private numbers stand in a slip that is still being written, and whose. */
  privateIn(slip: Slip): Promise<PrivateNote[]>;
  get(id: string): Promise<Slip | null>;
  sendings(id: string): Promise<Sending[]>;
  /** What was done to the slip, oldest first, as people read it. */
  history(id: string): Promise<SlipChange[]>;
  list(listing: SlipListing): Promise<{ items: Slip[]; next?: string }>;
  onSaved: (listener: (slip: Slip) => void) => () => void;
}

/** `callOf` null: there is no such call. `newId`: of a slip that is written by hand. */
export interface SlipDeskDeps extends SlipSenses, SlipWritingDeps {
  callOf(callId: string): Promise<CallOfSlip | null>;
  newId(): string;
}

/** Drafts that are read at a time when their owners are looked at. */
const draftsAtOnce = 200;

/** Opens the desk on the store's slips. */
export function openSlipDesk(deps: SlipDeskDeps): SlipDesk {
  const { store } = deps;
  const writing = openSlipWriting(deps);
  const { inTurn, save, write, decide, addressed } = writing;

  /** Asks whoever writes before a private number goes out; what he lets stand is on the audit log, kept with the slip. */
  async function guarded(before: Slip | null, after: Slip, choice: PrivateChoice, writer: SlipWriter, now: number): Promise<{ slip: Slip; audit: NewAuditEntry[] }> {
    if (!deps.findPrivate) return { slip: after, audit: [] };
    const { slip, confirmed } = guardPrivate(before, after, await ownNumber(after), choice, deps.findPrivate);
    return { slip, audit: confirmation({ unitId: slip.unitId, subject: { kind: 'slip', id: slip.id, name: slip.recipient } }, confirmed, writer, now) };
  }

  /** The number that the caller called from: his own, to be given to the recipient. */
  const ownNumber = async ({ callId }: Slip): Promise<string | null> => (callId === null ? null : ((await deps.callOf(callId))?.number ?? null));

  const passage = openSlipPassage({ store, findPrivate: deps.findPrivate, ownNumber }, writing);

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
          const after = await writeTyped(before, merged.typed, deps);
          // What has reached somebody is not changed under his eyes: it is reopened, on the record.
          if (isLocked(before) && Object.keys(differences(before, after)).length > 0) throw new DomainError('wrong_state', `the slip is ${before.state}: reopen it to correct it`);
          const decided: Slip = {
            ...after,
            // A draft that is saved late by another hand does not un-take a slip.
            state: state === 'taken' && after.state === 'draft' ? 'taken' : after.state,
            readBack: readBack ?? after.readBack,
          };
          const { slip, audit } = await guarded(before, decided, { confirm: confirmPrivate, mask: maskPrivate }, writer, now);
          return { ...(await addressed(before, slip, { id: writer.id, name: writer.name }, now)), audit };
        });
        if (conflicts.length > 0) throw new DomainError('conflict', `written by somebody else meanwhile: ${conflicts.join(', ')}`, Object.fromEntries(conflicts.map((name) => [name, textOf(saved[name])])));
        return saved;
      });
    },

    keep(callId, seed, now) {
      return inTurn(seed.slipId, async () => {
        const call = await deps.callOf(callId);
        const spoken = seed.recordingSid !== null || Object.values(seed.sources).some((source) => source === 'speech' || source === 'keypad');
        return write(seed.slipId, spoken ? 'attendant' : 'system', now, async (before) =>
          addressed(before, await writeSeed(before ?? emptySlip({ id: seed.slipId, callId, unitId: seed.unitId }), seed, call, deps, now), null, now),
        );
      });
    },

    ...passage,

    drop: (id, reason, writer, now) =>
      decide(id, writer.id, now, (slip) => {
        if (slip.state !== 'draft' && slip.state !== 'dropped') throw new DomainError('wrong_state', `the slip is ${slip.state}`);
        return { ...slip, state: 'dropped', dropReason: cleanLine(reason).trim() };
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

    async privateIn(slip) {
      if (!deps.findPrivate) return [];
      return privateIn(slip, await ownNumber(slip), deps.findPrivate).flatMap(({ field, found }) => [...new Set(found.map(({ name }) => name))].map((name) => ({ field, name })));
    },

    get: (id) => store.loadSlip(id),
    sendings: (id) => store.sendingsOf(id),
    history: async (id) => foldHistory(await store.loadHistory(id)),
    list: (listing) => store.listSlips(listing),

    onSaved: writing.onSaved,
  };
}

/** A stored value as the `fields` of a refusal carry it: text. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : value == null ? '' : JSON.stringify(value);
}
