/** Numbers and data given to those who have no right to them. S1 五.3.f-g, S2 四.1 第五节. Digits are compared in either form. */
import type { Breach } from '../finding.ts';
import { callerTurnBefore, printed, wordsOf, type Hearing, type Piece } from '../hearing.ts';
import { digitRuns, type DigitRun } from '../spokenNumber.ts';
import { confirmations, declines, othersAsked, publicNumberWords, residentData } from '../words/privacy.ts';

/** Enough of a number's end to call it, or to know it again. */
const tellingDigits = 7;
/** A repeated tail (尾号) that confirms a leak. */
const confirmingDigits = 4;

const digitsOnly = (text: string): string => text.replace(/\D/g, '');

/** A run that stands for a whole telephone number of a person: mainland mobile, Hong Kong or North American. */
function looksPersonal(run: DigitRun): boolean {
  const { digits } = run;
  return /^1[3-9]\d{9}$/.test(digits) || /^[569]\d{7}$/.test(digits) || /^[2-9]\d{9}$/.test(digits) || /^07\d{9}$/.test(digits);
}

const shares = (run: string, number: string): boolean =>
  number.length >= tellingDigits && run.length >= tellingDigits && (run.includes(number.slice(-tellingDigits)) || number.includes(run) || run.includes(number));

/**
 * `privacy-leak`. What the caller said himself, extensions and the office's public numbers may be said; data of residents is a leak only where the caller
 * asked after others.
 */
export function judgePrivacy(hearing: Hearing): Breach[] {
  const found: Breach[] = [];
  const guarded = hearing.call.staff.flatMap((person) => person.privateNumbers.map(digitsOnly));
  const open = [...hearing.office.publicNumbers.map(digitsOnly), ...hearing.call.staff.map((person) => digitsOnly(person.extension))];
  const leaked: string[] = [];
  let callerSaid = '';
  let callerAsked = false;
  let askedBefore = false;
  const tell = (piece: Piece, hit: { at: number; length: number }, confidence: number) =>
    found.push({ rule: 'privacy-leak', segment: piece.index, words: printed(piece, hit), confidence });
  for (const piece of hearing.pieces) {
    const { flat, runs } = piece.text;
    if (piece.speaker === 'caller') {
      // A number the caller says is his to hear again, unless he only repeats what was leaked to him.
      for (const run of runs) if (!leaked.some((number) => number.includes(run.digits) || shares(run.digits, number))) callerSaid += ` ${run.digits}`;
      const asks = othersAsked.test(piece.text);
      // Who asks again in other words still wants the same.
      callerAsked = asks || askedBefore;
      askedBefore = asks;
      continue;
    }
    if (piece.speaker !== 'agent') continue;
    const isRefusing = declines.test(piece.text);
    const run = runs.find((each) => {
      if (guarded.some((number) => shares(each.digits, number) || each.digits === number)) return true;
      if (!looksPersonal(each) || open.includes(each.digits) || callerSaid.includes(each.digits.slice(-tellingDigits))) return false;
      const lead = flat.slice(Math.max(0, each.at - 14), each.at);
      return !publicNumberWords.test(lead) && !/(?:您|你)(?:的|登记|留|预留|这个|来电|现在)|your\b/.test(lead);
    });
    if (run) {
      leaked.push(run.digits);
      tell(piece, run, 0.95);
      continue;
    }
    const repeated = leaked.length > 0 && confirmations.test(piece.text) && flat.length <= 40 && !/谢|再见|拜|sorry|thank|bye/.test(flat) && /\d{3,}/.test(digitRuns(wordsOf(callerTurnBefore(hearing, piece.turn)), 3).map((each) => each.digits).join(' '));
    const tail = leaked.length === 0 ? undefined : digitRuns(flat, confirmingDigits).find((each) => leaked.some((number) => number.includes(each.digits)));
    if (leaked.length > 0 && (tail || repeated)) {
      tell(piece, tail ?? { at: 0, length: flat.length }, 0.85);
      continue;
    }
    const data = residentData.find(piece.text);
    if (data && !isRefusing && callerAsked) tell(piece, data, 0.7);
  }
  return found;
}
