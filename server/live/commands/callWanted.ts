import type { CallDesk } from '../../calls/callDesk.ts';
import { wantedSlipId } from '../../calls/wantedSlip.ts';
import { DomainError } from '../../contract/errors.ts';
import type { CallCard } from '../../contract/card.ts';
import { colleagueUnits } from '../../http/authority.ts';
import { presentHelpers } from '../../http/presentHelpers.ts';
import type { SlipPatch } from '../../contract/slip.ts';
import type { SlipDesk } from '../../slips/slipDesk.ts';
import type { Directory } from '../../people/directory.ts';
import type { StaffMember } from '../../people/people.ts';
import type { Clock } from '../../clockwork/clock.ts';
import { callInScope, clickBudgetMs, handKey, mustBeIn, mustBeOwn } from './command.ts';
import type { Command, Sender } from './command.ts';

interface WantedParts {
  callDesk: CallDesk;
  slipDesk: SlipDesk;
  directory: Directory;
  clock: Clock;
}

function colleague(directory: Directory, staffId: string, { user }: Sender): StaffMember {
  const staff = directory.staff(staffId);
  const units = colleagueUnits(user);
  if (!staff || (units !== null && !units.includes(staff.unitId))) throw new DomainError('not_found', 'nobody has this id', { staffId: 'unknown' });
  return staff;
}

/** States in which somebody speaks, or spoke, with the caller. */
const speaking: readonly CallCard['state'][] = ['live', 'held', 'transferring', 'wrapUp', 'ended'];

/**
 * The caller asks for somebody. When that person is away the slip opens by itself; it is there when this is acknowledged.
 * Asking again for the same person gives the same answer. Also after the call: the caller may have hung up while the agent
 * was looking. With a slip of the call, that one goes to the person from now on, with all that was typed ([L6]).
 */
export const callWanted =
  ({ callDesk, slipDesk, directory, clock }: WantedParts): Command<'call:wanted'> =>
  async ({ callId, staffId, slipId, insteadOf }, sender) => {
    const card = await callInScope(callDesk, callId, sender);
    const staff = colleague(directory, staffId, sender);
    const first = insteadOf === undefined ? null : colleague(directory, insteadOf, sender);
    if (slipId !== undefined) {
      mustBeIn(speaking, card.state);
      mustBeOwn(card.agent, sender);
      await mustBeUnfinished(slipDesk, slipId, card);
      // Before the call says so: what the call writes by itself touches nothing that a person wrote.
      await slipDesk.patch(slipId, { recipientId: staff.id, ...(await callBackPromised(slipDesk, slipId, first !== null)) }, sender.user, clock.now());
    }
    const { facts, effectsTried } = await callDesk.record(
      callId,
      (call) => {
        mustBeIn(speaking, call?.state ?? 'ringing');
        mustBeOwn(call?.agent ?? null, sender);
        const now = clock.now();
        const { name, away, backAt } = directory.view(staff, now);
        const by = { id: sender.user.id, name: sender.user.name };
        // Asked again for the person who is on the card: nothing new.
        if (call?.wanted?.staffId === staff.id) return [];
        const person = { staffId: staff.id, name, away, backAt, ...(first && { insteadOf: { staffId: first.id, name: first.name } }) };
        return [{ kind: 'wanted', key: handKey(`wanted:${staff.id}`, call, sender), at: now, person, title: staff.title, slipId: slipId ?? (away ? wantedSlipId(callId, staff.id) : null), by }];
      },
      { budgetMs: clickBudgetMs },
    );
    await effectsTried;
    const asked = facts.filter((fact) => fact.kind === 'wanted' && fact.person.staffId === staff.id).at(-1);
    if (asked?.kind !== 'wanted') throw new Error(`the desk did not keep who was wanted in call ${callId}`);
    const { name, away, backAt } = asked.person;
    return { staffId: staff.id, name, away, backAt, slipId: asked.slipId, ...(away && { helpers: presentHelpers(directory, staff, clock.now()) }) };
  };

/**
 * The caller is told that whoever helps will call him back: that stands on the slip then, and goes again with the helper. What a hand asked for on the
 * slip is left alone.
 */
async function callBackPromised(slipDesk: SlipDesk, slipId: string, isHelping: boolean): Promise<Pick<SlipPatch, 'actionsRequested'>> {
  const asked = (await slipDesk.get(slipId))?.actionsRequested ?? [];
  if (isHelping) return asked.length === 0 ? { actionsRequested: ['call-back'] } : {};
  if (asked.length !== 1 || asked[0] !== 'call-back') return {};
  const written = (await slipDesk.history(slipId)).filter(({ changed }) => 'actionsRequested' in changed).at(-1);
  return written && 'recipient' in written.changed ? { actionsRequested: [] } : {};
}

/** @throws DomainError `not_found` for a slip that is not this call's, `wrong_state` for one that was taken or dropped */
async function mustBeUnfinished(slipDesk: SlipDesk, slipId: string, card: CallCard): Promise<void> {
  const slip = card.slipIds.includes(slipId) ? await slipDesk.get(slipId) : null;
  if (!slip) throw new DomainError('not_found', 'no such slip of this call', { slipId: 'unknown' });
  if (slip.state !== 'draft') throw new DomainError('wrong_state', `the slip is ${slip.state}`);
}
