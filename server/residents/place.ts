import { simplified } from '../people/plainText.ts';
import type { Property } from './resident.ts';

/** Where somebody lives, as people write it in one line. */
export type Place = Pick<Property, 'building' | 'unit' | 'room'>;

const numeral = '[零一二三四五六七八九十百]{1,4}';
const zh = new RegExp(
  // 阳光花园 三栋 1单元 12层 1502室
  `^(?:[^\\d]*?(?:小区|花园|家园|苑|园|城|府|湾|里|村|期))?(\\d{1,4}[a-z]?|[a-z]\\d{0,3}|${numeral})(?:栋|幢|座|号楼)(?:(\\d{1,3}|[a-z]|${numeral})(?:单元|梯|门)[-－]?)?(?:\\d{1,3}(?:层|楼))?[-－]?(?:([a-z]{0,2}-?\\d{1,5}[a-z]?)(?:室|房|号|户)?)?$`,
);
/** 3-1502, 3-1-1502, A-1502. */
const dashed = /^(\d{1,3}[a-z]?|[a-z]\d{0,2})[-#/](?:(\d{1,2}|[a-z])[-#/])?(\d{2,5}[a-z]?)$/;
const tower = /\b(tower|block|building|bldg|house)\s*#?([a-z]?\d{1,4}[a-z]?|[a-z])\b/;
const flat = /\b(?:flat|unit|room|apt|apartment|suite)\s*#?([a-z]?-?\d{1,5}[a-z]?)\b/;

/**
 * Building, entrance and room of an address in any usual writing: 3栋1单元1502, 三号楼1502室, 3-1502, Flat 12B, Tower 2. Null for what
 * does not say a building: no part of it is guessed.
 */
export function readPlace(address: string): Place | null {
  const text = simplified(address).replace(/[‐-―−－]/g, '-').replace(/[，。、]/g, ',');
  const compact = text.replace(/[\s,]+/g, '');
  const chinese = zh.exec(compact) ?? dashed.exec(compact);
  if (chinese) return { building: counted(chinese[1] ?? ''), unit: counted(chinese[2] ?? ''), room: (chinese[3] ?? '').toUpperCase() };
  const named = tower.exec(text);
  if (!named) return null;
  const room = flat.exec(text)?.[1] ?? '';
  return { building: `${capital(named[1] ?? '')} ${(named[2] ?? '').toUpperCase()}`, unit: '', room: room.toUpperCase() };
}

/** The one key of a property in whatever writing; parts that are not known are empty. */
export function placeKeyOf({ building, unit, room }: Place): Place {
  return { building: buildingKey(building), unit: partKey(unit, /(?:单元|梯|门)$/), room: partKey(room, /(?:室|房|号|户)$/) };
}

/** 3, 3栋, 三号楼 and ３栋 are one building, Tower 2 is 2. */
export function buildingKey(building: string): string {
  return partKey(building, /(?:栋|幢|座|号楼)$/).replace(/^(?:tower|block|building|bldg|house)(?=[a-z]?\d{0,4}[a-z]?$)(?!$)/, '');
}

function partKey(part: string, suffix: RegExp): string {
  return counted(simplified(part).replace(/[\s,]+/g, '').replace(/[‐-―−－]/g, '-').replace(suffix, '')).toLowerCase();
}

/** How the property is shown where nobody wrote an address: 3栋1单元1502. */
export function addressOf({ building, unit, room }: Place): string {
  if (/[a-z]{2}/i.test(building)) return [room && `${/^\d/.test(room) ? 'Flat ' : ''}${room}`, unit, building].filter((part) => part !== '').join(', ');
  const short = /^(?:\d{1,4}[A-Za-z]?|[A-Za-z]\d{0,3})$/;
  return `${short.test(building) ? `${building}栋` : building}${short.test(unit) ? `${unit}单元` : unit}${room}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** 十二 as 12; other text as it is, letters large. */
function counted(text: string): string {
  if (!new RegExp(`^${numeral}$`).test(text)) return text.toUpperCase();
  const digit = (sign: string): number => '零一二三四五六七八九'.indexOf(sign);
  const [, hundreds = '', tens, ones = ''] = /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九]?)十)?([一二三四五六七八九]?)$/.exec(text) ?? [];
  // Digit by digit, as rooms are read out: 一五零二.
  if (hundreds === '' && tens === undefined && ones === '') return [...text].map((sign) => String(digit(sign))).join('');
  return String((hundreds === '' ? 0 : digit(hundreds) * 100) + (tens === undefined ? 0 : (tens === '' ? 1 : digit(tens)) * 10) + (ones === '' ? 0 : digit(ones)));
}
