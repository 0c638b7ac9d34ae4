import type { SlipContent, SlipField, SlipSource } from '../contract/slip.ts';
import { answerOf, keyed, messageRecording, nextQuestion, recipientOf } from './attendance.ts';
import type { Call } from './call.ts';
import { callerFrom, isRefusal } from './callerFrom.ts';
import { tellsMore } from './tellsMore.ts';
import type { SlipSeed } from '../slips/senses.ts';

/** Field 8 of a slip that no person wrote (DESIGN 7). */
export const attendantSignature = '自动接听';

/** Slips of calls to a number that no line knows: seen by administrators until a line is made for it. */
export const unassignedUnitId = 'unassigned';

const longestWords = 2000;

/**
 * The eight fields as far as the caller said or keyed them (DOMAIN 4: "when the attendant took the call, the slip is made from what
 * the caller said or keyed"). Null where he gave nothing: then there is no slip, only a missed call.
 */
export function attendantSlip(call: Call): SlipSeed | null {
  const attendant = call.state === 'attended' || call.state === 'ended' ? call.attendant : null;
  if (!attendant?.hasContent) return null;
  const { arrived } = call;
  const content: Partial<SlipContent> = {};
  const sources: Record<string, SlipSource> = {};
  const put = <K extends keyof SlipContent>(name: K, value: SlipContent[K], source: SlipSource): void => {
    content[name] = value;
    sources[name] = source;
  };

  const { language, ask } = nextQuestion(attendant.turns, arrived.line.languages);
  const found = recipientOf(attendant.turns);
  put('recipient', found?.name ?? (language === 'en' ? `${arrived.line.unitNameEn ?? arrived.line.unitName} front desk` : `${arrived.line.unitName}前台`), 'directory');
  content.recipientId = found?.staffId ?? null;

  const declined: SlipField[] = [];
  const name = attendant.turns.filter((turn) => turn.step === 'caller' && turn.speech !== null && turn.recipient === null).at(-1);
  if (name?.speech && isRefusal(name.speech)) declined.push('caller');
  else if (name?.speech) {
    const caller = callerFrom(name.speech);
    put('callerName', caller.name, 'speech');
    if (caller.company !== null) put('callerCompany', caller.company, 'speech');
  }

  const numberTurns = attendant.turns.filter((turn) => turn.step === 'number');
  const given = numberTurns.filter((turn) => turn.number !== null).at(-1);
  if (given?.number != null && given.number !== arrived.callerNumber) {
    put('callerNumber', given.number, keyed(given) !== null ? 'keypad' : 'speech');
    if (given.numberCity !== null) put('callerCity', given.numberCity, 'numbering-plan');
  } else if (given === undefined && numberTurns.some((turn) => answerOf(turn) === 'no')) {
    // A number that the caller has denied is none to call back on: it is taken back.
    content.callerNumber = '';
    content.callerCity = '';
  } else if (arrived.callerNumber !== null) {
    put('callerNumber', arrived.callerNumber, 'carrier');
    if (arrived.callerCity !== null) put('callerCity', arrived.callerCity, 'numbering-plan');
  }
  if (content.callerNumber === undefined || content.callerNumber === '') {
    if (numberTurns.some((turn) => turn.speech !== null && isRefusal(turn.speech))) declined.push('number', 'city');
  }

  // What was said to "how may we help" but names nobody is the matter itself; what named several is none while, or once, it is clear who is meant.
  const isNaming = found !== null || (call.state !== 'ended' && ask === 'recipient');
  const words = attendant.turns
    .filter((turn) => turn.speech !== null && ((turn.step === 'recipient' && (turn.recipient === null ? !(isNaming && turn.candidates) : tellsMore(turn.speech))) || turn.step === 'message'))
    .map((turn) => turn.speech)
    .join('\n')
    .slice(0, longestWords);
  if (words !== '') put('message', words, 'speech');

  const confirmed = attendant.turns.filter((turn) => turn.step === 'confirm' && answerOf(turn) !== null).at(-1);
  if (confirmed) put('actionsRequested', [answerOf(confirmed) === 'yes' ? 'call-back' : 'no-reply-needed'], keyed(confirmed) !== null ? 'keypad' : 'speech');

  put('calledAt', new Date(arrived.at).toISOString(), 'clock');
  put('recordedBy', attendantSignature, 'session');
  return {
    slipId: attendant.slipId,
    unitId: arrived.line.unitId ?? unassignedUnitId,
    state: call.state === 'ended' || confirmed ? 'taken' : 'draft',
    readBack: confirmed !== undefined,
    content,
    recordingSid: messageRecording(attendant),
    sources,
    declined,
  };
}
