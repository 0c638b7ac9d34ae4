import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { fieldsOf } from '../contract/imports.ts';
import type { ImportField, ImportKind } from '../contract/imports.ts';
import { readNumber } from '../people/phoneNumber.ts';
import { choiceWords } from './choices.ts';
import type { ReadNumber } from './readNumbers.ts';
import { headingOf, residentTitle } from './tableWords.ts';
import type { TableLanguage } from './threadMessages.ts';
import type { OnFile, Value } from './values.ts';

/** How a table is written. */
export interface TableStyle {
  kind: ImportKind;
  language: TableLanguage;
  /** Private numbers are in it. */
  withPrivate: boolean;
  /** In CSV numbers stand as people write them: Excel takes +8613800138000 for a sum, and 13800138000 for an amount. */
  isCsv: boolean;
  /** The office's country: its numbers are written without it in CSV. */
  country: string;
}

function columnsOf({ kind, withPrivate }: Pick<TableStyle, 'kind' | 'withPrivate'>): ImportField[] {
  return fieldsOf[kind].filter((field) => field !== 'property' && (withPrivate || field !== 'privateNumbers'));
}

/** The headings of a table. */
export function exportHeadings(style: TableStyle): string[] {
  return columnsOf(style).map((field) => (field === 'title' && style.kind === 'residents' ? residentTitle[style.language] : headingOf[style.language][field]));
}

/** One record as a row; read again it is the same record. */
export function exportRow(style: TableStyle, record: OnFile): string[] {
  return columnsOf(style).map((field) => (field === 'recordId' ? record.id : cellOf(style, field, record.values[field] ?? null)));
}

function cellOf(style: TableStyle, field: ImportField, value: Value): string {
  const words = choiceWords[style.language];
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (field === 'occupancy' && typeof value === 'string') return Object.hasOwn(words.occupancy, value) ? words.occupancy[value as keyof typeof words.occupancy] : value;
  if (!Array.isArray(value)) return String(value);
  if (field === 'languages') return (value as string[]).map((language) => words.languages[language as keyof typeof words.languages]).join('、');
  return (value as (string | ReadNumber)[]).map((one) => (typeof one === 'string' ? writtenNumber(style, one) : writtenNumber(style, one.e164) + (one.label === '' ? '' : `（${one.label.replace(/[()（）【】[\]]/g, ' ').trim()}）`))).join('、');
}

/** A number that reads back as itself, and that a spreadsheet leaves alone. */
export function writtenNumber({ isCsv, country }: Pick<TableStyle, 'isCsv' | 'country'>, e164: string): string {
  const parsed = isCsv ? parsePhoneNumberFromString(e164) : undefined;
  if (!parsed) return e164;
  const national = parsed.formatNational();
  const international = parsed.formatInternational().replace('+', '00 ');
  const fits = (text: string): boolean => {
    const again = readNumber(text, country);
    return again.kind === 'number' && again.e164 === e164 && /[\s()-]/.test(text);
  };
  if (parsed.country === country && fits(national)) return national;
  return fits(international) ? international : e164;
}
