import type { NewAuditEntry } from '../contract/audit.ts';
import { DomainError } from '../contract/errors.ts';
import type { Slip } from '../contract/slip.ts';
import { isUnderWay } from '../delivery/advanceDelivery.ts';
import type { DeliveryFact } from '../delivery/advanceDelivery.ts';
import { checkHold } from '../delivery/handActs.ts';
import { confirmation } from './confirmation.ts';
import { guardTexts } from './guardTexts.ts';
import type { SlipStore } from './ports.ts';
import type { FindPrivate, PrivateChoice } from './privateChoice.ts';
import type { SlipWriter } from './slipWriter.ts';
import type { SlipWriting } from './slipWriting.ts';
import { cleanLine } from './text.ts';

/** `findPrivate` absent: words are not looked through. `ownNumber` null: withheld, or no call is known. */
export interface SlipPassageDeps {
  store: Pick<SlipStore, 'loadSlip'>;
  findPrivate?: FindPrivate | undefined;
  /** The number that the caller called from, E.164: his own, to be given to whoever has the message. */
  ownNumber: (slip: Slip) => Promise<string | null>;
}

/** What happens to a message after it was taken, and how it is taken back. */
export interface SlipPassage {
  /**
   * What happens to a message after it was taken (delivery/advanceDelivery.ts), by a hand, a channel or the clock. What comes twice or too late changes nothing.
   * @throws DomainError `not_found`; `wrong_state` for a hand's act on one that is not under way; `needs_confirmation` for words with a private number, unless `choice` says what to do about it; what `checkHold` throws
   */
  deliver(id: string, fact: DeliveryFact, by: string, now: number, choice?: PrivateChoice): Promise<Slip>;
  /** The person it is for opened it; the first time counts. @throws DomainError `not_found`, `wrong_state` for a draft */
  markRead(id: string, reader: SlipWriter, now: number): Promise<Slip>;
  /**
   * Takes a dropped slip up again, or a message that is under way, to correct it: nothing more goes out until it is taken again. Whoever does has it.
   * @throws DomainError `not_found`, `wrong_state`; `bad_input` without a reason for one that is under way; `needs_confirmation` as `deliver`
   */
  reopen(id: string, reason: string, writer: SlipWriter, now: number, choice?: PrivateChoice): Promise<Slip>;
  /**
   * The slip is the same matter as another one of its office: that one stays, this one goes out no more. `reopen` undoes it.
   * @throws DomainError `not_found`; `bad_input` for itself or one of another office; `wrong_state` where one of them was put aside, so that no circle comes about
   */
  merge(id: string, into: string, writer: SlipWriter, now: number): Promise<Slip>;
}

/** Acts of people: refused where there is nothing under way, unlike late news of a channel. */
const byHand: ReadonlySet<DeliveryFact['kind']> = new Set(['opened', 'acknowledged', 'replied', 'calledBack', 'passed', 'held', 'again', 'done'] as const);

/** What somebody says with an act: others read it on their telephones, or it goes out with the message. */
type SaidFact = Extract<DeliveryFact, { kind: 'replied' | 'passed' | 'done' | 'reopened' }>;
const isSaid = (fact: DeliveryFact): fact is SaidFact => fact.kind === 'replied' || fact.kind === 'passed' || fact.kind === 'done' || fact.kind === 'reopened';

/** @see SlipPassage */
export function openSlipPassage({ store, findPrivate, ownNumber }: SlipPassageDeps, { inTurn, writeDelivered, decide, advanced }: SlipWriting): SlipPassage {
  /** Asks whoever says it before a private number goes to others; what he lets stand is on the audit log, kept with the act. */
  async function guarded<F extends DeliveryFact>(slip: Slip, fact: F, choice: PrivateChoice, now: number): Promise<{ fact: F; audit: NewAuditEntry[] }> {
    if (!findPrivate || !isSaid(fact) || fact.words === '') return { fact, audit: [] };
    const { texts, confirmed } = guardTexts({ words: fact.words }, await ownNumber(slip), choice, (text) => findPrivate(text, slip.unitId));
    return { fact: { ...fact, words: texts.words }, audit: confirmation({ unitId: slip.unitId, subject: { kind: 'slip', id: slip.id, name: slip.recipient } }, confirmed, fact.by, now) };
  }

  const deliver: SlipPassage['deliver'] = (id, fact, by, now, choice = {}) =>
    inTurn(id, () =>
      writeDelivered(id, by, now, async (before) => {
        if (byHand.has(fact.kind) && !isUnderWay(before.slip)) throw new DomainError('wrong_state', `the slip is ${before.slip.state}`);
        if (fact.kind === 'held') checkHold(before.slip, fact.until, now);
        const said = await guarded(before.slip, fact, choice, now);
        return { ...advanced(before, said.fact, now), audit: said.audit };
      }),
    );

  const withDouble = (id: string, double: string, by: string, now: number): Promise<Slip> =>
    decide(id, by, now, (slip) => {
      if (isAside(slip)) throw new DomainError('wrong_state', `the slip is ${slip.state}`);
      return { ...slip, doubles: [...new Set([...(slip.doubles ?? []), double])] };
    });

  const withoutDouble = (id: string, double: string, by: string, now: number): Promise<Slip> => decide(id, by, now, (slip) => ({ ...slip, doubles: (slip.doubles ?? []).filter((one) => one !== double) }));

  return {
    deliver,
    markRead: (id, reader, now) => deliver(id, { kind: 'opened', by: named(reader) }, reader.id, now),

    async merge(id, into, writer, now) {
      const [double, kept] = [await store.loadSlip(id), await store.loadSlip(into)];
      if (!double) throw new DomainError('not_found', 'no such slip');
      if (id === into || kept?.unitId !== double.unitId) throw new DomainError('bad_input', 'not accepted: into', { into: 'another slip of the same office' });
      if (double.mergedInto === into) return double;
      // The one that stays is told first: of two who merge two slips into each other at once, each finds the other's mark.
      await withDouble(into, id, writer.id, now);
      try {
        return await inTurn(id, () =>
          writeDelivered(id, writer.id, now, async (before) => {
            if (before.slip.mergedInto === into) return before;
            if (isAside(before.slip) || before.slip.doubles?.includes(into)) throw new DomainError('wrong_state', `the slip is ${before.slip.state}`);
            return advanced(before, { kind: 'merged', by: named(writer), into }, now);
          }),
        );
      } catch (error) {
        await withoutDouble(into, id, writer.id, now);
        throw error;
      }
    },

    async reopen(id, reason, writer, now, choice = {}) {
      const before = await store.loadSlip(id);
      const taken = await inTurn(id, () =>
        writeDelivered(id, writer.id, now, async ({ slip, sendings }) => {
          if (slip.state === 'draft') return { slip, sendings };
          const words = cleanLine(reason).trim();
          const owner = named(writer);
          if (isUnderWay(slip) || slip.state === 'merged') {
            if (words === '' && slip.state !== 'merged') throw new DomainError('bad_input', 'not accepted: reason', { reason: 'say why it is taken back' });
            const said = await guarded(slip, { kind: 'reopened', by: owner, words }, choice, now);
            const taken = advanced({ slip, sendings }, said.fact, now);
            return { ...taken, slip: { ...taken.slip, owner }, audit: said.audit };
          }
          const { dropReason: _reason, ...rest } = slip;
          return { slip: { ...rest, state: 'draft', owner }, sendings };
        }),
      );
      if (before?.mergedInto !== undefined) await withoutDouble(before.mergedInto, id, writer.id, now);
      return taken;
    },
  };
}

const named = ({ id, name }: SlipWriter): SlipWriter => ({ id, name });

/** Goes nowhere: another one stands for it, or nobody needs it. */
const isAside = ({ state }: Slip): boolean => state === 'merged' || state === 'dropped';
