import { DomainError } from '../contract/errors.ts';
import type { Task, TaskDoer } from '../contract/task.ts';

/** What a hand does about a task. */
export type TaskAct =
  | { kind: 'change'; words?: string | undefined; dueAt?: number | undefined; owner?: TaskDoer | null | undefined }
  | { kind: 'done'; words: string }
  | { kind: 'drop'; words: string }
  | { kind: 'reopen'; words: string }
  /** Its owner has left: nobody has touched it by that. */
  | { kind: 'release' };

/** The farthest due time, ms from now: what lies farther is a slip of the finger. */
const longestMs = 366 * 86_400_000;

/** @throws DomainError `bad_input` for a due time that has passed, or that no office keeps */
export function checkDue(dueAt: number, now: number): void {
  if (dueAt <= now) throw new DomainError('bad_input', 'not accepted: dueAt', { dueAt: 'has passed' });
  if (dueAt > now + longestMs) throw new DomainError('bad_input', 'not accepted: dueAt', { dueAt: 'is more than a year away' });
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * The task after an act, pure. The first due time is never lost: once it was moved it stands in `movedFrom`, whatever comes later (users-want 32).
 * An act that changes nothing gives the same task.
 * @throws DomainError `wrong_state` where the act is not for a task in this state; `bad_input` for a due time that has passed
 */
export function act(task: Task, what: TaskAct, by: TaskDoer, now: number): Task {
  const isOpen = task.state === 'open';
  if (what.kind === 'reopen') {
    if (isOpen) return task;
    return { ...task, state: 'open', doneAt: null, doneBy: null, doneWords: '', lastActAt: now };
  }
  if (!isOpen) {
    // Two who did the same: it is done, by whoever was first.
    if ((what.kind === 'done' && task.state === 'done') || (what.kind === 'drop' && task.state === 'dropped')) return task;
    throw new DomainError('wrong_state', `the task is ${task.state}: reopen it first`);
  }
  if (what.kind === 'release') return task.owner === null ? task : { ...task, owner: null };
  if (what.kind === 'done' || what.kind === 'drop') return { ...task, state: what.kind === 'done' ? 'done' : 'dropped', doneAt: now, doneBy: by, doneWords: what.words, lastActAt: now };
  const { words = task.words, dueAt = task.dueAt, owner = task.owner } = what;
  if (words === task.words && dueAt === task.dueAt && isSame(owner, task.owner)) return task;
  if (dueAt !== task.dueAt) checkDue(dueAt, now);
  const first = task.movedFrom ?? task.dueAt;
  return { ...task, words, dueAt, owner, movedFrom: dueAt === task.dueAt ? task.movedFrom : dueAt === first ? null : first, lastActAt: now };
}

/** The values that an act changed, as they are after it; `rev` and `lastActAt` say nothing by themselves. */
export function changesOf(before: Task | null, after: Task): Record<string, unknown> {
  const told = Object.entries(after).filter(([name]) => name !== 'rev' && name !== 'lastActAt');
  return Object.fromEntries(told.filter(([name, value]) => before === null || !isSame(before[name as keyof Task], value)));
}
