import { z } from 'zod';
import { DomainError } from '../../contract/errors.ts';
import { newOffice, officeDetail, officePatch, officeView } from '../../contract/office.ts';
import type { OfficeDetail, OfficeView } from '../../contract/office.ts';
import type { Directory } from '../../people/directory.ts';
import { changeOffice, createOffice } from '../../people/officeEdit.ts';
import type { Unit, User } from '../../people/people.ts';
import { colleagueUnits, mayKeepOffice } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { edit } from '../edit.ts';
import { newId } from '../newId.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { presentLine } from './lines.ts';

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

function presentDepartments(unit: Unit, directory: Directory): OfficeDetail['departments'] {
  const members = new Map<string, number>();
  for (const { unitId, department, removedAt } of directory.all().staff) if (unitId === unit.id && removedAt === null && department !== '') members.set(department, (members.get(department) ?? 0) + 1);
  const listed = unit.departments.map(({ name, aliases, headId }) => {
    const head = headId === null ? null : directory.staff(headId);
    return { name, aliases, head: head && head.removedAt === null ? { id: head.id, name: head.name } : null, members: members.get(name) ?? 0, isListed: true };
  });
  const others = [...members].filter(([name]) => !unit.departments.some((one) => one.name === name)).sort(([a], [b]) => a.localeCompare(b, 'zh-CN'));
  return [...listed, ...others.map(([name, count]) => ({ name, aliases: [], head: null, members: count, isListed: false }))];
}

function presentDetail(unit: Unit, directory: Directory): OfficeDetail {
  return {
    ...present(unit, directory),
    rev: unit.rev,
    aliases: unit.aliases,
    country: unit.country,
    specialDays: unit.specialDays,
    delivery: unit.delivery,
    retention: unit.retention,
    departments: presentDepartments(unit, directory),
    lines: directory
      .all()
      .lines.filter(({ unitId }) => unitId === unit.id)
      .map(presentLine),
  };
}

/** The offices of whoever asks, and all about an office for those who keep it. */
export function officeRoutes(deps: HttpDeps): Route[] {
  const { directory } = deps;
  const keepers = ['supervisor', 'admin'] as const;

  function kept(id: string, user: User): Unit {
    const unit = directory.unit(id);
    if (!unit || !mayKeepOffice(user, id)) throw new DomainError('not_found', 'no such office');
    return unit;
  }

  return [
    signedInRoute({ method: 'get', path: '/api/offices', summary: 'My offices', reply: z.object({ items: z.array(officeView) }) }, ({ me }) => {
      const mine = colleagueUnits(me.user);
      const units = directory.all().units.filter(({ id }) => mine === null || mine.includes(id));
      return { items: units.map((unit) => present(unit, directory)) };
    }),
    signedInRoute({ method: 'get', path: '/api/offices/:id', summary: 'All about an office that I keep', reply: officeDetail, roles: keepers, refusals: ['not_found'] }, ({ me, param }) => presentDetail(kept(param('id'), me.user), directory)),
    signedInRoute({ method: 'post', path: '/api/offices', summary: 'A new office', status: 201, body: newOffice, reply: officeDetail, roles: ['admin'] }, async ({ me, body }) =>
      presentDetail(await edit(deps, me, (editing) => createOffice(editing, newId('N'), body)), directory),
    ),
    signedInRoute({ method: 'patch', path: '/api/offices/:id', summary: 'Changes an office', body: officePatch, reply: officeDetail, roles: keepers, refusals: ['not_found', 'conflict'] }, async ({ me, param, body }) => {
      const { id } = kept(param('id'), me.user);
      return presentDetail(await edit(deps, me, (editing) => changeOffice(editing, id, body)), directory);
    }),
  ];
}
