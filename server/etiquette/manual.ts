/** The rules of the manuals: one line each, with the clause that demands it, how grave a breach is and why it matters. */

/** Why a thing is a fault, Chinese first: what the supervisor reads. */
export type Why = { readonly zh: string; readonly en: string };
/** How grave a breach is on the review; the score goes by `weight` instead. */
export type Severity = 'minor' | 'major' | 'grave';
type Rule = { readonly clause: string; readonly severity: Severity; readonly weight: number; readonly why: Why };

/**
 * Every rule that can be broken. Clauses: S0 client-service etiquette, S1 customer-service operating manual, S2 service handbook,
 * S3 lobby and switchboard etiquette, S4 complaint reception training. `weight` is the default share on the score card.
 */
export const manual = {
  'late-answer': { clause: 'S3 接听.1', severity: 'major', weight: 10, why: { zh: '铃响三声以内没有接听', en: 'Not answered within three rings' } },
  'slow-greeting': { clause: 'S3 接听.1', severity: 'minor', weight: 4, why: { zh: '接起后三秒内没有开口', en: 'Silent for more than three seconds after picking up' } },
  interrogate: { clause: 'S3 接听.2', severity: 'major', weight: 6, why: { zh: '没有提出帮助,先盘问对方是谁、哪里的', en: 'Asked who the caller is before offering help' } },
  casual: { clause: 'S3 接听.3', severity: 'major', weight: 8, why: { zh: '用语随便、粗鲁或不耐烦', en: 'Careless, rude or impatient wording' } },
  'not-our-job': { clause: 'S1 六.12', severity: 'grave', weight: 8, why: { zh: '以“不知道、不归我们管”作答,没有提供帮助', en: 'Answered "not our job" or "I do not know" and offered no help' } },
  'no-but': { clause: 'S0 客服工作建议', severity: 'minor', weight: 5, why: { zh: '用“但是”否定了对方刚说的话', en: 'Turned against what the caller said with a "but"' } },
  argue: { clause: 'S1 六.9', severity: 'grave', weight: 10, why: { zh: '与来电人争辩、说教,或责怪他人、其他部门', en: 'Argued, lectured, or blamed the caller, a person or a department' } },
  'careless-promise': { clause: 'S1 六.13', severity: 'major', weight: 8, why: { zh: '轻易许诺了自己不能保证的结果', en: 'Guaranteed a result that is not in the office\'s power' } },
  'hold-no-consent': { clause: 'S1 五.1.f', severity: 'minor', weight: 4, why: { zh: '中断通话前没有征得对方同意', en: 'Put the caller on hold without asking' } },
  'hold-no-apology': { clause: 'S1 五.1.f', severity: 'minor', weight: 4, why: { zh: '恢复通话后没有致歉或致谢', en: 'Came back from a hold without an apology or thanks' } },
  'long-hold': { clause: 'S1 五.3.e', severity: 'major', weight: 5, why: { zh: '让对方等待超过一分钟', en: 'Kept the caller on hold for more than a minute' } },
  'transfer-no-reason': { clause: 'S3 打电话.5', severity: 'major', weight: 5, why: { zh: '转接前没有说明转给谁、为什么', en: 'Transferred without saying to whom or why' } },
  'absent-bare': { clause: 'S3 打电话.3', severity: 'major', weight: 6, why: { zh: '只说人不在,没有说何时回来、找谁代替或请留言', en: 'Said the person is away and offered nothing' } },
  'privacy-leak': { clause: 'S1 五.3.f-g', severity: 'grave', weight: 12, why: { zh: '对外透露了私人号码、领导电话或业主资料', en: 'Gave out a private number, a leader\'s number or a resident\'s data' } },
  interrupt: { clause: 'S1 六.11', severity: 'minor', weight: 5, why: { zh: '对方还没说完就插话', en: 'Spoke while the caller was still speaking' } },
  'no-repeat': { clause: 'S3 接听.5', severity: 'minor', weight: 6, why: { zh: '整通电话没有复述对方的要点', en: 'Never restated the caller\'s main points' } },
  'dead-air': { clause: 'S4 四.8', severity: 'minor', weight: 4, why: { zh: '超过十秒没有人说话', en: 'More than ten seconds of silence' } },
  'close-missing': { clause: 'S1 五.1.d', severity: 'minor', weight: 5, why: { zh: '结束时没有说“谢谢,再见”', en: 'Closed without thanks and a farewell' } },
  'hung-up-first': { clause: 'S3 接听.7', severity: 'major', weight: 6, why: { zh: '没有等来电人先挂断', en: 'Hung up before the caller did' } },
} as const satisfies Record<string, Rule>;

/** @see manual */
export type RuleId = keyof typeof manual;
/** In the order of the manual: findings are told in it. */
export const ruleIds = Object.keys(manual) as RuleId[];

/** Good practice that is named when heard, with its clause. */
export const practice = {
  repeat: { clause: 'S3 接听.5', why: { zh: '复述了要点', en: 'Restated the main points' } },
  address: { clause: 'S1 六.4', why: { zh: '以姓氏和称谓称呼', en: 'Used surname and title' } },
  empathy: { clause: 'S4 六', why: { zh: '对所发生的事表示歉意或理解', en: 'Showed sorrow or understanding for what happened' } },
  'thanks-first': { clause: 'S0 先致谢再道歉', why: { zh: '先致谢再道歉', en: 'Thanked before apologising' } },
  'time-told': { clause: 'S4 六', why: { zh: '告知了处理时间', en: 'Told how long it will take' } },
  'measures-agreed': { clause: 'S4 六', why: { zh: '说明措施并征得同意', en: 'Named the measure and asked for consent' } },
  'we-words': { clause: 'S0 客服工作建议', why: { zh: '用“我们”加强参与感', en: 'Spoke of "we" and meant the caller too' } },
  'read-back': { clause: 'S3 接听.6', why: { zh: '把记录完整地复述核对', en: 'Read the record back whole' } },
  'offer-callback': { clause: 'S3 打电话.4', why: { zh: '提出回电,免去久等', en: 'Offered to call back instead of a long wait' } },
} as const satisfies Record<string, { clause: string; why: Why }>;

/** @see practice */
export type PracticeId = keyof typeof practice;
