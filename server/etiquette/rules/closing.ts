/** How the call ends. S1 五.1.d, S3 接听.7, S4 四.8. */
import type { Breach } from '../finding.ts';
import { wordsOf, type Hearing } from '../hearing.ts';
import { findBySound } from '../sound.ts';
import { abuse, callerClosings, farewells, thanks, warnings } from '../words/closing.ts';

/** The caller went in the middle: on hold, or without a closing word from either side. */
function brokeOff(hearing: Hearing, lastWords: string): boolean {
  if (hearing.endedBy !== 'caller') return false;
  if (hearing.holds.some((hold) => !hold.isResumed)) return true;
  const last = hearing.pieces.at(-1);
  const saidClosing = farewells.test(lastWords) || thanks.test(hearing.agentPieces.at(-1)?.text ?? '') || /先这样|就这样|没(?:别的|其他)事/.test(lastWords);
  if (saidClosing) return false;
  return last?.speaker !== 'caller' || !callerClosings.test(last.text);
}

/** `close-missing`, `hung-up-first`. Nothing before the call is over; whom the agent has warned for abuse he may hang up on (S0 恶意投诉). */
export function judgeClosing(hearing: Hearing): Breach[] {
  const found: Breach[] = [];
  if (hearing.endedAt === null) return found;
  const lastTwo = hearing.agentTurns.slice(-2);
  const words = lastTwo.map(wordsOf).join(' ');
  const isThanked = thanks.test(words) || findBySound(words, '谢谢', false) >= 0;
  const isFarewell = farewells.test(words) || findBySound(words, '再见', false) >= 0;
  if (lastTwo.length > 0 && !(isThanked && isFarewell) && !brokeOff(hearing, words)) {
    const missing = [isThanked ? '' : '谢谢', isFarewell ? '' : '再见'].filter((word) => word !== '').join('、');
    found.push({ rule: 'close-missing', segment: null, words: missing, confidence: hearing.hasUnknownSpeaker ? 0.5 : 0.95 });
  }
  if (hearing.endedBy === 'agent') {
    const isAbusive = hearing.callerPieces.some((piece) => abuse.test(piece.text)) && hearing.agentPieces.some((piece) => warnings.test(piece.text));
    if (hearing.call.kind !== 'wrong-number' && !isAbusive) found.push({ rule: 'hung-up-first', segment: null, words: '', confidence: 1 });
  }
  return found;
}
