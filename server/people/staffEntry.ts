import { charSounds, chineseName, nameSounds } from './chineseSound.ts';
import { departmentWords } from './departments.ts';
import type { StaffMember } from './people.ts';
import { plainText } from './plainText.ts';
import { surnameOf } from './surname.ts';

/** A member of the staff with every form in which he may be asked for, made once and kept. */
export interface StaffEntry {
  staff: StaffMember;
  /** Simplified, small letters, without spaces: 张伟, emilycarter. */
  name: string;
  /** The Chinese part of the name, simplified; empty when there is none. */
  chinese: string;
  surname: string;
  /** For each sign of the Chinese name, all its readings. */
  sounds: (readonly string[])[];
  /** Readings of the whole Chinese name, each a list of syllables: [['zhang', 'wei']]. */
  readings: string[][];
  /** The words of a Latin name. */
  latinWords: string[];
  /**
   * The name in Latin letters as it is said, each with how certain it is (0 to 1). Negative: a surname, which counts only
   * behind Mr, Ms and the like.
   */
  latinForms: [form: string, score: number][];
  /** The same list for everybody of one department. */
  departmentWords: readonly string[];
  /** What names department and title, in Chinese and English. */
  duty: string;
}

/** Made by the directory when its people change, not at each search. */
export function staffEntry(staff: StaffMember): StaffEntry {
  const name = plainText(staff.name);
  const chinese = chineseName(staff.name);
  const surname = surnameOf(chinese);
  const readings = nameSounds(staff.name);
  const latinWords = name.match(/[a-z]+/g) ?? [];
  const ofDepartment = departmentWords(staff.department);
  return {
    staff,
    name: name.replace(/ /g, ''),
    chinese,
    surname,
    sounds: [...chinese].map(charSounds),
    readings,
    latinWords,
    latinForms: [...latinForms(latinWords), ...readings.flatMap((syllables) => pinyinForms(syllables, surname.length))],
    departmentWords: ofDepartment,
    duty: plainText([staff.department, staff.title, `${staff.department}部${staff.title}`, ...ofDepartment].join(' ')),
  };
}

function latinForms(words: readonly string[]): [string, number][] {
  const [first, ...rest] = words;
  if (first === undefined) return [];
  const last = rest.at(-1);
  if (last === undefined) return [[first, 1]];
  return [[words.join(' '), 1], [words.join(''), 1], [`${first} ${last}`, 0.95], [first, 0.8], [last, -0.85]];
}

function pinyinForms(syllables: readonly string[], surnameLength: number): [string, number][] {
  const surname = syllables.slice(0, surnameLength).join('');
  const given = syllables.slice(surnameLength);
  const whole: [string, number][] = [given.join(''), given.join(' ')].flatMap((one): [string, number][] => [
    [`${surname} ${one}`, 0.9],
    [`${surname}${one}`, 0.9],
    [`${one} ${surname}`, 0.9],
  ]);
  return [...(given.length > 0 ? whole : []), [surname, -0.8]];
}
