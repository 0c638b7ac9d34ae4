/** A call made ready to be judged: segments cleaned and ordered, text made comparable, turns and holds found. */
import type { Call, Segment } from './call.ts';
import { digitRuns, type DigitRun } from './spokenNumber.ts';
import { durations, type Duration } from './duration.ts';
import { spokenNames } from './officeName.ts';
import { plainText, quote, type PlainText } from './plainText.ts';
import type { Office } from './office.ts';
import { learnedScales, type Scales } from './learned/scales.ts';
import type { Hit, WordList } from './wordList.ts';

/** A segment's text, read once and kept: everything here depends on the text alone, so a live call need not read it again. */
export type Reading = PlainText & { readonly durations: readonly Duration[]; readonly runs: readonly DigitRun[] };

/** One segment as the rules see it. `index` is its place in the call handed in; `turn` the number of its turn. */
export type Piece = {
  readonly index: number;
  readonly speaker: 'agent' | 'caller' | 'unknown';
  readonly start: number | null;
  readonly end: number | null;
  readonly text: Reading;
  turn: number;
  /** Place among the pieces. */
  place: number;
};

/** The run of pieces of one speaker until the other speaks. */
export type Turn = { readonly speaker: 'agent' | 'caller'; readonly pieces: readonly Piece[]; readonly number: number };
/** A stretch on hold, ms from the arrival. Not resumed: the call ended in it (DOMAIN 6, hold). */
export type Hold = { readonly from: number; readonly to: number; readonly isResumed: boolean };

/** What every rule reads; made once a call by `hear`. Times in ms from the arrival, null where no event tells them. */
export type Hearing = {
  readonly call: Call;
  readonly office: Office;
  readonly scales: Scales;
  readonly names: readonly string[];
  readonly pieces: readonly Piece[];
  readonly turns: readonly Turn[];
  readonly agentTurns: readonly Turn[];
  readonly agentPieces: readonly Piece[];
  readonly callerPieces: readonly Piece[];
  readonly holds: readonly Hold[];
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  readonly endedBy: 'caller' | 'agent' | 'system' | null;
  /** Somebody spoke whom the recogniser could not name: what is missing may have been said by the agent. */
  readonly hasUnknownSpeaker: boolean;
};

/** Reads a text. Pure; the caller may keep the result. */
export function readText(raw: string): Reading {
  const plain = plainText(raw);
  return { ...plain, durations: durations(plain.flat), runs: digitRuns(plain.flat) };
}

const keyOf = (segment: Segment, place: number): string =>
  segment.id !== undefined ? `id ${segment.id}` : typeof segment.start === 'number' ? `at ${segment.speaker} ${segment.start}` : `no ${place}`;

const byTime = (a: { start: number | null; index: number }, b: { start: number | null; index: number }): number =>
  a.start === null || b.start === null || a.start === b.start ? a.index - b.index : a.start - b.start;

/** The segments that count: one of each key (a final before a partial, else the last), no empty ones, in order of time. */
export function settled(segments: readonly Segment[], isEnded: boolean): { segment: Segment; index: number }[] {
  const kept = new Map<string, { segment: Segment; index: number }>();
  segments.forEach((segment, index) => {
    const key = keyOf(segment, index);
    const before = kept.get(key);
    if (before && before.segment.final !== false && segment.final === false) return;
    kept.set(key, { segment, index: before?.index ?? index });
  });
  const list = [...kept.values()].filter(({ segment }) => segment.text.trim() !== '' && (isEnded || segment.final !== false));
  const hasAllTimes = list.every(({ segment }) => typeof segment.start === 'number');
  // Without all the times the order of arrival is the only order there is.
  return hasAllTimes ? list.sort((a, b) => byTime({ start: a.segment.start ?? null, index: a.index }, { start: b.segment.start ?? null, index: b.index })) : list;
}

const speakerOf = (speaker: string): Piece['speaker'] => (speaker === 'agent' || speaker === 'caller' ? speaker : 'unknown');

/** Names the office is known by, worked out once an office. */
const namesKept = new WeakMap<object, { readonly office: Office; readonly names: readonly string[] }>();
function namesOf(call: Call, office: Office): readonly string[] {
  const kept = namesKept.get(call.unit);
  if (kept?.office === office) return kept.names;
  const names = spokenNames(call.unit.name, [...call.unit.aliases, ...office.aliases]);
  namesKept.set(call.unit, { office, names });
  return names;
}

/** Prepares a call. `read` may be a cache; by default each text is read anew. `scales` other than the shipped ones are for measuring. */
export function hear(call: Call, office: Office, read: (raw: string) => Reading = readText, scales: Scales = learnedScales): Hearing {
  const endedEvent = call.events.find((event) => event.type === 'ended');
  const pieces: Piece[] = settled(call.segments, endedEvent !== undefined).map(({ segment, index }, place) => ({
    index,
    speaker: speakerOf(segment.speaker),
    start: typeof segment.start === 'number' && Number.isFinite(segment.start) ? segment.start : null,
    end: typeof segment.end === 'number' && Number.isFinite(segment.end) ? segment.end : null,
    text: read(segment.text),
    turn: -1,
    place,
  }));
  const turns: Turn[] = [];
  for (const piece of pieces) {
    const { speaker } = piece;
    if (speaker === 'unknown') continue;
    const last = turns.at(-1);
    if (last?.speaker === speaker) (last.pieces as Piece[]).push(piece);
    else turns.push({ speaker, pieces: [piece], number: turns.length });
    piece.turn = turns.length - 1;
  }
  const holds: Hold[] = [];
  const endedAt = endedEvent?.at ?? null;
  let heldFrom: number | null = null;
  for (const event of call.events) {
    if (event.type === 'hold') heldFrom ??= event.at;
    else if (event.type === 'resume' && heldFrom !== null) {
      holds.push({ from: heldFrom, to: event.at, isResumed: true });
      heldFrom = null;
    }
  }
  if (heldFrom !== null && endedAt !== null) holds.push({ from: heldFrom, to: endedAt, isResumed: false });
  return {
    call,
    office,
    scales,
    names: namesOf(call, office),
    pieces,
    turns,
    agentTurns: turns.filter((turn) => turn.speaker === 'agent'),
    agentPieces: pieces.filter((piece) => piece.speaker === 'agent'),
    callerPieces: pieces.filter((piece) => piece.speaker === 'caller'),
    holds,
    answeredAt: call.events.find((event) => event.type === 'answered')?.at ?? null,
    endedAt,
    endedBy: endedEvent?.by ?? null,
    hasUnknownSpeaker: pieces.some((piece) => piece.speaker === 'unknown'),
  };
}

/** The plain words of a turn in one string. */
export const wordsOf = (turn: Turn | undefined): string => turn?.pieces.map((piece) => piece.text.flat).join(' ') ?? '';

/** Does the turn say one of the list? */
export const says = (turn: Turn | undefined, list: WordList): boolean => {
  const only = turn?.pieces.length === 1 ? turn.pieces[0] : undefined;
  return list.test(only?.text ?? wordsOf(turn));
};

/** The agent's turn after the one given, if any. */
export const nextAgentTurn = (hearing: Hearing, turn: number): Turn | undefined => hearing.agentTurns.find((each) => each.number > turn);

/** The caller's turn just before the one given, if any. */
export const callerTurnBefore = (hearing: Hearing, turn: number): Turn | undefined => {
  for (let i = turn - 1; i >= 0; i--) if (hearing.turns[i]?.speaker === 'caller') return hearing.turns[i];
  return undefined;
};

/** The agent's turns that began before the moment, the latest last. */
export const agentTurnsBefore = (hearing: Hearing, moment: number): Turn[] =>
  hearing.agentTurns.flatMap((turn) => {
    const pieces = turn.pieces.filter((piece) => piece.start !== null && piece.start < moment);
    return pieces.length > 0 ? [{ ...turn, pieces }] : [];
  });

/** The printed words of a hit. */
export const printed = (piece: Piece, hit: Pick<Hit, 'at' | 'length'>): string => quote(piece.text, hit.at, hit.length);

/** First piece of a turn in which a list is found. */
export function findIn(turn: Turn | undefined, list: WordList): { piece: Piece; hit: Hit } | null {
  for (const piece of turn?.pieces ?? []) {
    const hit = list.find(piece.text);
    if (hit) return { piece, hit };
  }
  return null;
}
