import type { TFunction } from 'i18next';
import type { CallCard, WantedPerson } from '../../../../server/contract/card.ts';
import type { OpenerStep } from '../../../../server/contract/primitives.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';

type LegStatus = 'initiated' | 'ringing' | 'in-progress' | 'completed' | 'busy' | 'failed' | 'no-answer' | 'canceled';

/** The facts of a call as `GET /api/calls/:id` gives them: what a story tells of each. */
export type StoryFact = { key: string; at: number } & (
  | { kind: 'arrived'; callerNumber: string | null; line: { unitName: string } }
  | { kind: 'offered'; agents: { id: string; name: string }[] }
  | { kind: 'attended'; why: 'closed' | 'nobody-free' | 'not-reached' | 'agent-lost' | 'unknown-line' | 'fallback' }
  | { kind: 'leg'; agentId: string; status: LegStatus }
  | { kind: 'deadlinePassed' }
  | { kind: 'dialEnded'; bridged: boolean | null }
  | { kind: 'hangUpPressed' }
  | { kind: 'turn'; speech: string | null; digits: string | null }
  | { kind: 'recording'; ready: boolean; ms: number | null }
  | { kind: 'goodbye' }
  | { kind: 'step'; step: OpenerStep }
  | { kind: 'wanted'; person: WantedPerson }
  | { kind: 'slip' }
  | { kind: 'callerEnded' }
  | { kind: 'marked'; as: 'test' | 'refused' | 'failed' }
);

export interface CallWithFacts extends CallCard {
  facts: StoryFact[];
}

/** One fact in words. */
export function storyLine(fact: StoryFact, t: TFunction, nameOf: (userId: string) => string): string {
  switch (fact.kind) {
    case 'arrived':
      return t('facts.arrived', { number: fact.callerNumber === null ? t('ringing.hidden') : groupedNumber(fact.callerNumber), office: fact.line.unitName });
    case 'offered':
      return fact.agents.length === 0 ? t('facts.offeredNobody') : t('facts.offered', { names: fact.agents.map(({ name }) => name).join('、') });
    case 'attended':
      return t('facts.attended', { why: t(`facts.why.${fact.why}`) });
    case 'leg':
      return t('facts.leg', { name: nameOf(fact.agentId), status: t(`facts.legStatus.${fact.status}`) });
    case 'deadlinePassed':
      return t('facts.deadlinePassed');
    case 'dialEnded':
      return t(fact.bridged ? 'facts.dialEnded' : 'facts.dialUnanswered');
    case 'hangUpPressed':
      return t('facts.hangUpPressed');
    case 'turn':
      return fact.speech === null && fact.digits === null ? t('facts.turnSilent') : t('facts.turn', { words: fact.speech ?? fact.digits ?? '' });
    case 'recording':
      return fact.ready ? t('facts.recording', { n: Math.round((fact.ms ?? 0) / 1000) }) : t('facts.recordingFailed');
    case 'goodbye':
      return t('facts.goodbye');
    case 'step':
      return t('facts.step', { step: t(`stage.steps.${fact.step}`) });
    case 'wanted':
      return t(fact.person.away ? 'facts.wantedAway' : 'facts.wanted', { name: fact.person.name });
    case 'slip':
      return t('facts.slip');
    case 'callerEnded':
      return t('facts.callerEnded');
    case 'marked':
      return t('facts.marked', { as: t(`facts.as.${fact.as}`) });
  }
}
