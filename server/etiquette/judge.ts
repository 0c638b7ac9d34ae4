/** Judges a call by the manuals. Pure: the same call and office give the same judgement. */
import type { Call } from './call.ts';
import type { Breach, Finding, Judgement } from './finding.ts';
import { hear, type Hearing, type Reading } from './hearing.ts';
import { manual, ruleIds } from './manual.ts';
import { defaultOffice, type Office } from './office.ts';
import { judgeClosing } from './rules/closing.ts';
import { hearCourtesy } from './rules/courtesy.ts';
import { judgeHelping } from './rules/helping.ts';
import { judgeHoldAndTransfer } from './rules/holdAndTransfer.ts';
import { hearOpener, judgeOpener } from './rules/opener.ts';
import { judgePrivacy } from './rules/privacy.ts';
import { hearPromises } from './rules/promises.ts';
import { hearRestating } from './rules/restating.ts';
import { judgeTiming } from './rules/timing.ts';
import { judgeTone } from './rules/tone.ts';

/** One finding for each rule and segment, in the order of the manual, then of speech. */
function asFindings(breaches: readonly Breach[]): Finding[] {
  const first = new Map<string, Breach>();
  for (const breach of breaches) {
    const key = `${breach.rule} ${breach.segment ?? '-'}`;
    if (!first.has(key)) first.set(key, breach);
  }
  return [...first.values()]
    .sort((a, b) => ruleIds.indexOf(a.rule) - ruleIds.indexOf(b.rule) || (a.segment ?? -1) - (b.segment ?? -1))
    .map(({ rule, segment, words, confidence }) => ({ rule, segment, words, why: manual[rule].why, clause: manual[rule].clause, severity: manual[rule].severity, confidence }));
}

/** Judges what `hear` prepared. */
export function weigh(hearing: Hearing): Judgement {
  const restating = hearRestating(hearing);
  const readBack = restating.shown.find((each) => each.rule === 'read-back')?.segment ?? null;
  const promising = hearPromises(hearing, readBack);
  const breaches = [
    ...judgeTiming(hearing), ...judgeOpener(hearing), ...judgeTone(hearing), ...judgeHelping(hearing), ...judgeHoldAndTransfer(hearing),
    ...judgePrivacy(hearing), ...judgeClosing(hearing), ...restating.breaches, ...promising.breaches,
  ];
  return {
    findings: asFindings(breaches),
    shown: [...restating.shown, ...hearCourtesy(hearing), ...promising.shown].sort((a, b) => a.segment - b.segment),
    promises: promising.promises,
    opener: hearOpener(hearing),
  };
}

/** The judgement of a whole call. `read` may be a cache of readings by text. */
export function judge(call: Call, office: Office = defaultOffice, read?: (raw: string) => Reading): Judgement {
  return weigh(hear(call, office, read));
}
