/** Judging while the call goes on. What is found at the end equals what `judge` finds on the whole call. */
import type { Call, CallEvent, Segment } from './call.ts';
import type { Judgement } from './finding.ts';
import { hear, readText, settled, type Reading } from './hearing.ts';
import { dueHints, nextHint, type Hint } from './hints.ts';
import { weigh } from './judge.ts';
import { defaultOffice, type Office } from './office.ts';

/** What has been heard of a call so far. Made by `startListening`, replaced by each `listen`. */
export type ListenState = {
  readonly call: Call;
  readonly office: Office;
  /** Texts already read: a new segment is the only one that costs. Shared by the states of one call. */
  readonly readings: Map<string, Reading>;
  readonly hintsShown: ReadonlySet<string>;
};

/** What the live call brings: a segment, partial or final, or an event; either may come late or twice. */
export type Heard = { readonly segment: Segment } | { readonly event: CallEvent };

/** Only the end of a long call can bring a new hint; the whole is judged when it is asked for. */
const hintWindow = 24;

/** The state before the first word; `office` without settings of its own is judged by the manuals alone. */
export function startListening(call: Omit<Call, 'segments' | 'events'>, office: Office = defaultOffice): ListenState {
  return { call: { ...call, segments: [], events: [] }, office, readings: new Map(), hintsShown: new Set() };
}

const rank: Readonly<Record<CallEvent['type'], number>> = { arrived: 0, answered: 1, hold: 2, resume: 3, transfer: 4, ended: 5 };
const sameEvent = (a: CallEvent, b: CallEvent): boolean => a.type === b.type && (a.at === b.at || a.type === 'arrived' || a.type === 'answered' || a.type === 'ended');

/** Events in the order in which they happened, each once: of two reports of one thing the earlier holds. */
function withEvent(events: readonly CallEvent[], event: CallEvent): CallEvent[] {
  const known = events.findIndex((each) => sameEvent(each, event));
  const before = known >= 0 ? events[known] : undefined;
  if (before && before.at <= event.at) return events as CallEvent[];
  const others = known >= 0 ? events.filter((_, i) => i !== known) : [...events];
  return [...others, event].sort((a, b) => a.at - b.at || rank[a.type] - rank[b.type]);
}

const place = (segment: Segment): number => segment.start ?? Number.POSITIVE_INFINITY;
const isSame = (a: Segment, b: Segment): boolean =>
  a.id !== undefined || b.id !== undefined ? a.id === b.id : typeof a.start === 'number' && a.speaker === b.speaker && a.start === b.start;

/** The transcript with the segment in its place by time; a revision replaces what it revises, a partial never a final. */
function withSegment(segments: readonly Segment[], segment: Segment): Segment[] {
  // Revisions come soon after what they revise, but late ones are found too: the search runs from the end.
  const known = segments.findLastIndex((each) => isSame(each, segment));
  const before = known >= 0 ? segments[known] : undefined;
  if (before && before.final !== false && segment.final === false) return segments as Segment[];
  if (before && before.final !== false && before.text === segment.text && before.end === segment.end) return segments as Segment[];
  const list = known >= 0 ? segments.filter((_, i) => i !== known) : [...segments];
  let at = list.length;
  while (at > 0 && place(list[at - 1] as Segment) > place(segment)) at--;
  list.splice(at, 0, segment);
  return list;
}

/** One more segment or event: the new state, and at most one hint. */
export function listen(state: ListenState, heard: Heard): { readonly state: ListenState; readonly hints: readonly Hint[] } {
  const call: Call = 'segment' in heard
    ? { ...state.call, segments: withSegment(state.call.segments, heard.segment) }
    : { ...state.call, events: withEvent(state.call.events, heard.event) };
  const next = { ...state, call };
  if (!state.office.hints.isOn || ('segment' in heard && heard.segment.final === false)) return { state: next, hints: [] };
  const recent = call.segments.length <= hintWindow ? call : { ...call, segments: [...call.segments.slice(0, 4), ...call.segments.slice(4 - hintWindow)] };
  const hearing = hear(recent, state.office, reader(next));
  const hint = nextHint(dueHints(hearing, weigh(hearing)), state.hintsShown, state.office, call.unit.name);
  if (!hint) return { state: next, hints: [] };
  return { state: { ...next, hintsShown: new Set([...state.hintsShown, hint.id]) }, hints: [hint] };
}

const reader = (state: ListenState) => (raw: string): Reading => {
  let reading = state.readings.get(raw);
  if (!reading) {
    reading = readText(raw);
    state.readings.set(raw, reading);
  }
  return reading;
};

/** The transcript as it stands: revisions settled, in order of time. The segment numbers of `judgement` point into it. */
export function transcript(state: ListenState): Segment[] {
  return settled(state.call.segments, state.call.events.some((event) => event.type === 'ended')).map(({ segment }) => segment);
}

/** Everything found so far. After the last event it equals `judge` of the same call with the same transcript. */
export function judgement(state: ListenState): Judgement {
  return weigh(hear({ ...state.call, segments: transcript(state) }, state.office, reader(state)));
}
