/**
 * A record of the server as it is being edited: only what a hand wrote is kept, beside what stood there when it began to. What others
 * change meanwhile shows through everywhere else; where they wrote the same field, both stand side by side until the hand chooses.
 */
export interface EditState<F extends object> {
  draft: Partial<F>;
  /** What stood in each field of the draft when it was first written in. */
  from: Partial<F>;
}

/** One object for all records, so that nothing is drawn anew for it. */
export const nothingWritten = { draft: {}, from: {} };

/** Compares as JSON: values of forms are plain, and their keys come in one order. */
export const same = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

const fieldsOf = <F extends object>(part: Partial<F>) => Object.keys(part) as (keyof F & string)[];

function without<F extends object>(part: Partial<F>, field: keyof F): Partial<F> {
  const rest = { ...part };
  delete rest[field];
  return rest;
}

/** The first writing into a field keeps what stood there; later ones do not. */
export function write<F extends object, K extends keyof F>({ draft, from }: EditState<F>, stored: F, field: K, value: F[K]): EditState<F> {
  return { draft: { ...draft, [field]: value }, from: field in from ? from : { ...from, [field]: stored[field] } };
}

/** Fields in which another person wrote something else since; sorted out before anything is saved. */
export function clashesOf<F extends object>({ draft, from }: EditState<F>, stored: F): (keyof F & string)[] {
  return fieldsOf(draft).filter((field) => !same(from[field], stored[field]) && !same(draft[field], stored[field]));
}

/** What would be sent: what differs from what stands there. */
export function changedOf<F extends object>({ draft }: EditState<F>, stored: F): Partial<F> {
  return Object.fromEntries(fieldsOf(draft).flatMap((field) => (same(draft[field], stored[field]) ? [] : [[field, draft[field]]]))) as Partial<F>;
}

/** What the screen shows. */
export function valuesOf<F extends object>({ draft }: EditState<F>, stored: F): F {
  return { ...stored, ...draft };
}

/** Mine stays; theirs was seen. */
export function keepMine<F extends object>({ draft, from }: EditState<F>, stored: F, field: keyof F & string): EditState<F> {
  return { draft, from: { ...from, [field]: stored[field] } };
}

/** Mine goes, and the field is as on the server. */
export function takeTheirs<F extends object>({ draft, from }: EditState<F>, field: keyof F & string): EditState<F> {
  return { draft: without(draft, field), from: without(from, field) };
}
