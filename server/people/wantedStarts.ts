import { simplified } from './plainText.ts';
import { chineseCue, determiners, englishCue, englishFrames, fillers, frames, weakCue } from './wantedWords.ts';

/** A place where whom the caller wants may begin, and what must then stand behind the name. */
export interface WantedStart {
  at: number;
  /** `nothing` after "I am looking for", a verb after "could you ask", otherwise the name must be alone in its clause or asked to be there. */
  behind: 'nothing' | 'alone-or-present' | RegExp;
  /** Whether a name that only sounds like somebody's counts here. */
  soundCounts: boolean;
}

/** The form of speech that all patterns are written for: simplified, small letters, clauses divided by |, no space between Chinese characters. */
export function wantedText(speech: string): string {
  return simplified(speech)
    .replace(/[’'`]/g, '')
    .replace(/\b(mr|mrs|ms|dr|ext)\./g, '$1')
    .replace(/[,。.!?;:、…\n—,!?;:]+/g, '|')
    .replace(/[^\p{L}\p{N}|]+/gu, ' ')
    .replace(/ *\| */g, '|')
    .replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})|(?<=\d) +(?=\d)/gu, '')
    .trim();
}

/** Every such place in a text that `wantedText` has made, in no order; one place may come several times. */
export function startsOf(text: string): WantedStart[] {
  const starts: WantedStart[] = [];
  const add = (at: number, behind: WantedStart['behind'], soundCounts = true) => starts.push({ at: past(determiners, text, at), behind, soundCounts });
  for (let at = 0; at >= 0 && at <= text.length; at = nextClause(text, at)) {
    let from = at;
    add(from, 'alone-or-present');
    for (let next = past(fillers, text, from); next > from; next = past(fillers, text, from)) {
      from = next;
      add(from, 'alone-or-present');
    }
  }
  for (const cue of [chineseCue, englishCue]) for (const match of text.matchAll(cue)) add(match.index + match[0].length, 'nothing', !weakCue.test(match[0]));
  for (const frame of [...frames, ...englishFrames]) for (const match of text.matchAll(frame.before)) add(match.index + match[0].length, frame.after);
  return starts;
}

function nextClause(text: string, at: number): number {
  const bar = text.indexOf('|', at);
  return bar < 0 ? -1 : bar + 1;
}

/** Where a pattern that is tried at `at` ends; `at` when it does not fit. */
export function past(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Whether nothing but fillers stands between `at` and the end of the clause. */
export function onlyFillers(text: string, at: number): boolean {
  let from = at;
  for (let next = past(fillers, text, from); next > from; next = past(fillers, text, from)) from = next;
  return from >= text.length || text[from] === '|';
}
