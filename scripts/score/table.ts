/** Labelled calls beside what was found in them: precision, recall and F1 of each rule. */
import { z } from 'zod';
import { callSchema } from '../../server/etiquette/call.ts';
import type { Judgement } from '../../server/etiquette/finding.ts';

const step = z.number().nullable();
/** A call with what people found in it; without `labels` it is counted for nothing. */
export const labelled = callSchema.extend({
  labels: z
    .object({
      opener: z.object({ greeting: step, unit: step, question: step, order: z.enum(['ok', 'inverted', 'missing']) }),
      violations: z.array(z.object({ rule: z.string(), segment: step })),
      shown: z.array(z.object({ rule: z.string(), segment: step })),
      promises: z.array(z.object({ segment: z.number(), dueMinutes: step })),
    })
    .optional(),
});
/** @see labelled */
export type Labelled = z.infer<typeof labelled>;

/** What one call was found to be, in the shape of its labels. */
export function scored(call: Labelled, { opener, findings, shown, promises }: Judgement) {
  return {
    id: call.id,
    opener,
    violations: findings.map(({ rule, segment }) => ({ rule: rule, segment })),
    shown: shown.map(({ rule, segment }) => ({ rule: rule, segment: segment })),
    promises: promises.map(({ segment, dueMinutes }) => ({ segment, dueMinutes })),
  };
}

type Tally = { hit: number; extra: number; missed: number };
const share = (part: number, whole: number): string => (whole === 0 ? '  —  ' : (part / whole).toFixed(3));
const row = (name: string, { hit, extra, missed }: Tally): string =>
  `${name.padEnd(22)}${String(hit).padStart(5)}${String(extra).padStart(7)}${String(missed).padStart(8)}   ${share(hit, hit + extra)}   ${share(hit, hit + missed)}   ${share(2 * hit, 2 * hit + extra + missed)}`;

function compare(tallies: Map<string, Tally>, found: readonly { rule: string; segment: number | null }[], wanted: readonly { rule: string; segment: number | null }[]): void {
  const keyOf = (each: { rule: string; segment: number | null }) => `${each.rule} ${each.segment ?? '-'}`;
  const foundKeys = new Set(found.map(keyOf));
  const wantedKeys = new Set(wanted.map(keyOf));
  const tallyOf = (key: string) => {
    const rule = key.split(' ')[0] ?? key;
    const tally = tallies.get(rule) ?? { hit: 0, extra: 0, missed: 0 };
    tallies.set(rule, tally);
    return tally;
  };
  for (const key of foundKeys) tallyOf(key)[wantedKeys.has(key) ? 'hit' : 'extra']++;
  for (const key of wantedKeys) if (!foundKeys.has(key)) tallyOf(key).missed++;
}

/** Precision, recall and F1 of each rule, as text for the terminal. */
export function table(results: readonly { call: Labelled; found: ReturnType<typeof scored> }[]): string {
  const lines: string[] = [];
  const violations = new Map<string, Tally>();
  const shown = new Map<string, Tally>();
  const promises = new Map<string, Tally>();
  let openers = 0;
  let steps = 0;
  let due = 0;
  let dueRight = 0;
  const withLabels = results.filter(({ call }) => call.labels !== undefined);
  for (const { call, found } of withLabels) {
    const labels = call.labels;
    if (!labels) continue;
    if (labels.opener.order === found.opener.order) openers++;
    steps += (['greeting', 'unit', 'question'] as const).filter((name) => labels.opener[name] === found.opener[name]).length;
    compare(violations, found.violations, labels.violations);
    compare(shown, found.shown, labels.shown);
    compare(promises, found.promises.map(({ segment }) => ({ rule: 'promise', segment })), labels.promises.map(({ segment }) => ({ rule: 'promise', segment })));
    for (const promise of labels.promises) {
      const same = found.promises.find(({ segment }) => segment === promise.segment);
      if (!same) continue;
      due++;
      if (same.dueMinutes === promise.dueMinutes) dueRight++;
    }
  }
  const block = (title: string, tallies: Map<string, Tally>) => {
    lines.push('', `${title.padEnd(22)}  hit  extra  missed   prec.   recall  F1`);
    for (const [rule, tally] of [...tallies].sort(([a], [b]) => a.localeCompare(b))) lines.push(row(rule, tally));
    const sum = [...tallies.values()].reduce((all, each) => ({ hit: all.hit + each.hit, extra: all.extra + each.extra, missed: all.missed + each.missed }), { hit: 0, extra: 0, missed: 0 });
    lines.push(row('micro', sum));
  };
  lines.push(`calls with labels      ${withLabels.length}`);
  lines.push(`opener order           ${share(openers, withLabels.length)}   each step ${share(steps, withLabels.length * 3)}`);
  block('violations', violations);
  block('shown', shown);
  block('promises', promises);
  lines.push(`due times right        ${share(dueRight, due)}`);
  return lines.join('\n');
}

