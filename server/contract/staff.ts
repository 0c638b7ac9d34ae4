import { z } from 'zod';
import { hours } from './hours.ts';
import { personView } from './people.ts';
import { cursor, instant, language, userId } from './primitives.ts';
import { reachInputs, reachView } from './reach.ts';

/** A member of the staff as those see him who answer for his office. Private numbers are masked: 136****1102. */
export const staffView = personView.extend({
  rev: z.number().int(),
  /** The office's own number of this person (工号). */
  staffNumber: z.string(),
  leader: z.boolean(),
  /** Working hours on the office's clock; null: not told. */
  hours: hours.nullable(),
  /** Who helps in his place, in order; those who have left are not named. */
  deputies: z.array(z.object({ id: z.string(), name: z.string(), extension: z.string() })),
  /** Whom he signs in as. */
  user: z.object({ id: userId, username: z.string(), name: z.string() }).nullable(),
  privateNumbers: z.array(z.string()),
  /** How messages reach him, in order; none: the console, where he signs in. */
  reach: z.array(reachView),
  /** Left the office, ms UTC. */
  removedAt: instant.nullable(),
});
/** @see staffView */
export type StaffView = z.infer<typeof staffView>;

/** Query of `GET /api/staff`. By office, department and extension; with `q` the best first. `removed`: only those who have left. */
export const staffQuery = z.object({
  unitId: z.string().max(64).optional(),
  q: z.string().max(100).default(''),
  removed: z.enum(['true', 'false']).default('false'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: cursor.optional(),
});
/** Reply of `GET /api/staff`; `total` counts all pages. */
export const staffList = z.object({ items: z.array(staffView), next: z.string().optional(), total: z.number().int() });

const text = (longest: number) => z.string().normalize('NFC').trim().max(longest);
/** Digits, in any width; empty for somebody without one. */
const extension = z.string().normalize('NFKC').trim().max(20).regex(/^\d{0,10}$/);

/** A private number as an editor sends it, who sees it masked: one that stands there already, by its place in the list of this `rev`, or a new one in any writing. */
const privateNumber = z.union([z.strictObject({ keep: z.number().int().min(0) }), z.strictObject({ number: z.string().min(1).max(100) })]);

const staffFields = {
  name: text(60).min(1),
  department: text(60),
  title: text(60),
  extension,
  staffNumber: text(32),
  languages: z.array(language).max(3),
  deputyIds: z.array(z.string().max(64)).max(20),
  leader: z.boolean(),
  hours: hours.nullable(),
  userId: userId.nullable(),
  privateNumbers: z.array(privateNumber).max(10),
  reach: reachInputs,
};

/** Body of `POST /api/staff`. */
export const newStaff = z.strictObject({ ...staffFields, unitId: z.string().max(64) }).partial({ department: true, title: true, extension: true, staffNumber: true, languages: true, deputyIds: true, leader: true, hours: true, userId: true, privateNumbers: true, reach: true });
/** @see newStaff */
export type NewStaff = z.infer<typeof newStaff>;

/** Body of `PATCH /api/staff/:id`: what differs, and the `rev` that it was made from. */
export const staffPatch = z.strictObject({ ...staffFields }).partial().extend({ rev: z.number().int().min(0) });
/** @see staffPatch */
export type StaffPatch = z.infer<typeof staffPatch>;

/** Body of `POST /api/staff/:id/restore`: an extension that is free, where his old one has been given away. */
export const staffRestore = z.strictObject({ extension: extension.optional() });

/** Body of `POST /api/staff/:id/reveal`: why somebody needs the numbers in full; it stands on the audit log. */
export const revealInput = z.strictObject({ reason: text(500).min(2) });
/** E.164, in full: only in the reply to a reveal that is on the audit log (DOMAIN 7b). */
export const revealedNumbers = z.object({ privateNumbers: z.array(z.string()) });
