import { DomainError } from '../contract/errors.ts';
import type { NewTask, Task, TaskDoer, TaskPatch, TaskSource } from '../contract/task.ts';
import type { NumberReading } from '../people/phoneNumber.ts';
import type { PrivateNote } from '../contract/slip.ts';
import { confirmation } from '../slips/confirmation.ts';
import { guardTexts } from '../slips/guardTexts.ts';
import type { FindPrivate, PrivateChoice } from '../slips/privateChoice.ts';
import { act, changesOf, checkDue } from './task.ts';
import type { TaskAct } from './task.ts';
import type { TaskChange, TaskListing, TaskStore } from './ports.ts';

/** Of whom a task is, as the call or the slip that it comes from knows it. */
export interface TaskOrigin {
  unitId: string | null;
  callerName: string;
  callerNumber: string;
}

interface TaskDeskDeps {
  store: TaskStore;
  newId(): string;
  callOf(callId: string): Promise<TaskOrigin | null>;
  slipOf(slipId: string): Promise<TaskOrigin | null>;
  readNumber(raw: string, unitId: string): NumberReading;
  /** Finds private numbers of an office's people in a text. */
  findPrivate?: FindPrivate;
}

/** Who may be given a task is looked at before; here he has a name. */
type Owned<T> = Omit<T, 'ownerId' | 'confirmPrivate' | 'maskPrivate'> & { owner?: TaskDoer | null };

/** What somebody writes into a task. */
const saidFields = ['words', 'callerName', 'callerNumber'] as const;
type Said = Partial<Record<(typeof saidFields)[number], string | undefined>> & { kind?: string };

/** The one way to write a task. Every change is on its history. */
export interface TaskDesk {
  /**
   * A new task; without an owner it is its writer's. `source`: heard on the line and kept by him, where it is not of his own hand.
   * @throws DomainError `bad_input` for a due time that has passed, and for a call or slip that is none, or of another office; `needs_confirmation` for a private number in what is written, unless `choice` says what to do about it
   */
  create(input: Owned<NewTask> & { unitId: string }, by: TaskDoer, now: number, choice?: PrivateChoice, source?: TaskSource): Promise<Task>;
  /** @throws DomainError `not_found`; `conflict` for a stale `rev`; `wrong_state` for one that is not open; `bad_input` for a due time that has passed; `needs_confirmation` */
  change(id: string, input: Owned<TaskPatch>, by: TaskDoer, now: number, choice?: PrivateChoice): Promise<Task>;
  /** @throws DomainError `not_found`, `wrong_state`, `needs_confirmation` */
  end(id: string, how: 'done' | 'drop' | 'reopen', words: string, by: TaskDoer, now: number, choice?: PrivateChoice): Promise<Task>;
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

  async function save(before: Task | null, after: Task, by: TaskDoer, words: string, now: number, confirmed: readonly PrivateNote[]): Promise<Task | null> {
    const task = { ...after, rev: before ? before.rev + 1 : 1 };
    const audit = confirmation({ unitId: task.unitId, subject: { kind: 'task', id: task.id, name: task.owner?.name ?? '' } }, confirmed, by, now);
    if ((await store.saveTask(task, { taskId: task.id, rev: task.rev, at: now, by: by.id, changed: changesOf(before, task), words }, audit)) === 'conflict') return null;
    for (const listener of [...listeners]) listener(task, before?.owner ?? null);
    return task;
  }

  /** Asks whoever writes before a private number is read by whoever has the task. `ownNumber`: its caller's. */
  function guarded<T extends Said>(said: T, unitId: string, ownNumber: string, choice: PrivateChoice): { said: T; confirmed: readonly PrivateNote[] } {
    const { findPrivate } = deps;
    if (!findPrivate) return { said, confirmed: [] };
    const written = Object.fromEntries(saidFields.flatMap((field) => (said[field] === undefined ? [] : [[field, said[field]]])));
    const { texts, confirmed } = guardTexts(written, ownNumber, choice, (text) => findPrivate(text, unitId));
    return { said: { ...said, ...texts }, confirmed };
  }

  async function write(id: string, { what, isMeant = () => true, rev, choice = {} }: { what: TaskAct; isMeant?: (task: Task) => boolean; rev?: number; choice?: PrivateChoice }, by: TaskDoer, now: number): Promise<Task> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const before = await store.loadTask(id);
      if (!before) throw new DomainError('not_found', 'no such task');
      if (rev !== undefined && rev !== before.rev) throw new DomainError('conflict', 'the task has changed since', { rev: `is ${before.rev}` });
      const { said, confirmed } = guarded(what, before.unitId, before.callerNumber, choice);
      const after = isMeant(before) ? act(before, said, by, now) : before;
      if (after === before) return before;
      const saved = await save(before, after, by, 'words' in said && said.kind !== 'change' ? said.words : '', now, confirmed);
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
    async create({ owner, unitId, ...typed }, by, now, choice = {}, source = 'person') {
      checkDue(typed.dueAt, now);
      const origin = await originOf({ ...typed, unitId });
      const { said, confirmed } = guarded(typed, unitId, origin.callerNumber, choice);
      const { callerName, callerNumber, ...input } = said;
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
      const saved = await save(null, made, writer, '', now, confirmed);
      if (!saved) throw new DomainError('conflict', 'a task of this id exists');
      return saved;
    },

    change: (id, { rev, ...what }, by, now, choice) => write(id, { what: { kind: 'change', ...what }, rev, ...(choice && { choice }) }, { id: by.id, name: by.name }, now),
    end: (id, how, words, by, now, choice) => write(id, { what: { kind: how, words }, ...(choice && { choice }) }, { id: by.id, name: by.name }, now),

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
