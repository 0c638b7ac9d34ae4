import { readNumber, type NumberReading } from './phoneNumber.ts';

/** 三个零 is a repeat like 孖; 不对 takes back; otherwise digits, words and single signs. */
const token = /\d+|[a-z]+|\+|[二两三四](?:个|個)(?=[零〇一幺二两三四五六七八九\d])|不对|不對|说错了|分机|分機|[\p{L}〇○]|[,。.!?;]/gu;

/** Longer speech is a story, not a number. */
const longest = 600;

/** One spoken or written sign. Cantonese and telephone habits included: 幺 and 么 are one, 洞 zero, 孖 a pair. */
const signs: Record<string, string> = {
  零: '0', 〇: '0', '○': '0', 洞: '0', 一: '1', 幺: '1', 么: '1', 壹: '1', 二: '2', 两: '2', 俩: '2', 贰: '2', 三: '3', 叁: '3', 四: '4', 肆: '4', 五: '5', 伍: '5',
  六: '6', 陆: '6', 七: '7', 柒: '7', 拐: '7', 八: '8', 捌: '8', 九: '9', 玖: '9',
  兩: '2', 倆: '2', 貳: '2', 陸: '6',
};

const words: Record<string, string> = {
  zero: '0', oh: '0', o: '0', nought: '0', naught: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', niner: '9',
  ten: '10', eleven: '11', twelve: '12', thirteen: '13', fourteen: '14', fifteen: '15', sixteen: '16', seventeen: '17', eighteen: '18', nineteen: '19',
};
const tens: Record<string, string> = { twenty: '2', thirty: '3', forty: '4', fifty: '5', sixty: '6', seventy: '7', eighty: '8', ninety: '9' };
const repeats: Record<string, number> = { double: 2, triple: 3, treble: 3, 孖: 2 };
/** What people say between the digits of one number. */
const between = new Set(['and', 'then', 'uh', 'um', 'er', 'erm', 'dash', 'hyphen', 'space', 'area', 'code', 'is', 'the', '嗯', '呃', '额', '啊', '哦', '然', '后', '再', '是', '杠', '区', '号', '呢', '跟', '住', '係', '就']);

type Piece = { kind: 'digits'; digits: string } | { kind: 'plus' } | { kind: 'repeat'; times: number } | { kind: 'extension' } | { kind: 'correction' } | { kind: 'between' } | { kind: 'other' };

/**
 * The telephone number in what somebody said, as speech recognition writes it: 一三八幺…, "one three double five", 我的号码是138 零零… . The longest
 * row of digits that is a number counts; `country` is that of numbers said without one. `none` where nobody said a number.
 */
export function readSpokenNumber(speech: string, country: string): NumberReading {
  const whole = readNumber(speech, country);
  if (whole.kind !== 'none' || whole.why === 'empty' || whole.why === 'client') return whole;
  if (speech.length > longest) return { kind: 'none', why: 'too-long' };
  for (const run of runs(pieces(speech))) {
    const reading = readNumber(run, country);
    if (reading.kind === 'number') return reading;
  }
  return { kind: 'none', why: 'not-a-number' };
}

/** Digits in a row as said, without judging whether they are a telephone number: 八零幺二 is 8012. Null unless nothing else was said. */
export function readSpokenDigits(speech: string): string | null {
  if (speech.length > longest) return null;
  const found = pieces(speech);
  if (found.some((piece) => piece.kind !== 'digits' && piece.kind !== 'repeat' && piece.kind !== 'between')) return null;
  return runs(found)[0] ?? null;
}

function pieces(speech: string): Piece[] {
  const text = speech.normalize('NFKC').toLowerCase();
  const found: Piece[] = [];
  for (const [said] of text.matchAll(token)) {
    const last = found.at(-1);
    if (/^\d/.test(said)) found.push({ kind: 'digits', digits: said });
    else if (signs[said] !== undefined) found.push({ kind: 'digits', digits: signs[said] });
    else if (words[said] !== undefined) found.push({ kind: 'digits', digits: words[said] });
    else if (tens[said] !== undefined) found.push({ kind: 'digits', digits: `${tens[said]}0` });
    else if (/^.[个個]$/.test(said)) found.push({ kind: 'repeat', times: Number(signs[said.charAt(0)]) });
    else if (/^(?:不对|不對|说错了)$/.test(said)) found.push({ kind: 'correction' });
    else if (repeats[said] !== undefined) found.push({ kind: 'repeat', times: repeats[said] });
    else if (said === 'hundred' && last?.kind === 'digits') found.push({ kind: 'digits', digits: '00' });
    else if (said === 'thousand' && last?.kind === 'digits') found.push({ kind: 'digits', digits: '000' });
    else if (said === '+' || said === 'plus' || said === '加') found.push({ kind: 'plus' });
    else if (/^(?:分机|分機|转|轉|extension|ext)$/.test(said)) found.push({ kind: 'extension' });
    // A recogniser that hears a number writes homophones inside it.
    else if ((said === 'to' || said === 'too') && last?.kind === 'digits') found.push({ kind: 'digits', digits: '2' });
    else if (said === 'for' && last?.kind === 'digits') found.push({ kind: 'digits', digits: '4' });
    else if (between.has(said) || /^[,.。;]$/.test(said)) found.push({ kind: 'between' });
    else found.push({ kind: 'other' });
  }
  return joinTens(found, text);
}

/** "Thirty four" is 34, not 304. */
function joinTens(found: Piece[], text: string): Piece[] {
  if (!/[a-z]ty\b/.test(text)) return found;
  const joined: Piece[] = [];
  const said = [...text.matchAll(token)].map(([one]) => one);
  for (let at = 0; at < found.length; at++) {
    const piece = found[at];
    const next = found[at + 1];
    const ten = tens[said[at] ?? ''];
    if (piece && ten !== undefined && next?.kind === 'digits' && /^[1-9]$/.test(next.digits) && /^[a-z]/.test(said[at + 1] ?? '')) {
      joined.push({ kind: 'digits', digits: ten + next.digits });
      at++;
    } else if (piece) joined.push(piece);
  }
  return joined;
}

const extensionMark = ' ext. ';

/** Unbroken rows of digits, longest first. */
function runs(found: readonly Piece[]): string[] {
  const all: string[] = [];
  let run = '';
  let times = 1;
  const end = () => {
    if (/\d/.test(run)) all.push(run);
    run = '';
    times = 1;
  };
  for (const piece of found) {
    switch (piece.kind) {
      case 'digits':
        run += (piece.digits[0] ?? '').repeat(times) + piece.digits.slice(1);
        times = 1;
        break;
      case 'repeat':
        times = piece.times;
        break;
      case 'plus':
        end();
        run = '+';
        break;
      case 'extension':
        run += run === '' || run.endsWith(extensionMark) ? '' : extensionMark;
        break;
      case 'correction':
        // 转八零五,不对,转八零六 takes back the extension; anything else begins the number anew.
        if (run.includes(extensionMark)) run = run.slice(0, run.indexOf(extensionMark));
        else end();
        break;
      case 'between':
        break;
      case 'other':
        end();
        break;
    }
  }
  end();
  return all.sort((a, b) => b.length - a.length);
}

/** The digits that one sign or word says: 8, 八, eight, nineteen; null for any other word. Lower case, NFKC. */
export function spokenDigits(said: string): string | null {
  return /^\d+$/.test(said) ? said : (signs[said] ?? words[said] ?? (tens[said] === undefined ? null : `${tens[said]}0`));
}

/** How often the digit behind this word is said: double, 孖, 三个; null for any other word. */
export function timesOf(said: string): number | null {
  return /^.[个個]$/u.test(said) ? Number(signs[said.charAt(0)]) : (repeats[said] ?? null);
}
