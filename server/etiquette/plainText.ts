/**
 * What a recogniser prints, made comparable: half width, lower case, simplified characters, no punctuation and no fillers.
 * Works character by character, so that every place in the plain text knows its place in the printed one.
 */
import { Converter } from 'opencc-js/t2cn';

/** `both`: mixed, or neither Chinese characters nor letters. */
export type Script = 'han' | 'latin' | 'both';

/** `flat` is the comparable text; `at[i]` is the place of `flat[i]` in `raw`. Latin words are parted by one space, Chinese runs on. */
export type PlainText = {
  readonly raw: string;
  readonly flat: string;
  readonly at: readonly number[];
  /** Which writing it is in: a list need not look for English in a text all Chinese, nor the other way round. */
  readonly script: Script;
  /** What word lists found in this text, by `keptKey`, so that a live call searches each text once. Empty until asked. */
  readonly found: unknown[];
};

const toSimplified = Converter({ from: 'hk', to: 'cn' });
/** One entry a character: bounded by the size of Unicode's CJK blocks. */
const simplified = new Map<string, string>();

const han = /[㐀-䶿一-鿿]/;
const latin = /[a-z0-9'%]/;
/** A dot or colon counts only inside a number (1.5, 3:05). */
const insideNumber = /[.:]/;
const digit = /[0-9]/;
/** Sounds that carry no meaning wherever they stand. 嗯 and 啊 stay: they are answers too. */
const fillerHan = new Set(['呃', '诶', '欸']);
const fillerLatin = new Set(['um', 'uh', 'umm', 'uhm', 'erm', 'er', 'hmm']);
/** Nothing that is judged needs more; beyond this a recogniser has run away. */
const longest = 20_000;

function plainChar(char: string): string {
  const code = char.charCodeAt(0);
  if (code < 0x80) return code >= 65 && code <= 90 ? char.toLowerCase() : char;
  if (char === '’' || char === '‘' || char === '`') return "'";
  if (code === 0x3000) return ' ';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  if (!han.test(char)) return char.normalize('NFKC').slice(0, 1).toLowerCase();
  let plain = simplified.get(char);
  if (plain === undefined) {
    plain = toSimplified(char).slice(0, 1) || char;
    simplified.set(char, plain);
  }
  return plain;
}

/** The writing of a plain text. A text without either counts as both. */
export function scriptOf(flat: string): Script {
  const isHan = han.test(flat);
  const isLatin = /[a-z]/.test(flat);
  return isHan === isLatin ? 'both' : isHan ? 'han' : 'latin';
}

/** The comparable form of a printed text. */
export function plainText(raw: string): PlainText {
  let flat = '';
  const at: number[] = [];
  let word = '';
  let wordAt = 0;
  let gap = false;
  const closeWord = () => {
    if (word === '') return;
    const trimmed = word.replace(/^'+|'+$/g, '');
    if (trimmed !== '' && !fillerLatin.has(trimmed)) {
      if (gap && flat !== '' && latin.test(flat.at(-1) ?? '')) {
        flat += ' ';
        at.push(wordAt);
      }
      for (let i = 0; i < trimmed.length; i++) at.push(wordAt + i);
      flat += trimmed;
      gap = false;
    }
    word = '';
    gap = true;
  };
  const end = Math.min(raw.length, longest);
  for (let i = 0; i < end; i++) {
    const char = plainChar(raw.charAt(i));
    const isInNumber = insideNumber.test(char) && digit.test(raw.charAt(i - 1)) && digit.test(raw.charAt(i + 1));
    if (latin.test(char) || isInNumber) {
      if (word === '') wordAt = i;
      word += char;
      continue;
    }
    closeWord();
    if (han.test(char)) {
      if (fillerHan.has(char)) continue;
      flat += char;
      at.push(i);
      gap = false;
    } else gap = true;
  }
  closeWord();
  return { raw, flat, at, script: scriptOf(flat), found: [] };
}

let keys = 0;

/** A new key for `keptWith`: made once by the module that asks. */
export const keptKey = (): number => keys++;

/** What was worked out from a text alone is kept with it. */
export function keptWith<T extends object | string | number | boolean | null>(text: PlainText, key: number, workOut: () => T): T {
  const known = text.found[key];
  if (known !== undefined) return known as T;
  const result = workOut();
  text.found[key] = result;
  return result;
}

/** The printed words behind a stretch of the plain text. */
export function quote(text: PlainText, from: number, length: number): string {
  const first = text.at[from] ?? 0;
  const last = text.at[Math.min(from + length, text.at.length) - 1] ?? first;
  return text.raw.slice(first, last + 1);
}
