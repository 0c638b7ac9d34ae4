import { callerTurnBefore, wordsOf, type Hearing, type Piece } from '../hearing.ts';
import { asksFor } from '../learned/features.ts';
import type { Scores } from '../learned/scales.ts';
import { keptKey, keptWith } from '../plainText.ts';

const answerKey = keptKey();
const replyKey = keptKey();

const asksKey = keptKey();

/** Does the agent's turn answer what the caller asked for? */
export function isAnswerAt(piece: Piece, hearing: Hearing): boolean {
  const before = callerTurnBefore(hearing, piece.turn);
  const only = before?.pieces.length === 1 ? before.pieces[0] : undefined;
  return only ? keptWith(only.text, asksKey, () => asksFor(only.text.flat)) : asksFor(wordsOf(before));
}

/** The scores of what an agent said, after what the caller said before. */
export function scoresAt(piece: Piece, hearing: Hearing): Scores {
  const isAnswer = isAnswerAt(piece, hearing);
  return keptWith(piece.text, isAnswer ? answerKey : replyKey, () => hearing.scales.scoresOf(piece.text.flat, isAnswer));
}
