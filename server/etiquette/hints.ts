/** Hints for the live desk, as data: what to say next. At most one at once, none twice in a call. */
import type { Judgement } from './finding.ts';
import { nextAgentTurn, says, wordsOf, type Hearing } from './hearing.ts';
import { manual, type RuleId, type Why } from './manual.ts';
import type { Office } from './office.ts';
import { personWanted, awayWords } from './words/absence.ts';
import { farewells } from './words/closing.ts';

const hintIds = ['say-opener', 'say-unit', 'offer-help', 'apologise-after-hold', 'end-hold', 'offer-message', 'soften', 'take-over', 'guard-number', 'ask-consent', 'restate', 'let-finish', 'break-silence', 'time-the-promise', 'say-thanks', 'wait-for-caller'] as const;
type HintId = (typeof hintIds)[number];

/** One hint: why, and a sentence that can be said as it stands. `urgency` orders hints that are due together, 1 first. */
export type Hint = { readonly id: HintId; readonly rule: RuleId | null; readonly say: Why; readonly why: Why; readonly clause: string; readonly urgency: number };

type Wording = { readonly rule: RuleId | null; readonly urgency: number; readonly say: Why };

/** The sentences. `{unit}` is the office's name. */
const wordings: Readonly<Record<HintId, Wording>> = {
  'guard-number': { rule: 'privacy-leak', urgency: 1, say: { zh: '不好意思,个人号码我们不方便透露,我可以替您转达。', en: 'I am sorry, I cannot give out personal numbers; I will gladly pass a message on.' } },
  'apologise-after-hold': { rule: 'hold-no-apology', urgency: 2, say: { zh: '让您久等了,谢谢您的等待。', en: 'Thank you for holding, I am sorry to have kept you waiting.' } },
  'end-hold': { rule: 'long-hold', urgency: 2, say: { zh: '对不起让您久等了,我查清后给您回电可以吗?', en: 'I am sorry for the wait; may I call you back when I have the answer?' } },
  soften: { rule: 'argue', urgency: 2, say: { zh: '对不起,我说得不妥。您的心情我理解,我们一起来解决。', en: 'I am sorry, I put that badly. I understand, and we will solve this together.' } },
  'take-over': { rule: 'not-our-job', urgency: 3, say: { zh: '这件事我来帮您联系,有结果马上告诉您。', en: 'Let me contact the right people for you and tell you what they say.' } },
  'offer-message': { rule: 'absent-bare', urgency: 3, say: { zh: '我帮您留个言,请他回来给您回电,可以吗?', en: 'May I take a message and have them call you back?' } },
  'say-opener': { rule: null, urgency: 3, say: { zh: '您好,{unit},请问有什么可以帮您?', en: 'Good day, {unit}, how may I help you?' } },
  'say-unit': { rule: null, urgency: 4, say: { zh: '这里是{unit}。', en: 'This is {unit}.' } },
  'offer-help': { rule: 'interrogate', urgency: 4, say: { zh: '请问有什么可以帮您?', en: 'How may I help you?' } },
  'let-finish': { rule: 'interrupt', urgency: 5, say: { zh: '对不起打断您了,您请继续说。', en: 'I am sorry to have cut in, please go on.' } },
  'break-silence': { rule: 'dead-air', urgency: 5, say: { zh: '我正在为您查找,请您稍等。', en: 'I am still looking it up for you, one moment please.' } },
  'ask-consent': { rule: 'hold-no-consent', urgency: 5, say: { zh: '请您稍等片刻可以吗?电话不会挂断。', en: 'May I put you on hold for a moment? The line stays open.' } },
  restate: { rule: 'no-repeat', urgency: 6, say: { zh: '我重复一下,您说的是……,对吗?', en: 'Let me repeat that: you said …, is that right?' } },
  'time-the-promise': { rule: null, urgency: 7, say: { zh: '我会在……之前给您回电。', en: 'I will call you back by ….' } },
  'say-thanks': { rule: 'close-missing', urgency: 6, say: { zh: '谢谢您的来电,再见。', en: 'Thank you for calling, goodbye.' } },
  'wait-for-caller': { rule: 'hung-up-first', urgency: 8, say: { zh: '(请等对方先挂断)', en: '(Let the caller hang up first)' } },
};

const afterFinding: Partial<Record<RuleId, HintId>> = {
  'privacy-leak': 'guard-number', 'hold-no-apology': 'apologise-after-hold', 'long-hold': 'end-hold', argue: 'soften', casual: 'soften', 'no-but': 'soften', 'not-our-job': 'take-over',
  'absent-bare': 'offer-message', interrogate: 'offer-help', interrupt: 'let-finish', 'hold-no-consent': 'ask-consent', 'dead-air': 'break-silence',
};

/** Turns of the caller after which a restatement is due. */
const restateAfterTurns = 3;

/** The hints that are due now, most urgent first. */
export function dueHints(hearing: Hearing, judgement: Judgement): HintId[] {
  const due = new Set<HintId>();
  const lastAgent = hearing.agentTurns.at(-1);
  const recent = new Set(lastAgent?.pieces.map((piece) => piece.index));
  for (const finding of judgement.findings) {
    const hint = afterFinding[finding.rule];
    if (hint && (finding.segment === null || recent.has(finding.segment))) due.add(hint);
  }
  if (hearing.call.direction === 'inbound' && hearing.agentTurns.length === 1) {
    const { greeting, unit, question } = judgement.opener;
    if (greeting === null && unit === null && question === null) due.add('say-opener');
    else if (unit === null) due.add('say-unit');
    else if (question === null) due.add('offer-help');
  }
  const isMatter = ['repair', 'complaint', 'message', 'housekeeping'].includes(hearing.call.kind);
  const callerTurns = hearing.turns.filter((turn) => turn.speaker === 'caller').length;
  if (isMatter && callerTurns >= restateAfterTurns && !judgement.shown.some((each) => each.rule === 'repeat')) due.add('restate');
  const lastCaller = hearing.turns.at(-1)?.speaker === 'caller' ? wordsOf(hearing.turns.at(-1)) : '';
  if (farewells.test(lastCaller)) due.add(judgement.findings.some((each) => each.rule === 'close-missing') || lastAgent === undefined || !says(lastAgent, farewells) ? 'say-thanks' : 'wait-for-caller');
  if (judgement.promises.some((each) => recent.has(each.segment) && each.dueMinutes === null && each.dueAt === null && each.act === 'call')) due.add('time-the-promise');
  if (lastAgent && personWanted.test(lastCaller) && awayWords.test(lastCaller) && nextAgentTurn(hearing, lastAgent.number) === undefined) due.add('offer-message');
  return [...due].sort((a, b) => wordings[a].urgency - wordings[b].urgency || hintIds.indexOf(a) - hintIds.indexOf(b));
}

/** The one hint to show, if any is due that was not shown in this call and that the office wants. */
export function nextHint(due: readonly HintId[], shown: ReadonlySet<string>, office: Office, unitName: string): Hint | null {
  if (!office.hints.isOn) return null;
  const id = due.find((each) => !shown.has(each) && !office.hints.off.includes(each));
  if (id === undefined) return null;
  const { rule, urgency, say } = wordings[id];
  const filled = { zh: say.zh.replace('{unit}', unitName), en: say.en.replace('{unit}', unitName) };
  const clause = rule === null ? (id === 'time-the-promise' ? 'S4 六' : 'S3 接听.2') : manual[rule].clause;
  const why = rule === null ? (id === 'time-the-promise' ? { zh: '承诺要有时间', en: 'A promise needs a time' } : { zh: '先问好,再报单位,再用问候语', en: 'Greeting, unit, question, in this order' }) : manual[rule].why;
  return { id, rule, say: filled, why, clause, urgency };
}
