import { answerOf } from './attendance.ts';
import type { Fact, FactOf } from './fact.ts';

/** What stands in the place of words that were erased. */
export const erasedWords = '已删除';

/** The key of the fact that a call was erased: its other facts are read without what they tell of the caller. */
export const erasedKey = 'erased';

const blankText = (text: string): string => (text === '' ? '' : erasedWords);

/** A fact without what it tells of the caller. Times, rings, people of the office and how it came out stay. Once more changes nothing. */
export function blankFact(fact: Fact): Fact {
  switch (fact.kind) {
    case 'arrived':
      return { ...fact, callerNumber: null, callerRaw: '', callerCity: null, matches: [] };
    case 'turn':
      return blankTurn(fact);
    case 'noted':
      return { ...fact, text: blankText(fact.text) };
    case 'callerIs':
      return { ...fact, residentId: null };
    case 'recognised':
      return { ...fact, matches: [] };
    case 'attached':
      return { ...fact, matches: [], residentId: null, done: null };
    case 'followedUp':
      return { ...fact, reason: blankText(fact.reason) };
    default:
      return fact;
  }
}

/** That something was said stays, and whether it was yes or no: by these a call came out as it did. */
function blankTurn(turn: FactOf<'turn'>): Fact {
  const answer = turn.step === 'confirm' && turn.speech !== null ? answerOf({ digits: null, speech: turn.speech }) : null;
  const speech = turn.speech === null ? null : answer === 'yes' ? '是' : answer === 'no' ? '不' : blankText(turn.speech);
  // A key is an answer; more of them are a number.
  const digits = turn.digits !== null && /\d{2}/.test(turn.digits) ? '0' : turn.digits;
  const recipient = turn.recipient !== null && turn.recipient.staffId === null ? { ...turn.recipient, name: blankText(turn.recipient.name) } : turn.recipient;
  return { ...turn, speech, digits, recipient, number: null, numberCity: null };
}
