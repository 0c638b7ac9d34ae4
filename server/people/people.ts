import { z } from 'zod';
import { channelName, deliverySettings, usualDelivery } from '../contract/delivery.ts';
import { calendarDay, hours } from '../contract/hours.ts';
import { retention, usualRetention } from '../contract/retention.ts';
import { language, role, userId } from '../contract/primitives.ts';
import type { NewAuditEntry } from '../contract/audit.ts';
import { calendarState, leaveSource, leaveWhy } from '../contract/leave.ts';
import { presenceState } from '../contract/people.ts';

/*
 * Words (DOMAIN 1)
 * Unit       the office announced in the greeting; has hours, a time zone and staff
 * Line       a number that residents dial; belongs to one unit
 * Staff      anybody a caller may ask for
 * User       somebody who signs in: agent, supervisor, administrator, or a member of the staff
 * Residents have a room of their own (residents/): there may be a million of them
 */

export { calendarDay, hours } from '../contract/hours.ts';
export type { CalendarDay, Hours } from '../contract/hours.ts';

/** What was said with an absence, by whom and when, ms UTC; what the demo is made of says nothing. */
const told = { why: leaveWhy.optional(), note: z.string().max(200).optional(), source: leaveSource.optional(), since: z.number().int().optional() };

/** When a staff member is away. `until-next-working-day` never ends: on each day the person is back on the next working day at that minute. */
export const absence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('until'), at: z.number().int(), ...told }),
  z.object({ kind: z.literal('until-next-working-day'), atMinute: z.number().int().min(0).max(1439), ...told }),
  z.object({ kind: z.literal('open-ended'), ...told }),
]);
/** @see absence */
export type Absence = z.infer<typeof absence>;

/** A span in which somebody is not at his desk; `toAt` null: nobody knows until when. */
export const leave = z.object({
  id: z.string(),
  fromAt: z.number().int(),
  toAt: z.number().int().nullable(),
  why: leaveWhy,
  note: z.string().max(200).default(''),
  source: leaveSource,
  /** Grows with each edit: the second of two editors is told. */
  rev: z.number().int().nonnegative().optional(),
});
/** @see leave */
export type Leave = z.infer<typeof leave>;

/** Grows by one each time a person edits the record: two who edit the same thing find out (the second is told). What the program writes by itself, as a presence, leaves it alone. */
const rev = z.number().int().nonnegative().default(0);

/** Grows by one with each writing of the row, by whomever: the store takes a row only in the place of the one before it, so that two nodes cannot write over each other. The directory counts it. */
const version = z.number().int().nonnegative().default(0);

/** A part of the office that callers ask for (DOMAIN 1); members name it in `StaffMember.department`. */
export const department = z.object({
  name: z.string().min(1).max(60),
  /** Other words for it, in any language. */
  aliases: z.array(z.string().min(1).max(60)).max(20).default([]),
  /** Who takes what is for nobody in particular. */
  headId: z.string().nullable().default(null),
});
/** @see department */
export type Department = z.infer<typeof department>;

/** An office as it is stored (管理处). */
export const unit = z.object({
  id: z.string(),
  rev,
  version,
  name: z.string(),
  /** English name, where the office has one. */
  nameEn: z.string().optional(),
  aliases: z.array(z.string()),
  timeZone: z.string(),
  /** Country of numbers written without one (ISO 3166-1 alpha-2). */
  country: z.string().length(2),
  /** How long an agent may write up a call before the next one rings at his phone, ms; 0: not at all. */
  wrapUpMs: z.number().int().min(0).max(600_000).default(30_000),
  /** The office's own holidays and swapped days; null: its country's official ones. */
  specialDays: z.array(calendarDay).max(2000).nullable().default(null),
  /** In the order in which the office lists them; members may name others, which are then shown behind these. */
  departments: z.array(department).max(200).default([]),
  /** Who of the staff looks after which building (as residents' files write it): first recipient of its complaints. */
  housekeepers: z.array(z.object({ building: z.string().min(1).max(40), staffId: z.string() })).default([]),
  /** How its messages reach people, and how soon they are chased. */
  delivery: deliverySettings.default(usualDelivery),
  /** How long it keeps what it was told. */
  retention: retention.default(usualRetention),
});
/** @see unit */
export type Unit = z.infer<typeof unit>;
/** What an office has until somebody sets it otherwise. */
export const usualUnit = { rev: 0, version: 0, wrapUpMs: 30_000, specialDays: null, departments: [], housekeepers: [], delivery: usualDelivery, retention: usualRetention } satisfies Partial<Unit>;

/** A line as it is stored (热线). */
export const line = z.object({
  id: z.string(),
  rev,
  version,
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
/** @see line */
export type Line = z.infer<typeof line>;
/** A line as it begins: three phones ring at once, one ring is heard before the attendant speaks, open day and night. */
export const usualLine = { rev: 0, version: 0, ringWidth: 3, pauseRings: 1, hours: { kind: 'always' } } satisfies Partial<Line>;

/** One way to reach somebody: a number (E.164), a mail address, or the https address of a robot, with its signing secret and whom it should name there. */
export const reach = z.object({ channel: channelName, address: z.string().max(500), secret: z.string().max(200).default(''), mention: z.string().max(100).default('') });
/** @see reach */
export type Reach = z.infer<typeof reach>;

/** A member of the staff as he is stored: private numbers in full, so never sent as it is. */
export const staffMember = z.object({
  id: z.string(),
  rev,
  version,
  unitId: z.string(),
  name: z.string(),
  department: z.string(),
  title: z.string(),
  extension: z.string(),
  /** The office's own number of this person (工号); empty where it gives none. Lists that are imported know him by it. */
  staffNumber: z.string().default(''),
  /** Set when this person also signs in. */
  userId: userId.nullable(),
  absence: absence.nullable(),
  /** Leaves, meetings, absences by calendar; in any order, they may overlap. */
  leaves: z.array(leave).default([]),
  /** Working hours on the office's clock; null: not told, so here unless away. */
  hours: hours.nullable().default(null),
  /** He said that he is here until then, ms UTC, whatever his hours say. */
  hereUntil: z.number().int().nullable().default(null),
  /** When he last said that he is back, ms UTC: what his calendar began before counts no more. */
  cameBackAt: z.number().int().nullable().default(null),
  /** Where his calendar is fetched from, https. It may hold a secret: it is shown to nobody, on no log. */
  calendarUrl: z.string().nullable().default(null),
  /** What is known of his calendar; null: he has none here. */
  calendar: calendarState.nullable().default(null),
  languages: z.array(language).default([]),
  /** Who helps in his place, in order. */
  deputyIds: z.array(z.string()).default([]),
  /** Left the office at this moment, ms UTC; kept because slips name him, found no more. */
  removedAt: z.number().int().nullable().default(null),
  privateNumbers: z.array(z.string()),
  /** How messages reach him, in his order; none: the console, where he signs in. Addresses are as private as numbers. */
  reach: z.array(reach).default([]),
  leader: z.boolean(),
});
/** @see staffMember */
export type StaffMember = z.infer<typeof staffMember>;
/** What is known of a member of the staff until somebody says more. */
export const usualStaff = { rev: 0, version: 0, staffNumber: '', userId: null, absence: null, leaves: [], hours: null, hereUntil: null, cameBackAt: null, calendarUrl: null, calendar: null, languages: [], deputyIds: [], removedAt: null, privateNumbers: [], reach: [], leader: false } satisfies Partial<StaffMember>;

/** Somebody who signs in, as he is stored. */
export const user = z.object({
  id: userId,
  rev,
  version,
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
  /** May sign in no more since this moment, ms UTC; kept because calls and slips name him. */
  removedAt: z.number().int().nullable().default(null),
  /** Sessions begun before this moment are over, ms UTC: a new password ends them, and a removal. */
  sessionsFrom: z.number().int().default(0),
});
/** @see user */
export type User = z.infer<typeof user>;
/** A user as he begins. */
export const usualUser = { rev: 0, version: 0, presence: 'away', presenceReason: null, demo: false, removedAt: null, sessionsFrom: 0 } satisfies Partial<User>;

/** Everything that the answer path must know without asking a database. */
export interface People {
  units: Unit[];
  lines: Line[];
  staff: StaffMember[];
  users: User[];
}

/** Which rows were written, by id. */
export type PeopleKeys = { [K in keyof People]: string[] };

/** Rows to be written, replaced by id, with what stands on the audit log about it: kept together or not at all. */
export interface PeopleChanges extends Partial<People> {
  audit?: NewAuditEntry[];
}
