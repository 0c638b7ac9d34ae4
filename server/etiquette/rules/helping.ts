/** Turning a caller away: not our job, and the absent person. S1 六.12, S3 打电话.3, S3 接听.3. */
import type { Breach } from '../finding.ts';
import { nextAgentTurn, printed, says, wordsOf, type Hearing, type Turn } from '../hearing.ts';
import { scoresAt } from './scoresAt.ts';
import { absenceHelp, awayWords, ownMobile, personWanted, returnTimes } from '../words/absence.ts';
import { helpOffers } from '../words/helping.ts';
import { buts } from '../words/contradiction.ts';
import { mannerOf } from './manner.ts';

/** A transfer between this turn and the agent's next one counts as help. */
function transferFollows(hearing: Hearing, turn: Turn, next: Turn | undefined): boolean {
  const from = turn.pieces.at(-1)?.start ?? null;
  const to = next?.pieces[0]?.start ?? Number.POSITIVE_INFINITY;
  return from !== null && hearing.call.events.some((event) => event.type === 'transfer' && event.at >= from && event.at <= to);
}

/** An act promised is help, whatever its words. */
const commits = (turn: Turn | undefined, hearing: Hearing): boolean => turn?.pieces.some((piece) => scoresAt(piece, hearing).promise > 0) ?? false;

function refusing(hearing: Hearing): Breach[] {
  const found: Breach[] = [];
  for (const turn of hearing.agentTurns) {
    for (const piece of turn.pieces) {
      const manner = mannerOf(piece, hearing);
      if (manner?.kind !== 'not-our-job') continue;
      const { hit } = manner;
      // 可是我们也没有办法: an excuse behind a "but" is judged as that.
      const but = buts.find(piece.text);
      if (hit && but && but.at < hit.at && hit.at - but.at < 12 && /办法|无能为力|hands|nothing/.test(hit.words)) continue;
      const next = nextAgentTurn(hearing, turn.number);
      const helped = says(turn, helpOffers) || says(next, helpOffers) || commits(turn, hearing) || commits(next, hearing) || transferFollows(hearing, turn, next);
      if (helped) break;
      found.push({ rule: 'not-our-job', segment: piece.index, words: hit ? printed(piece, hit) : piece.text.raw.slice(0, 40), confidence: manner.confidence });
      break;
    }
  }
  return found;
}

/** Words of help, the person's own mobile not counted. */
function helps(words: string): boolean {
  return returnTimes.test(words) || absenceHelp.test(words.replace(/打(?:他|她|佢)(?:的)?(?:手机|电话)|联系(?:他|她)|call (?:his|her) (?:cell|mobile)/g, ''));
}

/** The whole name, or one part of a name in letters: carol for Carol Webb. */
const namesIn = (words: string, name: string): boolean =>
  words.includes(name.toLowerCase()) || name.toLowerCase().split(' ').some((part) => /^[a-z']{3,}$/.test(part) && words.split(' ').includes(part));

function absent(hearing: Hearing): Breach[] {
  const found: Breach[] = [];
  let isWanted = false;
  for (const turn of hearing.turns) {
    if (turn.speaker === 'caller') {
      isWanted ||= says(turn, personWanted) || hearing.call.staff.some((person) => namesIn(wordsOf(turn), person.name));
      continue;
    }
    if (!isWanted) continue;
    for (const piece of turn.pieces) {
      const hit = awayWords.find(piece.text);
      if (!hit || buts.test(piece.text.flat.slice(0, 2))) continue;
      const next = nextAgentTurn(hearing, turn.number);
      if (helps(wordsOf(turn)) || helps(wordsOf(next)) || commits(turn, hearing) || commits(next, hearing) || transferFollows(hearing, turn, next)) return found;
      const confidence = says(turn, ownMobile) ? 0.7 : 0.85;
      found.push({ rule: 'absent-bare', segment: piece.index, words: printed(piece, hit), confidence });
      return found;
    }
  }
  return found;
}

/** `not-our-job`, `absent-bare`. */
export function judgeHelping(hearing: Hearing): Breach[] {
  return [...refusing(hearing), ...absent(hearing)];
}
