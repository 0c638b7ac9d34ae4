import { createHmac } from 'node:crypto';
import type { Clock, Timer } from '../clockwork/clock.ts';
import { DomainError } from '../contract/errors.ts';
import type { NewAuditEntry } from '../contract/audit.ts';
import type { CallerCounts, PrivacyPreview, PrivacyRequest } from '../contract/privacy.ts';
import { countsOf, stepsOf } from './callerData.ts';
import type { CallerAsked, CallerDataStore, CallerFound, CallerSubject, EraseStep, KeptRequest } from './callerData.ts';

/** Steps between two writings of how far a request has come. */
const stepsAtOnce = 50;
const tryAgainMs = 60_000;

/** One request: whose data, of which office, who asks and why. */
export interface CallerRequest {
  unitId: string;
  asked: CallerAsked;
  by: { id: string; name: string };
  reason: string;
}

/** Requests of callers about what is kept of them. */
export interface CallerDesk {
  /** @throws DomainError `not_found` for a file that is not this office's */
  preview(request: Pick<CallerRequest, 'unitId' | 'asked'>): Promise<PrivacyPreview>;
  /**
   * Begins to erase; it is gone on with until it is done, also after a crash.
   * @throws DomainError `not_found`; `wrong_state` naming what stands in the way
   */
  erase(request: CallerRequest): Promise<PrivacyRequest>;
  /** Everything that is kept of him, as JSON values; on record when it resolves. @throws DomainError `not_found` */
  exportAll(request: CallerRequest): Promise<Record<string, unknown>>;
  /** Newest first, the last hundred. */
  requests(unitId: string): Promise<PrivacyRequest[]>;
  /** Erases records one by one, whoever asked for it: the sweep too. */
  eraseStep(step: EraseStep): Promise<void>;
  /** Goes on with what an earlier run began; does not wait for it. */
  resume(): Promise<void>;
  /** Ends when nothing is being erased. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** What the desk needs from outside. */
export interface CallerDeskNeeds {
  store: CallerDataStore;
  /** The call is read from now on without what it tells of the caller; false while it is not over. */
  markErased(callId: string, at: number): Promise<boolean>;
  /** Memory lets go of it. */
  forgetCall(callId: string): void;
  deleteRecording(sid: string): Promise<void>;
  deleteImport(id: string): Promise<void>;
  /** All of a subject's records, whole, for him to read. */
  load(unitId: string, found: CallerFound, subject: CallerSubject): Promise<Record<string, unknown>>;
  /** A slip, task or call has just been erased: whoever shows it, or has it in memory, is told. */
  onErased(what: { kind: 'slip' | 'task' | 'call'; id: string }): void;
  putOnRecord(entry: NewAuditEntry): Promise<void>;
  sealAudit(): Promise<void>;
  /** Kept in the records: the same number has the same hash as long as they live. */
  secret: string;
  newId: () => string;
  clock: Clock;
  onTrouble: (requestId: string, cause: unknown) => void;
}

/** @see CallerDesk */
export function openCallerDesk(needs: CallerDeskNeeds): CallerDesk {
  const { store, clock } = needs;
  const running = new Map<string, Promise<void>>();
  const timers = new Map<string, Timer>();
  let isClosed = false;

  async function look(unitId: string, asked: CallerAsked): Promise<{ subject: CallerSubject; found: CallerFound }> {
    const subject = await store.subjectOf(unitId, asked);
    if (!subject) throw new DomainError('not_found', 'no such file');
    return { subject, found: await store.find(unitId, subject) };
  }

  const hashOf = (unitId: string, asked: CallerAsked, { numbers: [first] }: CallerSubject): string =>
    createHmac('sha256', needs.secret).update(`${unitId}\n${'number' in asked ? asked.number : (first ?? asked.residentId)}`).digest('hex');

  const newRequest = (kind: PrivacyRequest['kind'], { unitId, asked, by, reason }: CallerRequest, subject: CallerSubject, counts: CallerCounts): KeptRequest => ({
    id: needs.newId(),
    unitId,
    at: clock.now(),
    kind,
    state: 'running',
    by: { id: by.id, name: by.name },
    reason,
    counts,
    endedAt: null,
    callerHash: hashOf(unitId, asked, subject),
    left: [],
    fileIds: subject.fileIds,
  });

  const entryOf = (request: KeptRequest, act: 'exported' | 'erased'): NewAuditEntry => ({ at: clock.now(), by: request.by, unitId: request.unitId, act, subject: { kind: 'caller', id: request.callerHash, name: '' }, before: null, after: { ...request.counts }, reason: request.reason });

  async function eraseStep({ kind, id }: EraseStep): Promise<void> {
    const now = clock.now();
    switch (kind) {
      case 'recording':
        await needs.deleteRecording(id);
        return store.dropRecording(id, now);
      case 'import':
        return needs.deleteImport(id);
      case 'task':
        await store.blankTask(id, now);
        return needs.onErased({ kind, id });
      case 'slip':
        await store.blankSlip(id, now);
        return needs.onErased({ kind, id });
      case 'call':
        // One that has come to life again is let be: it is another matter.
        if (!(await needs.markErased(id, now))) return;
        await store.blankCall(id, now);
        needs.forgetCall(id);
        return needs.onErased({ kind, id });
      case 'file':
        return store.removeFile(id);
    }
  }

  async function work(begun: KeptRequest): Promise<void> {
    let request = begun;
    const failed: { step: EraseStep; cause: unknown }[] = [];
    for (let from = 0; from < begun.left.length; from += stepsAtOnce) {
      if (isClosed) return;
      for (const step of begun.left.slice(from, from + stepsAtOnce)) await eraseStep(step).catch((cause: unknown) => failed.push({ step, cause }));
      request = { ...request, left: [...begun.left.slice(from + stepsAtOnce), ...failed.map(({ step }) => step)] };
      await store.saveRequest(request);
    }
    // A recording that the carrier does not give up keeps nothing else: it alone is tried again.
    const [first] = failed;
    if (first) throw first.cause;
    await needs.sealAudit();
    await store.endRequest({ ...request, state: 'done', endedAt: clock.now(), fileIds: [] }, entryOf(request, 'erased'), request.fileIds);
  }

  function run(request: KeptRequest): void {
    const done = work(request)
      .catch((cause: unknown) => {
        needs.onTrouble(request.id, cause);
        if (!isClosed) timers.set(request.id, clock.setTimer(tryAgainMs, () => void tryAgain(request.id)));
      })
      .finally(() => running.delete(request.id));
    running.set(request.id, done);
  }

  async function tryAgain(id: string): Promise<void> {
    timers.delete(id);
    try {
      const request = (await store.runningRequests()).find((one) => one.id === id);
      if (request && !running.has(id)) run(request);
    } catch (cause) {
      needs.onTrouble(id, cause);
      if (!isClosed) timers.set(id, clock.setTimer(tryAgainMs, () => void tryAgain(id)));
    }
  }

  return {
    async preview({ unitId, asked }) {
      const { subject, found } = await look(unitId, asked);
      return { counts: countsOf(found), sharing: subject.sharing, inTheWay: inTheWayOf(found) };
    },

    async erase(asked) {
      const { subject, found } = await look(asked.unitId, asked.asked);
      const open = Object.entries(inTheWayOf(found)).filter(([, ids]) => ids.length > 0);
      if (open.length > 0) throw new DomainError('wrong_state', 'what is open must be finished first', Object.fromEntries(open.map(([kind, ids]) => [kind, ids.join(',')])));
      const request = { ...newRequest('erase', asked, subject, countsOf(found)), left: stepsOf(found) };
      await store.saveRequest(request);
      run(request);
      return shown(request);
    },

    async exportAll(asked) {
      const { subject, found } = await look(asked.unitId, asked.asked);
      const request = newRequest('export', asked, subject, countsOf(found));
      const all = await needs.load(asked.unitId, found, subject);
      await needs.putOnRecord(entryOf(request, 'exported'));
      await store.saveRequest({ ...request, state: 'done', endedAt: clock.now(), fileIds: [] });
      return { madeAt: new Date(clock.now()).toISOString(), unitId: asked.unitId, numbers: subject.numbers, ...all };
    },

    requests: async (unitId) => (await store.listRequests(unitId, 100)).map(shown),
    eraseStep,
    async resume() {
      for (const request of await store.runningRequests()) run(request);
    },
    async settled() {
      while (running.size > 0) await Promise.all(running.values());
    },
    async close() {
      isClosed = true;
      for (const timer of timers.values()) timer.cancel();
      await Promise.all(running.values());
    },
  };
}

function inTheWayOf({ slips, tasks, calls, imports }: CallerFound): PrivacyPreview['inTheWay'] {
  const open = (records: CallerFound['slips']): string[] => records.filter(({ isOpen }) => isOpen).map(({ id }) => id);
  return { slips: open(slips), tasks: open(tasks), calls: open(calls), imports: open(imports) };
}

function shown({ callerHash: _hash, left: _left, fileIds: _files, ...request }: KeptRequest): PrivacyRequest {
  return request;
}
