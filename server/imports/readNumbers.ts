import { readNumber } from '../people/phoneNumber.ts';

/** A number out of a cell, with whose or which it is. */
export interface ReadNumber {
  e164: string;
  label: string;
}

/** What was in a cell of numbers: the numbers, and what of it is none. `rounded`: Excel has thrown digits away (1.38E+10). */
export interface NumbersRead {
  numbers: ReadNumber[];
  notNumbers: string[];
  rounded: boolean;
}

const roundedByExcel = /^\d(?:[.,]\d+)?e\+?\d{1,2}$/i;
/** How people write that there is none. */
export const saysNone = (text: string): boolean => /^(?:[-—–/\\*.、]*|无|没有|暂无|未知|不详|空|n\/?a|none|null|nil|0)$/i.test(text.trim());

/** One piece of a cell: 13800138000, 儿子13800138000, 13800138000（儿子）, 手机:138 0013 8000. */
function readPiece(piece: string, country: string): ReadNumber | null {
  const bracketed = /^(.*\S)\s*[(（【[]([^()（）【】[\]]{1,30})[)）】\]]$/.exec(piece.trim());
  const before = bracketed && readNumber(bracketed[1] ?? '', country);
  if (bracketed && before?.kind === 'number') return { e164: before.e164, label: (bracketed[2] ?? '').trim() };
  const whole = readNumber(piece, country);
  if (whole.kind === 'number') return { e164: whole.e164, label: whole.extension === null ? '' : `转${whole.extension}` };
  const worded = /^([^\d+(（]{0,30})[:：]?\s*([+\d(（][\d\s()（）.\-–—+]*\d(?:\s*[转轉]\s*\d+)?)\s*[（(【\[]?\s*([^\d]{0,30}?)\s*[)）】\]]?$/.exec(piece.trim());
  if (!worded) return null;
  const number = readNumber(worded[2] ?? '', country);
  const words = ((worded[1] ?? '') + (worded[3] ?? '')).replace(/[:：()（）【】\[\]\s]/g, '').slice(0, 30);
  return number.kind === 'number' ? { e164: number.e164, label: words || (number.extension === null ? '' : `转${number.extension}`) } : null;
}

/**
 * The numbers of a cell, which may hold several, apart by 、 / ; a comma or a new line. Each number once. `country` is that of
 * numbers written without one.
 */
export function readNumbers(cell: string, country: string): NumbersRead {
  const text = cell.normalize('NFKC').replace(/^'+(?=[+\d])/, '').replace(/\.0$/, '').trim();
  const read: NumbersRead = { numbers: [], notNumbers: [], rounded: false };
  if (saysNone(text)) return read;
  if (roundedByExcel.test(text)) return { ...read, rounded: true };
  const add = ({ e164, label }: ReadNumber): void => {
    const known = read.numbers.find((one) => one.e164 === e164);
    if (!known) read.numbers.push({ e164, label });
    else if (known.label === '') known.label = label;
  };
  const whole = readPiece(text, country);
  if (whole) {
    add(whole);
    return read;
  }
  for (const raw of text.split(/[、，,;；/|\n\r]+(?![^()]*\))|\s{2,}(?![^()]*\))/)) {
    const piece = raw.trim();
    if (saysNone(piece)) continue;
    const one = readPiece(piece, country);
    // Two numbers with nothing but a blank between them.
    const several = one ? [one] : piece.split(/\s+/).map((part) => readPiece(part, country));
    if (several.length > 0 && several.every((part) => part !== null)) several.forEach((part) => part && add(part));
    else read.notNumbers.push(piece);
  }
  return read;
}
