/** How it was said, and what was turned against the caller. S3 接听.3, S1 五.3.a, S0 客服工作建议, S1 六.3 and 六.9. */
import type { Breach } from '../finding.ts';
import { callerTurnBefore, printed, wordsOf, type Hearing, type Piece } from '../hearing.ts';
import { plainText } from '../plainText.ts';
import { againstAfterBut, blameWords, buts, concessions, helpAfterBut, ownsFault, quarrelWords } from '../words/contradiction.ts';
import { refusals } from '../words/helping.ts';
import { gruntOpeners } from '../words/opening.ts';
import { casualWords } from '../words/tone.ts';
import { asks, toneOf } from './toneSigns.ts';

function casual(hearing: Hearing): Breach[] {
  const found: Breach[] = [];
  const forbidden = hearing.office.forbiddenWords.map((word) => plainText(word).flat).filter((word) => word !== '');
  const first = hearing.agentPieces[0];
  for (const piece of hearing.agentPieces) {
    const grunt = piece === first ? gruntOpeners.find(piece.text) : null;
    const own = forbidden.find((word) => piece.text.flat.includes(word));
    const hit = grunt ?? casualWords.find(piece.text) ?? (own === undefined ? null : { at: piece.text.flat.indexOf(own), length: own.length });
    if (!hit && callerTurnBefore(hearing, piece.turn) && toneOf(piece, hearing) === 'casual' && (asks(callerTurnBefore(hearing, piece.turn)) || !quarrelWords.test(piece.text)) && !refusals.test(piece.text)) found.push({ rule: 'casual', segment: piece.index, words: piece.text.raw.slice(0, 40), confidence: 0.6 });
    if (hit) found.push({ rule: 'casual', segment: piece.index, words: printed(piece, hit), confidence: grunt ? 0.95 : 0.85 });
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
      const isYes = asks(before) && /^(?:可以|行|得|能|有|好|会)/.test(lead);
      const isHead = !isAgreed && !isYes && lead.replace(/^(?:嗯|哦|是|对|好的?|哎|well|yes|yeah|okay|right|sure)+ ?/, '').length <= 2;
      const conceded = concessions.test(lead.slice(-40));
      const against = againstAfterBut.test(rest) || quarrelWords.test(rest);
      // 我理解…但是: whatever follows a concession and is no help turns against it.
      if (isHead || conceded || (against && ((lead.length <= shortLead && !asks(before)) || /规定|没办法|不能|不行|您自己|你自己|policy|rules|you /.test(rest.slice(0, 24))))) {
        found.push({ rule: 'no-but', segment: piece.index, words: printed(piece, { at: hit.at, length: hit.length + 10 }), confidence: isHead ? 0.8 : 0.85 });
        break;
      }
    }
  }
  return found;
}

function arguing(hearing: Hearing): Breach[] {
  const found: Breach[] = [];
  for (const piece of hearing.agentPieces) {
    if (hearing.turns[piece.turn - 1] === undefined) continue;
    // 您说工程部拖了三天: the caller's blame repeated is not the agent's.
    // To a question nothing can be contradicted: 牌子上写得清清楚楚自己看 is a brush-off.
    const isBrushOff = asks(callerTurnBefore(hearing, piece.turn)) && toneOf(piece, hearing) === 'casual';
    const hit = isBrushOff ? null : quarrelWords.all(piece.text).find((each) => !/(?:您|你)(?:是)?(?:说|讲|反映|投诉|觉得|指)(?!的|得).{0,6}$/.test(piece.text.flat.slice(Math.max(0, each.at - 12), each.at))) ?? null;
    const blame = hit === null && blameWords.test(piece.text) && !ownsFault.test(piece.text) ? blameWords.find(piece.text) : null;
    if (blame) found.push({ rule: 'argue', segment: piece.index, words: printed(piece, blame), confidence: 0.7 });
    if (hit === null && !blame && toneOf(piece, hearing) === 'argue' && !casualWords.test(piece.text) && !refusals.test(piece.text) && !buts.test(piece.text)) found.push({ rule: 'argue', segment: piece.index, words: piece.text.raw.slice(0, 40), confidence: 0.6 });
    // One rude phrase is one fault: what `casual` already names is no quarrel besides.
    const rude = casualWords.all(piece.text);
    const isOwn = hit !== null && rude.some((each) => each.at < hit.at + hit.length && hit.at < each.at + each.length);
    if (hit && !isOwn) found.push({ rule: 'argue', segment: piece.index, words: printed(piece, hit), confidence: 0.8 });
  }
  return found;
}

export function judgeTone(hearing: Hearing): Breach[] {
  return [...casual(hearing), ...contradicting(hearing), ...arguing(hearing)];
}

export const lastWordsOfCaller = (hearing: Hearing, piece: Piece): string => wordsOf(callerTurnBefore(hearing, piece.turn));
