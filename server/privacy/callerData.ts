import type { NewAuditEntry } from '../contract/audit.ts';
import type { KeptFrom } from './whatIsOver.ts';
import type { CallerCounts, PrivacyRequest } from '../contract/privacy.ts';

/*
 * Words
 * subject  whose data it is: his numbers and his files, in one office
 * found    every record of an office that tells of him, by id
 * step     one record to be erased; erasing it once more changes nothing
 */

/** Whom somebody asks about: E.164, or a resident's file. */
export type CallerAsked = { number: string } | { residentId: string };

/** E.164 numbers and ids of files, in one office. */
export interface CallerSubject {
  numbers: string[];
  fileIds: string[];
  /** Files that have one of these numbers and are somebody else's. */
  sharing: number;
}

/** `isOpen`: a call that is not over, a message that nobody has acknowledged, a task to be done, an import being written. */
export interface FoundRecord {
  id: string;
  isOpen: boolean;
}

/** By id; `isOpen` ones stand in the way of an erasure. */
export interface CallerFound {
  calls: FoundRecord[];
  slips: FoundRecord[];
  tasks: FoundRecord[];
  imports: FoundRecord[];
  files: string[];
  /** The carrier's ids. */
  recordings: string[];
  /** Entries of the audit log, how many. */
  entries: number;
}

/** `id`: of a recording the carrier's, of the others ours. */
export type EraseStep = { kind: 'recording' | 'import' | 'task' | 'slip' | 'call' | 'file'; id: string };

/** A request as it is kept; while it runs with what is left to do, so that it is gone on with after a crash. */
export interface KeptRequest extends PrivacyRequest {
  callerHash: string;
  left: EraseStep[];
  fileIds: string[];
}

/** What the request on record tells once the ids are gone. */
export function countsOf({ calls, slips, tasks, files, imports, recordings, entries }: CallerFound): CallerCounts {
  return { calls: calls.length, slips: slips.length, tasks: tasks.length, files: files.length, imports: imports.length, recordings: recordings.length, entries };
}

/** The order in which records go: those that are found by others first. */
export function stepsOf({ recordings, imports, tasks, slips, calls, files }: CallerFound): EraseStep[] {
  const of = (kind: EraseStep['kind'], ids: readonly string[]): EraseStep[] => ids.map((id) => ({ kind, id }));
  const ids = (records: readonly FoundRecord[]): string[] => records.map(({ id }) => id);
  return [...of('recording', recordings), ...of('import', ids(imports)), ...of('task', ids(tasks)), ...of('slip', ids(slips)), ...of('call', ids(calls)), ...of('file', files)];
}

/** Everything that is kept of callers, across the records. Implemented by store/, proven by test/suites/callerDataStore.ts. */
export interface CallerDataStore {
  /** By number: the number, the files that have it, and the other numbers of these. By file: it, those joined to it, and their numbers. Null for a file that the office does not have. */
  subjectOf(unitId: string, asked: CallerAsked): Promise<CallerSubject | null>;
  /** Every record of this office that tells of him. */
  find(unitId: string, subject: Pick<CallerSubject, 'numbers' | 'fileIds'>): Promise<CallerFound>;
  /** Steps for what this office keeps no longer (whatIsOver.ts) and was not erased yet, the oldest of each kind first; about `limit` of each. A call with an open message or task is open. */
  over(unitId: string, from: KeptFrom, limit: number): Promise<EraseStep[]>;
  /** Facts and jobs of an ended call lose what they tell of the caller; its card must have lost it before. */
  blankCall(id: string, at: number): Promise<void>;
  /** A slip with its history and sendings loses it, and is found by words no more. */
  blankSlip(id: string, at: number): Promise<void>;
  blankTask(id: string, at: number): Promise<void>;
  /** A file is gone whole. */
  removeFile(id: string): Promise<void>;
  /** The address of a deleted recording is taken off its slips. */
  dropRecording(sid: string, at: number): Promise<void>;
  saveRequest(request: KeptRequest): Promise<void>;
  /** In one transaction: what the sealed entries of the audit log tell of these files is gone, `entry` says which entries they are, and the request is as given. */
  endRequest(request: KeptRequest, entry: NewAuditEntry, fileIds: readonly string[]): Promise<void>;
  runningRequests(): Promise<KeptRequest[]>;
  /** Newest first. */
  listRequests(unitId: string, limit: number): Promise<KeptRequest[]>;
}
