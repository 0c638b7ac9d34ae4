import { simplified } from '../people/plainText.ts';
import { coverOf } from './grams.ts';
import { typedNumber } from './numberWritings.ts';
import { piecesOf, shortestNumber } from './pieces.ts';
import type { Piece } from './pieces.ts';
import { readDates } from './readDates.ts';
import type { Span } from './readDates.ts';
import type { Facet } from './searchable.ts';
import { exactTerm, facetTerm } from './splitForSearch.ts';
import { longestPhrase, readState } from './stateWords.ts';

/** A piece that a record must have. */
export type Wanted = Pick<Piece, 'kind' | 'text'>;

/** One way in which a query may be meant; a record fits when it fits all of it. */
export interface Reading {
  wanted: readonly Wanted[];
  /** A whole name or number, plain. */
  exact: string | null;
  /** Of each at least one. */
  facets: readonly (readonly Facet[])[];
  span: Span | null;
}

/** A query: its readings, the most likely first. None: there is nothing to look for. */
export interface ParsedQuery {
  readings: readonly Reading[];
  /** What was read as a time or a state, as it was typed. */
  understood: readonly { text: string; as: 'date' | 'state' }[];
}

const longestQuery = 100;
/** More than these narrow nothing any more. */
const mostWanted = 12;
/** In the index; what a record has beyond is compared in the record itself. */
const mostTerms = 10;

interface Token {
  text: string;
  isLiteral: boolean;
}

const quoted = /"([^"]*)"|“([^”]*)”|「([^」]*)」/gu;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  const plain = (part: string): void => void tokens.push(...part.split(/[\s,，、;；]+/).filter((word) => word !== '').map((word) => ({ text: word, isLiteral: false })));
  for (const match of text.matchAll(quoted)) {
    plain(text.slice(from, match.index));
    tokens.push({ text: match[1] ?? match[2] ?? match[3] ?? '', isLiteral: true });
    from = match.index + match[0].length;
  }
  plain(text.slice(from));
  return tokens;
}

const isNumeric = (text: string): boolean => /^\+?[\d\-().·]+$/.test(text) && /\d/.test(text);

/** A number may be typed in groups: 138 0013 8003. */
function joinNumbers(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    let to = at;
    while (to < tokens.length && !tokens[to]?.isLiteral && isNumeric(tokens[to]?.text ?? '')) to += 1;
    const some = tokens.slice(at, to);
    const typed = some.map(({ text }) => text).join(' ');
    const digits = typedNumber(typed);
    // With the trunk 0, which the digits above are without: 017 0000 is seven.
    if (some.length > 0 && typed.replace(/\D/g, '').length >= shortestNumber && !some.some(({ text }) => /^\d{4}-\d{1,2}-\d{1,2}$/.test(text))) joined.push({ text: digits, isLiteral: false });
    else joined.push(...tokens.slice(at, Math.max(to, at + 1)));
    at = Math.max(to, at + 1);
  }
  return joined;
}

const wantedOf = (tokens: readonly Token[]): Wanted[] => {
  const seen = new Map<string, Wanted>();
  for (const { text } of tokens) for (const { kind, text: plain } of piecesOf(text)) seen.set(`${kind} ${plain}`, { kind, text: plain });
  return [...seen.values()].slice(0, mostWanted);
};

/** A day written right before or behind a word: 昨天漏水, 漏水6月11日. */
const dayAtEnd = /^(今天|昨天|前天|本周|这周|上周|本月|上个月|(?:\d{4}年)?\d{1,2}月\d{1,2}[日号])(.+)$|^(.*\D)(今天|昨天|前天|上周|(?:\d{4}年)?\d{1,2}月\d{1,2}[日号])$/u;

interface Conditions {
  rest: Token[];
  facets: (readonly Facet[])[];
  span: Span | null;
  understood: { text: string; as: 'date' | 'state' }[];
}

function readConditions(tokens: readonly Token[], clock: { now: number; timeZone: string }): Conditions {
  const found: Conditions = { rest: [], facets: [], span: null, understood: [] };
  const date = (text: string): boolean => {
    const span = found.span ? null : readDates(text, clock);
    if (!span) return false;
    found.span = span;
    found.understood.push({ text, as: 'date' });
    return true;
  };
  const state = (text: string): boolean => {
    const facets = readState(text);
    if (!facets) return false;
    found.facets.push(facets);
    found.understood.push({ text, as: 'state' });
    return true;
  };
  for (let at = 0; at < tokens.length; ) {
    // The longest phrase first: "last week" before "last".
    let taken = 0;
    for (let length = Math.min(longestPhrase, tokens.length - at); length > 0 && taken === 0; length -= 1) {
      const some = tokens.slice(at, at + length);
      const phrase = some.map(({ text }) => text).join(' ');
      if (some.every(({ isLiteral }) => !isLiteral) && (date(phrase) || state(phrase))) taken = length;
    }
    const token = tokens[at];
    if (taken === 0 && token) {
      const [, day, rest, before, dayAfter] = (token.isLiteral ? null : dayAtEnd.exec(token.text)) ?? [];
      const other = rest ?? before;
      if (other !== undefined && date(day ?? dayAfter ?? '')) {
        if (!state(other)) found.rest.push({ text: other, isLiteral: false });
      } else found.rest.push(token);
    }
    at += Math.max(1, taken);
  }
  return found;
}

/** A whole name or number that was typed, plain; null where there are several words or none. */
function exactOf(tokens: readonly Token[]): string | null {
  const wanted = tokens.map(({ text }) => piecesOf(text).map((piece) => piece.text).join(''));
  const whole = wanted.join('');
  return whole.length >= 2 && (wanted.length === 1 || /^[a-z]+$/.test(whole)) ? whole : null;
}

/**
 * What somebody typed, as conditions. A word that names a day or a state is read as such and, in a last reading, as a word; in quotation marks as a word
 * only. A whole name or number comes first.
 */
export function parseQuery(text: string, clock: { now: number; timeZone: string }): ParsedQuery {
  const tokens = joinNumbers(tokensOf(simplified(text.slice(0, longestQuery)).replace(/[‐-―−]/g, '-').trim()));
  const { rest, facets, span, understood } = readConditions(tokens, clock);
  const wanted = wantedOf(rest);
  const exact = exactOf(rest);
  const readings: Reading[] = [];
  if (exact !== null) readings.push({ wanted: [], exact, facets, span });
  if (wanted.length > 0 || facets.length > 0 || span) readings.push({ wanted, exact: null, facets, span });
  if (understood.length > 0) {
    const words = wantedOf(tokens);
    if (words.length > 0) readings.push({ wanted: words, exact: null, facets: [], span: null });
  }
  return { readings, understood };
}

/** What the index is asked of a reading: all of `all`, of each of `some` at least one. */
export function termsOf({ wanted, exact, facets }: Reading): { all: string[]; some: string[][] } {
  const grams = new Set(wanted.flatMap(coverOf));
  return { all: [...(exact === null ? [] : [exactTerm(exact)]), ...[...grams].slice(0, mostTerms)], some: facets.map((any) => any.map(facetTerm)) };
}
