/** Surname and title, sympathy, thanks before apology, "we". S1 六.4-6, S4 六, S0. */
import type { Shown } from '../finding.ts';
import { callerTurnBefore, printed, says, wordsOf, type Hearing, type Piece, type Turn } from '../hearing.ts';
import { scoresAt } from './scoresAt.ts';
import { practice, type PracticeId } from '../manual.ts';
import { keptKey, keptWith } from '../plainText.ts';
import { soundsAlike } from '../sound.ts';
import { thanks } from '../words/closing.ts';
import { apologies, matterWords, smallApologies, sympathies, weWords } from '../words/courtesy.ts';
import { compoundSurnames, doubtfulSurnames, nameAsked, nameGivenEn, nameGivenZh, singleSurnames, titlesZh } from '../words/names.ts';

const enAddress = /\b(?:mr|mrs|ms|miss|mx|dr|mister|missus|professor) ([a-z][a-z'-]+)/g;
/** Somebody else is meant: the word before makes him the one acted on or told. */
const thirdPerson = /(?:给|找|转(?:给|告)?|让|叫|联系|通知|告诉|派|安排|由|同|跟|和)$/;

type Names = { readonly given: Set<string>; readonly mentioned: string };

function learnNames(turn: Turn, names: Names, wasAsked: boolean): void {
  const words = wordsOf(turn);
  for (const hit of words.matchAll(nameGivenZh)) {
    // 我是做空调的小程: only a surname begins a name.
    // 我是邬总的朋友: the friend's name is not his.
    if (hit[1] === undefined && /^.{1,3}的|总/.test(hit[2] ?? '')) continue;
    const first = hit[1] ?? (hit[2] ?? hit[3] ?? '').charAt(0);
    if (first !== '' && (hit[1] !== undefined || singleSurnames.includes(first))) names.given.add(first);
  }
  for (const hit of words.matchAll(nameGivenEn)) {
    // could i have mr grant: asked for, not introduced.
    const isTitled = /^(?:mr|mrs|ms|miss|dr) /.test(hit[0]);
    if (isTitled && !wasAsked && !/(?:^|\b(?:it's|i'm|i am|this is|name is|name's|yes|yeah|hi|hello|here is|flat|unit|apartment|speaking|[a-z]?\d+[a-z]?|\w+teen|\w+ty|one|two|three|four|five|six|seven|eight|nine|ten) )$/.test(words.slice(0, hit.index))) continue;
    for (const part of [hit[1], hit[2]]) if (part) names.given.add(part);
  }
  if (!wasAsked) return;
  const first = words.replace(/^(?:我|哦|嗯|好|啊|免贵|是|叫)+/, '');
  for (const surname of first.slice(0, 3)) if (/[一-鿿]/.test(surname)) names.given.add(surname);
  for (const part of words.split(' ').slice(0, 8)) if (/^[a-z']{3,}$/.test(part)) names.given.add(part);
}

/** Titles of office, by which a caller is addressed only once he has named himself. */
const titlesOfOffice = '工|经理|主任|主管|队长|警官|书记|院长|校长|科长|局长|董';
const zhTitle = new RegExp(`(?:${titlesZh}|${titlesOfOffice})`, 'g');
const compound = new Set(compoundSurnames.split('|'));

/** The surname before a title, alone (邱先生) or within a whole name (邱国良先生). */
function surnameBefore(flat: string, at: number): { surname: string; from: number; isWhole: boolean } | null {
  const two = flat.slice(Math.max(0, at - 2), at);
  if (compound.has(two)) return { surname: two, from: at - 2, isWhole: false };
  const one = flat.charAt(at - 1);
  // 值班师傅, 领班小姐: a shift, and no surname.
  const isSurname = one !== '' && singleSurnames.includes(one) && !/[值领夜早晚中白当]班$/.test(two);
  if (isSurname && !doubtfulSurnames.has(one)) return { surname: one, from: at - 1, isWhole: false };
  for (const size of [3, 2]) {
    const first = flat.charAt(at - size);
    if (first !== '' && singleSurnames.includes(first) && !doubtfulSurnames.has(first) && /^[一-鿿]+$/.test(flat.slice(at - size, at))) return { surname: first, from: at - size, isWhole: true };
  }
  return isSurname ? { surname: one, from: at - 1, isWhole: false } : null;
}

/** The titles of a text with the surnames before them. */
function titlesIn(piece: Piece) {
  const { flat } = piece.text;
  return keptWith(piece.text, titleKey, () =>
    Array.from(flat.matchAll(zhTitle)).flatMap((hit) => {
      const found = surnameBefore(flat, hit.index);
      return found ? [{ hit, found }] : [];
    }),
  );
}

function addressIn(piece: Piece, hearing: Hearing, names: Names): { at: number; length: number } | null {
  const { flat } = piece.text;
  const { staff } = hearing.call;
  const isKnown = (surname: string) => [...names.given].some((name) => name === surname || (name.length === surname.length && soundsAlike(name.charAt(0), surname.charAt(0), true)));
  for (const { hit, found } of titlesIn(piece)) {
    const [title] = hit;
    const { surname, from, isWhole } = found;
    const isGiven = isKnown(surname);
    const isFormal = /先生|女士|小姐|太太|夫人/.test(title);
    if (!isGiven && (doubtfulSurnames.has(surname) || !new RegExp(`^(?:${titlesZh})`).test(flat.slice(hit.index)))) continue;
    if (isWhole && !isFormal) continue;
    const isStaff = staff.some((person) => person.name.startsWith(surname)) || (hearing.call.agent.name.startsWith(surname) && !isFormal);
    if (isStaff && !isGiven) continue;
    const lead = flat.slice(Math.max(0, from - 2), from);
    const called = flat.slice(from, hit.index + title.length);
    // Somebody the caller spoke of, or one to whom something is to be done, is not the one spoken to.
    if (!isGiven && hearing.call.direction === 'inbound' && (thirdPerson.test(lead) || names.mentioned.includes(called))) continue;
    // 梁先生在税务局上班: told about, not spoken to.
    if (!isGiven && hearing.call.direction === 'inbound' && /^(?:在(?!吗|线)|是(?!吧|吗|不)|住|他|她|那边|那户|搬|已经搬)/.test(flat.slice(hit.index + title.length))) continue;
    return { at: from, length: hit.index + title.length - from };
  }
  // 馮生, 陳太: after the surname the caller gave, whatever comes next.
  for (const surname of names.given) {
    const at = surname.length === 1 ? flat.search(new RegExp(`${surname}(?:生(?![活日病意气产效锈人肖长动鲜怕])|太(?!太|大|多|平)|sir\\b)`)) : -1;
    if (at >= 0 && /^(?:$|[嘅呀啊哦好嗱咁多该晒谢得明知白收到阻请]|.*[，。 ])/.test(flat.slice(Math.max(0, at - 1), at))) return { at, length: 2 };
  }
  for (const hit of flat.matchAll(enAddress)) {
    const [words, name = ''] = hit;
    const isGiven = names.given.has(name);
    if (isGiven) return { at: hit.index, length: words.length };
    if (staff.some((person) => person.name.toLowerCase().split(' ').includes(name))) continue;
    // Somebody the caller asked for or spoke of is not the one spoken to; flat 31 joanna webb is.
    const plain = name.replace(/[^a-z]/g, '');
    if (new RegExp(`\\b(?:mr|mrs|ms|miss|for|to|with|tell|ask|about|from|by|that|is|reach|get|call|ring) (?:[a-z]+ )?${plain}\\b`).test(names.mentioned)) continue;
    if (/^ (?:in \w+ (?:he|she)|he|she|is|was|has|will|moved|usually|who|and (?:he|she))\b/.test(flat.slice(hit.index + words.length, hit.index + words.length + 24))) continue;
    if (hearing.call.direction === 'inbound' && /\b(?:for|to|with|by|ask|tell|call|from|about) $/.test(flat.slice(Math.max(0, hit.index - 6), hit.index)) && !/\bspeaking (?:to|with) $/.test(flat.slice(0, hit.index))) continue;
    return { at: hit.index, length: words.length };
  }
  return null;
}

/** Above this a sentence is sympathy in words on no list; below the other not even listed words make it so. */
const surelyKind = 0.3;
const hardlyKind = -3.5;

/** Sympathy by the lists or the learned scale. The whole sentence is quoted where only the scale hears it. */
function empathyIn(piece: Piece, isThanked: boolean, score: number): { at: number; length: number } | null {
  return score < hardlyKind ? null : (listedEmpathy(piece, isThanked) ?? (score > surelyKind ? { at: 0, length: piece.text.flat.length } : null));
}

/** An apology for the matter: strong words of sympathy, or an apology that names what happened and is not for waiting. */
function listedEmpathy(piece: Piece, isThanked: boolean): { at: number; length: number } | null {
  const strong = sympathies.find(piece.text);
  if (strong) return strong;
  for (const hit of apologies.all(piece.text)) {
    const around = piece.text.flat.slice(Math.max(0, hit.at - 20), hit.at + hit.length + (/[a-z]/.test(hit.words) ? 40 : 24));
    // Thanked first, then sorry: the apology is for what was reported, whatever it is called.
    const isPlain = isThanked && /对不|对唔|抱歉|道歉|sorry|apolog/.test(hit.words) && !smallApologies.test(around);
    if (!matterWords.test(around) && !isPlain) continue;
    const near = piece.text.flat.slice(Math.max(0, hit.at - 8), hit.at + hit.length + 14);
    // 让您堵在门口二十分钟很抱歉: what it is for was said right before.
    const lead = piece.text.flat.slice(Math.max(0, hit.at - 16), hit.at);
    if (matterWords.test(lead) && !smallApologies.test(lead)) return hit;
    if (smallApologies.test(near) && !/疏忽|不便|添|态度|没做好|这么多天|几天|[两三四五六七八九十\d]天|没(?:有)?收到|没人(?:理|回|管)|trouble|inconvenience/.test(around)) continue;
    return hit;
  }
  return null;
}

/** Thanks before an apology for the matter, within one turn. */
function thanksFirstIn(turn: Turn): Piece | null {
  const thanked = turn.pieces.find((piece) => thanks.test(piece.text));
  if (!thanked) return null;
  for (const piece of turn.pieces.filter((each) => each.place >= thanked.place)) {
    const thank = piece === thanked ? (thanks.find(piece.text)?.at ?? 0) : -1;
    for (const hit of apologies.all(piece.text)) {
      if (hit.at <= thank) continue;
      const near = piece.text.flat.slice(Math.max(0, hit.at - 10), hit.at + hit.length + (/[a-z]/.test(hit.words) ? 26 : 14));
      // Days without an answer are the matter, and no waiting.
      if (/没(?:有)?收到|没人(?:理|回|管)|[几两三四五六七八九十\d]天没/.test(piece.text.flat.slice(Math.max(0, hit.at - 20), hit.at))) return thanked;
      if (smallApologies.test(near) && !matterWords.test(piece.text.flat.slice(Math.max(0, hit.at - 16), hit.at + hit.length + 14))) continue;
      if (/稍等|等阵|得唔得|等一下|久等/.test(near)) continue;
      return thanked;
    }
  }
  return null;
}

const titleKey = keptKey();

/** Each good practice once, at the first piece that shows it. Breaks nothing: what is not heard is no finding. */
export function hearCourtesy(hearing: Hearing): Shown[] {
  const shown: Shown[] = [];
  const seen = new Set<PracticeId>();
  const show = (rule: PracticeId, piece: Piece, hit: { at: number; length: number } | null) => {
    if (!hit || seen.has(rule)) return;
    seen.add(rule);
    shown.push({ rule, segment: piece.index, words: printed(piece, hit), clause: practice[rule].clause });
  };
  const names: { given: Set<string>; mentioned: string } = { given: new Set(), mentioned: '' };
  for (const turn of hearing.turns) {
    if (turn.speaker === 'caller') {
      learnNames(turn, names, says(hearing.turns[turn.number - 1], nameAsked));
      names.mentioned += ` ${wordsOf(turn)}`;
      continue;
    }
    const first = thanksFirstIn(turn);
    const isMatter = callerTurnBefore(hearing, turn.number) !== undefined;
    for (const piece of turn.pieces) {
      show('address', piece, addressIn(piece, hearing, names));
      if (isMatter) show('empathy', piece, empathyIn(piece, first === piece, scoresAt(piece, hearing).empathy));
      show('we-words', piece, weWords.find(piece.text));
      if (isMatter && first === piece) show('thanks-first', piece, { at: 0, length: piece.text.flat.length });
    }
  }
  return shown;
}
