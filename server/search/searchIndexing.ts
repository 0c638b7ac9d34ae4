import type { SearchStore } from './ports.ts';

/** Brings what an older version stored into the index, the newest first, a little at a time: a call's commit never waits long behind it. */
export interface SearchIndexing {
  /** Looks whether anything is left, and goes on in the background. Resolves when `left` is known. */
  start(): Promise<void>;
  /** How many records are not in the index yet; what is searched is not complete before it is 0. */
  left(): number;
  close(): Promise<void>;
}

interface SearchIndexingDeps {
  store: Pick<SearchStore, 'indexSome' | 'unindexed'>;
  clock: { setTimer(delayMs: number, run: () => void): { cancel(): void } };
  onProgress(left: number): void;
  onTrouble(cause: unknown): void;
}

const atOnce = 50;
/** Between two batches others write. */
const pauseMs = 40;
const afterTroubleMs = 5_000;
/** So often what is left is counted and told. */
const batchesBetweenCounts = 100;

/** @see SearchIndexing */
export function openSearchIndexing({ store, clock, ...tell }: SearchIndexingDeps): SearchIndexing {
  let left = 0;
  let batches = 0;
  let timer: { cancel(): void } | null = null;
  let underWay: Promise<void> = Promise.resolve();
  let isClosed = false;

  async function batch(): Promise<void> {
    try {
      const done = await store.indexSome(atOnce);
      if (done === 0) {
        if (left > 0) tell.onProgress(0);
        left = 0;
        return;
      }
      left = batches % batchesBetweenCounts === 0 ? await store.unindexed() : Math.max(1, left - done);
      if (batches % batchesBetweenCounts === 0) tell.onProgress(left);
      batches += 1;
      later(pauseMs);
    } catch (cause) {
      tell.onTrouble(cause);
      later(afterTroubleMs);
    }
  }

  function later(delayMs: number): void {
    if (isClosed) return;
    timer = clock.setTimer(delayMs, () => {
      underWay = batch();
    });
  }

  return {
    start: () => (underWay = batch()),
    left: () => left,
    async close() {
      isClosed = true;
      timer?.cancel();
      await underWay;
    },
  };
}
