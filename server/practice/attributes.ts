import { z } from 'zod';

/** A whole number within the carrier's limits, written in digits. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be from ${min} to ${max}`);

/** `true` or `false`, in these letters. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** The method of a callback. */
export const method = z.enum(['GET', 'POST']);

const noBlanks = /^\S*$/;

/** A URL that the carrier may resolve against the document's own (action, statusCallback of a noun). Hosts may carry no underscore. */
export const anyUrl = z
  .string()
  .regex(noBlanks, 'must be a URL without blanks')
  .refine(isUsable, 'must be an http(s) URL, absolute or relative, whose host has no underscore');

/** A URL that must be absolute: recording callbacks given as a relative one are never sent by the carrier. */
export const absoluteUrl = anyUrl.refine((value) => /^https?:\/\//i.test(value), 'must be an absolute URL: a relative one is never called');

/** Events in one attribute, separated by blanks, each of a closed list. */
export const events = <const Event extends string>(list: readonly [Event, ...Event[]]) =>
  z
    .string()
    .transform((value) => value.split(/\s+/).filter((word) => word !== ''))
    .pipe(z.array(z.enum(list)).min(1));

function isUsable(value: string): boolean {
  if (!URL.canParse(value, 'http://relative.example')) return false;
  const url = new URL(value, 'http://relative.example');
  return (url.protocol === 'http:' || url.protocol === 'https:') && !url.hostname.includes('_');
}
