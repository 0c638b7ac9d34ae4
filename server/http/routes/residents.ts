import { z } from 'zod';
import { DomainError } from '../../contract/errors.ts';
import { buildingQuery, buildingView, duplicateList, duplicateQuery, housekeeperInput, newResident, otherFile, resident, residentFile, residentList, residentPatch, residentQuery } from '../../contract/resident.ts';
import type { BuildingView, Resident, ResidentFile } from '../../contract/resident.ts';
import type { User } from '../../people/people.ts';
import { changeHousekeeper, housekeeperOfBuilding } from '../../residents/housekeeper.ts';
import { buildingKey } from '../../residents/place.ts';
import { residentRowOf } from '../../residents/residentRow.ts';
import { callUnits, mayKeepOffice, mayKeepResidents, narrowUnits } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { edit } from '../edit.ts';
import { readableSlips } from '../readableSlips.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';
import type { SignedIn } from '../sessions.ts';

const roles = ['agent', 'supervisor', 'admin'] as const;
/** How much of each hangs on a file at once; the lists of calls and slips have the rest. */
const callsShown = 10;
const slipsShown = 10;
const historyShown = 100;
/** Of so many of his numbers calls and slips are looked for. */
const numbersAsked = 10;

/** The files of residents (DOMAIN 12): found by anything, kept by those who answer for the office, with what hangs on them. */
export function residentRoutes(deps: HttpDeps): Route[] {
  const { residents, directory, callStore, listAudit, clock } = deps;
  const doing = ({ user }: SignedIn) => ({ by: { id: user.id, name: user.name }, at: clock.now() });

  /** The file, also one that is off the list. @throws DomainError `not_found` for one of another office as for none */
  async function mine(id: string, user: User): Promise<Resident> {
    const file = await residents.get(id);
    if (!file || !mayKeepResidents(user, file.unitId)) throw new DomainError('not_found', 'no such file');
    return file;
  }

  async function whole(file: Resident, user: User): Promise<ResidentFile> {
    const unitIds = callUnits(user);
    const numbers = file.numbers.slice(0, numbersAsked).map(({ e164 }) => e164);
    const [sharing, joined, calls, slips, history] = await Promise.all([
      residents.sharing(file),
      residents.some(file.merged.map(({ residentId }) => residentId)),
      Promise.all(numbers.map((callerNumber) => callStore.listCards({ unitIds, callerNumber, limit: callsShown }))),
      Promise.all(numbers.map((callerNumber) => readableSlips(deps, user, { unitIds, callerNumber, limit: slipsShown }))),
      listAudit({ unitIds: null, kind: 'resident', subjectId: file.id, limit: historyShown }),
    ]);
    return {
      resident: file,
      housekeeper: residents.housekeeperOf(file),
      sharing: sharing.map(residentRowOf),
      joined: joined.map(residentRowOf),
      calls: calls.flatMap(({ items }) => items).sort((a, b) => b.arrivedAt - a.arrivedAt).slice(0, callsShown),
      slips: slips.flatMap(({ items }) => items).sort((a, b) => (a.calledAt < b.calledAt ? 1 : -1)).slice(0, slipsShown),
      history: history.items,
    };
  }

  /** The office of a new file: as said, else the writer's first. */
  function officeOf(unitId: string | undefined, user: User): string {
    const settled = unitId ?? user.unitIds[0] ?? directory.all().units[0]?.id;
    if (settled === undefined || !directory.unit(settled)) throw new DomainError('bad_input', 'not accepted: unitId', { unitId: 'no such office' });
    narrowUnits(callUnits(user), settled);
    return settled;
  }

  /** Something done to two files of which both must be his to keep. */
  const withOther = (path: string, summary: string, act: 'merge' | 'separate' | 'distinguish') =>
    signedInRoute({ method: 'post', path, summary, body: otherFile, reply: residentFile, roles, refusals: ['not_found', 'conflict', 'wrong_state'] }, async ({ me, param, body }) => {
      const [file, other] = await Promise.all([mine(param('id'), me.user), mine(body.otherId, me.user)]);
      return whole(await residents[act](file.id, other.id, doing(me)), me.user);
    });

  return [
    signedInRoute({ method: 'get', path: '/api/residents', summary: 'Residents by name, sound, number, room or file number', query: residentQuery, reply: residentList, roles }, async ({ me, query }) => {
      const { q, unitId, ...listing } = query;
      const { items, next } = await residents.search({ ...listing, text: q, unitIds: narrowUnits(callUnits(me.user), unitId) });
      return { items: items.map(residentRowOf), ...(next !== undefined && { next }) };
    }),
    signedInRoute({ method: 'get', path: '/api/residents/duplicates', summary: 'Files that may be one person', query: duplicateQuery, reply: duplicateList, roles }, async ({ me, query }) => {
      const { items, more } = await residents.duplicates(narrowUnits(callUnits(me.user), query.unitId), query.limit);
      return { items: items.map(({ a, b, why }) => ({ a: residentRowOf(a), b: residentRowOf(b), why })), more };
    }),
    signedInRoute({ method: 'get', path: '/api/residents/buildings', summary: 'Buildings, and who looks after each', query: buildingQuery, reply: z.object({ items: z.array(buildingView) }), roles }, async ({ me, query }) => {
      const unitIds = narrowUnits(callUnits(me.user), query.unitId);
      const items = (await residents.buildings(unitIds)).map((one): BuildingView => ({ ...one, housekeeper: housekeeperOfBuilding(directory.unit(one.unitId), one.building, (id) => directory.staff(id)) }));
      // A building with a housekeeper and no file yet is a building too.
      for (const unit of directory.all().units.filter(({ id }) => unitIds === null || unitIds.includes(id))) {
        for (const { building } of unit.housekeepers) {
          if (!items.some(({ unitId, building: known }) => unitId === unit.id && known === buildingKey(building))) items.push({ unitId: unit.id, building: buildingKey(building), written: building, residents: 0, housekeeper: housekeeperOfBuilding(unit, building, (id) => directory.staff(id)) });
        }
      }
      return { items };
    }),
    signedInRoute({ method: 'patch', path: '/api/residents/housekeepers', summary: 'Who looks after a building', status: 204, body: housekeeperInput, roles: ['supervisor', 'admin'], refusals: ['not_found'] }, async ({ me, body }) => {
      if (!directory.unit(body.unitId) || !mayKeepOffice(me.user, body.unitId)) throw new DomainError('not_found', 'no such office');
      await edit(deps, me, (editing) => changeHousekeeper(editing, body));
    }),
    signedInRoute({ method: 'post', path: '/api/residents', summary: 'A new file', status: 201, body: newResident, reply: residentFile, roles }, async ({ me, body, response }) => {
      const file = await residents.create({ ...body, unitId: officeOf(body.unitId, me.user) }, 'desk', doing(me));
      response.location(`/api/residents/${file.id}`);
      return whole(file, me.user);
    }),
    signedInRoute({ method: 'get', path: '/api/residents/:id', summary: 'One file with its calls, slips and history', reply: residentFile, roles, refusals: ['not_found'] }, async ({ me, param }) => whole(await mine(param('id'), me.user), me.user)),
    signedInRoute({ method: 'patch', path: '/api/residents/:id', summary: 'Writes into a file', body: residentPatch, reply: residentFile, roles, refusals: ['not_found', 'conflict', 'wrong_state'] }, async ({ me, param, body }) => {
      const { id } = await mine(param('id'), me.user);
      return whole(await residents.patch(id, body, doing(me)), me.user);
    }),
    signedInRoute({ method: 'delete', path: '/api/residents/:id', summary: 'Takes a file off the list', reply: resident, roles, refusals: ['not_found', 'conflict'] }, async ({ me, param }) => residents.remove((await mine(param('id'), me.user)).id, doing(me))),
    signedInRoute({ method: 'post', path: '/api/residents/:id/restore', summary: 'Puts a removed file back on the list', reply: residentFile, roles, refusals: ['not_found', 'conflict', 'wrong_state'] }, async ({ me, param }) =>
      whole(await residents.restore((await mine(param('id'), me.user)).id, doing(me)), me.user),
    ),
    withOther('/api/residents/:id/merge', 'Joins another file of the same person to this one', 'merge'),
    withOther('/api/residents/:id/separate', 'Undoes a merge', 'separate'),
    withOther('/api/residents/:id/distinct', 'These two are different persons', 'distinguish'),
  ];
}
