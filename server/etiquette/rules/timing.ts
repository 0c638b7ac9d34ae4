/** What the clock proves: late answer, slow greeting, silence, interruption. S3 接听.1, S4 四.8, S1 六.11. */
import type { Breach } from '../finding.ts';
import type { Hearing, Piece } from '../hearing.ts';

const ringsAllowed = 3;
const greetingWithin = 3_000;
const silenceAllowed = 10_000;
const overlapAllowed = 700;

/** A sound that says only that one listens: what is left when the small words are taken away is nothing. */
const acknowledgement = /^(?:嗯|是的?|对的?|好的?|哦|噢|喔|啊|行|明白|了解|系|唔|哎|欸|知道了?|没错|可以|您说|您讲|您请说|请说|请讲|理解|得|冇错|好嘅|收到|那是|当然|ok|okay|yes|yeah|yep|right|sure|i see|mm|mhm|mmm|hm|uh huh|huh|of course|got it|oh|ah|go on|go ahead|certainly|understood|no|well| )+$/;
const longestAcknowledgement = 24;

function isAcknowledgement(flat: string): boolean {
  return flat.length <= longestAcknowledgement && acknowledgement.test(flat);
}

function answering(hearing: Hearing): Breach[] {
  const { call, answeredAt } = hearing;
  if (call.direction !== 'inbound') return [];
  const found: Breach[] = [];
  const arrivedAt = call.events.find((event) => event.type === 'arrived')?.at ?? 0;
  const isLate = answeredAt === null ? hearing.endedAt !== null : answeredAt - arrivedAt > ringsAllowed * call.ringCycleMs;
  if (isLate) {
    const seconds = answeredAt === null ? '—' : `${((answeredAt - arrivedAt) / 1000).toFixed(1)} s`;
    found.push({ rule: 'late-answer', segment: null, words: seconds, confidence: 1 });
  }
  const first = hearing.agentPieces[0];
  if (answeredAt !== null && typeof first?.start === 'number' && first.start - answeredAt > greetingWithin && !hearing.hasUnknownSpeaker && call.timesEstimated !== true) {
    found.push({ rule: 'slow-greeting', segment: null, words: `${((first.start - answeredAt) / 1000).toFixed(1)} s`, confidence: 1 });
  }
  return found;
}

/** Length of a silence outside the holds: the longest stretch that no hold covers. */
function longestOutsideHolds(from: number, to: number, hearing: Hearing): number {
  let longest = 0;
  let at = from;
  for (const hold of hearing.holds) {
    if (hold.to <= at || hold.from >= to) continue;
    longest = Math.max(longest, hold.from - at);
    at = Math.max(at, hold.to);
  }
  return Math.max(longest, to - at);
}

function silences(hearing: Hearing): Breach[] {
  const timed = hearing.pieces.filter((piece): piece is Piece & { start: number; end: number } => piece.start !== null && piece.end !== null);
  if (timed.length < hearing.pieces.length || hearing.call.timesEstimated === true) return [];
  const found: Breach[] = [];
  let quietSince = hearing.answeredAt;
  const check = (to: number, nextPlace: number) => {
    if (quietSince === null) return;
    const length = longestOutsideHolds(quietSince, to, hearing);
    if (length <= silenceAllowed) return;
    const agent = hearing.agentPieces.find((piece) => piece.place >= nextPlace);
    if (found.some((breach) => breach.segment === (agent?.index ?? null))) return;
    found.push({ rule: 'dead-air', segment: agent?.index ?? null, words: `${(length / 1000).toFixed(1)} s`, confidence: 1 });
  };
  for (const piece of timed) {
    if (quietSince === null || piece.start > quietSince) check(piece.start, piece.place);
    quietSince = Math.max(quietSince ?? piece.end, piece.end);
  }
  if (hearing.endedAt !== null && timed.length > 0) check(hearing.endedAt, hearing.pieces.length);
  return found;
}

function interruptions(hearing: Hearing): Breach[] {
  if (hearing.call.timesEstimated === true) return [];
  const found: Breach[] = [];
  // Only the caller's latest segments can still be open: a short look back keeps long calls linear.
  const lookBack = 6;
  for (const piece of hearing.agentPieces) {
    if (piece.start === null || isAcknowledgement(piece.text.flat)) continue;
    for (let i = piece.place - 1; i >= Math.max(0, piece.place - lookBack); i--) {
      const other = hearing.pieces[i];
      if (other?.speaker !== 'caller' || other.start === null || other.end === null) continue;
      if (other.start < piece.start && other.end - piece.start > overlapAllowed && other.end > other.start) {
        found.push({ rule: 'interrupt', segment: piece.index, words: piece.text.raw.slice(0, 24), confidence: 0.95 });
        break;
      }
    }
  }
  return found;
}

/** `late-answer`, `slow-greeting` (3 s), `dead-air` (10 s), `interrupt` (700 ms of overlap). Without times of speech only the first can be found. */
export function judgeTiming(hearing: Hearing): Breach[] {
  return [...answering(hearing), ...silences(hearing), ...interruptions(hearing)];
}
