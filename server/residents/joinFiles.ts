import type { MergedFile, Resident } from './resident.ts';

/** Parts that come over from the other file where nothing stands here. */
const single = ['ref', 'title', 'address', 'household', 'occupiedFrom', 'occupiedUntil', 'serviceNeeds', 'notes'] as const;
const ofProperty = ['building', 'unit', 'room', 'area', 'layout'] as const;
/** Texts that are written one behind the other. */
const texts = ['serviceNeeds', 'notes'] as const;

type Value = string | number | null;
const isEmpty = (value: Value): boolean => value === null || value === '';

/**
 * Two files of one person become one: numbers, consents, sources and texts of `from` are added to `into`, empty parts are filled, where both say
 * something `into` stays. `from` is kept as it was, off the list. Revisions are the caller's business.
 */
export function joinFiles(into: Resident, from: Resident, at: number): { into: Resident; from: Resident } {
  return { into: joined(into, from, at), from: { ...from, removedAt: at, mergedInto: into.id } };
}

/**
 * Takes `from` out of `into` again: what came with it goes, what was written since stays. `others` are the files that stay joined: what they have as
 * well stays too. The two files are then as they were.
 */
export function separateFiles(into: Resident, from: Resident, others: readonly Resident[]): { into: Resident; from: Resident } {
  const bare = [...into.merged].reverse().reduce(without, into);
  const staying = into.merged.filter(({ residentId }) => residentId !== from.id);
  const again = staying.reduce((file, entry) => {
    const other = others.find(({ id }) => id === entry.residentId);
    return other ? joined(file, other, entry.at) : file;
  }, bare);
  return { into: again, from: { ...from, removedAt: null, mergedInto: null } };
}

function joined(into: Resident, from: Resident, at: number): Resident {
  const numbers = from.numbers.filter(({ e164 }) => !into.numbers.some((known) => known.e164 === e164));
  const consents = from.consents.filter((one) => !into.consents.some((known) => isSame(known, one)));
  const sources = from.sources.filter((one) => !into.sources.some((known) => isSame(known, one)));
  const filled: Record<string, Value> = {};
  const appended: Record<string, string> = {};
  for (const part of single) if (isEmpty(into[part]) && !isEmpty(from[part])) filled[part] = from[part];
  // A property is one thing: half of it from each file would be a place that does not exist.
  const isNowhere = into.property.building === '' && into.property.room === '';
  for (const part of ofProperty) if ((isNowhere || part === 'area' || part === 'layout') && isEmpty(into.property[part]) && !isEmpty(from.property[part])) filled[`property.${part}`] = from.property[part];
  for (const part of texts) if (!isEmpty(into[part]) && !isEmpty(from[part]) && !into[part].includes(from[part])) appended[part] = `\n${from[part]}`;

  const file: Resident = {
    ...written(into, filled),
    numbers: [...into.numbers, ...numbers],
    consents: [...into.consents, ...consents],
    sources: [...into.sources, ...sources],
    merged: [...into.merged, { residentId: from.id, at, numbers: numbers.map(({ e164 }) => e164), consents, sources, filled, appended }],
  };
  for (const part of texts) file[part] += appended[part] ?? '';
  return file;
}

function without(file: Resident, entry: MergedFile): Resident {
  const emptied = Object.entries(entry.filled).filter(([part, value]) => valueOf(file, part) === value);
  const bare: Resident = {
    ...written(file, Object.fromEntries(emptied.map(([part, value]) => [part, typeof value === 'string' && part !== 'ref' && !part.startsWith('occupied') ? '' : null]))),
    numbers: file.numbers.filter(({ e164 }) => !entry.numbers.includes(e164)),
    consents: lessEach(file.consents, entry.consents),
    sources: lessEach(file.sources, entry.sources),
    merged: file.merged.filter((one) => one !== entry),
  };
  for (const part of texts) {
    const text = entry.appended[part];
    const at = text === undefined ? -1 : bare[part].lastIndexOf(text);
    if (text !== undefined && at >= 0) bare[part] = bare[part].slice(0, at) + bare[part].slice(at + text.length);
  }
  return bare;
}

function valueOf(file: Resident, part: string): unknown {
  const inProperty = ofProperty.find((name) => part === `property.${name}`);
  if (inProperty) return file.property[inProperty];
  const own = single.find((name) => name === part);
  return own && file[own];
}

function written(file: Resident, values: Record<string, unknown>): Resident {
  const own = Object.fromEntries(Object.entries(values).filter(([part]) => !part.startsWith('property.')));
  const property = Object.fromEntries(Object.entries(values).flatMap(([part, value]) => (part.startsWith('property.') ? [[part.slice('property.'.length), value]] : [])));
  return { ...file, ...own, property: { ...file.property, ...property } };
}

/** The list without one of each of these. */
function lessEach<T>(all: readonly T[], gone: readonly T[]): T[] {
  const left = [...gone];
  return all.filter((one) => {
    const at = left.findIndex((other) => isSame(one, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** In any order of the parts: a file that was stored has them in the schema's. */
function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));
}
