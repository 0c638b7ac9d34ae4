import type { ImportField } from '../contract/imports.ts';
import { maskNumber } from '../people/maskNumber.ts';
import { placeKeyOf } from '../residents/place.ts';
import type { ReadNumber } from './readNumbers.ts';
import type { OnFile, Value, Values } from './values.ts';

const isNumbers = (value: Value | undefined): value is ReadNumber[] => Array.isArray(value) && value.length > 0 && typeof value[0] === 'object';

/** The numbers that a file has after a list: those of the list, and those that somebody learned otherwise. A label that the list does not tell stays. */
export function numbersAfter(listed: readonly ReadNumber[], onFile: readonly ReadNumber[], kept: readonly string[]): ReadNumber[] {
  const labelled = listed.map(({ e164, label }) => ({ e164, label: label || (onFile.find((one) => one.e164 === e164)?.label ?? '') }));
  return [...labelled, ...onFile.filter(({ e164 }) => kept.includes(e164) && !listed.some((one) => one.e164 === e164))];
}

/** Which fields of a record a row changes, with what they become. A field that the row does not have stays. */
export function compareValues(row: Values, { values: before, kept }: OnFile): Values {
  const set: Values = {};
  for (const [name, value] of Object.entries(row)) {
    const field = name as ImportField;
    const was = before[field] ?? null;
    if (isNumbers(value)) {
      const after = numbersAfter(value, isNumbers(was) ? was : [], kept);
      if (!sameNumbers(after, isNumbers(was) ? was : [])) set[field] = after;
    } else if (!same(field, value, was)) set[field] = value;
  }
  return set;
}

/** In any order. */
function sameNumbers(one: readonly ReadNumber[], other: readonly ReadNumber[]): boolean {
  return one.length === other.length && one.every(({ e164, label }) => other.some((its) => its.e164 === e164 && its.label === label));
}

/** Where two writings may be one: 3栋 and 3. */
const places = ['building', 'unit', 'room'] as const;

function same(field: ImportField, one: Value, other: Value): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && (one as string[]).every((word) => (other as string[]).includes(word));
  if (typeof one === 'string' && typeof other === 'string') {
    const place = places.find((name) => name === field);
    if (place) {
      const nowhere = { building: '', unit: '', room: '' };
      return placeKeyOf({ ...nowhere, [place]: one })[place] === placeKeyOf({ ...nowhere, [place]: other })[place];
    }
    return one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();
  }
  return one === other || (isNothing(one) && isNothing(other));
}

const isNothing = (value: Value): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A value as text for people; choices as their codes. `masked`: of numbers only what tells them apart. */
export function valueText(value: Value, masked: boolean): string {
  if (value === null) return '';
  if (!Array.isArray(value)) return String(value);
  return (value as (string | ReadNumber)[])
    .map((one) => {
      if (typeof one === 'string') return masked ? maskNumber(one) : one;
      return one.label === '' ? one.e164 : `${one.e164}（${one.label}）`;
    })
    .join('、');
}
