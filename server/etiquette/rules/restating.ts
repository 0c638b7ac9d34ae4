/** Restating the matter, and reading a record back whole. S3 接听.5-6, S4 四.8, S0 重复客户说话内容的要点. */
import type { Breach, Shown } from '../finding.ts';
import type { Hearing, Piece, Reading } from '../hearing.ts';
import { awayWords } from '../words/absence.ts';
import { concepts } from '../words/matters.ts';
import { deskWords, englishGrammar, grammarChars, identityWords, readBackLeads, restateLeads, restateTags } from '../words/restating.ts';
import { againstAfterBut, buts, concessions, helpAfterBut } from '../words/contradiction.ts';
import { refusals } from '../words/helping.ts';
import { declines } from '../words/privacy.ts';
import { isHarsh } from './manner.ts';
import { practice } from '../manual.ts';
import { keptWith } from '../plainText.ts';
import { soundOf } from '../sound.ts';

/** Words that can carry a matter, with their places: Chinese pairs of characters, English stems. */
type Content = { readonly pairs: readonly { readonly word: string; readonly at: number }[]; readonly stems: readonly { readonly word: string; readonly at: number }[]; readonly chars: ReadonlySet<string> };

const isHan = (char: string): boolean => char >= '㐀' && char <= '鿿';
const stemOf = (word: string): string => word.replace(/'s$|'$/, '').replace(/(?:ing|ed|es|s)$/, (tail, at: number) => (at >= 3 ? '' : tail)).replace(/([a-z])\1$/, '$1').replace(/e$/, '');

/** Pairs of characters with names, numbers and times left in: what a record holds. */
/** Numbers and times belong to a record: only the barest grammar is left out. */
const recordStop = new Set(Array.from('的了吗呢吧啊呀哦嗯嘛我你您他她们是在有那这就都也请问好'));
const recordKey = {};
const recordPairs = (text: Reading): ReadonlySet<string> => keptWith(text, recordKey, () => readRecord(text));

function readRecord(text: Reading): ReadonlySet<string> {
  const pairs = new Set<string>();
  const { flat } = text;
  if (/[一-鿿]/.test(flat)) {
    for (let i = 0; i + 1 < flat.length; i++) {
      const pair = flat.slice(i, i + 2);
      if (!recordStop.has(pair.charAt(0)) && !recordStop.has(pair.charAt(1))) pairs.add(pair);
    }
  } else for (const word of flat.split(' ')) if (/\d/.test(word) || (word.length > 3 && !englishGrammar.has(word))) pairs.add(stemOf(word));
  return pairs;
}

const contentKey = {};
const contentOf = (text: Reading): Content => keptWith(text, contentKey, () => readContent(text));

function readContent(text: Reading): Content {
  // Names, flats, times: who and where, not what. Replaced by a mark of the same length, so that places stay.
  const flat = text.flat.replace(identityWords, (words) => '#'.repeat(words.length));
  const pairs: { word: string; at: number }[] = [];
  const chars = new Set<string>();
  for (let i = 0; i < flat.length; i++) {
    const a = flat.charAt(i);
    if (!isHan(a) || grammarChars.has(a)) continue;
    chars.add(a);
    const b = flat.charAt(i + 1);
    if (!isHan(b) || grammarChars.has(b) || deskWords.has(a + b)) continue;
    // By sound: a recogniser may write the caller's 岗亭 as 港亭.
    pairs.push({ word: `${soundOf(a)} ${soundOf(b)}`, at: i });
  }
  const stems = Array.from(flat.matchAll(/[a-z][a-z']{2,}/g), (hit) => ({ raw: hit[0], at: hit.index }))
    .filter(({ raw }) => !englishGrammar.has(raw.replace(/'(?:s|re|ve|ll|d|m)$/, '')) && !/n't$/.test(raw))
    .map(({ raw, at }) => ({ word: stemOf(raw), at }));
  return { pairs, stems, chars };
}

const conceptsKey = {};
const conceptsOf = (text: Reading): ReadonlySet<string> => keptWith(text, conceptsKey, () => conceptsIn(text.flat));

const conceptNames = concepts.map(([name]) => name);
/** All concepts in one expression: the group that matched tells which. */
const conceptPattern = new RegExp(concepts.map(([, pattern]) => `(${pattern})`).join('|'), 'g');

function conceptsIn(flat: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const hit of flat.matchAll(conceptPattern)) {
    const group = hit.findIndex((words, i) => i > 0 && words !== undefined);
    const name = conceptNames[group - 1];
    if (name !== undefined) found.add(name);
  }
  return found;
}

/** How much of the caller's matter one stretch of the agent's words takes up again. */
type Overlap = { readonly han: number; readonly english: number; readonly chars: number; readonly share: number; readonly total: number; /** matters named in any words */ readonly matters: number };

/** A stretch in which a restatement stands together: longer overlaps are chance. */
const stretch = 18;
const stretchEnglish = 70;

function overlapOf(agent: Content, concepts: ReadonlySet<string>, pairs: ReadonlySet<string>, stems: ReadonlySet<string>, chars: ReadonlySet<string>, matters: ReadonlySet<string>): Overlap {
  const places = [...new Set(agent.pairs.flatMap(({ word, at }) => (pairs.has(word) ? [at, at + 1] : [])))].sort((a, b) => a - b);
  const most = (list: readonly number[], width: number) => {
    let best = 0;
    for (let i = 0, j = 0; j < list.length; j++) {
      while ((list[j] ?? 0) - (list[i] ?? 0) > width) i++;
      best = Math.max(best, j - i + 1);
    }
    return best;
  };
  const seen = new Set<string>();
  const words = agent.stems.filter(({ word }) => stems.has(word) && !seen.has(word) && seen.add(word)).map(({ at }) => at);
  let shared = 0;
  for (const char of agent.chars) if (chars.has(char)) shared++;
  let named = 0;
  for (const each of concepts) if (matters.has(each)) named++;
  return { matters: named, han: most(places, stretch), english: most(words, stretchEnglish), chars: shared, share: shared / Math.max(1, agent.chars.size), total: places.length + words.length * 2 };
}

const processing = /登记|记下|记录|记着|报给|报上|反映|转给|转告|安排|派|的事(?!情)|的问题|这个(?:问题|情况)|帮您(?:查|问|看|约|改|换|订|处理|联系|跟)|\b(?:noted|logged|report|arrange|i'll (?:check|look|send|get|log|report|ask|pass)|let me (?:check|look))\b/;
const asking = /哪|什么|几|多久|多大|吗|呢|是不是|有没有|还是|怎么|\b(?:which|what|where|when|how|is it|are you|do you|does|did|has)\b/;
const answering = /^(?:好|可以|不|没|要|行|能|是(?:的)?在|一般)/;

const bookingWords = /(?:约|订|定|安排|登记|预约|改|下单|开单|记|报)(?:好|上|下|在|到)(?:了|的)?|那就|给您(?:约|订|定)|\b(?:booked|put you down|you're down|all set|i've got you|scheduled)\b/;

const shortestQuestion = 13;
const detailAsked = /^(?:请问|您|你|那|是|您家|您的|嗯|好的?|您那)*.{0,6}(?:哪(?!里(?:漏|坏|堵))|几|多少|什么(?!情况)|谁)/;

function restates(piece: Piece, overlap: Overlap, hearing: Hearing, accepted: boolean): boolean {
  const { kind } = hearing.call;
  const isMatterCall = mustRestate.has(kind);
  const { flat } = piece.text;
  const isTagged = restateTags.test(piece.text);
  const isLed = restateLeads.test(piece.text);
  const but = buts.find(piece.text);
  const behindBut = but === null ? '' : flat.slice(but.at + but.length, but.at + but.length + 40);
  const isHostile = isHarsh(piece, hearing) || (but !== null && (againstAfterBut.test(behindBut) || (concessions.test(flat.slice(0, but.at)) && !helpAfterBut.test(behindBut))));
  if (isHostile && !isTagged) return false;
  // 哪部电梯, 您车位号是多少: a short question after one detail restates nothing.
  if (!isTagged && flat.length <= shortestQuestion && detailAsked.test(flat) && overlap.han < 4) return false;
  // 毕主管不在: the name comes back, the matter does not.
  if (awayWords.test(piece.text) && !isTagged && (flat.length <= 16 || /留言|口信|转给|转告|message/.test(flat))) return false;
  if (isTagged && (overlap.han >= 2 || overlap.english >= 1 || overlap.chars >= 2)) return true;
  if (isTagged && overlap.chars >= 1 && !/贵姓|怎么称呼|几栋|哪栋|几号|您是(?:业主|住户)/.test(flat)) return true;
  if (isLed && (overlap.han >= 3 || overlap.english >= 2)) return true;
  if (isMatterCall && isLed && (overlap.han >= 2 || overlap.english >= 1) && !refusals.test(piece.text)) return true;
  if (processing.test(flat) && (overlap.han >= 3 || overlap.english >= 2)) return true;
  if (asking.test(flat) && (overlap.han >= 4 || overlap.english >= 2)) return true;
  // A repair or a complaint that is named again is restated; an inquiry's words come back in any answer to it.
  if (isMatterCall && !refusals.test(piece.text) && !declines.test(piece.text) && (overlap.han >= 4 || overlap.english >= 2 || (overlap.chars >= 3 && overlap.share >= 0.5))) return true;
  // The same matter in other words: 滴水 for 漏水, 道闸 for 栏杆.
  if (isMatterCall && !refusals.test(piece.text) && !declines.test(piece.text)) {
    if (overlap.matters >= 2 || (overlap.matters >= 1 && (overlap.han >= 2 || overlap.english >= 1 || overlap.chars >= 2))) return true;
    if (overlap.matters >= 1 && (isTagged || isLed)) return true;
    if (isLed && overlap.chars >= 3) return true;
  }
  // What was offered and has been accepted is named again when it is booked.
  if (isMatterCall && accepted && bookingWords.test(flat)) return true;
  if (!isMatterCall) return overlap.english >= 4 || overlap.han >= (kind === 'other' ? 5 : 8) || (overlap.english >= 3 && flat.length <= 60);
  return overlap.english >= 3 || overlap.han >= 6 || (overlap.han >= 4 && !answering.test(flat) && flat.length <= 24);
}

const hasSlip = /单(?!元)|留言|口信|\b(?:order|ticket|job|slip|message|request) ?(?:reads|is|says|for|back|number|sheet)?\b/;

/** A record read back: announced as such and full, or with the caller's number and much of his matter in it. */
function readsBack(piece: Piece, overlap: Overlap, callerDigits: readonly string[], isRecordKind: boolean, recorded: number): boolean {
  const { flat, runs } = piece.text;
  const size = /[一-鿿]/.test(flat) ? flat.length : flat.length / 4;
  // In a repair or a complaint only the slip itself is read back: 报修单我念一遍, so the order reads.
  if (!isRecordKind && !hasSlip.test(flat)) return false;
  if (!isRecordKind && size >= 30 && readBackLeads.test(piece.text)) return true;
  const isLedShort = isRecordKind && size >= 14 && readBackLeads.test(piece.text) && recorded >= 6;
  if (isLedShort) return true;
  if (size < 22) return false;
  const hasNumber = runs.some((run) => callerDigits.some((digits) => digits.length >= 7 && (run.digits.includes(digits.slice(-7)) || digits.includes(run.digits.slice(-7)))));
  const isLed = readBackLeads.test(piece.text);
  const isTagged = restateTags.test(piece.text);
  if (isLed && overlap.total >= (isTagged && isRecordKind ? 2 : 4) && (isTagged || hasNumber || size >= 34)) return isRecordKind || hasNumber || overlap.total >= 8;
  if (isRecordKind && size >= 30 && recorded >= (size >= 50 ? 6 : 8) && (isTagged || isLed || hasNumber || /记录人|现在是/.test(flat))) return true;
  if (isRecordKind && size >= 36 && overlap.total >= 3 && (isTagged || isLed || /记录人|现在是/.test(flat))) return true;
  if (isRecordKind && hasNumber && isTagged && (overlap.total >= 4 || recorded >= 8)) return true;
  return hasNumber && overlap.total >= 6 && size >= 34 && (isTagged || size >= 45);
}

const sharedOf = (some: ReadonlySet<string>, all: ReadonlySet<string>): number => {
  let shared = 0;
  for (const each of some) if (all.has(each)) shared++;
  return shared;
};

const none: ReadonlySet<string> = new Set();
const mustRestate = new Set(['repair', 'complaint', 'message', 'housekeeping']);

export function hearRestating(hearing: Hearing): { shown: Shown[]; breaches: Breach[] } {
  const { call } = hearing;
  const shown: Shown[] = [];
  const pairs = new Set<string>();
  const stems = new Set<string>();
  const chars = new Set<string>();
  const matters = new Set<string>();
  const callerDigits: string[] = [];
  const record = new Set<string>();
  const isRecordKind = call.kind === 'message' || call.kind === 'housekeeping';
  const offered = { pairs: new Set<string>(), stems: new Set<string>(), chars: new Set<string>() };
  let isRestated = false;
  let isReadBack = false;
  const show = (rule: 'repeat' | 'read-back', piece: Piece) => shown.push({ rule, segment: piece.index, words: piece.text.raw.slice(0, 60), clause: practice[rule].clause });
  /** What the caller said is read when there is an agent's turn to compare it with. */
  const unread: Piece[] = [];
  const readCaller = () => {
    for (const { text } of unread.splice(0)) {
      const content = contentOf(text);
      if (isRecordKind) for (const pair of recordPairs(text)) record.add(pair);
      for (const { word } of content.pairs) pairs.add(word);
      for (const { word } of content.stems) stems.add(word);
      for (const char of content.chars) chars.add(char);
      if (!isRestated) for (const name of conceptsOf(text)) matters.add(name);
      callerDigits.push(...text.runs.map((run) => run.digits));
    }
  };
  for (const piece of hearing.pieces) {
    if (piece.speaker === 'caller') {
      unread.push(piece);
      continue;
    }
    if (piece.speaker !== 'agent' || call.kind === 'wrong-number' || (isRestated && isReadBack)) continue;
    // Once the matter is restated only a reading back is left to find.
    if (isRestated && piece.text.flat.length < 22) continue;
    if (isRestated && !isRecordKind && piece.text.runs.length === 0 && !readBackLeads.test(piece.text)) continue;
    readCaller();
    if (pairs.size === 0 && stems.size === 0) continue;
    const content = contentOf(piece.text);
    const overlap = overlapOf(content, isRestated ? none : conceptsOf(piece.text), pairs, stems, chars, matters);
    const isWhole = !isReadBack && readsBack(piece, overlap, callerDigits, isRecordKind, isRecordKind ? sharedOf(recordPairs(piece.text), record) : 0);
    if (!isRestated && (isWhole || restates(piece, overlap, hearing, bookingWords.test(piece.text.flat) && overlapOf(content, none, offered.pairs, offered.stems, offered.chars, none).han >= 3))) {
      isRestated = true;
      show('repeat', piece);
    }
    if (isWhole) {
      isReadBack = true;
      show('read-back', piece);
    }
    for (const { word } of content.pairs) offered.pairs.add(word);
    // What the agent offered belongs to the order that is read back.
    if (call.kind === 'housekeeping') for (const pair of recordPairs(piece.text)) record.add(pair);
  }
  const isMissing = mustRestate.has(call.kind) && !isRestated && hearing.endedAt !== null && hearing.agentPieces.length > 0;
  return { shown, breaches: isMissing ? [{ rule: 'no-repeat', segment: null, words: '', confidence: hearing.hasUnknownSpeaker ? 0.4 : 0.75 }] : [] };
}
