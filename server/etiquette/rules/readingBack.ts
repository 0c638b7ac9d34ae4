/** Reading a record back whole. S3 接听.6. */
import type { Piece } from '../hearing.ts';
import { readBackLeads, restateTags } from '../words/restating.ts';
import type { Overlap } from './overlap.ts';

const hasSlip = /单(?!元)|留言|口信|\b(?:order|ticket|job|slip|message|request) ?(?:reads|is|says|for|back|number|sheet)?\b/;

/** A record read back: announced as such and full, or with the caller's number and much of his matter in it. */
export function readsBack(piece: Piece, overlap: Overlap, callerDigits: readonly string[], isRecordKind: boolean, recorded: number): boolean {
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
