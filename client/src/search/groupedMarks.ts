import type { Marked } from '../../../server/contract/search.ts';
import { groupedNumber } from '../i18n/phoneNumber.ts';

/** A number as it is read, its marks on the same digits: both writings end alike, they differ in the country and in spaces. */
export function groupedMarks({ text, marks }: Marked): Marked {
  const grouped = groupedNumber(text);
  const isMarked = (place: number): boolean => marks.some(([from, to]) => place >= from && place < to);
  const places: number[] = [];
  let raw = text.length - 1;
  for (let at = grouped.length - 1; at >= 0 && raw >= 0; at -= 1) {
    if (grouped[at] !== text[raw]) continue;
    if (isMarked(raw)) places.unshift(at);
    raw -= 1;
  }
  const ranges: [number, number][] = [];
  for (const place of places) {
    const last = ranges.at(-1);
    // A space inside of a marked run is marked with it.
    if (last && grouped.slice(last[1], place).trim() === '') last[1] = place + 1;
    else ranges.push([place, place + 1]);
  }
  return { text: grouped, marks: ranges };
}
