import type { Language } from '../contract/primitives.ts';
import type { Attendance } from './call.ts';
import { isRefusal } from './callerFrom.ts';
import type { AttendantStep, Fact, FactOf } from './fact.ts';

/** A recording shorter than this holds no message: the caller said nothing after the tone. */
const shortestMessageMs = 1000;
/** Of a caller who said and keyed nothing before either: the carrier counts whole seconds, and one of them is the silence itself. */
const shortestOnlyWordsMs = 2000;

/** The slip that the attendant keeps for a call: one, known before it is written. */
export function attendantSlipId(callId: string): string {
  return `S${callId}`;
}

/** What the attendant asks next: a question, or nothing more. `again` when the caller was silent, or not understood, the first time. */
export type Question = { ask: AttendantStep; turn: number; again: boolean; language: Language } | { ask: 'nothing'; turn: number; language: Language };

/** A key that asks for another language than the line's first: 2 for the second, 3 for the third. */
export function languageKeyed(digits: string | null, languages: readonly Language[]): Language | null {
  if (digits !== '2' && digits !== '3') return null;
  return languages[Number(digits) - 1] ?? null;
}

/** Digits that the caller keyed; the carrier writes `hangup` there when he hung up during a recording. */
export function keyed(turn: Pick<FactOf<'turn'>, 'digits'>): string | null {
  return turn.digits === null || turn.digits === '' || turn.digits === 'hangup' ? null : turn.digits;
}

const yes = /^(?:是|对(?!不起)|對(?!唔住|不起)|嗯|好|可以|正确|正確|没错|冇錯|係|系|啱|要|需要|yes|yeah|yep|ok|okay|correct|right|sure|please)/i;
const no = /^(?:不|唔|没有|冇|no|nope|not|don'?t)/i;

/** The caller's answer to a yes-or-no question: keys 1 and 2, or the plain words. Null when it is neither. */
export function answerOf(turn: Pick<FactOf<'turn'>, 'digits' | 'speech'>): 'yes' | 'no' | null {
  const digits = keyed(turn);
  if (digits === '1') return 'yes';
  if (digits === '2') return 'no';
  const speech = (turn.speech ?? '').replace(/[\s,，。.!！?？]/g, '');
  if (no.test(speech)) return 'no';
  return yes.test(speech) ? 'yes' : null;
}

/** Key 3, or the words, at the confirmation: the message is recorded anew. */
function wantsToRecordAgain(turn: FactOf<'turn'>): boolean {
  return keyed(turn) === '3' || /重录|重新录|重錄|record again|again/i.test(turn.speech ?? '');
}

/** Whether a turn at this step brought what was asked. */
function satisfied(turn: FactOf<'turn'>): boolean {
  switch (turn.step) {
    case 'recipient':
      // Several who may be meant are a question to ask, once.
      return turn.recipient !== null || (turn.speech !== null && turn.candidates === undefined);
    case 'caller':
      return turn.speech !== null;
    case 'number':
      return turn.number !== null || (turn.speech !== null && isRefusal(turn.speech));
    case 'message':
      return true;
    case 'confirm':
      return answerOf(turn) !== null;
  }
}

/** The question after these turns (by turn number). Each is asked twice at most; a caller who says nothing at all is asked for his message only. */
export function nextQuestion(turns: readonly FactOf<'turn'>[], lineLanguages: readonly Language[]): Question {
  const order: readonly AttendantStep[] = ['recipient', 'caller', 'number', 'message', 'confirm'];
  let language: Language = lineLanguages[0] ?? 'zh-CN';
  let step: AttendantStep | 'nothing' = 'recipient';
  let tries = 0;
  let heardAnything = false;
  let isChoosing = false;
  let hasDecided = false;
  for (const turn of turns) {
    if (turn.step !== step) continue;
    // Where one of several was to be chosen, the keys name people, not languages.
    const switched = turn.step === 'recipient' && turn.speech === null && !isChoosing ? languageKeyed(turn.digits, lineLanguages) : null;
    if (switched !== null) {
      language = switched;
      tries = 0;
      continue;
    }
    heardAnything ||= turn.speech !== null || keyed(turn) !== null;
    isChoosing = turn.step === 'recipient' && turn.candidates !== undefined;
    // For whom it is was decided between the one who is away and the one offered: then the name is asked for as the first time.
    if (turn.step === 'caller' && !hasDecided && (turn.recipient !== null || keyed(turn) === '1')) {
      hasDecided = true;
      tries = 0;
      continue;
    }
    if (turn.step === 'confirm' && wantsToRecordAgain(turn)) {
      step = 'message';
      tries = 0;
      continue;
    }
    if (!satisfied(turn) && tries === 0) {
      tries = 1;
      continue;
    }
    tries = 0;
    if (turn.step === 'recipient' && !heardAnything) step = 'message';
    else if (turn.step === 'message' && !heardAnything && !holdsMessage(turn, shortestOnlyWordsMs)) step = 'nothing';
    else step = order[order.indexOf(turn.step) + 1] ?? 'nothing';
  }
  const turn = (turns.at(-1)?.turn ?? 0) + 1;
  return step === 'nothing' ? { ask: 'nothing', turn, language } : { ask: step, turn, again: tries > 0, language };
}

function holdsMessage(turn: FactOf<'turn'>, shortestMs: number): boolean {
  return turn.recordingSid !== null && (turn.recordingMs === null || turn.recordingMs >= shortestMs);
}

/** For whom the message is as the turns stand: the last who was named or chosen; null while nobody was. */
export function recipientOf(turns: readonly FactOf<'turn'>[]): FactOf<'turn'>['recipient'] {
  return turns.filter((turn) => turn.recipient !== null).at(-1)?.recipient ?? null;
}

/** The attendant's part of a call, from its facts. */
export function attendanceOf(callId: string, attended: FactOf<'attended'>, facts: readonly Fact[]): Attendance {
  const turns = facts.filter((fact): fact is FactOf<'turn'> => fact.kind === 'turn').sort((a, b) => a.turn - b.turn);
  const recordings = new Map(facts.filter((fact): fact is FactOf<'recording'> => fact.kind === 'recording' && fact.ready).map((fact) => [fact.recordingSid, fact]));
  const languages = facts.find((fact): fact is FactOf<'arrived'> => fact.kind === 'arrived')?.line.languages ?? ['zh-CN' as const];
  const said = turns.some((turn) => turn.speech !== null || (keyed(turn) !== null && (turn.step !== 'recipient' || languageKeyed(turn.digits, languages) === null)));
  const recorded = messageRecording({ turns, recordings }, said ? shortestMessageMs : shortestOnlyWordsMs) !== null;
  const goodbye = facts.find((fact) => fact.kind === 'goodbye');
  return {
    why: attended.why,
    answersAt: attended.answersAt,
    turns,
    recordings,
    goodbyeAt: goodbye?.at ?? null,
    hasContent: said || recorded,
    callbackAsked: turns.some((turn) => turn.step === 'confirm' && answerOf(turn) === 'yes'),
    slipId: attendantSlipId(callId),
  };
}

/** The recording that is the message: the last one made, and one whose action never came but whose file is ready counts too. */
export function messageRecording({ turns, recordings }: Pick<Attendance, 'turns' | 'recordings'>, shortestMs = shortestMessageMs): string | null {
  const byTurn = turns.filter((turn) => turn.step === 'message' && holdsMessage(turn, shortestMs)).at(-1)?.recordingSid ?? null;
  if (byTurn !== null) return byTurn;
  const ready = [...recordings.values()].filter((fact) => fact.ms === null || fact.ms >= shortestMs).at(-1);
  return ready?.recordingSid ?? null;
}
