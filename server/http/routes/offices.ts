import { z } from 'zod';
import { DomainError } from '../../contract/errors.ts';
import { officePatch, officeView } from '../../contract/office.ts';
import type { OfficeView } from '../../contract/office.ts';
import type { Directory } from '../../people/directory.ts';
import type { Unit } from '../../people/people.ts';
import { colleagueUnits } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

function present(unit: Unit, directory: Directory): OfficeView {
  const lines = directory.all().lines.filter(({ unitId }) => unitId === unit.id);
  return {
    id: unit.id,
    name: unit.name,
    nameEn: unit.nameEn ?? null,
    timeZone: unit.timeZone,
    wrapUpMs: unit.wrapUpMs,
    lines: lines.map(({ id, number, language, cycleMs }) => ({ id, number, language, cycleMs })),
  };
}

/** The offices of whoever asks, and the settings of an office that its supervisors keep. */
export function officeRoutes({ directory }: HttpDeps): Route[] {
  return [
    signedInRoute({ method: 'get', path: '/api/offices', summary: 'My offices', reply: z.object({ items: z.array(officeView) }) }, ({ me }) => {
      const mine = colleagueUnits(me.user);
      const units = directory.all().units.filter(({ id }) => mine === null || mine.includes(id));
      return { items: units.map((unit) => present(unit, directory)) };
    }),
    signedInRoute(
      { method: 'patch', path: '/api/offices/:id', summary: 'Settings of an office', body: officePatch, reply: officeView, roles: ['supervisor', 'admin'], refusals: ['not_found'] },
      async ({ me, param, body }) => {
        const mine = colleagueUnits(me.user);
        const id = param('id');
        await directory.amend(() => {
          const unit = directory.unit(id);
          if (!unit || (mine !== null && !mine.includes(id))) throw new DomainError('not_found', 'no such office');
          return { units: [{ ...unit, ...body }] };
        });
        const unit = directory.unit(id);
        if (!unit) throw new DomainError('not_found', 'no such office');
        return present(unit, directory);
      },
    ),
  ];
}
