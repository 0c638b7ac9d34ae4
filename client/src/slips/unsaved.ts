import type { Slip, SlipBase, SlipPatch } from '../../../server/contract/slip.ts';

/** What can be written into a slip, by name. */
export type SlipValues = Omit<SlipPatch, 'base' | 'version'>;
/** The name of one of them. */
export type SlipValue = keyof SlipValues;

/** What a request decides about the slip, besides its values: nobody else's words can stand against it. */
const decisions = ['state', 'readBack', 'confirmPrivate', 'maskPrivate'] as const;
/** @see decisions */
export type SlipDecision = (typeof decisions)[number];
/** Whether this goes to the server at once and without a base. */
export const isDecision = (name: SlipValue): name is SlipDecision => decisions.some((one) => one === name);

/** Values, each with what its writer saw before he changed it. A value without a base builds on the same value of an earlier layer. */
export interface Layer {
  patch: SlipValues;
  base: SlipBase;
}

/**
 * What one page typed into one slip and is not known to be stored.
 * `queue`    to be stored in this order; the first may be under way, and whether the server has it is unknown until it answers
 * `typed`    typed since
 * `held`     values that somebody else wrote meanwhile: they wait for "mine" or "theirs"
 * `refused`  values that the server does not take
 */
export interface Unsaved {
  queue: Layer[];
  typed: Layer;
  held: SlipValues;
  refused: Layer;
}

const noLayer: Layer = { patch: {}, base: {} };
/** All that was typed is stored. */
export const nothingUnsaved: Unsaved = { queue: [], typed: noLayer, held: {}, refused: noLayer };

const namesOf = (values: object): SlipValue[] => Object.keys(values) as SlipValue[];
const isEmpty = (values: object): boolean => Object.keys(values).length === 0;

function without<T extends object>(values: T, names: readonly string[]): T {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name))) as T;
}

const layerWithout = ({ patch, base }: Layer, names: readonly string[]): Layer => ({ patch: without(patch, names), base: without(base, names) });

/** Whether there is something to send, or on its way; what is held or refused waits for a hand instead. */
export const isWaiting = ({ queue, typed }: Unsaved): boolean => queue.length > 0 || !isEmpty(typed.patch);
/** Whether nothing would be lost with the page. */
export const isNothing = (unsaved: Unsaved): boolean => !isWaiting(unsaved) && isEmpty(unsaved.held) && isEmpty(unsaved.refused.patch);

/** What the fields show over the slip as it is stored. */
export function overlay({ queue, typed, held, refused }: Unsaved): SlipValues {
  return Object.assign({}, ...queue.map(({ patch }) => patch), typed.patch, refused.patch, held) as SlipValues;
}

/** Somebody types here. `seen` is the slip as it stood before his eyes. */
export function edited(unsaved: Unsaved, patch: SlipValues, seen: Partial<Slip>): Unsaved {
  const next = { ...unsaved, typed: { patch: { ...unsaved.typed.patch }, base: { ...unsaved.typed.base } } };
  for (const name of namesOf(patch)) {
    if (name in next.held) {
      next.held = { ...next.held, [name]: patch[name] };
      continue;
    }
    const buildsOn = name in next.typed.patch || next.queue.some((layer) => name in layer.patch);
    Object.assign(next.typed.patch, { [name]: patch[name] });
    if (name in next.refused.patch) {
      if (name in next.refused.base) Object.assign(next.typed.base, { [name]: next.refused.base[name as keyof SlipBase] });
      next.refused = layerWithout(next.refused, [name]);
    } else if (!buildsOn && !isDecision(name) && seen[name] !== undefined) Object.assign(next.typed.base, { [name]: seen[name] });
  }
  return next;
}

/** What is to be asked of the server now: the first of the queue, else what was typed. */
export function taken(unsaved: Unsaved): Unsaved {
  if (unsaved.queue.length > 0 || isEmpty(unsaved.typed.patch)) return unsaved;
  return { ...unsaved, queue: [unsaved.typed], typed: noLayer };
}

/** The first of the queue is stored, but for `except`: what was typed on top of its values builds on what the server made of them. */
export function stored(unsaved: Unsaved, slip: Slip, except: readonly string[] = []): Unsaved {
  const [sent = noLayer, ...queue] = unsaved.queue;
  const layers = [...queue, unsaved.typed].map(({ patch, base }) => ({ patch, base: { ...base } }));
  for (const name of namesOf(sent.patch)) {
    if (isDecision(name) || except.includes(name)) continue;
    const next = layers.find((layer) => name in layer.patch);
    if (next && !(name in next.base)) Object.assign(next.base, { [name]: slip[name] });
  }
  const typed = layers.pop() ?? noLayer;
  return { ...unsaved, queue: layers, typed };
}

/** The server stored all of the first of the queue but these values, which somebody else has written meanwhile. */
export function conflicted(unsaved: Unsaved, names: readonly string[], slip: Slip): Unsaved {
  const mine = overlay(unsaved);
  const held = Object.fromEntries(names.filter((name) => name in (unsaved.queue[0]?.patch ?? {})).map((name) => [name, mine[name as SlipValue]])) as SlipValues;
  const after = stored(unsaved, slip, names);
  return cleared({ ...after, queue: after.queue.map((layer) => layerWithout(layer, names)), typed: layerWithout(after.typed, names), held: { ...after.held, ...held } });
}

/** The server will not take these values of the first of the queue, however often they are sent; null: none of it. */
export function refused(unsaved: Unsaved, names: readonly string[] | null): Unsaved {
  const [sent = noLayer, ...queue] = unsaved.queue;
  const named = namesOf(sent.patch).filter((name) => names === null || names.includes(name));
  // Who names nothing that was sent means all of it.
  const out = named.length === 0 ? namesOf(sent.patch) : named;
  const kept = layerWithout(sent, out);
  const bad = layerWithout(sent, namesOf(kept.patch));
  return cleared({ ...unsaved, queue: [kept, ...queue], refused: { patch: { ...unsaved.refused.patch, ...bad.patch }, base: { ...unsaved.refused.base, ...bad.base } } });
}

/** What was refused is tried again. */
export function retried(unsaved: Unsaved): Unsaved {
  if (isEmpty(unsaved.refused.patch)) return unsaved;
  return { ...unsaved, queue: [...unsaved.queue, unsaved.refused], refused: noLayer };
}

/** Mine over theirs, which the writer has now seen. */
export function keptMine(unsaved: Unsaved, name: SlipValue, theirs: unknown): Unsaved {
  const { typed } = unsaved;
  return { ...unsaved, held: without(unsaved.held, [name]), typed: { patch: { ...typed.patch, [name]: unsaved.held[name] }, base: { ...typed.base, [name]: theirs } } };
}

/** Theirs over mine: what was held under this name is gone. */
export function tookTheirs(unsaved: Unsaved, name: SlipValue): Unsaved {
  return { ...unsaved, held: without(unsaved.held, [name]) };
}

/** The slip as it is stored now: where it says what is held here, there is nothing to decide any more. */
export function heard(unsaved: Unsaved, slip: Slip): Unsaved {
  const settled = namesOf(unsaved.held).filter((name) => !isDecision(name) && slip[name] === unsaved.held[name]);
  return settled.length === 0 ? unsaved : { ...unsaved, held: without(unsaved.held, settled) };
}

/** What another page left behind when it went is stored first; what was typed here meanwhile then meets it like anybody's text. */
export function adopted(unsaved: Unsaved, left: Unsaved): Unsaved {
  return cleared({ queue: [...unsaved.queue, ...left.queue, left.typed], typed: unsaved.typed, held: { ...left.held, ...unsaved.held }, refused: { patch: { ...left.refused.patch, ...unsaved.refused.patch }, base: { ...left.refused.base, ...unsaved.refused.base } } });
}

const cleared = (unsaved: Unsaved): Unsaved => ({ ...unsaved, queue: unsaved.queue.filter(({ patch }) => !isEmpty(patch)) });
