import { DomainError } from '../contract/errors.ts';
import type { NewTask, Task, TaskDoer, TaskPatch, TaskSource } from '../contract/task.ts';
import type { NumberReading } from '../people/phoneNumber.ts';
import { act, changesOf, checkDue } from './task.ts';
import type { TaskAct } from './task.ts';
import type { TaskChange, TaskListing, TaskStore } from './ports.ts';

/** Of whom a task is, as the call or the slip that it comes from knows it. */
export interface TaskOrigin {
  unitId: string | null;
  callerName: string;
  callerNumber: string;
}

export interface TaskDeskDeps {
  store: TaskStore;
  newId(): string;
  callOf(callId: string): Promise<TaskOrigin | null>;
  slipOf(slipId: string): Promise<TaskOrigin | null>;
  readNumber(raw: string, unitId: string): NumberReading;
}

/** Who may be given a task is looked at before; here he has a name. */
type Owned<T> = Omit<T, 'ownerId'> & { owner?: TaskDoer | null };

/** The one way to write a task. Every change is on its history. */
export interface TaskDesk {
  /**
   * A new task; without an owner it is its writer's. `source`: heard on the line and kept by him, where it is not of his own hand.
   * @throws DomainError `bad_input` for a due time that has passed, and for a call or slip that is none, or of another office
   */
  create(input: Owned<NewTask> & { unitId: string }, by: TaskDoer, now: number, source?: TaskSource): Promise<Task>;
  /** @throws DomainError `not_found`; `conflict` for a stale `rev`; `wrong_state` for one that is not open; `bad_input` for a due time that has passed */
  change(id: string, input: Owned<TaskPatch>, by: TaskDoer, now: number): Promise<Task>;
  /** @throws DomainError `not_found`, `wrong_state` */
  end(id: string, how: 'done' | 'drop' | 'reopen', words: string, by: TaskDoer, now: number): Promise<Task>;
  /** Open tasks of owners who are gone become the office's supervisors' ([T6]). */
  release(isGone: (userId: string) => boolean, now: number): Promise<void>;
  get(id: string): Promise<Task | null>;
  /** Oldest first. */
  history(id: string): Promise<TaskChange[]>;
  list(listing: TaskListing): Promise<{ items: Task[]; next?: string }>;
  /** `formerOwner`: who had it before this change. */
  onSaved(listener: (task: Task, formerOwner: TaskDoer | null) => void): () => void;
}

/** Tasks that are read at a time when their owners are looked at. */
const tasksAtOnce = 200;
/** How often an act that needs no `rev` is made again of the task as somebody else has just written it. */
const attempts = 20;

/** Opens the desk on the store's tasks. */
export function openTaskDesk(deps: TaskDeskDeps): TaskDesk {
  const { store } = deps;
  const listeners = new Set<(task: Task, formerOwner: TaskDoer | null) => void>();

  async function save(before: Task | null, after: Task, by: string, words: string, now: number): Promise<Task | null> {
    const task = { ...after, rev: before ? before.rev + 1 : 1 };
    if ((await store.saveTask(task, { taskId: task.id, rev: task.rev, at: now, by, changed: changesOf(before, task), words })) === 'conflict') return null;
    for (const listener of [...listeners]) listener(task, before?.owner ?? null);
    return task;
  }

  async function write(id: string, { what, isMeant = () => true, rev }: { what: TaskAct; isMeant?: (task: Task) => boolean; rev?: number }, by: TaskDoer, now: number): Promise<Task> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const before = await store.loadTask(id);
      if (!before) throw new DomainError('not_found', 'no such task');
      if (rev !== undefined && rev !== before.rev) throw new DomainError('conflict', 'the task has changed since', { rev: `is ${before.rev}` });
      const after = isMeant(before) ? act(before, what, by, now) : before;
      if (after === before) return before;
      const saved = await save(before, after, by.id, 'words' in what && what.kind !== 'change' ? what.words : '', now);
      if (saved) return saved;
    }
    throw new DomainError('unavailable', 'the task is written by too many at once');
  }

  /** Of whom it is: the slip knows it better than the call, its number was corrected by hand. */
  async function originOf({ callId, slipId, unitId }: { callId: string | null; slipId: string | null; unitId: string }): Promise<{ callerName: string; callerNumber: string }> {
    const found: TaskOrigin[] = [];
    for (const [field, origin] of [['slipId', slipId === null ? undefined : await deps.slipOf(slipId)], ['callId', callId === null ? undefined : await deps.callOf(callId)]] as const) {
      if (origin === undefined) continue;
      if (!origin || origin.unitId !== unitId) throw new DomainError('bad_input', `not accepted: ${field}`, { [field]: 'unknown' });
      found.push(origin);
    }
    return { callerName: found.find(({ callerName }) => callerName !== '')?.callerName ?? '', callerNumber: found.find(({ callerNumber }) => callerNumber !== '')?.callerNumber ?? '' };
  }

  return {
    async create({ owner, unitId, callerName, callerNumber, ...input }, by, now, source = 'person') {
      checkDue(input.dueAt, now);
      const origin = await originOf({ ...input, unitId });
      const raw = callerNumber ?? origin.callerNumber;
      const reading = raw === '' ? null : deps.readNumber(raw, unitId);
      const writer = { id: by.id, name: by.name };
      const made: Task = {
        id: deps.newId(),
        rev: 1,
        unitId,
        source,
        ...input,
        callerName: callerName ?? origin.callerName,
        callerNumber: reading?.kind === 'number' ? reading.e164 : raw,
        movedFrom: null,
        owner: owner === undefined ? writer : owner,
        createdBy: writer,
        createdAt: now,
        state: 'open',
        doneAt: null,
        doneBy: null,
        doneWords: '',
        lastActAt: now,
      };
      const saved = await save(null, made, by.id, '', now);
      if (!saved) throw new DomainError('conflict', 'a task of this id exists');
      return saved;
    },

    change: (id, { rev, ...what }, by, now) => write(id, { what: { kind: 'change', ...what }, rev }, { id: by.id, name: by.name }, now),
    end: (id, how, words, by, now) => write(id, { what: { kind: how, words } }, { id: by.id, name: by.name }, now),

    async release(isGone, now) {
      const system = { id: 'system', name: '' };
      const orphaned = ({ state, owner }: Task): boolean => state === 'open' && owner !== null && isGone(owner.id);
      let cursor: string | undefined;
      do {
        const page = await store.listTasks({ unitIds: null, state: 'open', limit: tasksAtOnce, cursor });
        for (const { id } of page.items.filter(orphaned)) await write(id, { what: { kind: 'release' }, isMeant: orphaned }, system, now);
        cursor = page.next;
      } while (cursor !== undefined);
    },

    get: (id) => store.loadTask(id),
    history: (id) => store.loadTaskHistory(id),
    list: (listing) => store.listTasks(listing),

    onSaved(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
