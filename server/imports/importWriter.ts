import type { Clock } from '../clockwork/clock.ts';
import { DomainError } from '../contract/errors.ts';
import type { ImportKind } from '../contract/imports.ts';
import type { ImportRecord } from './importRecord.ts';
import type { Lookup } from './importThread.ts';
import { keptParts } from './keptParts.ts';
import type { OpenImport } from './openImport.ts';
import type { ImportStore, ImportTarget } from './ports.ts';
import type { RecordChange } from './values.ts';
import { writeParts } from './writeParts.ts';

/** The records did not answer: the rows wait so long. */
const againMs = 2_000;
/** Rows of one part of what is to be written: some hundred kilobytes, one transaction of some milliseconds. */
const rowsAPart = 1000;

/** What brings a previewed import into the records. */
export interface ImportWriter {
  /** Looks once more what is there, decides, and writes. Bad rows where it is all or nothing: nothing is decided. @throws DomainError `conflict` where another window decided first */
  writeOut(one: OpenImport): Promise<void>;
  /** Makes what was decided true: parts that are left are written, then it is over. */
  finish(one: OpenImport): Promise<void>;
  /** What is being written is cut off between two parts; the next start goes on. */
  close(): void;
}

interface ImportWriterNeeds {
  store: ImportStore;
  targets: Record<ImportKind, ImportTarget>;
  lookupOf: (one: OpenImport) => Lookup;
  keep: (one: OpenImport, changes: Partial<ImportRecord>) => Promise<void>;
  /** It is decided: nothing takes it back. */
  onDecided: (one: OpenImport) => Promise<void>;
  clock: Clock;
  onTrouble: (what: string, importId: string, cause: unknown) => void;
}

/** @see ImportWriter */
export function importWriter({ store, targets, lookupOf, keep, onDecided, clock, onTrouble }: ImportWriterNeeds): ImportWriter {
  const { dropFile, dropChanges } = keptParts(store);
  const waiting = new Set<() => void>();
  let isClosing = false;

  async function waitForTheRecords(): Promise<void> {
    let goOn = (): void => undefined;
    await new Promise<void>((resolve) => {
      const timer = clock.setTimer(againMs, resolve);
      goOn = () => {
        timer.cancel();
        resolve();
      };
      waiting.add(goOn);
    });
    waiting.delete(goOn);
  }

  async function finish(one: OpenImport): Promise<void> {
    const { record } = one;
    const target = targets[record.kind];
    const how = () => ({ unitId: record.unitId, by: record.by, at: clock.now(), importId: record.id, fileName: record.fileName });
    for (;;) {
      try {
        await writeParts({ store, target, how: how(), id: record.id, onWritten: (left) => (one.progress = 0.5 + 0.5 * (1 - left / Math.max(1, record.parts))), parts: record.parts, isClosing: () => isClosing });
        if (isClosing) return;
        const counts = record.counts ?? { total: 0, new: 0, changed: 0, same: 0, error: 0, double: 0 };
        await target.putOnRecord(how(), { created: counts.new, changed: counts.changed, same: counts.same, leftOut: counts.error + counts.double });
        await keep(one, { state: 'done' });
        break;
      } catch (cause) {
        // The records are away for a while: nothing is lost, the rows wait.
        if (!(cause instanceof DomainError && cause.code === 'unavailable')) throw cause;
        onTrouble('an import waits for the records', record.id, cause);
        await waitForTheRecords();
        if (isClosing) return;
      }
    }
    await dropFile(record);
  }

  return {
    finish,
    async writeOut(one) {
      const { thread, record } = one;
      if (!thread) return;
      // Others may have edited since the preview.
      one.counts = await thread.lookUp(lookupOf(one), (share) => (one.progress = share * 0.3));
      if (record.mode === 'all-or-nothing' && one.counts.error + one.counts.double > 0) return;
      // Left by a run that was cut off before it was decided.
      await dropChanges(record.id);
      const total = one.counts.new + one.counts.changed;
      let parts = 0;
      for (let from = 0; from < total; from += rowsAPart, parts += 1) {
        const changes = await thread.ask('changes', { from, limit: rowsAPart });
        await store.addImportPart(record.id, 'changes', parts, JSON.stringify(changes satisfies RecordChange[]));
        one.progress = 0.3 + 0.2 * (from / total);
      }
      // From here on it is decided: whatever happens, the next start finishes it.
      const decided: ImportRecord = { ...record, state: 'writing', counts: one.counts, parts, updatedAt: clock.now() };
      if (!(await store.saveImport(decided, 'open'))) throw new DomainError('conflict', 'another window writes this import');
      one.record = decided;
      await onDecided(one);
      await finish(one);
    },
    close() {
      isClosing = true;
      for (const goOn of waiting) goOn();
    },
  };
}
