import { z } from 'zod';
import { importField } from '../contract/imports.ts';
import type { ImportStore, ImportTarget, WriteHow } from './ports.ts';
import type { RecordChange } from './values.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()), z.array(z.object({ e164: z.string(), label: z.string() }))]);
const changes: z.ZodType<RecordChange[]> = z.array(z.object({ row: z.number(), id: z.string(), isNew: z.boolean(), set: z.partialRecord(importField, value) }));

/** What one transaction should take at most, ms: a call's facts may wait behind it, and an answer has 800 ms for its records. */
const aimMs = 70;
const fewestRows = 20;

/**
 * Writes the parts of an import that are left, in small transactions, and strikes each off once it is written. Cut off anywhere, it goes on
 * with the part that is still there; rows of it that were written already change nothing.
 */
export async function writeParts({ store, target, how, id, parts, onWritten, isClosing }: { store: ImportStore; target: ImportTarget; how: WriteHow; id: string; parts: number; onWritten: (left: number) => void; isClosing: () => boolean }): Promise<void> {
  let atOnce = Math.min(200, target.rowsAtOnce);
  for (let left = parts; ; ) {
    const [part] = await store.importParts(id, 'changes', 0, 1);
    if (!part) return;
    const rows = changes.parse(JSON.parse(part.body));
    for (let from = 0; from < rows.length; ) {
      if (isClosing()) return;
      const some = rows.slice(from, from + atOnce);
      const began = performance.now();
      await target.write(some, how);
      // Machines differ: as many as one transaction takes in good time.
      const tookMs = performance.now() - began;
      from += some.length;
      atOnce = tookMs > aimMs ? Math.max(fewestRows, Math.floor(atOnce * 0.7)) : Math.min(target.rowsAtOnce, atOnce + 50);
    }
    await store.dropImportParts(id, 'changes', part.position);
    left = Math.min(left, parts - part.position - 1);
    onWritten(left);
  }
}
