import type { TFunction } from 'i18next';
import type { CallCard, CallerMatch, MissedState, WantedPerson } from '../../../../server/contract/card.ts';
import type { CallResult, Matter, NoteName } from '../../../../server/contract/matter.ts';
import type { OpenerStep } from '../../../../server/contract/primitives.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { reasonInWords } from '../MissedList/missedReason.ts';

/** Progress of an agent's telephone in the carrier's words (server/calls/fact.ts, out of the console's reach). */
export type LegStatus = 'initiated' | 'ringing' | 'in-progress' | 'completed' | 'busy' | 'failed' | 'no-answer' | 'canceled';
/** What the attendant asks, in order (server/calls/fact.ts). */
export type AttendantStep = 'recipient' | 'caller' | 'number' | 'message' | 'confirm';
interface By {
  by: { id: string; name: string };
}

/** The facts of a call as `GET /api/calls/:id` gives them: what a story tells of each. A test holds them against the server's. */
export type StoryFact = { key: string; at: number } & (
  | { kind: 'arrived'; callerNumber: string | null; line: { unitName: string }; matches: CallerMatch[]; gone?: boolean | undefined }
  | { kind: 'offered'; agents: { id: string; name: string }[] }
  | { kind: 'attended'; why: 'closed' | 'nobody-free' | 'not-reached' | 'agent-lost' | 'unknown-line' | 'fallback' }
  | { kind: 'leg'; agentId: string; status: LegStatus }
  | { kind: 'deadlinePassed' }
  | { kind: 'dialEnded'; bridged: boolean | null; talkMs: number | null }
  | { kind: 'hangUpPressed'; agentId: string }
  | { kind: 'turn'; step: AttendantStep; speech: string | null; digits: string | null; recordingMs: number | null }
  | { kind: 'recording'; ready: boolean; ms: number | null }
  | { kind: 'goodbye' }
  | { kind: 'step'; step: OpenerStep; by: string }
  | { kind: 'wanted'; person: WantedPerson }
  | { kind: 'slip' }
  | ({ kind: 'muted'; on: boolean } & By)
  | ({ kind: 'matter'; matter: Matter | null } & By)
  | ({ kind: 'noted'; name: NoteName; text: string } & By)
  | ({ kind: 'callerIs'; residentId: string | null } & By)
  | { kind: 'recognised'; matches: CallerMatch[] }
  | ({ kind: 'attached'; matches: CallerMatch[]; residentId: string | null; done: { residentId: string; made: boolean } | null } & By)
  | ({ kind: 'wrappedUp'; result: CallResult } & By)
  | ({ kind: 'followedUp'; state: MissedState; reason: string } & By)
  | { kind: 'callerEnded'; status: 'completed' | 'busy' | 'failed' | 'no-answer' | 'canceled' }
  | { kind: 'marked'; as: 'test' | 'refused' | 'failed' }
  | { kind: 'erased' }
);

/** The answer of `GET /api/calls/:id`: the card, and what it was made of. */
export interface CallWithFacts extends CallCard {
  facts: StoryFact[];
}

/** Names that stand in other facts than the one that is told. */
export interface StoryNames {
  /** Whose phone it was. */
  agent(userId: string): string;
  resident(residentId: string): string;
}

const seconds = (ms: number | null): number => Math.round((ms ?? 0) / 1000);

/** One fact in words. */
export function storyLine(fact: StoryFact, t: TFunction, names: StoryNames): string {
  switch (fact.kind) {
    case 'arrived':
      return t(fact.gone ? 'facts.gone' : 'facts.arrived', { number: fact.callerNumber === null ? t('ringing.hidden') : groupedNumber(fact.callerNumber), office: fact.line.unitName });
    case 'offered':
      return fact.agents.length === 0 ? t('facts.offeredNobody') : t('facts.offered', { names: fact.agents.map(({ name }) => name).join(t('ringing.and')) });
    case 'attended':
      return t('facts.attended', { why: t(`facts.why.${fact.why}`) });
    case 'leg':
      return t(`facts.leg.${fact.status}`, { name: names.agent(fact.agentId) });
    case 'deadlinePassed':
      return t('facts.deadlinePassed');
    case 'dialEnded':
      return t(fact.bridged || (fact.talkMs ?? 0) > 0 ? 'facts.dialEnded' : 'facts.dialUnanswered');
    case 'hangUpPressed':
      return t('facts.hangUpPressed', { name: names.agent(fact.agentId) });
    case 'turn':
      if (fact.speech !== null) return t('facts.turn', { words: fact.speech });
      if (fact.digits !== null) return t('facts.turnKeyed', { words: fact.digits });
      return fact.recordingMs === null ? t('facts.turnSilent') : t('facts.turnRecorded', { n: seconds(fact.recordingMs) });
    case 'recording':
      return fact.ready ? t('facts.recording', { n: seconds(fact.ms) }) : t('facts.recordingFailed');
    case 'goodbye':
      return t('facts.goodbye');
    case 'step':
      return t('facts.step', { name: names.agent(fact.by), step: t(`stage.steps.${fact.step}`) });
    case 'wanted':
      return t(fact.person.away ? 'facts.wantedAway' : 'facts.wanted', { name: fact.person.name });
    case 'slip':
      return t('facts.slip');
    case 'muted':
      return t(fact.on ? 'facts.muted' : 'facts.unmuted', { name: fact.by.name });
    case 'matter':
      return fact.matter === null ? t('facts.matterNone', { name: fact.by.name }) : t('facts.matter', { name: fact.by.name, matter: t(`matter.names.${fact.matter}`) });
    case 'noted':
      return t(fact.text === '' ? 'facts.notedEmpty' : 'facts.noted', { name: fact.by.name, what: t(`notes.names.${fact.name}`), text: fact.text });
    case 'callerIs':
      return fact.residentId === null ? t('facts.callerIsNot', { name: fact.by.name }) : t('facts.callerIs', { name: fact.by.name, who: names.resident(fact.residentId) });
    case 'recognised':
      return fact.matches.length === 0 ? t('facts.recognisedNobody') : t('facts.recognised', { who: fact.matches.map(({ name }) => name).join(t('ringing.or')) });
    case 'attached':
      if (fact.done === null) return t('facts.detached', { name: fact.by.name });
      return t(fact.done.made ? 'facts.attachedNew' : 'facts.attached', { name: fact.by.name, who: fact.matches.find(({ residentId }) => residentId === fact.residentId)?.name ?? t('facts.someone') });
    case 'wrappedUp':
      return t('facts.wrappedUp', { name: fact.by.name, result: t(`wrapUp.results.${fact.result}`) });
    case 'followedUp':
      if (fact.state === 'open') return t('facts.putBack', { name: fact.by.name });
      if (fact.state === 'called-back') return t(fact.reason === '' ? 'facts.calledBack' : 'facts.calledBackWith', { name: fact.by.name, reason: reasonInWords(fact.reason, t) });
      return t('facts.dismissed', { name: fact.by.name, reason: reasonInWords(fact.reason, t) });
    case 'callerEnded':
      return t(`facts.callerEnded.${fact.status}`);
    case 'marked':
      return t('facts.marked', { as: t(`facts.as.${fact.as}`) });
    case 'erased':
      return t('facts.erased');
  }
}
