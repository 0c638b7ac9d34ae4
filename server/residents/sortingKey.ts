import { simplified } from '../people/plainText.ts';
import { placeKeyOf } from './place.ts';
import type { Resident } from './resident.ts';

const longest = 90;

/** Numbers in a text padded, so that 2栋 stands before 10栋 wherever texts are compared sign by sign. */
export function countingOrder(text: string): string {
  return text.replace(/\d{1,8}/g, (digits) => digits.padStart(8, '0'));
}

/** Where a file stands in the list: by building, entrance and room as people count, then by name; those without a room behind. */
export function sortingKey({ property, address, name }: Pick<Resident, 'property' | 'address' | 'name'>): string {
  const { building, unit, room } = placeKeyOf(property);
  const place = building === '' && room === '' ? `~${simplified(address)}` : `${building} ${unit} ${room}`;
  return `${countingOrder(place)} ${simplified(name)}`.replaceAll('\0', '').slice(0, longest);
}
