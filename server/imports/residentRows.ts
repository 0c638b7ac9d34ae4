import type { FaultCode, ImportField } from '../contract/imports.ts';
import { nameKey } from '../residents/nameKey.ts';
import { placeKeyOf, readPlace } from '../residents/place.ts';
import { readOccupancy } from './choices.ts';
import { numberLabel } from './headingWords.ts';
import { readDate } from './readDate.ts';
import { readNumbers } from './readNumbers.ts';
import type { ReadNumber } from './readNumbers.ts';
import { plainBuilding, plainEntrance, plainRoom, readProperty } from './readProperty.ts';
import { readQuantity } from './readQuantity.ts';
import { textReader } from './rowReader.ts';
import type { FieldRead, FieldReader } from './rowReader.ts';
import type { RowKey, Values } from './values.ts';

const mostNumbers = 30;

const part =
  (plain: (text: string) => string, longest: number): FieldReader =>
  ([text = '']) => {
    const read = plain(text.replace(/\.0$/, ''));
    if (/^[-—–/]*$/.test(read)) return { none: true };
    return read.length > longest ? { fault: 'too-long' } : { value: read };
  };

const quantity =
  (most: number, isWhole: boolean): FieldReader =>
  ([text = '']) => {
    if (/^[-—–/]+$/.test(text)) return { none: true };
    const read = readQuantity(text);
    return read === null || read > most || (isWhole && !Number.isInteger(read)) ? { fault: 'not-a-quantity' } : { value: read };
  };

const day: FieldReader = ([text = '']): FieldRead => {
  if (/^(?:[-—–/]+|至今|长期|无|永久|present|null|n\/a)$/i.test(text)) return { none: true };
  const read = readDate(text);
  return read === null ? { fault: 'not-a-date' } : { value: read };
};

/** How the columns of a list of residents are read. `country`: of numbers written without one. */
export function residentReaders(country: string): Partial<Record<ImportField, FieldReader>> {
  return {
    recordId: textReader(64),
    ref: textReader(60),
    name: textReader(100),
    title: textReader(30),
    occupancy([text = '']) {
      const read = readOccupancy(text);
      return read === null ? { fault: 'unknown-choice' } : { value: read };
    },
    property([text = '']) {
      const read = readProperty(text);
      return read === null || read.building.length > 40 || read.unit.length > 20 ? { fault: 'not-an-address' } : { value: [read.building, read.unit, read.room] };
    },
    building: part(plainBuilding, 40),
    unit: part(plainEntrance, 20),
    room: part(plainRoom, 20),
    area: quantity(1_000_000, false),
    layout: textReader(40),
    address: textReader(200),
    numbers(texts, headings) {
      const all: ReadNumber[] = [];
      for (const [index, text] of texts.entries()) {
        const { numbers, notNumbers, rounded } = readNumbers(text, country);
        if (rounded) return { fault: 'rounded-number', value: text };
        if (notNumbers.length > 0) return { fault: 'no-phone-number', value: notNumbers.join('、') };
        const label = numberLabel(headings[index] ?? '');
        for (const one of numbers) if (!all.some(({ e164 }) => e164 === one.e164)) all.push({ e164: one.e164, label: one.label || label });
      }
      if (all.length > mostNumbers) return { fault: 'too-many' };
      return all.length === 0 ? { none: true } : { value: all };
    },
    household: quantity(999, true),
    occupiedFrom: day,
    occupiedUntil: day,
    serviceNeeds: textReader(2000, true),
    notes: textReader(4000, true),
  };
}

/** The whole property of one cell becomes its parts; what has a column of its own stays. Where only an address is written, it says them too. */
export function settleProperty(values: Values): Values {
  const { property, ...rest } = values;
  if (Array.isArray(property)) {
    const [building, unit, room] = property as string[];
    return { ...(building && { building }), ...(unit && { unit }), ...(room && { room }), ...rest };
  }
  if (typeof rest.address !== 'string' || rest.building !== undefined || rest.room !== undefined) return rest;
  const place = readPlace(rest.address);
  return place ? { ...rest, building: place.building, ...(place.unit !== '' && { unit: place.unit }), ...(place.room !== '' && { room: place.room }) } : rest;
}

const text = (values: Values, field: ImportField): string => (typeof values[field] === 'string' ? values[field] : '');

/** Who a row of residents is: by our id, else by the office's own number, else by room and name. */
export function residentKey(values: Values): RowKey {
  return { id: text(values, 'recordId') || null, name: text(values, 'name'), own: text(values, 'ref') || null, building: text(values, 'building'), unit: text(values, 'unit'), room: text(values, 'room'), address: text(values, 'address'), extension: '', department: '' };
}

/** Rows with the same key are one file. */
export function residentKeyText(key: RowKey): string {
  if (key.id !== null) return `!${key.id}`;
  if (key.own !== null) return `#${key.own}`;
  const { building, unit, room } = placeKeyOf(key);
  return [building, unit, room, nameKey(key.name)].join('\n');
}

/** What is missing for the row to be anybody. */
export function residentRowFault(values: Values): { field: ImportField; code: FaultCode } | null {
  if (text(values, 'name') === '') return { field: 'name', code: 'required' };
  const isSomewhere = ['recordId', 'ref', 'room'].some((field) => text(values, field as ImportField) !== '');
  return isSomewhere ? null : { field: 'room', code: 'no-key' };
}

/** How people call the row. */
export function residentLabel({ building, unit, room, name, own, address }: RowKey): string {
  const place = [building, unit, room].filter((one) => one !== '').join('-') || own || address;
  return [place, name].filter((one) => one !== '').join(' ');
}
