import type { FaultCode, ImportField } from '../contract/imports.ts';
import { readLanguages, readYesNo } from './choices.ts';
import { readNumbers, saysNone } from './readNumbers.ts';
import { textReader } from './rowReader.ts';
import type { FieldReader } from './rowReader.ts';
import type { RowKey, Values } from './values.ts';

const mostNumbers = 10;

/** How the columns of a list of staff are read. `country`: of numbers written without one. */
export function staffReaders(country: string): Partial<Record<ImportField, FieldReader>> {
  return {
    recordId: textReader(64),
    name: textReader(60),
    staffNumber: textReader(30),
    extension([text = '']) {
      const plain = text.normalize('NFKC').replace(/^(?:分机|内线|短号|转|ext\.?|x)\s*[:.]?\s*/i, '').replace(/\.0$/, '').replace(/[\s-]+/g, '');
      if (saysNone(plain)) return { none: true };
      return /^\d{1,10}$/.test(plain) ? { value: plain } : { fault: 'not-a-quantity' };
    },
    department: textReader(60),
    title: textReader(60),
    languages([text = '']) {
      const read = readLanguages(text);
      return read ? { value: read } : { fault: 'unknown-choice' };
    },
    privateNumbers(texts) {
      const all: string[] = [];
      for (const text of texts) {
        const { numbers, notNumbers, rounded } = readNumbers(text, country);
        if (rounded) return { fault: 'rounded-number' };
        if (notNumbers.length > 0) return { fault: 'no-phone-number', value: notNumbers.join('、') };
        for (const { e164 } of numbers) if (!all.includes(e164)) all.push(e164);
      }
      if (all.length > mostNumbers) return { fault: 'too-many' };
      return all.length === 0 ? { none: true } : { value: all };
    },
    leader([text = '']) {
      const read = readYesNo(text);
      return read === null ? { fault: 'unknown-choice' } : { value: read };
    },
  };
}

const text = (values: Values, field: ImportField): string => (typeof values[field] === 'string' ? values[field] : '');

/** Who a row of staff is: by staff number, else by extension, else by name and department. */
export function staffKey(values: Values): RowKey {
  return { id: text(values, 'recordId') || null, name: text(values, 'name'), own: text(values, 'staffNumber') || null, building: '', unit: '', room: '', address: '', extension: text(values, 'extension'), department: text(values, 'department') };
}

/** Rows with the same key are one person. */
export function staffKeyText({ id, own, extension, name, department }: RowKey): string {
  if (id !== null) return `!${id}`;
  if (own !== null) return `#${own}`;
  return extension === '' ? `${name.toLowerCase()}\n${department}` : `@${extension}`;
}

/** What is missing for the row to be anybody. */
export function staffRowFault(values: Values): { field: ImportField; code: FaultCode } | null {
  return text(values, 'name') === '' ? { field: 'name', code: 'required' } : null;
}

/** How people call the row. */
export function staffLabel({ name, extension, department, own }: RowKey): string {
  return [name, extension || own || department].filter((part) => part !== '').join(' ');
}
