import { z } from 'zod';
import { callCard } from './card.ts';
import { auditEntry } from './audit.ts';
import { cursor, instant } from './primitives.ts';
import { slip } from './slip.ts';

/*
 * Words (DOMAIN 12)
 * resident     a person (or a shop, a company) who lives or works in a property: one file
 * property     where: building, entrance (unit), room, with what is known of it
 * shared       several residents have one number, several numbers belong to one resident: both are usual
 * housekeeper  the member of the staff who looks after a building; first recipient of complaints
 */

/** How somebody is in the property. */
export const occupancy = z.enum(['owner', 'tenant', 'family', 'other']);
/** @see occupancy */
export type Occupancy = z.infer<typeof occupancy>;

/** From whom, or from what, something on the file is known (客户信息的收集途径). */
export const residentSource = z.enum(['registration', 'service', 'call', 'desk', 'import', 'other']);
/** @see residentSource */
export type ResidentSource = z.infer<typeof residentSource>;

/** A number of a resident: E.164 once it is kept. */
export const residentNumber = z.object({
  e164: z.string().max(40),
  /** Whose or which it is, in the office's words: 手机, 家里, 儿子. */
  label: z.string().max(30).default(''),
  since: instant,
  source: residentSource,
});
/** @see residentNumber */
export type ResidentNumber = z.infer<typeof residentNumber>;

/** What the resident agreed to, or refused; the newest of a kind counts. */
export const consent = z.object({
  kind: z.enum(['file', 'contact', 'recording', 'notices']),
  given: z.boolean(),
  at: instant,
  /** How it was told: a form, a call, by whom. */
  source: z.string().max(100),
});
/** @see consent */
export type Consent = z.infer<typeof consent>;

/** The property; what nobody knows is empty or null. */
export const property = z.object({
  /** As the office writes it, without 栋: `3`, `裙楼`, `Tower 1`. */
  building: z.string().max(40).default(''),
  /** The entrance of a building, without 单元. */
  unit: z.string().max(20).default(''),
  room: z.string().max(20).default(''),
  /** m². */
  area: z.number().min(0).max(1_000_000).nullable().default(null),
  /** 两室一厅. */
  layout: z.string().max(40).default(''),
});
/** @see property */
export type Property = z.infer<typeof property>;

/** What a merge brought to a file, so that it can be taken out again. */
export const mergedFile = z.object({
  residentId: z.string(),
  at: instant,
  numbers: z.array(z.string()),
  consents: z.array(consent),
  sources: z.array(z.object({ kind: residentSource, at: instant, note: z.string().max(200) })),
  /** Texts and values that were empty here and came from the other file, as they came. */
  filled: z.record(z.string(), z.json()),
  /** What was written behind a text that stood here already. */
  appended: z.record(z.string(), z.string()),
});
/** @see mergedFile */
export type MergedFile = z.infer<typeof mergedFile>;

const date = z.iso.date().nullable().default(null);

/** One file, whole. */
export const resident = z.object({
  id: z.string().max(64),
  /** Grows by one at each edit by a person; two who edit the same file find out. */
  rev: z.number().int().nonnegative().default(0),
  unitId: z.string().max(64),
  /** The office's own number of this file, where it has one; one file of an office has it. */
  ref: z.string().max(60).nullable().default(null),
  name: z.string().min(1).max(100),
  /** 先生, 女士, Mrs: how he is addressed; empty when not known. */
  title: z.string().max(30).default(''),
  occupancy,
  property: property.default({ building: '', unit: '', room: '', area: null, layout: '' }),
  /** As it is shown: 3栋1单元1502. */
  address: z.string().max(200).default(''),
  numbers: z.array(residentNumber).default([]),
  /** How many live there. */
  household: z.number().int().min(0).max(999).nullable().default(null),
  occupiedFrom: date,
  occupiedUntil: date,
  /** What he needs or asks for again and again: wheelchair, monthly cleaning. */
  serviceNeeds: z.string().default(''),
  notes: z.string().default(''),
  consents: z.array(consent).default([]),
  /** Where what stands here comes from, oldest first. */
  sources: z.array(z.object({ kind: residentSource, at: instant, note: z.string().max(200).default('') })).default([]),
  createdAt: instant.default(0),
  /** Taken off the list at this moment; kept because calls and slips may name him. */
  removedAt: instant.nullable().default(null),
  /** The file that this one was joined to. */
  mergedInto: z.string().nullable().default(null),
  merged: z.array(mergedFile).default([]),
  /** Files that somebody looked at and said: another person. */
  distinctFrom: z.array(z.string()).default([]),
});
/** @see resident */
export type Resident = z.infer<typeof resident>;

/** A line of the list. */
export const residentRow = resident.pick({ id: true, rev: true, unitId: true, ref: true, name: true, title: true, occupancy: true, address: true, property: true, removedAt: true }).extend({ numbers: z.array(z.string()) });
/** @see residentRow */
export type ResidentRow = z.infer<typeof residentRow>;

const housekeeperView = z.object({ staffId: z.string(), name: z.string(), extension: z.string() });
/** @see housekeeperView */
export type HousekeeperView = z.infer<typeof housekeeperView>;

/** Query of `GET /api/residents`; `q`: name, pinyin, initials, part of a number, room or address, the office's file number. */
export const residentQuery = z.object({
  q: z.string().trim().max(100).default(''),
  unitId: z.string().max(64).optional(),
  building: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: cursor.optional(),
});
/** Reply of `GET /api/residents`; without `next` it was the last page. */
export const residentList = z.object({ items: z.array(residentRow), next: z.string().optional() });

/** One file with all that hangs on it. `calls` and `slips`: of his numbers, newest first. */
export const residentFile = z.object({
  resident,
  housekeeper: housekeeperView.nullable(),
  /** Others of his numbers, of his office. */
  sharing: z.array(residentRow),
  /** Files that were joined to this one. */
  joined: z.array(residentRow),
  calls: z.array(callCard),
  slips: z.array(slip),
  history: z.array(auditEntry),
});
/** @see residentFile */
export type ResidentFile = z.infer<typeof residentFile>;

/** A number as somebody types it. */
const typedNumber = z.strictObject({ number: z.string().trim().min(1).max(60), label: z.string().trim().max(30).default('') });

const edits = {
  ref: z.string().trim().max(60).nullable(),
  name: z.string().trim().min(1).max(100),
  title: z.string().trim().max(30),
  occupancy,
  property: property.extend({ building: z.string().trim().max(40), unit: z.string().trim().max(20), room: z.string().trim().max(20), layout: z.string().trim().max(40) }).partial().strict(),
  address: z.string().trim().max(200),
  numbers: z.array(typedNumber).max(60),
  household: z.number().int().min(0).max(999).nullable(),
  occupiedFrom: z.iso.date().nullable(),
  occupiedUntil: z.iso.date().nullable(),
  serviceNeeds: z.string().max(10_000),
  notes: z.string().max(20_000),
};

/** What somebody may write into a file; a part that is left out stays as it is. `consent` is added to those that stand there. */
const writing = z.strictObject(edits).partial().extend({ consent: z.strictObject({ kind: consent.shape.kind, given: z.boolean(), source: z.string().trim().max(100).default('') }).optional() });
/** Body of `POST /api/residents`. */
export const newResident = writing.required({ name: true }).extend({ unitId: z.string().max(64).optional() });
/** @see newResident */
export type NewResident = z.infer<typeof newResident>;
/** Body of `PATCH /api/residents/:id`; `rev`: the one that the writer had before him. */
export const residentPatch = writing.extend({ rev: z.number().int().nonnegative() });
/** @see residentPatch */
export type ResidentPatch = z.infer<typeof residentPatch>;

/** Two files that may be one person, and what says so. */
export const duplicatePair = z.object({ a: residentRow, b: residentRow, why: z.enum(['number', 'room']) });
/** @see duplicatePair */
export type DuplicatePair = z.infer<typeof duplicatePair>;
/** Query of `GET /api/residents/duplicates`; without `unitId` all offices of whoever asks. */
export const duplicateQuery = z.object({ unitId: z.string().max(64).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });
/** `more`: pairs were left off. There is no next page: joined or told apart, the others come up. */
export const duplicateList = z.object({ items: z.array(duplicatePair), more: z.boolean() });

/** The other file of a merge, a separation, or of the word that the two are different persons. */
export const otherFile = z.strictObject({ otherId: z.string().min(1).max(64) });

/** A building of an office, with who looks after it. */
export const buildingView = z.object({ unitId: z.string(), /** In one writing, as lists are narrowed by it. */ building: z.string(), /** As the office writes it: 3, Tower 2. */ written: z.string(), residents: z.number().int(), housekeeper: housekeeperView.nullable() });
/** @see buildingView */
export type BuildingView = z.infer<typeof buildingView>;
/** Query of `GET /api/residents/buildings`. */
export const buildingQuery = z.object({ unitId: z.string().max(64).optional() });
/** Body of `PATCH /api/residents/housekeepers` (贴心管家, DOMAIN 1); `staffId` null: nobody looks after the building. */
export const housekeeperInput = z.strictObject({ unitId: z.string().min(1).max(64), building: z.string().trim().min(1).max(40), staffId: z.string().max(64).nullable() });

/** `call:attach`: who the caller is, when his number did not tell. One of the two; `undo` takes the last one back. */
export const attachInput = z.union([
  z.strictObject({ callId: z.string().min(1).max(64), residentId: z.string().min(1).max(64) }),
  z.strictObject({ callId: z.string().min(1).max(64), new: z.strictObject({ name: edits.name, title: edits.title.default(''), address: edits.address.default(''), occupancy: occupancy.default('owner') }) }),
  z.strictObject({ callId: z.string().min(1).max(64), undo: z.literal(true) }),
]);
