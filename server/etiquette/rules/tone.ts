/** How it was said, and what was turned against the caller. S3 接听.3, S1 五.3.a, S0 客服工作建议, S1 六.3 and 六.9. */
import type { Breach } from '../finding.ts';
import { callerTurnBefore, printed, wordsOf, type Hearing, type Piece } from '../hearing.ts';
import { asksFor } from '../learned/features.ts';
import { plainText } from '../plainText.ts';
import { againstAfterBut, buts, concessions, helpAfterBut, quarrelWords } from '../words/contradiction.ts';
import { gruntOpeners } from '../words/opening.ts';
import { mannerOf, type Manner } from './manner.ts';

/** The printed words that speak for a manner: the listed ones, else the beginning of the sentence. */
const quoteOf = (piece: Piece, { hit }: Manner): string => (hit ? printed(piece, hit) : piece.text.raw.slice(0, longestQuote));
const longestQuote = 40;

/** Rude or quarrelsome sentences; 喂 as the first word; words the office forbids. */
function harsh(hearing: Hearing): Breach[] {
  const found: Breach[] = [];
  const forbidden = hearing.office.forbiddenWords.map((word) => plainText(word).flat).filter((word) => word !== '');
  const first = hearing.agentPieces[0];
  for (const piece of hearing.agentPieces) {
    const grunt = piece === first ? gruntOpeners.find(piece.text) : null;
    if (grunt) found.push({ rule: 'casual', segment: piece.index, words: printed(piece, grunt), confidence: 0.95 });
    const manner = mannerOf(piece, hearing);
    // An excuse behind a "but" is judged as that; a quarrel besides needs words of its own.
    if (manner && manner.kind !== 'not-our-job' && (manner.hit || !buts.test(piece.text))) found.push({ rule: manner.kind, segment: piece.index, words: quoteOf(piece, manner), confidence: manner.confidence });
    const own = forbidden.find((word) => piece.text.flat.includes(word));
    if (own !== undefined) found.push({ rule: 'casual', segment: piece.index, words: printed(piece, { at: piece.text.flat.indexOf(own), length: own.length }), confidence: 0.85 });
  }
  return found;
}

/** Does the clause after the "but" only repeat what the caller said? Then it is his "but". */
const isCallersOwn = (piece: Piece, at: number, length: number, caller: string): boolean => {
  const lead = piece.text.flat.slice(Math.max(0, at - (/[a-z] $/.test(piece.text.flat.slice(0, at)) ? 60 : 30)), at);
  if (/(?:您|你)(?:说|讲)[的得](?:对|是|有道理|没错|也)|我(?:没|没有|不是|可没|又没)(?:说|讲)/.test(lead)) return false;
  if (/(?:您|你)(?:是)?(?:说|讲|反映|的意思(?=是)|觉得|话|想)|you(?:'d like| said| mentioned| want| say)/.test(lead)) return true;
  const clause = piece.text.flat.slice(at + length, at + length + 24).trim();
  const head = clause.slice(0, /[a-z]/.test(clause) ? 14 : 5);
  return head.length >= 4 && caller.includes(head);
};

/** A clause so short that the "but" behind it is the gist of the turn. In characters. */
const shortLead = 14;

/** A "but" that turns against the caller: at the head of a turn, after a concession, or before an excuse or reproach. */
function contradicting(hearing: Hearing): Breach[] {
  const found: Breach[] = [];
  for (const piece of hearing.agentPieces) {
    const hits = buts.all(piece.text);
    if (hits.length === 0) continue;
    const before = callerTurnBefore(hearing, piece.turn);
    if (!before) continue;
    const caller = hearing.callerPieces.filter((each) => each.place < piece.place).map((each) => each.text.flat).join(' ');
    for (const hit of hits) {
      const lead = piece.text.flat.slice(0, hit.at);
      const rest = piece.text.flat.slice(hit.at + hit.length, hit.at + hit.length + 40);
      if (isCallersOwn(piece, hit.at, hit.length, caller) || rest.trim() === '') continue;
      if (helpAfterBut.test(rest)) continue;
      // Whoever has just agreed is not contradicted.
      const isAgreed = /^(?:好|行|可以|得|嗯|ok|okay|fine|sure|great|thanks?|thank you)(?:的|呀|啊|啦|嘅|吧|好)?$/.test(wordsOf(before));
      // 可以但要登记: yes, on a condition.
      const isYes = asksFor(wordsOf(before)) && /^(?:可以|行|得|能|有|好|会)/.test(lead);
      const isHead = !isAgreed && !isYes && lead.replace(/^(?:嗯|哦|是|对|好的?|哎|well|yes|yeah|okay|right|sure)+ ?/, '').length <= 2;
      const conceded = concessions.test(lead.slice(-40));
      const against = againstAfterBut.test(rest) || quarrelWords.test(rest);
      // 我理解…但是: whatever follows a concession and is no help turns against it.
      if (isHead || conceded || (against && ((lead.length <= shortLead && !asksFor(wordsOf(before))) || /规定|没办法|不能|不行|您自己|你自己|policy|rules|you /.test(rest.slice(0, 24))))) {
        found.push({ rule: 'no-but', segment: piece.index, words: printed(piece, { at: hit.at, length: hit.length + 10 }), confidence: isHead ? 0.8 : 0.85 });
        break;
      }
    }
  }
  return found;
}

/** `casual`, `argue`, `no-but`. */
export function judgeTone(hearing: Hearing): Breach[] {
  return [...harsh(hearing), ...contradicting(hearing)];
}
