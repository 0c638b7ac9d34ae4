import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Task } from '../../server/contract/task.ts';
import type { TaskListing, TaskStore } from '../../server/tasks/ports.ts';
import { aTask, aTaskChange, anId } from './records.ts';

/** What every TaskStore must do. */
export function describeTaskStore(name: string, open: () => Promise<{ tasks: TaskStore; close(): Promise<void> }>): void {
  describe(`${name}: the records of tasks`, () => {
    let store: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    const save = (task: Task): Promise<'saved' | 'conflict'> => store.tasks.saveTask(task, aTaskChange(task));

    test('an unknown task is null and has no history', async () => {
      expect(await store.tasks.loadTask('nobody')).toBeNull();
      expect(await store.tasks.loadTaskHistory('nobody')).toEqual([]);
    });

    test('a task comes back as it was saved, odd characters included, each revision on its history', async () => {
      const first = aTask({ id: anId('task'), words: `'; drop table tasks; -- \u0000 \ud83d 🏠`, owner: null, callId: 'CA1', slipId: 'S1' });
      const moved = { ...first, rev: 2, dueAt: first.dueAt + 1, movedFrom: first.dueAt };
      for (const task of [first, moved]) expect(await store.tasks.saveTask(task, aTaskChange(task, { by: `writer${task.rev}`, words: 'why' }))).toBe('saved');
      expect(await store.tasks.loadTask(first.id)).toEqual(moved);
      expect(await store.tasks.loadTaskHistory(first.id)).toEqual([first, moved].map((task) => aTaskChange(task, { by: `writer${task.rev}`, words: 'why' })));
    });

    test('a revision that does not follow the stored one is a conflict, and nothing is written; of two at once one is saved', async () => {
      const id = anId('task');
      expect(await save(aTask({ id, rev: 2 }))).toBe('conflict');
      await save(aTask({ id }));
      for (const rev of [1, 3]) expect(await save(aTask({ id, rev, words: 'stale' }))).toBe('conflict');
      const writers = Array.from({ length: 6 }, (_, index) => aTask({ id, rev: 2, words: `writer ${index}` }));
      const answers = await Promise.all(writers.map(save));
      expect(answers.filter((answer) => answer === 'saved')).toHaveLength(1);
      expect(await store.tasks.loadTask(id)).toEqual(writers[answers.indexOf('saved')]);
      expect(await store.tasks.loadTaskHistory(id)).toHaveLength(2);
    });

    describe('lists', () => {
      const unit = anId('unit');
      const me = { id: 'me', name: 'me' };
      const tasks = [
        aTask({ id: 'A', unitId: unit, dueAt: 300, owner: me, callId: 'CAtasks' }),
        aTask({ id: 'B', unitId: unit, dueAt: 100, owner: null, slipId: 'Stasks' }),
        aTask({ id: 'C', unitId: unit, dueAt: 200, callerNumber: '+861' }),
        aTask({ id: 'D', unitId: unit, dueAt: 200, state: 'done', doneAt: 900, owner: me }),
        aTask({ id: 'E', unitId: unit, dueAt: 250, state: 'dropped', doneAt: 700, owner: me }),
        aTask({ id: 'G', unitId: unit, dueAt: 800, state: 'done', doneAt: 700 }),
        aTask({ id: 'F', unitId: `${unit}b`, dueAt: 50, owner: me }),
      ];
      beforeAll(async () => {
        for (const task of tasks) await save(task);
      });
      const ids = async (over: Partial<TaskListing>): Promise<string> => (await store.tasks.listTasks({ unitIds: [unit], limit: 50, ...over })).items.map(({ id }) => id).join('');

      test('are by due time, the earliest first, of the offices asked for; ended ones by when they ended, the latest first, whenever they were due', async () => {
        expect(await ids({})).toBe('BCDEAG');
        expect(await ids({ state: 'open' })).toBe('BCA');
        expect(await ids({ state: 'done' })).toBe('DG');
        expect(await ids({ state: 'ended' })).toBe('DGE');
        expect(await ids({ unitIds: [unit, `${unit}b`], state: 'open' })).toBe('FBCA');
        expect(await ids({ unitIds: [] })).toBe('');
      });

      test('are narrowed to an owner, to none, to a call, a slip, a number', async () => {
        expect(await ids({ ownerId: 'me' })).toBe('DEA');
        expect(await ids({ ownerId: null })).toBe('B');
        expect(await ids({ callId: 'CAtasks' })).toBe('A');
        expect(await ids({ slipId: 'Stasks' })).toBe('B');
        expect(await ids({ callerNumber: '+861' })).toBe('C');
      });

      test('taken up again a task is among the open ones; ended anew it is the last that ended', async () => {
        const task = aTask({ id: anId('task'), unitId: anId('unit'), state: 'done', doneAt: 700 });
        const states = async (): Promise<string[]> => [await ids({ unitIds: [task.unitId], state: 'open' }), await ids({ unitIds: [task.unitId], state: 'ended' })];
        const earlier = aTask({ id: 'H', unitId: task.unitId, state: 'dropped', doneAt: 800 });
        for (const one of [task, earlier]) await save(one);
        expect(await states()).toEqual(['', `H${task.id}`]);
        await save({ ...task, rev: 2, state: 'open', doneAt: null });
        expect(await states()).toEqual([task.id, 'H']);
        await save({ ...task, rev: 3, state: 'dropped', doneAt: 900 });
        expect(await states()).toEqual(['', `${task.id}H`]);
      });

      test('of somebody are his own; where he leads also what has no owner and what is late for long', async () => {
        const of = (leads: string[] | null, lateBefore: number): Partial<TaskListing> => ({ state: 'open', of: { userId: 'me', leads, lateBefore } });
        expect(await ids(of([], 1000))).toBe('A');
        expect(await ids(of([unit], 0))).toBe('BA');
        expect(await ids(of([unit], 200))).toBe('BCA');
        expect(await ids(of([`${unit}b`], 200))).toBe('A');
        expect(await ids(of(null, 0))).toBe('BA');
      });

      test.each([['open', 'BCA'], [undefined, 'BCDEAG'], ['ended', 'DGE']] as const)('leaf page by page without a gap or a double (%s)', async (state, all) => {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await store.tasks.listTasks({ unitIds: [unit], state, limit: 1, cursor });
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.next;
        } while (cursor !== undefined);
        expect(seen.join('')).toBe(all);
      });
    });
  });
}
