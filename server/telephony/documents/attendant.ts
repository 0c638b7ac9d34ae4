import twilio from 'twilio';
import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import { answerOf, keyed, messageRecording, nextQuestion } from '../../calls/attendance.ts';
import type { Question } from '../../calls/attendance.ts';
import { attendantSlip } from '../../calls/attendantSlip.ts';
import type { AttendedCall } from '../../calls/call.ts';
import { goodbyePauseMs } from '../../calls/derive.ts';
import type { Language } from '../../contract/primitives.ts';
import { phrasesOf } from '../phrases/byLanguage.ts';
import { spokenDigits } from '../phrases/spokenDigits.ts';
import { sentences, spokenName } from '../phrases/spokenName.ts';
import type { Phrases } from '../phrases/phrases.ts';
import type { CarrierUrls } from '../urls.ts';

/** What the attendant may know beside the call: for names to listen for and clocks to speak by. */
export interface AttendantSurroundings {
  urls: CarrierUrls;
  timeZone: string;
  now: number;
  /** Names of the office's staff, for the recogniser. */
  hints: readonly string[];
}

/** Longer than any name that one says; what a caller said is never spoken back at length. */
const longestSpokenName = 20;
/** The longest message, seconds. */
const longestMessageSeconds = 120;
const hintsAllowed = 100;

/** A caller's own words as they may be spoken back: letters and digits only, short. */
function speakable(words: string): string | null {
  const plain = words.replace(/[^\p{L}\p{N}\s'.-]/gu, ' ').replace(/\s+/g, ' ').trim();
  return plain === '' ? null : plain.slice(0, longestSpokenName);
}

/**
 * The attendant's next document after `turnsHeard` exchanges: always begins with a `<Say>` outside `<Gather>` (a leading `<Pause>` lets
 * the line ring first), always goes on when the caller is silent.
 */
export function attendantDocument(call: AttendedCall, turnsHeard: number, surroundings: AttendantSurroundings): string {
  const { line } = call.arrived;
  const turns = call.attendant.turns.filter((turn) => turn.turn <= turnsHeard);
  const question = nextQuestion(turns, line.languages);
  const phrases = phrasesOf[question.language];
  const response = new twilio.twiml.VoiceResponse();
  const say = (words: string, language: Language = question.language): void => {
    response.say(phrasesOf[language].say, words);
  };

  if (turnsHeard === 0) {
    const pauseMs = call.attendant.answersAt - surroundings.now;
    if (pauseMs >= 500) response.pause({ length: Math.round(pauseMs / 1000) });
    say(openingWords(call, phrases, question.language));
    for (const [place, language] of line.languages.entries()) if (place > 0) say(phrasesOf[language].otherLanguage(place + 1), language);
  }
  ask(response, say, question, { call, turns, phrases, surroundings });
  return response.toString();
}

function openingWords(call: AttendedCall, phrases: Phrases, language: Language): string {
  const { line } = call.arrived;
  const unit = line.lineId === null ? phrases.neutralUnit : language === 'en' ? (line.unitNameEn ?? spokenName(line.unitName, language)) : line.unitName;
  const { why } = call.attendant;
  const before = why === 'agent-lost' ? phrases.lostAgent : '';
  const after = why === 'closed' ? phrases.closed : why === 'nobody-free' || why === 'not-reached' ? phrases.nobodyFree : '';
  return sentences(language, before, phrases.opener(unit), after);
}

interface Asking {
  call: AttendedCall;
  turns: AttendedCall['attendant']['turns'];
  phrases: Phrases;
  surroundings: AttendantSurroundings;
}

function ask(response: VoiceResponse, say: (words: string) => void, question: Question, { call, turns, phrases, surroundings }: Asking): void {
  const { urls } = surroundings;
  if (question.ask === 'nothing') {
    say(phrases.goodbye);
    // The caller goes first (S3 接听.7): the line stays open for him.
    response.pause({ length: goodbyePauseMs / 1000 });
    response.hangup();
    return;
  }
  const action = urls.attendant(question.turn, question.ask);
  const { language } = question;
  const sorry = question.again ? phrases.notHeard : '';

  if (question.ask === 'message') {
    say(sentences(language, sorry, phrases.askMessage));
    response.record({ action, method: 'POST', maxLength: longestMessageSeconds, timeout: 5, finishOnKey: '#', playBeep: true, recordingStatusCallback: urls.recording, recordingStatusCallbackMethod: 'POST', recordingStatusCallbackEvent: ['completed', 'absent'] });
    // Where nothing was said the carrier may go on here instead of asking the action.
    response.redirect({ method: 'POST' }, action);
    return;
  }

  const gather = { action, method: 'POST', timeout: 5, speechTimeout: 'auto', finishOnKey: '#', language: phrases.hear } as const;
  switch (question.ask) {
    case 'recipient':
      say(askRecipientWords(turns, question.again, phrases, language));
      response.gather({ ...gather, input: ['dtmf', 'speech'], ...(choicesOf(turns) ? { numDigits: 1 } : {}), ...(surroundings.hints.length > 0 ? { hints: surroundings.hints.slice(0, hintsAllowed).join(',') } : {}) });
      break;
    case 'caller':
      say(sentences(language, sorry, question.again ? '' : aboutRecipient(turns, phrases, surroundings, language), phrases.askCaller));
      // The key that takes the other person is one; without an offer there is nothing to key.
      response.gather(offerOf(turns) ? { ...gather, input: ['dtmf', 'speech'], numDigits: 1 } : { ...gather, input: ['speech'] });
      break;
    case 'number': {
      const known = call.arrived.callerNumber;
      const denied = turns.some((turn) => turn.step === 'number' && answerOf(turn) === 'no');
      say(denied ? phrases.askNumber : sentences(language, sorry, known === null ? phrases.askNumber : phrases.confirmNumber(spokenDigits(known))));
      response.gather({ ...gather, input: ['dtmf', 'speech'] });
      break;
    }
    case 'confirm':
      say(sentences(language, sorry, question.again ? '' : readBackWords(call, turns, phrases, language), phrases.askConfirm));
      response.gather({ ...gather, input: ['dtmf', 'speech'], numDigits: 1 });
      break;
  }
  // Silence: the same question is answered with nothing.
  response.redirect({ method: 'POST' }, action);
}

/** The most people who are named one after the other: more keys than that nobody remembers. */
export const mostChoices = 4;

/** Those of whom the caller is to choose one now, where they are few enough to be named. */
function choicesOf(turns: Asking['turns']): NonNullable<Asking['turns'][number]['candidates']> | null {
  const candidates = turns.at(-1)?.candidates;
  return candidates && candidates.length <= mostChoices ? candidates : null;
}

/** The other person who was offered and may still be taken. */
function offerOf(turns: Asking['turns']): NonNullable<Asking['turns'][number]['helper']> | null {
  if (turns.some((turn) => turn.step === 'caller' && (turn.recipient !== null || keyed(turn) === '1'))) return null;
  return turns.find((turn) => turn.helper !== undefined && turn.recipient !== null)?.helper ?? null;
}

function askRecipientWords(turns: Asking['turns'], again: boolean, phrases: Phrases, language: Language): string {
  const last = turns.at(-1);
  if (!again || !last) return phrases.askRecipient;
  if (last.candidates) {
    const choices = choicesOf(turns);
    return choices ? phrases.whichOf(choices.map(({ name, duty }) => ({ name: spokenName(name, language), duty }))) : phrases.fullName;
  }
  return keyed(last) === null ? sentences(language, phrases.notHeard, phrases.askRecipient) : phrases.noExtension;
}

/** Who is away and back when, and who may be asked instead; or that it will be passed on. */
function aboutRecipient(turns: Asking['turns'], phrases: Phrases, { timeZone, now }: AttendantSurroundings, language: Language): string {
  const named = turns.filter((turn) => turn.recipient !== null).at(-1);
  const recipient = named?.recipient;
  // The name is asked for as the first time, whoever was decided for: nothing needs saying when it is still the one who is away.
  if (!recipient || (turns.at(-1)?.step === 'caller' && turns.at(-1) !== named)) return '';
  const department = named.department === undefined ? null : language === 'en' ? (named.department.english ?? spokenName(named.department.name, language)) : named.department.name;
  if (recipient.staffId === null && department !== null) return phrases.nobodyThere(department);
  const name = department === null ? spokenName(recipient.name, language) : phrases.ofDepartment(department, spokenName(recipient.name, language));
  if (!recipient.away) return phrases.willTell(name);
  const away = phrases.away(name, recipient.backAt === null ? null : phrases.moment(recipient.backAt, timeZone, now));
  return named.helper === undefined ? away : sentences(language, away, phrases.offerOther(spokenName(named.helper.name, language), named.helper.isDeputy, 2));
}

function readBackWords(call: AttendedCall, turns: Asking['turns'], phrases: Phrases, language: Language): string {
  const seed = attendantSlip(call);
  return phrases.readBack({
    recipient: spokenName(seed?.content.recipient ?? call.arrived.line.unitName, language),
    caller: seed?.content.callerName === undefined ? null : speakable(spokenName(seed.content.callerName, language)),
    digits: seed?.content.callerNumber === undefined ? null : spokenDigits(seed.content.callerNumber),
    recorded: messageRecording({ turns, recordings: call.attendant.recordings }) !== null,
  });
}
