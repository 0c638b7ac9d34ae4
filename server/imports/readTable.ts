import { importLimits } from '../contract/imports.ts';
import { FileRefusal } from './fileRefusal.ts';
import { readCsv } from './readCsv.ts';
import { readXlsx } from './readXlsx.ts';
import { sniffFile } from './sniffFile.ts';
import { isBlank } from './table.ts';
import type { Cell, Table, TableFile } from './table.ts';

/** Without the empty rows at the end, and without the empty columns on the right: Excel keeps thousands of them where somebody once coloured a cell. */
function trimmed({ name, rows }: Table): Table {
  let last = rows.length;
  while (last > 0 && (rows[last - 1] ?? []).every(isBlank)) last -= 1;
  return { name, rows: rows.slice(0, last).map((row) => row.slice(0, lastFilled(row))) };
}

function lastFilled(row: readonly Cell[]): number {
  let last = row.length;
  while (last > 0 && isBlank(row[last - 1])) last -= 1;
  return last;
}

/**
 * A file of rows, whatever it is.
 * @throws FileRefusal when it is none, is empty, or is beyond the limits
 */
export async function readTable(bytes: Buffer): Promise<TableFile> {
  if (bytes.length > importLimits.bytes) throw new FileRefusal('too-large');
  const read = sniffFile(bytes) === 'xlsx' ? await readXlsx(bytes) : readCsv(bytes);
  const sheets = read.sheets.map(trimmed).filter(({ rows }) => rows.length > 0);
  if (sheets.length === 0) throw new FileRefusal('empty');
  for (const { rows } of sheets) {
    if (rows.length > importLimits.rows + 1) throw new FileRefusal('too-many-rows');
    if (rows.some((row) => row.length > importLimits.columns)) throw new FileRefusal('too-many-columns');
  }
  return { ...read, sheets };
}
