import { CsvError, parse } from 'csv-parse/sync';
import { importLimits } from '../contract/imports.ts';
import { decodeText } from './decodeText.ts';
import { FileRefusal } from './fileRefusal.ts';
import type { TableFile } from './table.ts';

const delimiters = [',', ';', '\t', '，', '|'] as const;
/** How much of the text says what separates its cells. */
const lookedAt = 20_000;

/** What separates the cells: the sign that stands equally often, and most, in the first lines; outside of quotes. */
export function findDelimiter(text: string): string {
  const counts = new Map<string, number[]>(delimiters.map((sign) => [sign, [0]]));
  let isQuoted = false;
  for (const letter of text.slice(0, lookedAt)) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && letter === '\n') for (const lines of counts.values()) lines.push(0);
    else if (!isQuoted) {
      const lines = counts.get(letter);
      if (lines) lines[lines.length - 1] = (lines.at(-1) ?? 0) + 1;
    }
  }
  let best: string = ',';
  let bestScore = 0;
  for (const [sign, lines] of counts) {
    const filled = lines.filter((count) => count > 0);
    const usual = filled.toSorted((a, b) => a - b)[Math.floor(filled.length / 2)] ?? 0;
    const score = filled.filter((count) => count === usual).length * Math.min(usual, 3) + filled.length / 1000;
    if (score > bestScore) [best, bestScore] = [sign, score];
  }
  return best;
}

/**
 * A CSV file in any usual encoding and with any usual separator, quoted line breaks included.
 * @throws FileRefusal
 */
export function readCsv(bytes: Uint8Array): TableFile {
  const { text, encoding } = decodeText(bytes);
  // Excel's own way of telling the separator.
  const told = /^\ufeff?sep=(.)\r?\n/i.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const delimiter = told?.[1] ?? findDelimiter(body);
  let rows: string[][];
  try {
    rows = parse(body, { bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, max_record_size: 1_000_000, to: importLimits.rows + 100 });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FileRefusal('broken', error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote' : '', { cause: error });
  }
  return { format: 'csv', encoding, delimiter, sheets: [{ name: '', rows }] };
}
