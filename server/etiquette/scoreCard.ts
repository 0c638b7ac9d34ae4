/** The score card of a call: each rule passed, failed, not applicable or unknown, and one number that its lines explain. */
import type { Call } from './call.ts';
import type { Judgement } from './finding.ts';
import { manual, ruleIds, type RuleId, type Why } from './manual.ts';
import { defaultOffice, type Office } from './office.ts';

/** `unknown`: the call does not tell; like `not-applicable` it weighs nothing. */
export type Outcome = 'passed' | 'failed' | 'not-applicable' | 'unknown';

/** One rule's line. `lost` is what it takes from the score; the score is 100 less all that is lost. */
export type ScoreLine = { readonly rule: RuleId | 'opener'; readonly outcome: Outcome; readonly weight: number; readonly times: number; readonly lost: number; readonly because: Why; readonly clause: string };
type ScoreCard = { readonly lines: readonly ScoreLine[]; /** 0 to 100, one decimal; null where nothing could be judged. */ readonly score: number | null };

const openerWeight = 12;
/** Rules that are measured on the times of segments. */
const needsSegmentTimes = new Set<RuleId>(['slow-greeting', 'interrupt', 'dead-air']);
/** Rules that are proved by something missing: an unknown speaker may have said it. */
const provedByAbsence = new Set<RuleId>(['no-repeat', 'close-missing', 'hold-no-consent', 'hold-no-apology', 'transfer-no-reason', 'absent-bare', 'not-our-job']);

/** Why a rule does not apply to this call, or null where it does. */
function notApplicable(call: Call, rule: RuleId): Why | null {
  const has = (type: Call['events'][number]['type']) => call.events.some((event) => event.type === type);
  if ((rule === 'late-answer' || rule === 'slow-greeting' || rule === 'interrogate') && call.direction === 'outbound') return { zh: '呼出电话不适用', en: 'Not for outgoing calls' };
  if ((rule === 'hold-no-consent' || rule === 'long-hold') && !has('hold')) return { zh: '没有保持通话', en: 'The call was not held' };
  if (rule === 'hold-no-apology' && !has('resume')) return { zh: '没有恢复通话', en: 'No hold was ended' };
  if (rule === 'transfer-no-reason' && !has('transfer')) return { zh: '没有转接', en: 'The call was not transferred' };
  if (rule === 'no-repeat' && !['repair', 'complaint', 'message', 'housekeeping'].includes(call.kind)) return { zh: '此类来电不要求复述', en: 'Restating is not required for this kind of call' };
  if (rule === 'hung-up-first' && call.kind === 'wrong-number') return { zh: '打错的电话不适用', en: 'Not for wrong numbers' };
  return null;
}

/** Why nothing can be said about a rule, or null where something can. */
function unknown(call: Call, rule: RuleId): Why | null {
  const has = (type: Call['events'][number]['type']) => call.events.some((event) => event.type === type);
  const hasTimes = call.timesEstimated !== true && call.segments.every((segment) => typeof segment.start === 'number' && typeof segment.end === 'number');
  if (rule === 'late-answer' && (!has('arrived') || (!has('answered') && !has('ended')))) return { zh: '没有来电或接听时间', en: 'The times of arrival and answer are not known' };
  if (rule === 'slow-greeting' && !has('answered')) return { zh: '没有接听时间', en: 'The time of the answer is not known' };
  if (needsSegmentTimes.has(rule) && !hasTimes) return { zh: '语音时间为估计值', en: 'The times of speech are estimated or missing' };
  if ((rule === 'close-missing' || rule === 'hung-up-first' || rule === 'no-repeat') && !has('ended')) return { zh: '通话尚未结束', en: 'The call has not ended' };
  if (call.segments.length === 0 && rule !== 'late-answer' && rule !== 'long-hold' && rule !== 'hung-up-first') return { zh: '没有文字记录', en: 'There is no transcript' };
  if (provedByAbsence.has(rule) && call.segments.some((segment) => segment.speaker !== 'agent' && segment.speaker !== 'caller')) return { zh: '有说话人未能识别', en: 'Some speech could not be given to a speaker' };
  return null;
}

/** The card. Rules that do not apply or are unknown weigh nothing: their share is spread over the others. */
export function scoreCard(call: Call, judged: Judgement, office: Office = defaultOffice): ScoreCard {
  type Draft = Omit<ScoreLine, 'lost'>;
  const drafts: Draft[] = ruleIds.map((rule) => {
    const found = judged.findings.filter((finding) => finding.rule === rule);
    const base = { rule, weight: office.weights[rule] ?? manual[rule].weight, times: found.length, clause: manual[rule].clause };
    const idle = notApplicable(call, rule);
    if (idle) return { ...base, outcome: 'not-applicable', because: idle };
    const dark = unknown(call, rule);
    if (dark) return { ...base, outcome: 'unknown', because: dark };
    if (found.length > 0) return { ...base, outcome: 'failed', because: manual[rule].why };
    return { ...base, outcome: 'passed', because: { zh: '符合', en: 'Kept' } };
  });
  const isOpened = judged.opener.order === 'ok';
  const opener: Draft = {
    rule: 'opener', weight: openerWeight, times: isOpened ? 0 : 1, clause: call.direction === 'inbound' ? 'S3 接听.2' : 'S1 五.2.a',
    outcome: call.segments.length === 0 ? 'unknown' : isOpened ? 'passed' : 'failed',
    because: isOpened ? { zh: '问好、单位、问候语依次说出', en: 'Greeting, unit and question in order' } : judged.opener.order === 'inverted' ? { zh: '三者顺序颠倒', en: 'The three came in another order' } : { zh: '问好、单位、问候语不全', en: 'Greeting, unit or question is missing' },
  };
  const all = [opener, ...drafts];
  const total = all.filter((line) => line.outcome === 'passed' || line.outcome === 'failed').reduce((sum, line) => sum + line.weight, 0);
  const lines = all.map((line): ScoreLine => ({ ...line, lost: line.outcome === 'failed' && total > 0 ? Math.round((line.weight / total) * 1000) / 10 : 0 }));
  const lost = lines.reduce((sum, line) => sum + line.lost, 0);
  return { lines, score: total === 0 ? null : Math.max(0, Math.round((100 - lost) * 10) / 10) };
}
