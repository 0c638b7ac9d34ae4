import type { Language } from '../contract/primitives.ts';
import type { Occupancy } from '../contract/resident.ts';

const occupancies: [Occupancy, RegExp][] = [
  ['owner', /^(?:业主|产权人|房东|户主|房主|自住|自有|业主本人|本人|owner|owner ?occupier|landlord|landlady)$/],
  ['tenant', /^(?:租户|租客|租赁|承租人|租住|租用|租借|tenant|lessee|renter)$/],
  ['family', /^(?:家属|家人|亲属|家庭成员|配偶|妻子|丈夫|子女|儿子|女儿|父母|父亲|母亲|family|relative|spouse|son|daughter|parent|child)$/],
  ['other', /^(?:其他|其它|其他人|访客|借住|保姆|商户|公司|单位|other|company|shop|guest)$/],
];

/** How somebody is in the property; null for a word that is not known. */
export function readOccupancy(text: string): Occupancy | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  return occupancies.find(([, words]) => words.test(plain))?.[0] ?? null;
}

const languages: [Language, RegExp][] = [
  ['zh-CN', /^(?:普通话|国语|中文|汉语|mandarin|putonghua|chinese|zh|zh-cn)$/],
  ['yue', /^(?:粤语|广东话|白话|cantonese|yue)$/],
  ['en', /^(?:英语|英文|english|en)$/],
];

/** Languages in one cell; null when one of them is not spoken on our lines. */
export function readLanguages(text: string): Language[] | null {
  const read: Language[] = [];
  for (const word of text.normalize('NFKC').toLowerCase().split(/[、,;/|\s和及]+/).filter(Boolean)) {
    const found = languages.find(([, words]) => words.test(word))?.[0];
    if (!found) return null;
    if (!read.includes(found)) read.push(found);
  }
  return read;
}

/** Yes or no; null for another word. */
export function readYesNo(text: string): boolean | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (/^(?:是|有|对|√|✓|y|yes|true|1|主管|负责人|领导)$/.test(plain)) return true;
  return /^(?:否|不是|无|没有|×|x|n|no|false|0)$/.test(plain) ? false : null;
}

/** How tables that we write call these; each is read back as itself. */
export const choiceWords = {
  'zh-CN': {
    occupancy: { owner: '业主', tenant: '租户', family: '家属', other: '其他' },
    languages: { 'zh-CN': '普通话', yue: '粤语', en: '英语' },
    yes: '是',
    no: '否',
  },
  en: {
    occupancy: { owner: 'Owner', tenant: 'Tenant', family: 'Family', other: 'Other' },
    languages: { 'zh-CN': 'Mandarin', yue: 'Cantonese', en: 'English' },
    yes: 'Yes',
    no: 'No',
  },
} as const;
