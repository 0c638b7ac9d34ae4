import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../server/contract/errors.ts';
import type { Task } from '../../server/contract/task.ts';
import { act, changesOf } from '../../server/tasks/task.ts';
import type { TaskAct } from '../../server/tasks/task.ts';
import { aTask } from '../suites/records.ts';

const by = { id: 'agent', name: '李静' };
const start = 1_740_000_000_000;
const hour = 3_600_000;
const anAct: fc.Arbitrary<TaskAct> = fc.oneof(
  fc.record({ kind: fc.constant('change' as const), dueAt: fc.integer({ min: 1, max: 5 }).map((hours) => start + hours * hour) }),
  fc.record({ kind: fc.constant('change' as const), owner: fc.constantFrom(null, by, { id: 'agent2', name: '陈晓明' }) }),
  fc.record({ kind: fc.constantFrom('done' as const, 'drop' as const, 'reopen' as const), words: fc.constantFrom('回了', '不用了') }),
  fc.constant({ kind: 'release' as const }),
);

test('[T5] whatever is done to a task, its first due time is known, its history makes it again, and only an open one is changed', () => {
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 12 }), (acts) => {
      const first = aTask({ id: 'T', dueAt: start + 2 * hour });
      let task: Task = first;
      let retold: Record<string, unknown> = changesOf(null, first);
      acts.forEach((what, index) => {
        const now = start + index;
        let after: Task;
        try {
          after = act(task, what, by, now);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
          expect(task.state).not.toBe('open');
          return;
        }
        if (after !== task && what.kind !== 'release') expect(after.lastActAt).toBe(now);
        expect(Object.keys(changesOf(task, after)).length > 0).toBe(after !== task);
        retold = { ...retold, ...changesOf(task, after) };
        task = after;
        expect(task.movedFrom ?? task.dueAt).toBe(first.dueAt);
        expect(task.state === 'open').toBe(task.doneAt === null);
      });
      const { rev: _rev, lastActAt: _at, ...shown } = task;
      expect(retold).toEqual(shown);
    }),
  );
});
