import type { FaultCode, ImportField, ImportKind } from '../contract/imports.ts';
import { residentKey, residentKeyText, residentLabel, residentReaders, residentRowFault, settleProperty } from './residentRows.ts';
import type { FieldReader } from './rowReader.ts';
import { staffKey, staffKeyText, staffLabel, staffReaders, staffRowFault } from './staffRows.ts';
import type { RowKey, Values } from './values.ts';

/** All that differs between a list of staff and one of residents. */
export interface KindRules {
  readers(country: string): Partial<Record<ImportField, FieldReader>>;
  /** Values of several fields that one cell gave. */
  settle(values: Values): Values;
  key(values: Values): RowKey;
  /** Two rows with one text are one record. */
  keyText(key: RowKey): string;
  /** What one record alone may have, staff number and extension for instance: a second row that wants it is a double. */
  claims(key: RowKey): string[];
  rowFault(values: Values): { field: ImportField; code: FaultCode } | null;
  label(key: RowKey): string;
  /** Of these one must be mapped, or nothing tells who is who. */
  keyFields: readonly ImportField[];
}

/** @see KindRules */
export const kindRules: Record<ImportKind, KindRules> = {
  staff: { readers: staffReaders, settle: (values) => values, key: staffKey, keyText: staffKeyText, claims: ({ own, extension }) => [...(own === null ? [] : [`#${own}`]), ...(extension === '' ? [] : [`@${extension}`])], rowFault: staffRowFault, label: staffLabel, keyFields: ['name'] },
  residents: {
    readers: residentReaders,
    settle: settleProperty,
    key: residentKey,
    keyText: residentKeyText,
    claims: ({ own }) => (own === null ? [] : [`#${own}`]),
    rowFault: residentRowFault,
    label: residentLabel,
    keyFields: ['recordId', 'ref', 'property', 'room', 'address'],
  },
};
