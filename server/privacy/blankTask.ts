import { erasedWords } from '../calls/blankFact.ts';
import type { Task } from '../contract/task.ts';
import type { TaskChange } from '../tasks/ports.ts';
import { blankValue } from './blankSlip.ts';

/** A task without what it tells of the caller, as its next revision: when it was due, whose it was and how it ended stay. */
export function blankTask(task: Task): Task {
  return { ...task, rev: task.rev + 1, words: erasedWords, callerName: '', callerNumber: '', doneWords: task.doneWords === '' ? '' : erasedWords };
}

const typed: ReadonlySet<string> = new Set(['words', 'callerName', 'callerNumber', 'doneWords']);

/** A change of a task without the words that it wrote. */
export function blankTaskChange(change: TaskChange): TaskChange {
  return { ...change, words: change.words === '' ? '' : erasedWords, changed: Object.fromEntries(Object.entries(change.changed).map(([name, value]) => [name, typed.has(name) ? blankValue(value) : value])) };
}
