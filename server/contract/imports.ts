import { z } from 'zod';
import { cursor, instant } from './primitives.ts';

/** What a file brings. */
export const importKind = z.enum(['staff', 'residents']);
/** @see importKind */
export type ImportKind = z.infer<typeof importKind>;

/** What a column of a list of staff may be. `recordId`: our own id, as exports carry it. */
export const staffFields = ['name', 'staffNumber', 'extension', 'department', 'title', 'languages', 'privateNumbers', 'leader', 'recordId'] as const;
/** What a column of a list of residents may be. `property`: building, entrance and room in one cell (3-1-1502). */
export const residentFields = ['ref', 'name', 'title', 'occupancy', 'property', 'building', 'unit', 'room', 'area', 'layout', 'address', 'numbers', 'household', 'occupiedFrom', 'occupiedUntil', 'serviceNeeds', 'notes', 'recordId'] as const;
/** Every field that a column may fill, of either list. */
export const importField = z.enum([...new Set([...staffFields, ...residentFields])]);
/** @see importField */
export type ImportField = z.infer<typeof importField>;

/** Fields by kind, in the order of templates and exports. */
export const fieldsOf: Record<ImportKind, readonly ImportField[]> = { staff: staffFields, residents: residentFields };
/** Fields that several columns may fill together. */
export const severalColumns: readonly ImportField[] = ['numbers', 'privateNumbers', 'notes'];

/** What is wrong with a cell, or a row. Stable: the console has words for each. */
export const faultCodes = [
  'required',
  'too-long',
  'too-many',
  'no-phone-number',
  'rounded-number',
  'date-instead',
  'formula-error',
  'unreadable-characters',
  'unknown-choice',
  'not-a-date',
  'not-a-quantity',
  'not-an-address',
  'no-key',
  'taken',
  'double',
] as const;
const faultCode = z.enum(faultCodes);
/** @see faultCode */
export type FaultCode = z.infer<typeof faultCode>;

/** One thing that is wrong in one row. `column`: index from 0, null where no single cell is at fault. `value`: what stands there, shortened; for `double` the row that came first, for `taken` who has it. */
export const rowFault = z.object({ field: importField.nullable(), column: z.number().int().nullable(), code: faultCode, value: z.string() });
/** @see rowFault */
export type RowFault = z.infer<typeof rowFault>;

/** new: nobody of this key yet; changed, same: compared with who is on file; error: something in it is wrong; double: the key stands further up already. */
export const rowOutcome = z.enum(['new', 'changed', 'same', 'error', 'double']);
/** @see rowOutcome */
export type RowOutcome = z.infer<typeof rowOutcome>;

/** One row of the file, as the preview tells it. `row` counts as Excel does, from 1, the heading included. Values as text for people; private numbers are masked. */
export const importRow = z.object({
  row: z.number().int(),
  outcome: rowOutcome,
  label: z.string(),
  faults: z.array(rowFault),
  changes: z.array(z.object({ field: importField, before: z.string(), after: z.string() })),
});
/** @see importRow */
export type ImportRow = z.infer<typeof importRow>;

/** all-or-nothing: one bad row, and nothing is written. good-rows: what is good is written, the rest is left out. */
export const importMode = z.enum(['all-or-nothing', 'good-rows']);
/** @see importMode */
export type ImportMode = z.infer<typeof importMode>;

/** Why a file cannot be used at all. `what` of `file-type`: what it seems to be. */
export const fileFaultCodes = ['empty', 'too-large', 'too-many-rows', 'too-many-columns', 'old-excel', 'file-type', 'broken', 'bomb', 'interrupted'] as const;
/** @see fileFaultCodes */
export const fileFault = z.object({ code: z.enum(fileFaultCodes), what: z.string() });
/** @see fileFault */
export type FileFault = z.infer<typeof fileFault>;

/** How many rows of each outcome; null on an import whose rows were not compared yet. */
export const rowCounts = z.object({ total: z.number().int(), new: z.number().int(), changed: z.number().int(), same: z.number().int(), error: z.number().int(), double: z.number().int() });
/** @see rowCounts */
export type RowCounts = z.infer<typeof rowCounts>;

/** uploading: pieces of the file are missing; reading: the file, or its rows by the mapping; preview: nothing is written yet; writing: it will be finished, even over a restart. */
export const importState = z.enum(['uploading', 'reading', 'preview', 'writing', 'done', 'failed']);

/** An import as its page polls it, from the first piece of the file to what was written. */
export const importView = z.object({
  id: z.string(),
  kind: importKind,
  unitId: z.string(),
  fileName: z.string(),
  size: z.number().int(),
  /** Bytes that are here. */
  received: z.number().int(),
  createdAt: instant,
  state: importState,
  /** Of what the state does, 0 to 1. */
  progress: z.number().min(0).max(1),
  failure: fileFault.nullable(),
  /** How the file was read; null before. `encoding` is empty for Excel. */
  file: z.object({ format: z.enum(['csv', 'xlsx']), encoding: z.string(), delimiter: z.string(), sheets: z.array(z.string()), sheet: z.number().int(), headingRow: z.number().int() }).nullable(),
  columns: z.array(z.object({ heading: z.string(), samples: z.array(z.string()), field: importField.nullable() })),
  /** Where the fields of the columns come from. */
  mappingFrom: z.enum(['guess', 'memory', 'person']),
  /** Fields without which no row can be good and that no column fills; `no-key`: nothing tells who is who. */
  missing: z.array(z.enum(['name', 'key'])),
  mode: importMode,
  counts: rowCounts.nullable(),
  result: z.object({ created: z.number().int(), changed: z.number().int(), same: z.number().int(), leftOut: z.number().int() }).nullable(),
});
/** @see importView */
export type ImportView = z.infer<typeof importView>;

/** Query of `POST /api/imports`. The body is the file, or, where `size` says that it is longer, its first piece; the others follow. `name`: as a URI component in the header X-File-Name. */
export const importQuery = z.object({ kind: importKind, unitId: z.string().min(1).max(64), size: z.coerce.number().int().min(0).optional() });
/** Query of `POST /api/imports/:id/file`: where in the file this piece begins. */
export const pieceQuery = z.object({ from: z.coerce.number().int().min(0) });

/** Body of `PATCH /api/imports/:id`: the rows are read anew. `mapping`: one field a column, null leaves it out. `headingRow`: as Excel counts, 0 when there is none. */
export const importPatch = z.strictObject({
  mapping: z.array(importField.nullable()).max(200).optional(),
  mode: importMode.optional(),
  sheet: z.number().int().min(0).max(1000).optional(),
  headingRow: z.number().int().min(0).max(100).optional(),
});
/** @see importPatch */
export type ImportPatch = z.infer<typeof importPatch>;

/** Query of `GET /api/imports/:id/rows`; `errors`: bad rows and doubles. */
export const importRowsQuery = z.object({ show: z.enum(['all', 'errors', 'new', 'changed', 'same']).default('errors'), limit: z.coerce.number().int().min(1).max(200).default(50), cursor: cursor.optional() });
/** Reply of `GET /api/imports/:id/rows`, in the order of the file. */
export const importRows = z.object({ items: z.array(importRow), next: z.string().optional() });

/** Query of exports and of the error report; the headings are in this language. `reason`: private numbers are wanted, and why. */
export const exportQuery = z.object({ unitId: z.string().min(1).max(64), language: z.enum(['zh-CN', 'en']).default('zh-CN'), numbers: z.enum(['0', '1']).default('0'), reason: z.string().trim().max(500).default('') });
/** Query of `GET /api/imports/:id/report`: the language of its headings and reasons. */
export const tableLanguageQuery = z.object({ language: z.enum(['zh-CN', 'en']).default('zh-CN') });
/** Query of `GET /api/templates/:kind`, the empty list to fill in. */
export const templateQuery = tableLanguageQuery;

/** The most that a file may hold, and how much of it goes at once: pieces but the last are multiples of 192 KB. */
export const importLimits = { bytes: 20 * 1024 * 1024, rows: 200_000, columns: 200, pieceBytes: 5 * 192 * 1024 } as const;
