/** What judging gives. */
import type { PracticeId, RuleId, Severity, Why } from './manual.ts';

/** How sure the rule is: 1 for a fact of the clock, less where words had to be weighed. From 0 to 1. */
export type Confidence = number;

/** One breach of one rule. `segment` is null where the proof is an event or an absence; `words` are as the recogniser printed them. */
export type Finding = {
  readonly rule: RuleId;
  readonly segment: number | null;
  readonly words: string;
  readonly why: Why;
  readonly clause: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
};

/** Good practice and the first segment in which it is heard. */
export type Shown = { readonly rule: PracticeId; readonly segment: number; readonly words: string; readonly clause: string };

/** An act promised for after the call. `dueMinutes` from a stated duration; `dueAt` (ISO) from a named day or hour, if the call's clock is known. */
export type Promised = { readonly segment: number; readonly words: string; readonly act: string; readonly dueMinutes: number | null; readonly dueAt: string | null };

/** The three steps of the opener by segment, and whether they came in order. */
export type Opener = { readonly greeting: number | null; readonly unit: number | null; readonly question: number | null; readonly order: 'ok' | 'inverted' | 'missing' };

/** All that `judge` says of one call; numbers of segments are places in the call that was handed in. */
export type Judgement = { readonly findings: Finding[]; readonly shown: Shown[]; readonly promises: Promised[]; readonly opener: Opener };

/** A breach as a rule family reports it; the manual adds the rest. */
export type Breach = { readonly rule: RuleId; readonly segment: number | null; readonly words: string; readonly confidence: Confidence };
