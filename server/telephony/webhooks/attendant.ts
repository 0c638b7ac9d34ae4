import { keyed, nextQuestion } from '../../calls/attendance.ts';
import type { Call } from '../../calls/call.ts';
import { attendantStep } from '../../calls/fact.ts';
import type { AttendantStep, Fact, FactOf } from '../../calls/fact.ts';
import { readNumber } from '../../people/phoneNumber.ts';
import { readSpokenNumber } from '../../people/spokenNumber.ts';
import { arrivalOf, withinCityBudget } from '../arrival.ts';
import { overStatus } from '../carrierRequest.ts';
import type { CarrierRequest } from '../carrierRequest.ts';
import { emptyDocument } from '../documents/closing.ts';
import { lastResortDocument } from '../documents/lastResort.ts';
import { budgetLeft } from '../needs.ts';
import type { TelephonyNeeds } from '../needs.ts';
import { recipientAsked } from '../recipientAsked.ts';
import { replyTo } from '../reply.ts';
import type { WebhookHandler } from './webhook.ts';

/** One exchange with the attendant: what the caller said or keyed is kept, then he hears the next question. */
export const attendant: WebhookHandler = async ({ request, path, at }, needs) => {
  if (request.callSid === null) return lastResortDocument({ unit: null, language: 'zh-CN' }, needs.urls);
  const { callSid } = request;
  const turn = Number(path['turn']);
  const step = attendantStep.parse(path['step']);
  const callerGone = request.digits === 'hangup' || overStatus(request.status) !== null;

  const arrived = await arrivalOf(request, needs, { at });
  const before = await needs.desk.look(callSid, { budgetMs: budgetLeft(at, needs) }).catch(() => null);
  const heard = await turnOf(request, step, turn, before?.call ?? null, at, needs);
  const { call } = await needs.desk.record(
    callSid,
    (known) => {
      const facts: Fact[] = [];
      if (!known) facts.push(arrived, { kind: 'attended', key: 'attended', at, why: 'fallback', answersAt: at, pauseMs: 0 });
      // A call that the last resort answered, unknown to the desk until now, is attended all the same.
      else if (known.state !== 'ended' && known.state !== 'attended') facts.push({ kind: 'attended', key: 'attended', at, why: 'fallback', answersAt: at, pauseMs: 0 });
      facts.push({ ...heard, callerGone });
      return facts;
    },
    { budgetMs: budgetLeft(at, needs) },
  );
  if (call.state !== 'attended') return emptyDocument;

  const asked = nextQuestion(call.attendant.turns.filter((known) => known.turn <= turn), call.arrived.line.languages);
  if (asked.ask !== 'nothing') return replyTo(call, needs, at, turn);
  const { call: parting } = await needs.desk.record(callSid, [{ kind: 'goodbye', key: 'goodbye', at }], { budgetMs: budgetLeft(at, needs) });
  return replyTo(parting, needs, at, turn);
};

async function turnOf(request: CarrierRequest, step: AttendantStep, turn: number, call: Call | null, at: number, needs: TelephonyNeeds): Promise<FactOf<'turn'>> {
  const unitId = call?.arrived.line.unitId ?? null;
  const country = unitId === null ? 'CN' : (needs.directory.unit(unitId)?.country ?? 'CN');
  const number = step === 'number' ? numberGiven(request, call, country) : null;
  return {
    kind: 'turn',
    key: `turn:${turn}`,
    at,
    turn,
    step,
    speech: request.speech,
    digits: request.digits,
    recipient: null,
    ...(unitId === null ? {} : recipientAsked({ speech: request.speech, digits: keyed(request), step }, call?.state === 'attended' ? call.attendant.turns.filter((known) => known.turn < turn) : [], unitId, at, needs.directory)),
    recordingSid: request.recording.sid,
    recordingMs: request.recording.ms,
    callerGone: false,
    number,
    numberCity: number === null || number === call?.arrived.callerNumber ? null : await withinCityBudget(needs, number),
  };
}

/** Key 1 or a yes confirms the number that the carrier showed; anything else must be a number itself. */
function numberGiven(request: CarrierRequest, call: Call | null, country: string): string | null {
  const shown = call?.arrived.callerNumber ?? null;
  const digits = keyed(request);
  if (digits !== null) {
    if (digits === '1') return shown;
    const given = readNumber(digits, country);
    return given.kind === 'number' ? given.e164 : null;
  }
  if (request.speech === null) return null;
  const spoken = readSpokenNumber(request.speech, country);
  if (spoken.kind === 'number') return spoken.e164;
  return /^(?:是|对|對|嗯|好|没错|冇錯|正确|正確|係|啱|yes|yeah|correct|right)/i.test(request.speech) ? shown : null;
}
