import type { NewAuditEntry } from '../contract/audit.ts';
import type { Task, TaskState } from '../contract/task.ts';

/** What was done to a task, never erased. */
export interface TaskChange {
  taskId: string;
  rev: number;
  at: number;
  /** User id, or `system`. */
  by: string;
  changed: Record<string, unknown>;
  /** What was said with it: why it is dropped, how it came out. */
  words: string;
}

/** Whose a task is to see to: his own; besides, where he leads, what has no owner, and what was due before `lateBefore`, whoever's it is. */
export interface TasksOf {
  userId: string;
  /** The offices that he leads; null = all. */
  leads: string[] | null;
  lateBefore: number;
}

/** What one may ask the list of tasks; `cursor` is the store's own. */
export interface TaskListing {
  /** null = all. */
  unitIds: string[] | null;
  /** Only of this owner; null: only those without one. */
  ownerId?: string | null | undefined;
  of?: TasksOf | undefined;
  /** `ended`: done or dropped. */
  state?: TaskState | 'ended' | undefined;
  callId?: string | undefined;
  slipId?: string | undefined;
  /** Only for callers at this number, E.164. */
  callerNumber?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** The records of tasks. Implemented by store/, proven by test/suites/taskStore.ts. */
export interface TaskStore {
  /** Durable when it resolves, with its change and what goes on the audit log, or nothing. Revision 1 inserts; a higher one replaces exactly rev - 1, otherwise `conflict` and nothing is written. */
  saveTask(task: Task, change: TaskChange, audit?: readonly NewAuditEntry[]): Promise<'saved' | 'conflict'>;
  loadTask(id: string): Promise<Task | null>;
  /** By due time, then id: the earliest first; with a state that is not `open` by when they ended, the latest first. */
  listTasks(listing: TaskListing): Promise<{ items: Task[]; next?: string }>;
  /** Oldest first. */
  loadTaskHistory(id: string): Promise<TaskChange[]>;
}
