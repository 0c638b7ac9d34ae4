import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/max';

/**
 * What a piece of text says about a telephone number.
 * `number`    a number that can be dialled; `e164` with +, `country` ISO 3166-1 alpha-2 (null for numbers of no country, as +800…)
 * `withheld`  the caller hides it
 * `none`      no number, and why
 */
export type NumberReading =
  | { kind: 'number'; e164: string; country: string | null; extension: string | null }
  | { kind: 'withheld' }
  | { kind: 'none'; why: NoNumber };

/** `client`: a browser phone of ours (client:…); `words`: a text without a number in it. */
export type NoNumber = 'empty' | 'too-long' | 'client' | 'words' | 'not-a-number';

/** Bounds the work on text that strangers send; no number in any style is longer. */
const longest = 200;
/** A URI may carry long parameters behind its user part, which are not read. */
const longestUri = 1000;

/**
 * The one reader of telephone numbers, for what is written and for what is looked up: E.164, without the +, national with its
 * trunk prefix, full-width digits, any separators, `tel:` and `sip:` URIs, extensions (转8012, ext. 5), words for withheld.
 * `country` (ISO 3166-1 alpha-2) is the country of numbers written without one. Reading an `e164` again gives the same.
 */
export function readNumber(raw: string, country: string): NumberReading {
  if (raw.length > longest && !startsAsUri(raw)) return { kind: 'none', why: 'too-long' };
  const text = plain(raw.slice(0, longestUri));
  if (text === '') return { kind: 'none', why: 'empty' };
  if (/^client:/i.test(text)) return { kind: 'none', why: 'client' };
  return readPlain(userPart(text), country);
}

function startsAsUri(raw: string): boolean {
  return /^\s*(?:"[^"]{0,100}"\s*)?<?(?:sips?|tel|client):/i.test(raw.slice(0, longest));
}

/** Full-width forms become ASCII; what cannot be seen (marks of direction, zero-width, control characters) goes. */
function plain(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}\p{Surrogate}\p{Co}]/gu, ' ')
    .replace(/[‐-―−﹣]/g, '-')
    .trim();
}

/** The part of a `sip:` or `tel:` URI that names who is called; other text as it is. */
function userPart(text: string): string {
  const uri = /^(?:[^<]*<)?\s*(sips?|tel):([^>]*)/i.exec(text);
  if (!uri) return text;
  const [address = '', ...parameters] = decoded((uri[2] ?? '').split('@')[0] ?? '').split(';');
  let user = /^sip/i.test(uri[1] ?? '') ? (address.split(':')[0] ?? '') : address;
  for (const parameter of parameters) {
    const [name = '', value = ''] = parameter.split('=');
    if (/^ext$/i.test(name)) user += ` ext. ${value}`;
    if (/^phone-context$/i.test(name) && value.startsWith('+') && !user.startsWith('+')) user = `${value} ${user}`;
  }
  return user.trim();
}

function decoded(text: string): string {
  return text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function readPlain(text: string, country: string): NumberReading {
  if (text === '') return { kind: 'none', why: 'empty' };
  if (text.length > longest) return { kind: 'none', why: 'too-long' };
  if (saysWithheld(text)) return { kind: 'withheld' };

  const unlabelled = text.replace(/^(?:tel|telephone|phone|mobile|cell|fax|联系电话|电话号码|手机号码|电话|電話|手机|手機|号码|號碼|座机)\s*(?:number|no\.?)?\s*[:.#]?\s*(?=[+(\d])/i, '');
  const split = /^([^a-z#转轉分内內]*?)[\s;,]*(?:ext(?:ension|n)?\.?|x|#|[转轉]?\s*分[机機]号?|[内內][线線]|[转轉])\s*[:=.]?\s*(\d{1,11})\s*#?$/i.exec(unlabelled);
  // 0755 8600 1234,,5 is how a telephone stores a pause and what to key after it.
  const pause = split ? null : /^([^,;]*\d)\s*[,;]{1,4}\s*(\d{1,6})\s*#?$/.exec(unlabelled);
  const main = split?.[1] ?? pause?.[1] ?? unlabelled;
  const extension = split?.[2] ?? pause?.[2] ?? null;
  if (!/^[+\d\s().\-/_·~*,;#]*$/.test(main) || !/\d/.test(main)) return { kind: 'none', why: 'words' };

  const found = parse(main, country);
  if (found) return { kind: 'number', e164: found.number, country: found.country ?? null, extension };
  // 0755-8600-1234-8012: many Chinese offices write the extension behind one more hyphen.
  const hyphen = extension === null ? /^(.*\d)\s*-\s*(\d{1,6})$/.exec(main) : null;
  const shorter = hyphen && parse(hyphen[1] ?? '', country);
  if (hyphen && shorter) return { kind: 'number', e164: shorter.number, country: shorter.country ?? null, extension: hyphen[2] ?? null };
  return { kind: 'none', why: 'not-a-number' };
}

/**
 * A number with its country is taken when its length can be right: carriers hand out ranges before any table knows them. One
 * without must be a real one, because its country is only a guess.
 */
function parse(written: string, country: string): PhoneNumber | null {
  const digits = written.replace(/\D/g, '');
  if (digits.length < 5 || digits.length > 20) return null;
  const international = written.trimStart().startsWith('+');
  if (international) return possible(`+${digits}`);
  const home = isSupportedCountry(country) ? country : undefined;
  const national = home && valid(digits, home);
  if (national) return national;
  if (digits.startsWith('00')) return possible(`+${digits.slice(2)}`);
  return valid(`+${digits}`, undefined);
}

function possible(text: string): PhoneNumber | null {
  const number = parsePhoneNumberFromString(text);
  return number?.isPossible() ? settled(number) : null;
}

function valid(text: string, country: CountryCode | undefined): PhoneNumber | null {
  const number = parsePhoneNumberFromString(text, country === undefined ? { extract: false } : { defaultCountry: country, extract: false });
  return number?.isValid() ? settled(number) : null;
}

/** Some plans drop digits only at the second reading; the settled form is the one that reading again does not change. */
function settled(number: PhoneNumber): PhoneNumber | null {
  const again = parsePhoneNumberFromString(number.number);
  return again?.isPossible() && again.number === number.number ? number : null;
}

/** Words by which carriers and people say that the number is hidden, without spaces and marks. */
const withheldWords = new Set([
  'anonymous', 'anonymouscaller', 'unknown', 'unknowncaller', 'unknownnumber', 'restricted', 'restrictednumber', 'private', 'privatenumber', 'privatecaller',
  'unavailable', 'notavailable', 'numberunavailable', 'idunavailable', 'withheld', 'numberwithheld', 'callerwithheld', 'calleridwithheld', 'blocked',
  'blockedid', 'blockednumber', 'calleridblocked', 'nocallerid', 'nonumber', 'nocli', 'hidden', 'hiddennumber', 'outofarea', 'suppressed', 'confidential',
  'undisclosed', 'notprovided', 'null', 'undefined', 'na',
  '匿名', '匿名来电', '匿名號碼', '匿名号码', '未知', '未知号码', '未知號碼', '未知来电', '隐藏', '隐藏号码', '隱藏號碼', '无号码', '无主叫', '无主叫号码', '无来电显示', '無來電顯示', '私人号码', '私人號碼', '保密', '保密号码', '号码保密', '不显示号码', '未显示号码',
]);

/** The same words typed on a keypad, as carriers put them where a number belongs: +266696687 is ANONYMOUS. */
const withheldKeys = new Set(['anonymous', 'restricted', 'blocked', 'unknown', 'unavailable'].map(onKeypad));

function saysWithheld(text: string): boolean {
  if (withheldWords.has(text.toLowerCase().replace(/[\s\-_.'"/()]+/g, ''))) return true;
  return /^\+[\d\s-]+$/.test(text) && withheldKeys.has(text.replace(/\D/g, ''));
}

function onKeypad(word: string): string {
  return [...word].map((letter) => '22233344455566677778889999'['abcdefghijklmnopqrstuvwxyz'.indexOf(letter)]).join('');
}
