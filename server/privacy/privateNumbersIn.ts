import { maskNumber } from '../people/maskNumber.ts';
import { numberForms } from '../people/numberForms.ts';
import { spokenDigits, timesOf } from '../people/spokenNumber.ts';

/** Somebody whose numbers must not be given out. */
export interface PrivatePerson {
  name: string;
  /** E.164. */
  privateNumbers: readonly string[];
}

/** A private number in a text: whose, where (UTF-16 from, to), and how it may be shown. */
export interface PrivateNumber {
  name: string;
  e164: string;
  from: number;
  to: number;
  masked: string;
}

/** Digits that stand together, as written: 138, 一三八, １３８, one three eight. */
interface Group {
  digits: string;
  from: number;
  to: number;
}

/** 三个零 and 孖 are repeats; what is between two groups is looked at by itself. */
const token = /[二两三四](?:个|個)(?=[零〇一幺二两三四五六七八九\d０-９])|[\p{L}\p{M}]*?[a-z]+|[\p{N}\p{L}○]/giu;
/** What people put between the digits of one number, and what cannot be seen. */
const glue = /^[\s\p{P}\p{Cf}\p{M}+~|]{0,4}$/u;
const unseen = /^[\p{Cf}\p{M}]*$/u;
const shortest = 7;
const longest = 20;

/** Every private number of these people in a text, in any writing: spaces, dashes, full width, Chinese digits, spoken words, trunk prefix, +86. */
export function privateNumbersIn(text: string, people: readonly PrivatePerson[]): PrivateNumber[] {
  const runs = runsOf(text).filter((run) => run.reduce((sum, { digits }) => sum + digits.length, 0) >= shortest);
  if (runs.length === 0) return [];
  // Of several who share a number the first is named.
  const owners = new Map([...people].reverse().flatMap(({ name, privateNumbers }) => privateNumbers.flatMap((e164) => numberForms(e164).map((form) => [form, { name, e164 }] as const))));
  return runs.flatMap((run) => foundIn(run, owners));
}

/** Looks in the texts of an office for the numbers of its own people: whose numbers another office keeps is not told by asking. */
export const privateNumbersOf =
  (staff: () => readonly (PrivatePerson & { unitId: string })[]) =>
  (text: string, unitId: string): PrivateNumber[] =>
    privateNumbersIn(
      text,
      staff().filter((one) => one.unitId === unitId),
    );

function foundIn(run: readonly Group[], owners: ReadonlyMap<string, { name: string; e164: string }>): PrivateNumber[] {
  const found: PrivateNumber[] = [];
  for (let at = 0; at < run.length; at++) {
    let digits = '';
    let hit: { owner: { name: string; e164: string }; last: number } | null = null;
    // The longest that is a number: +86 belongs to it.
    for (let last = at; last < run.length && digits.length <= longest; last++) {
      digits += run[last]?.digits ?? '';
      const owner = owners.get(digits) ?? (last === at ? heldIn(digits, owners) : undefined);
      if (owner) hit = { owner, last };
    }
    if (!hit) continue;
    found.push({ ...hit.owner, from: run[at]?.from ?? 0, to: run[hit.last]?.to ?? 0, masked: maskNumber(hit.owner.e164) });
    at = hit.last;
  }
  return found;
}

/** A mobile number with a digit or two stuck to it (138001380008号楼); a longer row is a document's number. */
function heldIn(digits: string, owners: ReadonlyMap<string, { name: string; e164: string }>): { name: string; e164: string } | undefined {
  for (let size = digits.length - 1; size >= Math.max(10, digits.length - 3); size--) {
    for (let from = 0; from + size <= digits.length; from++) {
      const owner = owners.get(digits.slice(from, from + size));
      if (owner) return owner;
    }
  }
  return undefined;
}

/** Groups that may belong to one number, row by row. */
function runsOf(text: string): Group[][] {
  const runs: Group[][] = [];
  let run: Group[] = [];
  let times = 1;
  let end = 0;
  const close = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
    times = 1;
  };
  for (const found of text.matchAll(token)) {
    const said = found[0].normalize('NFKC').toLowerCase();
    const before = text.slice(end, found.index);
    if (!glue.test(before)) close();
    end = found.index + found[0].length;
    const repeat = timesOf(said);
    const digits = spokenDigits(said);
    if (repeat !== null) times = repeat;
    else if (digits === null) close();
    else {
      const written = digits.charAt(0).repeat(times) + digits.slice(1);
      const last = run.at(-1);
      // Signs without anything between them are one group; spoken words are always apart.
      if (last && unseen.test(before)) run[run.length - 1] = { digits: last.digits + written, from: last.from, to: end };
      else run.push({ digits: written, from: found.index - (/[+＋]$/.test(before) ? 1 : 0), to: end });
      times = 1;
    }
  }
  close();
  return runs;
}
