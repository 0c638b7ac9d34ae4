import type { z } from 'zod';
import { DomainError } from '../../contract/errors.ts';
import { newTask, taskChoices, taskChoicesQuery, taskEnd, taskHistory, taskPage, taskPatch, taskQuery, taskReopen, taskView } from '../../contract/task.ts';
import type { Task, TaskDoer, TaskHistoryEntry, TaskView } from '../../contract/task.ts';
import type { User } from '../../people/people.ts';
import { dueChoices } from '../../tasks/dueChoices.ts';
import { presentTask } from '../../tasks/presentTask.ts';
import { supervisorsMs } from '../../tasks/taskClock.ts';
import { callUnits, mayOwnTasks, maySeeCall, maySeeSlip, narrowUnits } from '../authority.ts';
import { choiceOf } from '../choiceOf.ts';
import type { HttpDeps } from '../deps.ts';
import { isReadableTask, readableTasks } from '../readableTasks.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

const writers = ['agent', 'supervisor', 'admin'] as const;

/** What was promised and what is to be done: written by those who answer, seen to by them and by whoever it was given to. */
export function taskRoutes({ taskDesk, slipDesk, callDesk, directory, clock }: HttpDeps): Route[] {
  const scope = { directory, callDesk, slipDesk };
  const present = (task: Task): TaskView => presentTask(task, directory.unit(task.unitId));

  async function load(id: string, user: User): Promise<Task> {
    const found = await taskDesk.get(id);
    if (!found || !(await isReadableTask(scope, user, found))) throw new DomainError('not_found', 'no such task');
    return found;
  }

  /** The owner that was named; undefined where none was. */
  function ownerOf(ownerId: string | null | undefined, unitId: string): TaskDoer | null | undefined {
    if (ownerId == null) return ownerId;
    const owner = directory.user(ownerId);
    if (!owner || !mayOwnTasks(owner, unitId)) throw new DomainError('bad_input', 'not accepted: ownerId', { ownerId: 'nobody of this office who signs in' });
    return { id: owner.id, name: owner.name };
  }

  /** The office of a new task: as said, else of its slip, else of its call, else the writer's first. */
  async function officeOf({ unitId, slipId, callId }: z.output<typeof newTask>, writer: User): Promise<string> {
    const slip = slipId === null ? null : await slipDesk.get(slipId);
    if (slipId !== null && (!slip || !maySeeSlip(scope, writer, slip))) throw new DomainError('bad_input', 'not accepted: slipId', { slipId: 'no such slip' });
    const call = callId === null ? null : await callDesk.look(callId);
    if (callId !== null && (!call || !maySeeCall(writer, call.card))) throw new DomainError('bad_input', 'not accepted: callId', { callId: 'no such call' });
    return officeFor(unitId ?? slip?.unitId ?? call?.card.unit.id ?? undefined, writer);
  }

  function officeFor(asked: string | undefined, user: User): string {
    const unitId = asked ?? user.unitIds[0] ?? directory.all().units[0]?.id;
    if (unitId === undefined || !directory.unit(unitId)) throw new DomainError('bad_input', 'not accepted: unitId', { unitId: 'no such office' });
    narrowUnits(user.role === 'staff' ? user.unitIds : callUnits(user), unitId);
    return unitId;
  }

  return [
    signedInRoute({ method: 'get', path: '/api/tasks', summary: 'What was promised and is to be done: the open by due time, the ended by when they ended', query: taskQuery, reply: taskPage }, async ({ me: { user }, query }) => {
      const { unitId, mine, ...rest } = query;
      const within = user.role === 'staff' ? { unitIds: unitId === undefined ? null : [unitId], of: { userId: user.id, leads: [], lateBefore: 0 } } : { unitIds: narrowUnits(callUnits(user), unitId) };
      const leads = user.role === 'admin' ? null : user.role === 'supervisor' ? user.unitIds : [];
      const of = mine === undefined ? {} : { of: { userId: user.id, leads, lateBefore: clock.now() - supervisorsMs } };
      const { items, next } = await readableTasks({ ...scope, taskDesk }, user, { ...rest, ...of, ...within });
      return { items: items.map(present), ...(next !== undefined && { next }) };
    }),
    signedInRoute({ method: 'post', path: '/api/tasks', summary: 'Write down what was promised, or is to be done', status: 201, body: newTask, reply: taskView, roles: writers, refusals: ['needs_confirmation'] }, async ({ me, body, response }) => {
      const unitId = await officeOf(body, me.user);
      const { ownerId, confirmPrivate: _confirm, maskPrivate: _mask, ...input } = body;
      const owner = ownerOf(ownerId, unitId);
      const made = await taskDesk.create({ ...input, unitId, ...(owner !== undefined && { owner }) }, me.user, clock.now(), choiceOf(body));
      response.location(`/api/tasks/${made.id}`);
      return present(made);
    }),
    signedInRoute({ method: 'get', path: '/api/tasks/choices', summary: 'Due times on the clock of an office, and who may have a task there', query: taskChoicesQuery, reply: taskChoices }, ({ me, query }) => {
      const unitId = officeFor(query.unitId, me.user);
      const unit = directory.unit(unitId);
      if (!unit) throw new DomainError('not_found', 'no such office');
      const owners = directory.all().users.filter((user) => user.role !== 'admin' && mayOwnTasks(user, unitId));
      return { unitId, timeZone: unit.timeZone, due: dueChoices(unit, clock.now()), owners: owners.map(({ id, name }) => ({ id, name })) };
    }),
    signedInRoute({ method: 'get', path: '/api/tasks/:id', summary: 'One task', reply: taskView, refusals: ['not_found'] }, async ({ me, param }) => present(await load(param('id'), me.user))),
    signedInRoute({ method: 'get', path: '/api/tasks/:id/history', summary: 'Who did what about a task, oldest first', reply: taskHistory, refusals: ['not_found'] }, async ({ me, param }) => {
      const { id } = await load(param('id'), me.user);
      return { items: (await taskDesk.history(id)).map(({ rev, at, by, changed, words }): TaskHistoryEntry => ({ rev, at, by: { id: by, name: directory.user(by)?.name ?? null }, changed, words })) };
    }),
    signedInRoute({ method: 'patch', path: '/api/tasks/:id', summary: 'Change its words, move it, or hand it over', body: taskPatch, reply: taskView, refusals: ['not_found', 'conflict', 'wrong_state', 'needs_confirmation'] }, async ({ me, param, body }) => {
      const { id, unitId } = await load(param('id'), me.user);
      const { ownerId, confirmPrivate: _confirm, maskPrivate: _mask, ...change } = body;
      const owner = ownerOf(ownerId, unitId);
      return present(await taskDesk.change(id, { ...change, ...(owner !== undefined && { owner }) }, me.user, clock.now(), choiceOf(body)));
    }),
    ...(
      [
        ['done', 'It is done: how it came out', taskEnd],
        ['drop', 'It will not be done: why', taskEnd],
        ['reopen', 'It is to be done after all', taskReopen],
      ] as const
    ).map(([how, summary, body]) =>
      signedInRoute({ method: 'post', path: `/api/tasks/:id/${how}`, summary, body, reply: taskView, refusals: ['not_found', 'wrong_state', 'needs_confirmation'] }, async ({ me, param, body: { words, ...said } }) => {
        const { id } = await load(param('id'), me.user);
        return present(await taskDesk.end(id, how, words, me.user, clock.now(), choiceOf(said)));
      }),
    ),
  ];
}
