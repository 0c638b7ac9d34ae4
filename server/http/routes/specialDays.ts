import { DomainError } from '../../contract/errors.ts';
import { refusalOf, writeFault } from '../../contract/fieldFault.ts';
import { specialDaysInput, specialDaysReply } from '../../contract/specialDays.ts';
import type { SpecialDaysReply } from '../../contract/specialDays.ts';
import { changeOffice } from '../../people/officeEdit.ts';
import type { Unit, User } from '../../people/people.ts';
import { missingYear, officialDays, specialDays } from '../../people/workingCalendar.ts';
import { mayKeepOffice } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { edit } from '../edit.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

/** The days of an office that are not as their weekday says. */
export function specialDaysRoutes(deps: HttpDeps): Route[] {
  const { directory, clock } = deps;
  const roles = ['supervisor', 'admin'] as const;
  const kept = (id: string, user: User): Unit => {
    const unit = directory.unit(id);
    if (!unit || !mayKeepOffice(user, id)) throw new DomainError('not_found', 'no such office');
    return unit;
  };
  const present = (unit: Unit): SpecialDaysReply => ({
    rev: unit.rev,
    isOwn: unit.specialDays !== null,
    days: [...specialDays(unit)].sort((a, b) => (a.date < b.date ? -1 : 1)),
    official: [...officialDays(unit.country)],
    missingYear: missingYear(unit, clock.now()),
  });
  return [
    signedInRoute({ method: 'get', path: '/api/offices/:id/special-days', summary: 'Holidays and swapped days of an office', reply: specialDaysReply, roles, refusals: ['not_found'] }, ({ me, param }) => present(kept(param('id'), me.user))),
    signedInRoute({ method: 'put', path: '/api/offices/:id/special-days', summary: 'Holidays and swapped days of an office, all of them', body: specialDaysInput, reply: specialDaysReply, roles, refusals: ['not_found', 'conflict'] }, async ({ me, param, body: { rev, days } }) => {
      const { id } = kept(param('id'), me.user);
      const dates = days?.map(({ date }) => date) ?? [];
      const twice = dates.findIndex((date, at) => dates.indexOf(date) !== at);
      if (twice >= 0) throw refusalOf({ [`days.${twice}.date`]: writeFault('twice', dates[twice]) });
      return present(await edit(deps, me, (editing) => changeOffice(editing, id, { rev, specialDays: days })));
    }),
  ];
}
