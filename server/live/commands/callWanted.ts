import type { CallDesk } from '../../calls/callDesk.ts';
import { wantedSlipId } from '../../calls/wantedSlip.ts';
import { DomainError } from '../../contract/errors.ts';
import { colleagueUnits } from '../../http/authority.ts';
import type { Directory } from '../../people/directory.ts';
import type { StaffMember } from '../../people/people.ts';
import type { Clock } from '../../clockwork/clock.ts';
import { callInScope, clickBudgetMs, handKey, mustBeIn, mustBeOwn } from './command.ts';
import type { Command, Sender } from './command.ts';

function colleague(directory: Directory, staffId: string, { user }: Sender): StaffMember {
  const staff = directory.staff(staffId);
  const units = colleagueUnits(user);
  if (!staff || (units !== null && !units.includes(staff.unitId))) throw new DomainError('not_found', 'nobody has this id', { staffId: 'unknown' });
  return staff;
}

/**
 * The caller asks for somebody. When that person is away the slip opens by itself; it is there when this is acknowledged.
 * Asking again for the same person gives the same answer. Also after the call: the caller may have hung up while the agent
 * was looking.
 */
export const callWanted =
  ({ callDesk, directory, clock }: { callDesk: CallDesk; directory: Directory; clock: Clock }): Command<'call:wanted'> =>
  async ({ callId, staffId }, sender) => {
    await callInScope(callDesk, callId, sender);
    const staff = colleague(directory, staffId, sender);
    const { facts, effectsTried } = await callDesk.record(
      callId,
      (call) => {
        mustBeIn(['live', 'held', 'transferring', 'wrapUp', 'ended'], call?.state ?? 'ringing');
        mustBeOwn(call?.agent ?? null, sender);
        const now = clock.now();
        const { name, away, backAt } = directory.view(staff, now);
        const by = { id: sender.user.id, name: sender.user.name };
        // Asked again for the person who is on the card: nothing new.
        if (call?.wanted?.staffId === staff.id) return [];
        return [{ kind: 'wanted', key: handKey(`wanted:${staff.id}`, call, sender), at: now, person: { staffId: staff.id, name, away, backAt }, title: staff.title, slipId: away ? wantedSlipId(callId, staff.id) : null, by }];
      },
      { budgetMs: clickBudgetMs },
    );
    await effectsTried;
    const asked = facts.filter((fact) => fact.kind === 'wanted' && fact.person.staffId === staff.id).at(-1);
    if (asked?.kind !== 'wanted') throw new Error(`the desk did not keep who was wanted in call ${callId}`);
    return { ...asked.person, slipId: asked.slipId };
  };
