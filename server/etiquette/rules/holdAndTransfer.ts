/** Leaving the line and passing it on. S1 五.1.f, S1 五.3.e, S3 打电话.4-5. */
import type { Breach } from '../finding.ts';
import { agentTurnsBefore, says, wordsOf, type Hearing, type Turn } from '../hearing.ts';
import { plainText } from '../plainText.ts';
import { findBySound } from '../sound.ts';
import { transferReasons, transferTargets, transferWords, waitApologies, waitRequests } from '../words/waiting.ts';

const longestHold = 60_000;

const lastIndex = (turn: Turn | undefined): number | null => turn?.pieces.at(-1)?.index ?? null;
const firstWords = (turn: Turn | undefined): string => turn?.pieces.at(-1)?.text.raw.slice(0, 40) ?? '';

function holds(hearing: Hearing): Breach[] {
  const found: Breach[] = [];
  for (const event of hearing.call.events) {
    if (event.type !== 'hold') continue;
    const before = agentTurnsBefore(hearing, event.at).at(-1);
    const asked = says(before, waitRequests) || findBySound(wordsOf(before), '稍等', false) >= 0;
    if (!asked) found.push({ rule: 'hold-no-consent', segment: lastIndex(before), words: firstWords(before), confidence: 0.95 });
  }
  for (const hold of hearing.holds) {
    if (hold.to - hold.from > longestHold) found.push({ rule: 'long-hold', segment: null, words: `${Math.round((hold.to - hold.from) / 1000)} s`, confidence: 1 });
    if (!hold.isResumed) continue;
    const pieces = hearing.agentPieces.filter((piece) => piece.start !== null && piece.start >= hold.to - 500);
    const turn = pieces[0] && hearing.turns[pieces[0].turn];
    if (!turn) continue;
    const said = turn.pieces.filter((piece) => piece.place >= (pieces[0]?.place ?? 0));
    const words = said.map((piece) => piece.text.flat).join(' ');
    if (waitApologies.test(words) || findBySound(words, '久等', false) >= 0) continue;
    found.push({ rule: 'hold-no-apology', segment: said[0]?.index ?? null, words: said[0]?.text.raw.slice(0, 40) ?? '', confidence: 0.95 });
  }
  return found;
}

/** Names by which the one transferred to may be called: 廖凡, 廖工, Frank. */
function targetNamed(words: string, to: string): boolean {
  const plain = plainText(to).flat;
  if (plain === '') return false;
  if (words.includes(plain)) return true;
  if (/[一-鿿]/.test(plain)) {
    return new RegExp(`${plain.charAt(0)}(?:工|主管|经理|主任|队|班长|组长|师傅|管家|总|姐|哥|先生|小姐|女士|会计)|(?:老|小|阿)${plain.charAt(0)}`).test(words) || (plain.length >= 3 && words.includes(plain.slice(1)));
  }
  return plain.split(' ').some((part) => part.length > 2 && new RegExp(`\\b${part.replace(/[^a-z]/g, '')}\\b`).test(words));
}

function transfers(hearing: Hearing): Breach[] {
  const found: Breach[] = [];
  for (const event of hearing.call.events) {
    if (event.type !== 'transfer') continue;
    const turns = agentTurnsBefore(hearing, event.at).slice(-2);
    const last = turns.at(-1);
    const words = turns.map(wordsOf).join(' ');
    const passes = transferWords.test(words);
    const said = (passes && (transferTargets.test(words) || transferReasons.test(words))) || targetNamed(words, event.to ?? '');
    if (!said) found.push({ rule: 'transfer-no-reason', segment: lastIndex(last), words: firstWords(last), confidence: 0.9 });
  }
  return found;
}

/** `hold-no-consent`, `hold-no-apology`, `long-hold`, `transfer-no-reason`. Judged on hold and transfer events only: without them nothing is found. */
export function judgeHoldAndTransfer(hearing: Hearing): Breach[] {
  return [...holds(hearing), ...transfers(hearing)];
}
