import { chineseName, nameSounds } from '../people/chineseSound.ts';
import { plainText, simplified } from '../people/plainText.ts';
import { surnameOf } from '../people/surname.ts';
import { placeKeyOf, readPlace } from './place.ts';
import type { Place } from './place.ts';
import type { Resident } from './resident.ts';

/** A file is found by at most so much of it: an index holds the words. */
const longest = 600;

/** A mark before each word: what is typed in Latin letters, and a room, is looked for at the beginning of a word only. */
const mark = '|';

/** Everything of a file that somebody may look for, as one text to search in (`residentTerms`). */
export function residentWords({ name, title, address, property, numbers, ref }: Pick<Resident, 'name' | 'title' | 'address' | 'property' | 'numbers' | 'ref'>): string {
  const words = [...nameWords(name, title), ...placeWords(placeKeyOf(property)), ...numbers.flatMap(({ e164 }) => writings(e164)), compact(ref ?? ''), compact(address), ...address.split(/[\s,，、]+/).map(compact)];
  return mark + [...new Set(words.filter((word) => word !== ''))].join(mark).replaceAll('\0', '').slice(0, longest) + mark;
}

/** What somebody typed, as the parts that must all occur in `residentWords`; [] for nothing. */
export function residentTerms(typed: string): string[] {
  const text = simplified(typed).replace(/[‐-―−－]/g, '-').trim();
  if (text === '') return [];
  return placeTerm(text) ?? numberTerm(text) ?? text.split(/[\s,，、|]+/).filter((term) => term !== '').flatMap((term) => placeTerm(term) ?? numberTerm(term) ?? [/^[a-z']+$/.test(term) ? mark + term.replaceAll("'", '') : compact(term)]).filter((term) => term !== '');
}

function nameWords(name: string, title: string): string[] {
  const plain = plainText(name);
  const chinese = chineseName(name);
  const surname = surnameOf(chinese);
  const sounds = nameSounds(name).flatMap((syllables) => {
    const given = syllables.slice(surname.length);
    return [syllables.join(''), syllables.map((syllable) => syllable.charAt(0)).join(''), given.join('')];
  });
  const called = surname === '' || title === '' ? [] : [surname + plainText(title)];
  return [plain.replaceAll(' ', '') + plainText(title).replaceAll(' ', ''), ...called, ...plain.split(' ').filter((word) => /^[a-z]/.test(word)), ...sounds];
}

function placeWords({ building, unit, room }: Place): string[] {
  if (building === '') return [room];
  const last = room === '' ? [] : [`${building}-${room}`, room];
  return [unit === '' ? `${building}-` : `${building}-${unit}-${room}`, ...last];
}

/** A number as people write parts of it: with the country, without (a part of it), and with the mainland's trunk 0. */
function writings(e164: string): string[] {
  const digits = e164.replace(/\D/g, '');
  return /^86(?!1[3-9])/.test(digits) ? [digits, `0${digits.slice(2)}`] : [digits];
}

function placeTerm(text: string): string[] | null {
  // 3-1, on the way to 3-1502.
  if (/^(?!0)[\da-z]{1,3}(?:-[\da-z]{0,5}){1,2}$/.test(text) && text.replace(/\D/g, '').length <= 7) return [mark + text];
  const place = readPlace(text);
  if (!place) return null;
  const { building, unit, room } = placeKeyOf(place);
  return [mark + [building, unit, room].filter((part, index) => part !== '' || index === 2).join('-')];
}

function numberTerm(text: string): string[] | null {
  if (!/^\+?[\d\s\-().·]+$/.test(text)) return null;
  const digits = text
    .replace(/^\+86[\s\-.]*\(?0\)?/, '86')
    .replace(/\D/g, '')
    .replace(/^00(?=\d{8})/, '')
    .replace(/^0(?=1[3-9]\d)/, '');
  if (digits === '') return null;
  return [digits.length < 3 ? mark + digits : digits];
}

const compact = (text: string): string => simplified(text).replace(/[\s,，、|]+/g, '').replace(/[‐-―−－]/g, '-');
