import { z } from 'zod';
import { fileFault, importField, importKind, importMode, rowCounts } from '../contract/imports.ts';
import { instant, userId } from '../contract/primitives.ts';

/**
 * An import as it is kept, so that any node can go on with it. `open`: the file is (partly) here and nothing is written. `writing`:
 * decided; it will be finished whatever happens. The rest is over.
 */
export const importRecord = z.object({
  id: z.string(),
  state: z.enum(['open', 'writing', 'done', 'failed']),
  kind: importKind,
  unitId: z.string(),
  by: z.object({ id: userId, name: z.string() }),
  fileName: z.string(),
  /** Bytes of the whole file, and how many are here. */
  size: z.number().int(),
  received: z.number().int(),
  createdAt: instant,
  updatedAt: instant,
  mode: importMode,
  /** As somebody set it; null: guessed. */
  mapping: z.array(importField.nullable()).nullable(),
  sheet: z.number().int().nullable(),
  headingRow: z.number().int().nullable(),
  failure: fileFault.nullable(),
  /** While it is written, and after: what was decided, in how many parts. */
  counts: rowCounts.nullable(),
  parts: z.number().int(),
});
/** @see importRecord */
export type ImportRecord = z.infer<typeof importRecord>;
