/** Finds the name an office announces, also where the recogniser misheard it. */
import { plainText } from './plainText.ts';
import { findBySound } from './sound.ts';

/** What follows the proper name of an office: alone it announces nothing (物业, 管理处). Longest first. */
const zhTail =
  /(?:物业管理有限公司|物业管理公司|物业服务中心|物业管理处|物业管理中心|物业服务处|物业客服部|物业客服中心|客户服务中心|客户服务部|客服中心|客服部|服务中心|服务处|管理中心|管理处|物业中心|物业部|物业公司|物业|前台|总台)$/;
const enTail = / (?:(?:property |estate )?management(?: office| services)?|property services|management company|estate office|service cent(?:er|re)|front desk|reception|office|concierge|leasing office)$/;

/** The names to listen for: as registered, the aliases, and the proper name without 物业, Management Office and so on. */
export function spokenNames(name: string, aliases: readonly string[]): string[] {
  const names = new Set<string>();
  for (const given of [name, ...aliases]) {
    const flat = plainText(given).flat;
    if (flat === '') continue;
    const isHan = /[一-鿿]/.test(flat);
    const core = isHan ? flat.replace(zhTail, '') : flat.replace(enTail, '');
    if (flat !== core || !zhTail.test(flat)) names.add(flat);
    // Two characters are too little to stand alone: 馥园 needs its 物业.
    if (core.length >= (isHan ? 3 : 5)) names.add(core);
    else if (core !== '' && isHan) for (const tail of ['物业', '管理处', '服务中心', '客服']) names.add(core + tail);
  }
  return [...names].filter((each) => each !== '' && !/^(?:物业|管理处|服务中心|客服中心)$/.test(each)).sort((a, b) => b.length - a.length);
}

/** Number of letters to change, insert or drop, given up beyond 2. */
function lettersApart(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min((row[j] ?? 9) + 1, (next[j - 1] ?? 9) + 1, (row[j - 1] ?? 9) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 3;
}

function findEnglish(flat: string, name: string): number {
  const wanted = name.split(' ');
  const words = Array.from(flat.matchAll(/[a-z0-9'%.]+/g), (hit) => ({ word: hit[0], at: hit.index }));
  for (let i = 0; i + wanted.length <= words.length; i++) {
    const isHeard = wanted.every((want, k) => {
      const heard = words[i + k]?.word ?? '';
      return heard === want || (want.length >= 4 && lettersApart(heard, want) <= (want.length >= 7 ? 2 : 1));
    });
    if (isHeard) return words[i]?.at ?? 0;
  }
  // A recogniser parts or joins words at will: Harbour View, Harbourview.
  const joined = name.replaceAll(' ', '');
  if (joined.length < 8) return -1;
  for (let i = 0; i < words.length; i++) {
    let heard = '';
    for (let k = i; k < words.length && heard.length < joined.length + 2; k++) {
      heard += words[k]?.word ?? '';
      if (heard.length >= joined.length - 2 && lettersApart(heard, joined) <= 1) return words[i]?.at ?? 0;
    }
  }
  return -1;
}

/** Where one of the names (as `spokenNames` gives them) is heard in a plain text; -1 where none is. */
export function findName(flat: string, names: readonly string[]): number {
  for (const name of names) {
    const exact = flat.indexOf(name);
    if (exact >= 0) return exact;
  }
  for (const name of names) {
    const isHan = /[一-鿿]/.test(name);
    const found = isHan ? findBySound(flat, name, true, name.length >= 5 ? 1 : 0) : findEnglish(flat, name);
    if (found >= 0) return found;
  }
  return -1;
}
