import type { OpenerOrder, Outcome } from '../contract/card.ts';
import { openerSteps } from '../contract/primitives.ts';
import type { OpenerStep } from '../contract/primitives.ts';
import { attendanceOf } from './attendance.ts';
import type { Attendance, Call, Leg, Round, Written } from './call.ts';
import type { Fact, FactOf, LegStatus } from './fact.ts';

/** How far a leg has come; the highest wins, whatever order the carrier's callbacks arrive in. */
const rank: Record<LegStatus, number> = { initiated: 0, ringing: 1, 'in-progress': 2, canceled: 3, 'no-answer': 4, failed: 5, busy: 6, completed: 7 };

/** The leg is over. */
export function isOver(status: LegStatus): boolean {
  return rank[status] > rank['in-progress'];
}

function ofKind<K extends Fact['kind']>(facts: readonly Fact[], kind: K): FactOf<K>[] {
  return facts.filter((fact): fact is FactOf<K> => fact.kind === kind).sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

function legsOf(facts: readonly Fact[]): Leg[] {
  const legs = new Map<string, Leg>();
  for (const { legSid, agentId, round, status, at } of ofKind(facts, 'leg')) {
    const leg = legs.get(legSid) ?? { legSid, agentId, round, status, acceptedAt: null };
    if (rank[status] > rank[leg.status]) leg.status = status;
    if (status === 'in-progress') leg.acceptedAt = leg.acceptedAt ?? at;
    legs.set(legSid, leg);
  }
  return [...legs.values()];
}

/** Of several that accepted at once the carrier's own word decides, then who still talks, then who came first. */
function winnerOf(accepted: readonly Leg[], ended: FactOf<'dialEnded'> | null): Leg | null {
  const [winner] = [...accepted].sort(
    (a, b) =>
      Number(b.legSid === ended?.legSid) - Number(a.legSid === ended?.legSid) ||
      Number(isOver(a.status)) - Number(isOver(b.status)) ||
      (a.acceptedAt ?? 0) - (b.acceptedAt ?? 0) ||
      (a.legSid < b.legSid ? -1 : 1),
  );
  return winner ?? null;
}

function roundsOf(facts: readonly Fact[], legs: readonly Leg[]): Round[] {
  const passed = new Set(ofKind(facts, 'deadlinePassed').map((fact) => fact.round));
  const endings = ofKind(facts, 'dialEnded');
  return ofKind(facts, 'offered')
    .sort((a, b) => a.round - b.round)
    .map(({ round, agents, deadlineAt }) => {
      const ended = endings.find((fact) => fact.round === round) ?? null;
      const accepted = legs.filter((leg) => leg.round === round && leg.acceptedAt !== null);
      // The callback that he accepted may be lost: then the carrier names the leg with which the caller talked.
      const talked = ended !== null && (ended.bridged ?? (ended.talkMs ?? 0) > 0);
      const winner = winnerOf(accepted, ended) ?? (talked ? legs.find((leg) => leg.round === round && leg.legSid === ended.legSid) : null) ?? null;
      // The carrier's DialBridged decides where it is sent; it often is not, and then a leg seen in progress or a talk time does.
      const bridged = ended?.bridged ?? (winner !== null || (ended?.talkMs ?? 0) > 0);
      return { round, agents, deadlineAt, deadlinePassed: passed.has(round), ended, winner: bridged ? winner : null, bridged };
    });
}

/** When the agent of this round picked up. The callback may be lost, or come after the talk was over: then the talk time that the carrier counted says it. */
function pickedUpAt({ bridged, winner, ended }: Round): number | null {
  if (!bridged) return null;
  const heardAt = winner?.acceptedAt ?? null;
  if (heardAt !== null && (ended === null || heardAt <= ended.at)) return heardAt;
  return ended ? ended.at - (ended.talkMs ?? 0) : null;
}

function openerOf(facts: readonly Fact[], spokenByAttendantAt: number | null): Record<OpenerStep, number | null> {
  const said: Record<OpenerStep, number | null> = { greeting: null, unit: null, question: null };
  for (const { step, at } of ofKind(facts, 'step')) said[step] = said[step] ?? at;
  const byAgent = openerSteps.some((step) => said[step] !== null);
  if (byAgent || spokenByAttendantAt === null) return said;
  return { greeting: spokenByAttendantAt, unit: spokenByAttendantAt, question: spokenByAttendantAt };
}

function agentOf(rounds: readonly Round[]): { id: string; name: string } | null {
  const last = rounds.filter((round) => round.bridged).at(-1);
  if (!last) return null;
  const agentId = last.winner?.agentId;
  return last.agents.find((agent) => agent.id === agentId) ?? (agentId ? { id: agentId, name: agentId } : null);
}

/**
 * The call as its facts tell it: the same for the same facts in any order, with any repetition ([C1]).
 * Null until its arrival is among them.
 */
export function deriveCall(id: string, known: Iterable<Fact>): Call | null {
  const facts = [...known];
  const arrived = facts.find((fact): fact is FactOf<'arrived'> => fact.kind === 'arrived');
  if (!arrived) return null;

  const legs = legsOf(facts);
  const rounds = roundsOf(facts, legs);
  const lastRound = rounds.at(-1) ?? null;
  const pressed = pressedOf(facts, rounds);
  const attended = ofKind(facts, 'attended')[0] ?? null;
  const endedAt = endOf(facts, arrived, rounds, pressed);

  const agentAnsweredAt = rounds.map(pickedUpAt).reduce<number | null>((first, at) => (at === null ? first : Math.min(first ?? at, at)), null);
  // A caller who hangs up during the attendant's leading Pause has heard nobody, unless the carrier shows that he did.
  const wasHeard = facts.some((fact) => fact.kind === 'turn' || fact.kind === 'recording' || fact.kind === 'goodbye' || (fact.kind === 'callerEnded' && fact.status === 'completed'));
  const attendantAnsweredAt = attended && (wasHeard || endedAt === null || attended.answersAt <= endedAt) ? attended.answersAt : null;
  const answers = [agentAnsweredAt, attendantAnsweredAt].filter((at) => at !== null);
  // What tells of an answer may come late: nobody was answered before the call came, nor after it was over.
  const answeredAt = answers.length === 0 ? null : Math.max(arrived.at, Math.min(...answers, endedAt ?? Infinity));

  const attendant = attended ? attendanceOf(id, attended, facts) : null;
  const opener = openerOf(facts, agentAnsweredAt === null ? attendantAnsweredAt : null);
  const wanted = ofKind(facts, 'wanted').at(-1)?.person ?? null;
  const attached = ofKind(facts, 'attached').at(-1);
  const always = {
    id,
    version: facts.length,
    arrived,
    legs,
    rounds,
    matches: attached?.matches ?? ofKind(facts, 'recognised')[0]?.matches ?? arrived.matches,
    attachment: attached?.done ?? null,
    opener,
    openerOrder: orderOf(opener, endedAt !== null, answeredAt !== null),
    wanted,
    slipIds: slipIdsOf(facts, attendant),
    agent: agentOf(rounds),
    written: writtenOf(facts),
  };

  if (endedAt !== null) {
    const end = { answeredAt, endedAt, attendant };
    return { ...always, ...end, state: 'ended', hungUpBy: hungUpBy(facts, rounds, pressed, end), outcome: outcomeOf(facts, rounds, end) };
  }
  if (attendant) return { ...always, state: 'attended', answeredAt: answeredAt ?? attendant.answersAt, attendant };
  if (lastRound?.bridged) return { ...always, state: 'live', answeredAt: answeredAt ?? arrived.at, leg: lastRound.winner, mutedSince: mutedSince(facts, agentOf(rounds)) };
  if (lastRound && answeredAt !== null) return { ...always, state: 'queued', answeredAt, round: lastRound };
  return { ...always, state: 'ringing', answeredAt: null, round: lastRound };
}

/** Rounds whose call the agent himself ended. A press of somebody who lost the race for the call ends nothing. */
function pressedOf(facts: readonly Fact[], rounds: readonly Round[]): Set<number> {
  const winnerOfRound = new Map(rounds.map(({ round, winner }) => [round, winner?.agentId ?? null]));
  return new Set(
    ofKind(facts, 'hangUpPressed')
      .filter(({ round, agentId }) => (winnerOfRound.get(round) ?? agentId) === agentId)
      .map(({ round }) => round),
  );
}

function writtenOf(facts: readonly Fact[]): Written {
  const wrapUp = ofKind(facts, 'wrappedUp').at(-1);
  return {
    confirmedId: [...ofKind(facts, 'callerIs'), ...ofKind(facts, 'attached')].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1)).at(-1)?.residentId ?? null,
    matter: ofKind(facts, 'matter').at(-1)?.matter ?? null,
    notes: Object.fromEntries(ofKind(facts, 'noted').map(({ name, text }) => [name, text])),
    wrapUp: wrapUp ? { result: wrapUp.result, by: wrapUp.by, at: wrapUp.at } : null,
    followedUp: ofKind(facts, 'followedUp').at(-1) ?? null,
    erasedAt: ofKind(facts, 'erased').at(-1)?.at ?? null,
  };
}

/** The agent who has the call now covered the mouthpiece: another's mute went with his leg. */
function mutedSince(facts: readonly Fact[], agent: { id: string } | null): number | null {
  const last = ofKind(facts, 'muted')
    .filter(({ by }) => by.id === agent?.id)
    .at(-1);
  return last?.on ? last.at : null;
}

/** The first sign that the caller's leg is over; null while it lives. `ended` is never left: signs are only added. */
function endOf(facts: readonly Fact[], arrived: FactOf<'arrived'>, rounds: readonly Round[], pressed: ReadonlySet<number>): number | null {
  const signs = [
    ...(arrived.gone ? [arrived.at] : []),
    ...ofKind(facts, 'callerEnded').map((fact) => fact.at),
    ...ofKind(facts, 'dialEnded').filter((fact) => fact.callerGone).map((fact) => fact.at),
    ...ofKind(facts, 'turn').filter((fact) => fact.callerGone).map((fact) => fact.at),
    ...ofKind(facts, 'marked').map((fact) => fact.at),
    // The agent hung up: our answer to that Dial action is <Hangup/>.
    ...rounds.flatMap(({ round, bridged, ended }) => (bridged && ended && pressed.has(round) ? [ended.at] : [])),
  ];
  return signs.length > 0 ? Math.min(...signs) : null;
}

function orderOf(opener: Record<OpenerStep, number | null>, over: boolean, answered: boolean): OpenerOrder {
  const { greeting, unit, question } = opener;
  if (greeting !== null && unit !== null && question !== null) return greeting <= unit && unit <= question ? 'ok' : 'inverted';
  return over && answered ? 'missing' : 'pending';
}

function slipIdsOf(facts: readonly Fact[], attendant: Attendance | null): string[] {
  const ids = [...ofKind(facts, 'wanted'), ...ofKind(facts, 'slip')].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1)).map((fact) => fact.slipId);
  if (attendant?.hasContent) ids.push(attendant.slipId);
  return [...new Set(ids.filter((slipId) => slipId !== null))];
}

interface Ending {
  answeredAt: number | null;
  endedAt: number;
  attendant: Attendance | null;
}

/** The carrier does not say who hung up first; this is what its parting words and our own button tell (DESIGN 4, "After the Dial"). */
function hungUpBy(facts: readonly Fact[], rounds: readonly Round[], pressed: ReadonlySet<number>, { answeredAt, endedAt, attendant }: Ending): 'caller' | 'agent' | 'system' {
  if (answeredAt === null) return ofKind(facts, 'callerEnded').some((fact) => fact.status === 'failed' || fact.status === 'busy') ? 'system' : 'caller';
  // After the goodbye the attendant waits ten seconds so that the caller may go first; only then we hang up.
  if (attendant) return attendant.goodbyeAt !== null && endedAt - attendant.goodbyeAt >= goodbyePauseMs ? 'system' : 'caller';
  const last = rounds.filter((round) => round.bridged).at(-1);
  if (last?.ended?.callerGone) return 'caller';
  return last && pressed.has(last.round) ? 'agent' : 'caller';
}

/** How long the attendant stays on the line after its goodbye, ms. */
export const goodbyePauseMs = 10_000;

function outcomeOf(facts: readonly Fact[], rounds: readonly Round[], { answeredAt, attendant }: Ending): Outcome {
  const marked = ofKind(facts, 'marked')[0];
  if (marked) return marked.as;
  if (answeredAt === null) return ofKind(facts, 'callerEnded').some((fact) => fact.status === 'failed' || fact.status === 'busy') ? 'failed' : 'abandoned-ringing';
  if (attendant?.hasContent) return attendant.callbackAsked && !attendant.turns.some((turn) => turn.step === 'message' && turn.recordingSid !== null) ? 'callback-asked' : 'attendant-message';
  if (attendant && !rounds.some((round) => round.bridged)) return 'attendant-no-message';
  return rounds.at(-1)?.bridged === false && !attendant ? 'abandoned-queued' : 'agent';
}

