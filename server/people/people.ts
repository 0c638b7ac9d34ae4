import { z } from 'zod';
import { language, role, userId } from '../contract/primitives.ts';
import { presenceState } from '../contract/people.ts';

/*
 * Words (DOMAIN 1)
 * Unit       the office announced in the greeting; has hours, a time zone and staff
 * Line       a number that residents dial; belongs to one unit
 * Staff      anybody a caller may ask for
 * User       somebody who signs in: agent, supervisor, administrator, or a member of the staff
 * Resident   owner or tenant, with numbers; a number may belong to several
 */

/** Opening hours on the unit's own clock. `weekly` lists spans by ISO weekday (1 = Monday); minutes from midnight, `to` exclusive. */
export const hours = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('always') }),
  z.object({ kind: z.literal('never') }),
  z.object({
    kind: z.literal('weekly'),
    spans: z.array(z.object({ weekday: z.number().int().min(1).max(7), fromMinute: z.number().int().min(0).max(1440), toMinute: z.number().int().min(0).max(1440) })),
  }),
]);
export type Hours = z.infer<typeof hours>;

/** When a staff member is away. `until-next-working-day` never ends: on each day the person is back on the next working day at that minute. */
export const absence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('until'), at: z.number().int() }),
  z.object({ kind: z.literal('until-next-working-day'), atMinute: z.number().int().min(0).max(1439) }),
  z.object({ kind: z.literal('open-ended') }),
]);
export type Absence = z.infer<typeof absence>;

export const unit = z.object({
  id: z.string(),
  name: z.string(),
  /** English name, where the office has one. */
  nameEn: z.string().optional(),
  aliases: z.array(z.string()),
  timeZone: z.string(),
  /** Country of numbers written without one (ISO 3166-1 alpha-2). */
  country: z.string().length(2),
  /** How long an agent may write up a call before the next one rings at his phone, ms; 0: not at all. */
  wrapUpMs: z.number().int().min(0).max(600_000).default(30_000),
});
export type Unit = z.infer<typeof unit>;

export const line = z.object({
  id: z.string(),
  unitId: z.string(),
  /** E.164. */
  number: z.string(),
  /** The language of the opener. */
  language,
  /** All that the attendant offers, the opener's first. */
  languages: z.array(language).min(1),
  /** One ring as the caller hears it, ms (DOMAIN 2). */
  cycleMs: z.number().int().min(1000).max(20000),
  /** How many phones ring at once, 1 to 10. */
  ringWidth: z.number().int().min(1).max(10),
  /** Rings that the caller hears before the attendant speaks when nobody is free, 0 to 2. */
  pauseRings: z.number().int().min(0).max(2),
  hours,
  /** BYOC trunk that outgoing legs must use. */
  byoc: z.string().optional(),
});
export type Line = z.infer<typeof line>;

export const staffMember = z.object({
  id: z.string(),
  unitId: z.string(),
  name: z.string(),
  department: z.string(),
  title: z.string(),
  extension: z.string(),
  /** Set when this person also signs in. */
  userId: userId.nullable(),
  absence: absence.nullable(),
  privateNumbers: z.array(z.string()),
  leader: z.boolean(),
});
export type StaffMember = z.infer<typeof staffMember>;

export const user = z.object({
  id: userId,
  username: z.string(),
  name: z.string(),
  role,
  /** Offices he works in; for a supervisor, those he leads. Administrators see all. */
  unitIds: z.array(z.string()),
  language: z.enum(['zh-CN', 'en']),
  /** argon2id, PHC string. */
  passwordHash: z.string(),
  presence: presenceState,
  presenceReason: z.string().nullable(),
  /** ms UTC of the last change of presence. */
  presenceSince: z.number().int(),
  /** A demo user may sign in only on a loopback address. */
  demo: z.boolean(),
});
export type User = z.infer<typeof user>;

export const resident = z.object({
  id: z.string(),
  unitId: z.string(),
  name: z.string(),
  title: z.string().optional(),
  /** E.164, several. */
  numbers: z.array(z.string()),
  address: z.string(),
  occupancy: z.enum(['owner', 'tenant', 'other']),
});
export type Resident = z.infer<typeof resident>;

/** Everything that the answer path must know without asking a database. */
export interface People {
  units: Unit[];
  lines: Line[];
  staff: StaffMember[];
  users: User[];
  residents: Resident[];
}
