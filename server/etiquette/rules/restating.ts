/** Restating the matter, and reading a record back whole. S3 接听.5-6, S4 四.8, S0 重复客户说话内容的要点. */
import type { Breach, Shown } from '../finding.ts';
import type { Hearing, Piece } from '../hearing.ts';
import { classesOf, standardised } from '../learned/classes.ts';
import { practice } from '../manual.ts';
import { awayWords } from '../words/absence.ts';
import { farewells } from '../words/closing.ts';
import { againstAfterBut, buts, concessions, helpAfterBut } from '../words/contradiction.ts';
import { refusals } from '../words/helping.ts';
import { declines } from '../words/privacy.ts';
import { readBackLeads, restateLeads, restateTags } from '../words/restating.ts';
import { isHarsh } from './manner.ts';
import { conceptsOf, contentOf, overlapOf, recordPairs, sharedOf, type Overlap } from './overlap.ts';
import { readsBack } from './readingBack.ts';

const processing = /登记|记下|记录|记着|报给|报上|反映|转给|转告|安排|派|的事(?!情)|的问题|这个(?:问题|情况)|帮您(?:查|问|看|约|改|换|订|处理|联系|跟)|\b(?:noted|logged|report|arrange|i'll (?:check|look|send|get|log|report|ask|pass)|let me (?:check|look))\b/;
const asking = /哪|什么|几|多久|多大|吗|呢|是不是|有没有|还是|怎么|\b(?:which|what|where|when|how|is it|are you|do you|does|did|has)\b/;
const answering = /^(?:好|可以|不|没|要|行|能|是(?:的)?在|一般)/;

const bookingWords = /(?:约|订|定|安排|登记|预约|改|下单|开单|记|报)(?:好|上|下|在|到)(?:了|的)?|那就|给您(?:约|订|定)|\b(?:booked|put you down|you're down|all set|i've got you|scheduled)\b/;

const detailAsked = /^(?:请问|您|你|那|是|您家|您的|嗯|好的?|您那)*.{0,6}(?:哪(?!里(?:漏|坏|堵))|几|多少|什么(?!情况)|谁)/;

/** Steps in which a count or a share is told. */
const countSteps = [1, 2, 3, 4, 6, 9];
const shareSteps = [0.15, 0.3, 0.45, 0.6, 0.8];
const sizeSteps = [8, 14, 22, 35];
const latinPerHan = 3.5;

const stepOf = (value: number, steps: readonly number[]): number => steps.filter((each) => value >= each).length;

/** The classes of its words and each two that follow one another. */
function classSigns(flat: string): string[] {
  const names = classesOf(standardised(flat), true, true);
  return [...new Set([...names.map((name) => `k${name}`), ...names.slice(1).map((name, i) => `k${names[i] ?? ''} ${name}`)])];
}

/** What speaks for and against a restatement, each as one word that the learned scale weighs. */
function restateSigns(piece: Piece, overlap: Overlap, hearing: Hearing, isAccepted: boolean): string[] {
  const { kind } = hearing.call;
  const { flat } = piece.text;
  const but = buts.find(piece.text);
  const behindBut = but === null ? '' : flat.slice(but.at + but.length, but.at + but.length + 40);
  const isTagged = restateTags.test(piece.text);
  const isAsking = asking.test(flat);
  const size = stepOf(/[一-鿿]/.test(flat) ? flat.length : flat.length / latinPerHan, sizeSteps);
  const common = stepOf(Math.max(overlap.han, overlap.english * 2), countSteps);
  const flags: readonly (readonly [name: string, isSo: boolean])[] = [
    ['tagged', isTagged], ['led', restateLeads.test(piece.text)], ['processing', processing.test(flat)], ['asking', isAsking], ['answering', answering.test(flat)],
    ['detail', overlap.chars < 3 && detailAsked.test(flat)], ['harsh', isHarsh(piece, hearing)], ['away', awayWords.test(piece.text)], ['refusing', refusals.test(piece.text)], ['declining', declines.test(piece.text)],
    ['farewell', farewells.test(piece.text)], ['booked', isAccepted && bookingWords.test(flat)], ['against', but !== null && (againstAfterBut.test(behindBut) || (concessions.test(flat.slice(0, but.at)) && !helpAfterBut.test(behindBut)))],
  ];
  const group = mustRestate.has(kind) ? kind : kind === 'other' ? 'other' : 'inquiry';
  return [
    `kind ${group}`, `common ${common}`, `common ${common} ${group}`, `chars ${stepOf(overlap.chars, countSteps)}`, `share ${stepOf(overlap.share, shareSteps)}`, `share ${stepOf(overlap.share, shareSteps)} chars ${stepOf(overlap.chars, countSteps)}`,
    `matters ${Math.min(3, overlap.matters)}`, `size ${size}`, `size ${size} common ${common}`,
    ...flags.filter(([, isSo]) => isSo).flatMap(([name]) => [name, `${name} common ${Math.min(3, common)}`, `${name} matters ${Math.min(1, overlap.matters)}`]),
    ...(isTagged && isAsking ? ['tagged asking'] : []),
    ...classSigns(flat),
  ];
}

const none: ReadonlySet<string> = new Set();
const mustRestate = new Set(['repair', 'complaint', 'message', 'housekeeping']);

/** How surely the sentence with these signs restates the matter: above 0 it does. */
export type Weigh = (signs: readonly string[], piece: Piece) => number;

/** Words that share nothing with the caller's matter restate nothing. */
const hasNothing = (overlap: Overlap, isTagged: boolean): boolean => overlap.han === 0 && overlap.english === 0 && overlap.matters === 0 && overlap.chars < (isTagged ? 1 : 2);

/** Where nothing restates for sure, what comes near it does: agents who never restate say nothing of the kind. */
const nearlyRestated = -1.2;

/** 对吗, is that right: asked for a yes, less needs to be in common. */
const nearlyTagged = -2;

/** `weigh` is the labels' word in learning; else the learned scale decides. */
export function hearRestating(hearing: Hearing, weigh: Weigh = hearing.scales.restateScore): { shown: Shown[]; breaches: Breach[] } {
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
  const candidates: { readonly piece: Piece; readonly score: number }[] = [];
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
    const isAccepted = () => bookingWords.test(piece.text.flat) && overlapOf(content, none, offered.pairs, offered.stems, offered.chars, none).han >= 3;
    const score = isRestated ? 0 : isWhole ? Number.POSITIVE_INFINITY : hasNothing(overlap, restateTags.test(piece.text)) ? Number.NEGATIVE_INFINITY : weigh(restateSigns(piece, overlap, hearing, isAccepted()), piece);
    if (score > nearlyRestated) candidates.push({ piece, score });
    if (!isRestated && score > (restateTags.test(piece.text) ? nearlyTagged : 0)) {
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
  const nearest = candidates.sort((a, b) => b.score - a.score)[0];
  if (!isRestated && nearest && mustRestate.has(call.kind)) {
    isRestated = true;
    show('repeat', nearest.piece);
  }
  const isMissing = mustRestate.has(call.kind) && !isRestated && hearing.endedAt !== null && hearing.agentPieces.length > 0;
  return { shown, breaches: isMissing ? [{ rule: 'no-repeat', segment: null, words: '', confidence: hearing.hasUnknownSpeaker ? 0.4 : 0.75 }] : [] };
}
