import { chineseName, nameSounds } from '../people/chineseSound.ts';
import { surnameOf } from '../people/surname.ts';
import { nameKey } from './nameKey.ts';

/** Forms of address that stand for a given name nobody wrote down: 陈先生, 何太. */
const address = /(?:先生|女士|小姐|太太|师傅|老师|阿姨|大爷|奶奶)$|(?<=^.)[生太]$/u;
const latinAddress = /^(?:mr|mrs|ms|miss|dr)\s+/i;

/**
 * Whether two names may be one person's: the same in any writing, the same to the ear (张伟, 章伟), one letter apart (Thompson, Tompson), or a surname
 * with a form of address of that surname. Spouses and children, who share a number or a surname only, are not.
 */
export function similarNames(a: string, b: string): boolean {
  const [one, other] = [spoken(a), spoken(b)];
  if (one === '' || other === '') return false;
  if (one === other) return true;
  const [chineseA, chineseB] = [chineseName(a).replace(address, ''), chineseName(b).replace(address, '')];
  if (chineseA !== '' && chineseB !== '') {
    const [bareA, bareB] = [onlySurname(a, chineseA), onlySurname(b, chineseB)];
    if (bareA || bareB) return (bareA ? chineseA : surnameOf(chineseA)) === (bareB ? chineseB : surnameOf(chineseB));
    return chineseA === chineseB || (chineseA.length === chineseB.length && nameSounds(chineseA).some((x) => nameSounds(chineseB).some((y) => x.join(' ') === y.join(' '))));
  }
  return Math.min(one.length, other.length) >= 6 && isOneApart(one, other);
}

function spoken(name: string): string {
  return nameKey(name.replace(latinAddress, '')).replace(address, '');
}

/** 陈先生, 欧阳女士: nobody wrote down the given name. */
function onlySurname(name: string, chinese: string): boolean {
  return address.test(chineseName(name)) && surnameOf(`${chinese}某`) === chinese;
}

/** One sign more, less, other, or two neighbours exchanged. */
function isOneApart(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (restA.length <= 1 && restB.length <= 1) || (restA.length === 2 && restA === [...restB].reverse().join(''));
}
