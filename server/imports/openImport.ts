import type { Mutex } from 'async-mutex';
import type { FileFault, ImportField, ImportView, RowCounts } from '../contract/imports.ts';
import { fieldsOf } from '../contract/imports.ts';
import type { ImportRecord } from './importRecord.ts';
import type { ImportThread } from './importThread.ts';
import { kindRules } from './kindRules.ts';
import type { SheetFace } from './sheetReading.ts';

/** An import that this node has in hand: what is kept of it, and what was read. */
export interface OpenImport {
  record: ImportRecord;
  /** Pieces of the file are taken one after the other: each begins where the one before ended. */
  receiving: Mutex;
  thread: ImportThread | null;
  file: { format: 'csv' | 'xlsx'; encoding: string; delimiter: string } | null;
  face: SheetFace | null;
  mapping: (ImportField | null)[];
  mappingFrom: ImportView['mappingFrom'];
  /** What goes on here now; null when nothing does. */
  doing: 'reading' | 'writing' | null;
  progress: number;
  counts: RowCounts | null;
  failure: FileFault | null;
  /** Something was changed while rows were being read: they are read once more. */
  isStale: boolean;
  lastUsedAt: number;
  /** What runs for it in the background; settles without failing. */
  work: Promise<void>;
}

/** Which fields no row can do without and no column fills. */
export function missingFields({ record, face, mapping }: Pick<OpenImport, 'record' | 'face' | 'mapping'>): ('name' | 'key')[] {
  if (!face) return [];
  const missing: ('name' | 'key')[] = [];
  if (!mapping.includes('name')) missing.push('name');
  if (!kindRules[record.kind].keyFields.some((field) => mapping.includes(field)) && fieldsOf[record.kind].includes('room')) missing.push('key');
  return missing;
}

function stateOf({ record, doing, failure, counts }: OpenImport): ImportView['state'] {
  if (record.state === 'done') return 'done';
  if (record.state === 'failed' || failure) return 'failed';
  if (record.state === 'writing' || doing === 'writing') return 'writing';
  if (record.received < record.size) return 'uploading';
  return doing === 'reading' || !counts ? 'reading' : 'preview';
}

/** An import as its page shows it. */
export function viewImport(open: OpenImport): ImportView {
  const { record, face, file, mapping } = open;
  const state = stateOf(open);
  const counts = record.counts ?? open.counts;
  return {
    id: record.id,
    kind: record.kind,
    unitId: record.unitId,
    fileName: record.fileName,
    size: record.size,
    received: record.received,
    createdAt: record.createdAt,
    state,
    progress: state === 'uploading' ? record.received / Math.max(1, record.size) : open.progress,
    failure: record.failure ?? open.failure,
    file: file && face && { ...file, sheets: face.sheets, sheet: face.sheet, headingRow: face.headingRow },
    columns: face?.headings.map((heading, index) => ({ heading, samples: face.samples[index] ?? [], field: mapping[index] ?? null })) ?? [],
    mappingFrom: open.mappingFrom,
    missing: missingFields(open),
    mode: record.mode,
    counts: state === 'reading' || state === 'uploading' ? null : counts,
    result: record.state === 'done' && record.counts ? { created: record.counts.new, changed: record.counts.changed, same: record.counts.same, leftOut: record.counts.error + record.counts.double } : null,
  };
}
