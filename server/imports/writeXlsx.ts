import writeXlsxFile from 'write-excel-file/node';

const widest = 40;
const narrowest = 8;

/** Letters of Chinese take two. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);

/** One sheet of a workbook, heading first. */
export interface SheetToWrite {
  name: string;
  rows: readonly (readonly string[])[];
}

/** A workbook in which every cell is text: telephone numbers keep their digits and nothing is a formula. The first row is the heading, which stays in sight. */
export async function writeXlsx(...sheets: readonly SheetToWrite[]): Promise<Buffer> {
  return writeXlsxFile(sheets.map(({ name, rows }) => ({ sheet: name, stickyRowsCount: 1, ...laidOut(rows) }))).toBuffer();
}

function laidOut(rows: SheetToWrite['rows']) {
  const [headings = []] = rows;
  const columns = headings.map((_, index) => ({ width: Math.min(widest, Math.max(narrowest, ...rows.slice(0, 200).map((row) => widthOf(row[index] ?? '') + 2))) }));
  const data = rows.map((row, index) => row.map((value) => (value === '' ? null : { value: legal(value), type: String, format: '@', ...(index === 0 && { fontWeight: 'bold' as const }) })));
  return { data, columns };
}

/** Excel refuses a whole file for one sign that XML cannot hold, and more than 32,767 signs in a cell. */
function legal(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd').slice(0, 32_000);
}
