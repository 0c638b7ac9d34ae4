import readXlsxFile from 'read-excel-file/node';
import { boundedZip } from './boundedZip.ts';
import { FileRefusal } from './fileRefusal.ts';
import type { Cell, TableFile } from './table.ts';

/**
 * A number as text, with every digit: Excel may write 13800138000 as 1.3800138E10. Fractions that are only the binary
 * shadow of a decimal (89.499999999999986) are rounded to the 15 digits that Excel shows.
 */
export function numberText(written: string): string {
  const number = Number(written);
  if (!Number.isFinite(number)) return written;
  if (Number.isInteger(number)) return /^-?\d+$/.test(written) ? written : BigInt(number).toString();
  return String(Number(number.toPrecision(15)));
}

function toCell(value: string | boolean | Date | null): Cell {
  if (value === null || value === '') return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value;
}

/**
 * Every sheet of a workbook.
 * @throws FileRefusal
 */
export async function readXlsx(bytes: Buffer): Promise<TableFile> {
  const archive = boundedZip(bytes);
  // The package's types name the class of days where they mean a day.
  let sheets: { sheet: string; data: (string | boolean | Date | null)[][] }[];
  try {
    sheets = (await readXlsxFile<string>(archive, { parseNumber: numberText })) as unknown as typeof sheets;
  } catch (error) {
    throw new FileRefusal('broken', 'xlsx', { cause: error });
  }
  return { format: 'xlsx', encoding: '', delimiter: '', sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(toCell)) })) };
}
