/** What stands in one cell: text (numbers as Excel keeps them, in full), a day that Excel knows as one, or nothing. */
export type Cell = string | Date | null;

/** One sheet of a file, row by row, trailing empty rows left out. Row 0 is the first of the file. */
export interface Table {
  name: string;
  rows: Cell[][];
}

/** A file as it was read. */
export interface TableFile {
  format: 'csv' | 'xlsx';
  /** As TextDecoder names it; empty for Excel. */
  encoding: string;
  delimiter: string;
  sheets: Table[];
}

/** True for a cell that says nothing. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** The cell as a person reads it; a day as YYYY-MM-DD. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'string' ? cell.trim() : cell.toISOString().slice(0, 10);
}
