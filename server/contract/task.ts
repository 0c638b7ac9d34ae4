import { z } from 'zod';
import { cursor, instant } from './primitives.ts';
import { privateChoice } from './privateChoice.ts';
import { longestTask } from './taskLimits.ts';

/** `promise`: somebody was told this time; `task`: only the office knows of it. */
export const taskKind = z.enum(['promise', 'task']);

/** `dropped`: it will not be done, with the reason in `doneWords`; both ends can be taken up again. */
const taskState = z.enum(['open', 'done', 'dropped']);
/** @see taskState */
export type TaskState = z.infer<typeof taskState>;

/** Who found it: somebody wrote it down, or it was heard on the line (and a person kept it). */
export const taskSource = z.enum(['person', 'speech']);
/** @see taskSource */
export type TaskSource = z.infer<typeof taskSource>;

const doer = z.object({ id: z.string(), name: z.string() });
/** @see doer */
export type TaskDoer = z.infer<typeof doer>;

const words = z.string().trim().min(1).max(longestTask.words);
const recordId = z.string().min(1).max(64);

/** What somebody has to do, by when. */
export const task = z.object({
  id: z.string(),
  /** Grows by one with each change: the second of two editors is told. */
  rev: z.number().int().positive(),
  unitId: z.string(),
  kind: taskKind,
  source: taskSource,
  /** What was promised, or is to be done, in words. */
  words: z.string(),
  callId: z.string().nullable(),
  slipId: z.string().nullable(),
  callerName: z.string(),
  /** E.164 where it could be read so; empty without one. */
  callerNumber: z.string(),
  dueAt: instant,
  /** The first due time, once it was moved: whoever was told that one still counts on it. Null while it stands. */
  movedFrom: instant.nullable(),
  /** Who has to do it; null: the supervisors of the office. */
  owner: doer.nullable(),
  createdBy: doer,
  createdAt: instant,
  state: taskState,
  /** When it was done or dropped, by whom, and what he said of it. */
  doneAt: instant.nullable(),
  doneBy: doer.nullable(),
  doneWords: z.string(),
  /** When a hand last did anything about it. */
  lastActAt: instant,
});
/** @see task */
export type Task = z.infer<typeof task>;

/**
 * From when on a task that is open is what, ms UTC: instants instead of words, so that a console says it by its clock without asking again.
 * `soonAt`: it becomes pressing; `overdueAt`: it is late; `untouchedAt`: nobody has done anything about it for long; `supervisorsAt`: it is so late that it is the
 * supervisors' too.
 */
export const taskClock = z.object({ soonAt: instant, overdueAt: instant, untouchedAt: instant, supervisorsAt: instant });
/** @see taskClock */
export type TaskClock = z.infer<typeof taskClock>;

/** A task as it is shown. */
export const taskView = task.extend({ clock: taskClock });
/** @see taskView */
export type TaskView = z.infer<typeof taskView>;

/** Body of `POST /api/tasks`. Caller and number come from the call, or the slip, where they are left out; without an owner it is its writer's. */
export const newTask = z.strictObject({
  kind: taskKind.default('promise'),
  words,
  dueAt: instant,
  callId: recordId.nullable().default(null),
  slipId: recordId.nullable().default(null),
  callerName: z.string().trim().max(longestTask.name).optional(),
  callerNumber: z.string().trim().max(longestTask.number).optional(),
  ownerId: recordId.nullable().optional(),
  unitId: recordId.optional(),
  ...privateChoice,
});
/** @see newTask */
export type NewTask = z.infer<typeof newTask>;

/** Body of `PATCH /api/tasks/:id`: made from the task as it stood at `rev`; from another one it is refused as `conflict`. */
export const taskPatch = z.strictObject({ rev: z.number().int().positive(), words: words.optional(), dueAt: instant.optional(), ownerId: recordId.nullable().optional(), ...privateChoice });
/** @see taskPatch */
export type TaskPatch = z.infer<typeof taskPatch>;

/** Body of `POST /api/tasks/:id/done` (how it came out) and of `/drop` (why not). */
export const taskEnd = z.strictObject({ words, ...privateChoice });
/** Body of `POST /api/tasks/:id/reopen`. */
export const taskReopen = z.strictObject({ words: z.string().trim().max(longestTask.words).default(''), ...privateChoice }).default({ words: '' });

/** Query of `GET /api/tasks`. */
export const taskQuery = z.object({
  /** `ended`: done or dropped. */
  state: z.enum([...taskState.options, 'ended']).optional(),
  unitId: z.string().max(64).optional(),
  /** Only what is whoever asks to see to: his own; for a supervisor also what has no owner, and what is late for long. */
  mine: z.literal('true').optional(),
  ownerId: z.string().max(64).optional(),
  callId: z.string().max(64).optional(),
  slipId: z.string().max(64).optional(),
  /** E.164. */
  callerNumber: z.string().max(longestTask.number).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: cursor.optional(),
});

/** Open tasks come by due time, the earliest first; ended ones by when they ended, the latest first. */
export const taskPage = z.object({ items: z.array(taskView), next: z.string().optional() });
/** @see taskPage */
export type TaskPage = z.infer<typeof taskPage>;

/** One thing done to a task: by whom, when (ms UTC), what each value was made, and the words said with it. */
export const taskHistoryEntry = z.object({ rev: z.number().int().positive(), at: instant, by: z.object({ id: z.string(), name: z.string().nullable() }), changed: z.record(z.string(), z.unknown()), words: z.string() });
/** @see taskHistoryEntry */
export type TaskHistoryEntry = z.infer<typeof taskHistoryEntry>;
/** Reply of `GET /api/tasks/:id/history`, oldest first ([T5]). */
export const taskHistory = z.object({ items: z.array(taskHistoryEntry) });

/** A due time to choose on the office's clock and calendar. */
export const dueChoice = z.object({ key: z.enum(['minutes', 'hour', 'closing', 'morning']), at: instant });
/** @see dueChoice */
export type DueChoice = z.infer<typeof dueChoice>;

/** `GET /api/tasks/choices`: when it may be due, and who of the office may have it. */
export const taskChoicesQuery = z.object({ unitId: z.string().max(64).optional() });
/** What the form offers: due times on the office's clock (IANA `timeZone`), and owners. */
export const taskChoices = z.object({ unitId: z.string(), timeZone: z.string(), due: z.array(dueChoice), owners: z.array(doer) });
/** @see taskChoices */
export type TaskChoices = z.infer<typeof taskChoices>;
