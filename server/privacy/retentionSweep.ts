import type { Clock, Timer } from '../clockwork/clock.ts';
import type { NewAuditEntry } from '../contract/audit.ts';
import type { Unit } from '../people/people.ts';
import type { CallerDataStore, EraseStep } from './callerData.ts';
import { keptFrom } from './whatIsOver.ts';

const firstAfterMs = 10 * 60_000;
const everyMs = 24 * 3_600_000;
/** So many records, then the telephone's have the database for a while. */
const stepsAtOnce = 50;
const paceMs = 1_000;

/** Erases each day what the offices keep no longer. */
export interface RetentionSweep {
  start(): void;
  /** One run over all offices. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

/** What the sweep needs from outside; `onTrouble`: an office could not be swept, it is tried the next day. */
export interface RetentionSweepNeeds {
  store: Pick<CallerDataStore, 'over'>;
  units: () => readonly Pick<Unit, 'id' | 'name' | 'retention'>[];
  eraseStep: (step: EraseStep) => Promise<void>;
  putOnRecord: (entry: NewAuditEntry) => Promise<void>;
  clock: Clock;
  onTrouble: (unitId: string, cause: unknown) => void;
}

/** @see RetentionSweep */
export function openRetentionSweep({ store, units, eraseStep, putOnRecord, clock, onTrouble }: RetentionSweepNeeds): RetentionSweep {
  let timer: Timer | null = null;
  let isClosed = false;
  let running: Promise<void> = Promise.resolve();
  let endPause: (() => void) | null = null;

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const waiting = clock.setTimer(paceMs, resolve);
      endPause = () => {
        waiting.cancel();
        resolve();
      };
    });

  async function sweepOffice({ id, name, retention }: Pick<Unit, 'id' | 'name' | 'retention'>): Promise<void> {
    const from = keptFrom(retention, clock.now());
    if (Object.values(from).every((at) => at === null)) return;
    const counts: Record<EraseStep['kind'], number> = { recording: 0, import: 0, task: 0, slip: 0, call: 0, file: 0 };
    const tried = new Set<string>();
    const nameOf = (step: EraseStep): string => `${step.kind} ${step.id}`;
    try {
      // What could not be erased is found again: it is tried once a run, and keeps nothing behind it from its turn.
      for (let stayed = 0; ; ) {
        const found = await store.over(id, from, stepsAtOnce + stayed);
        const untried = found.filter((step) => !tried.has(nameOf(step)));
        const isAllSeen = untried.length === 0 && found.length === stayed;
        if (isAllSeen || isClosed) return;
        stayed = found.length - untried.length;
        const fresh = untried.slice(0, stepsAtOnce);
        for (const step of fresh) {
          tried.add(nameOf(step));
          try {
            await eraseStep(step);
            counts[step.kind] += 1;
          } catch (cause) {
            onTrouble(id, cause);
          }
        }
        if (fresh.length < stepsAtOnce) continue;
        await pause();
      }
    } finally {
      const { recording: recordings, task: tasks, slip: slips, call: calls } = counts;
      if (recordings + tasks + slips + calls > 0) await putOnRecord({ at: clock.now(), by: null, unitId: id, act: 'swept', subject: { kind: 'unit', id, name }, before: null, after: { slips, calls, tasks, recordings }, reason: '' });
    }
  }

  async function sweep(): Promise<void> {
    for (const unit of units()) {
      if (isClosed) return;
      await sweepOffice(unit).catch((cause: unknown) => onTrouble(unit.id, cause));
    }
  }

  function later(ms: number): void {
    if (isClosed) return;
    timer = clock.setTimer(ms, () => {
      running = sweep().then(() => later(everyMs));
    });
  }

  return {
    start: () => later(firstAfterMs),
    sweep,
    async close() {
      isClosed = true;
      timer?.cancel();
      endPause?.();
      await running;
    },
  };
}
