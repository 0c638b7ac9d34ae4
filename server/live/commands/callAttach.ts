import type { Call } from '../../calls/call.ts';
import type { FactOf } from '../../calls/fact.ts';
import type { CallerMatch } from '../../contract/card.ts';
import { DomainError } from '../../contract/errors.ts';
import { mayKeepResidents } from '../../http/authority.ts';
import { callerMatch } from '../../residents/callerMatch.ts';
import type { Attached } from '../../residents/residentDesk.ts';
import type { LiveDeps } from '../deps.ts';
import { callInScope, clickBudgetMs, handKey, mustBeTaken } from './command.ts';
import type { Command } from './command.ts';

type Needs = Pick<LiveDeps, 'callDesk' | 'residents' | 'clock'>;

/**
 * Who the caller is, when his number did not tell, or told another: he is put on a file that is there or on a new one, or that is taken back ([K2]). The file is
 * written first: a card must not name somebody whom the records do not have.
 * @throws DomainError `not_found` for a file of another office as for none; `wrong_state` when there is nothing to take back
 */
export const callAttach =
  ({ callDesk, residents, clock }: Needs): Command<'call:attach'> =>
  async (input, sender) => {
    const { callId } = input;
    await callInScope(callDesk, callId, sender);
    const known = await callDesk.look(callId, { budgetMs: clickBudgetMs });
    mustBeTaken(known?.call ?? null, sender);
    const at = clock.now();
    const by = { id: sender.user.id, name: sender.user.name };
    const note = async (make: (call: Call | null) => FactOf<'attached'>): Promise<ReturnType<Command<'call:attach'>>> => (await callDesk.record(callId, (call) => [make(call)], { budgetMs: clickBudgetMs })).card;

    if ('undo' in input) {
      const done = known?.call.attachment ?? null;
      if (!done) throw new DomainError('wrong_state', 'nothing was attached');
      await residents.detach(done, { by, at });
      return note((call) => ({ kind: 'attached', key: handKey('attached', call, sender), at, matches: done.before.matches, residentId: done.before.confirmedId, done: null, by }));
    }

    const number = known?.card.caller.number ?? null;
    const unitId = known?.card.unit.id ?? null;
    let attached: Attached;
    if ('new' in input) {
      if (unitId === null) throw new DomainError('wrong_state', 'this call came in on no line of an office');
      attached = await residents.attachNew({ unitId, ...input.new }, number, { by, at });
    } else {
      const file = await residents.get(input.residentId);
      if (!file || !mayKeepResidents(sender.user, file.unitId)) throw new DomainError('not_found', 'no such file', { residentId: 'unknown' });
      attached = await residents.attach(file.id, number, { by, at });
    }
    const { resident, made, added } = attached;
    const match = callerMatch(resident, residents.housekeeperOf(resident));
    return note((call) => {
      const before: CallerMatch[] = [...(call?.matches ?? [])];
      return {
        kind: 'attached',
        key: handKey('attached', call, sender),
        at,
        matches: [match, ...before.filter(({ residentId }) => residentId !== resident.id)],
        residentId: resident.id,
        done: { residentId: resident.id, made, added, before: { matches: before, confirmedId: call?.written.confirmedId ?? null } },
        by,
      };
    });
  };
