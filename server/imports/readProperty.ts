import { readPlace } from '../residents/place.ts';
import type { Place } from '../residents/place.ts';

/** The building without the word for it: 3栋 and 3号楼 are 3, `Tower 1` stays. */
export function plainBuilding(text: string): string {
  const plain = tidy(text);
  return plain.replace(/^第(?=\d)/, '').replace(/(.)\s*(?:号楼|栋|幢|座)$/, '$1').replace(/([\dA-Za-z])\s*(?:号|楼|#)$/, '$1') || plain;
}

/** The entrance without 单元. */
export function plainEntrance(text: string): string {
  const plain = tidy(text);
  return plain.replace(/^第(?=[\d一二三四五六七八九十])/, '').replace(/(.)\s*(?:单元|门|梯)$/, '$1') || plain;
}

/** The room without 室. */
export function plainRoom(text: string): string {
  const plain = tidy(text);
  return plain.replace(/([\dA-Za-z])\s*(?:号房|房|室|号|户)$/, '$1') || plain;
}

function tidy(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

const written = /^(.{1,30}?)\s*(?:号楼|栋|幢|座)\s*-?\s*(?:(.{1,10}?)\s*(?:单元|门|梯)\s*-?\s*)?([^\s-][^-]{0,14})$/;

/**
 * A whole property in one text: 3-1-1502, 3栋1单元1502室, A座1502, 二期-3-1502. One part alone is the room. Null when it cannot be told
 * which part is which.
 */
export function readProperty(text: string): Place | null {
  const place = readPlace(text);
  if (place && place.room !== '') return place;
  const plain = tidy(text).replace(/[‐-―−_~]/g, '-');
  const words = written.exec(plain);
  if (words) return { building: plainBuilding(words[1] ?? ''), unit: plainEntrance(words[2] ?? ''), room: plainRoom(words[3] ?? '') };
  const parts = plain.split(/\s*[-/\\]\s*/);
  if (parts.some((part) => part === '' || part.length > 40)) return null;
  const room = plainRoom(parts.at(-1) ?? '');
  if (room === '' || room.length > 20) return null;
  if (parts.length === 1) return /\s.*\s/.test(room) ? null : { building: '', unit: '', room };
  if (parts.length === 2) return { building: plainBuilding(parts[0] ?? ''), unit: '', room };
  if (parts.length <= 4) return { building: plainBuilding(parts.slice(0, -2).join('-')), unit: plainEntrance(parts.at(-2) ?? ''), room };
  return null;
}
