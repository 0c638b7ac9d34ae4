import { z } from 'zod';
import { instant, language, role, userId } from './primitives.ts';

/** What an agent says of himself; only `available` is rung ([W1]). */
export const presenceState = z.enum(['available', 'break', 'away']);
/** @see presenceState */
export type PresenceState = z.infer<typeof presenceState>;

/** Who is signed in, as the console sees him. */
export const sessionUser = z.object({
  id: userId,
  username: z.string(),
  name: z.string(),
  role,
  unitIds: z.array(z.string()),
  language: z.enum(['zh-CN', 'en']),
});
/** @see sessionUser */
export type SessionUser = z.infer<typeof sessionUser>;

/** Body of `POST /api/session`. `bad_credentials` never says which of the two was wrong. */
export const signIn = z.strictObject({ username: z.string().min(1).max(64), password: z.string().min(1).max(200) });

/** Body of `PATCH /api/session`: what a user keeps for himself on every computer. */
export const sessionPatch = z.strictObject({ language: z.enum(['zh-CN', 'en']) });

/** Why somebody is away, as far as a colleague may know it: no illness, no note. `hours`: outside of his working hours; `other`: he did not say. */
export const awayWhy = z.enum(['leave', 'meeting', 'outside', 'training', 'other', 'hours', 'holiday']);
/** @see awayWhy */
export type AwayWhy = z.infer<typeof awayWhy>;

/** One person of `GET /api/people`. Private numbers never leave the server here. */
export const personView = z.object({
  id: z.string(),
  name: z.string(),
  department: z.string(),
  title: z.string(),
  extension: z.string(),
  unitId: z.string(),
  away: z.boolean(),
  backAt: instant.nullable(),
  /** Null for somebody who is here. */
  why: awayWhy.nullable(),
  languages: z.array(language),
  /** Who helps in his place, in order. */
  deputyIds: z.array(z.string()),
});
/** @see personView */
export type PersonView = z.infer<typeof personView>;

/** Another who can help when somebody is away: his deputy (代理人), or one of his department (同部门). Best first. */
export const helperView = personView.extend({ reason: z.enum(['deputy', 'department']) });
/** @see helperView */
export type HelperView = z.infer<typeof helperView>;

/** A department that the search found: whom to ask for there now. */
export const departmentView = z.object({
  unitId: z.string(),
  name: z.string(),
  /** Who leads it; null when the office has not said. */
  head: personView.nullable(),
  /** Who of it can help when its head is away or there is none; best first. */
  helpers: z.array(helperView),
});
/** @see departmentView */
export type DepartmentView = z.infer<typeof departmentView>;

/** Reply of `GET /api/people`. */
export const peopleFound = z.object({ items: z.array(personView), departments: z.array(departmentView) });
/** @see peopleFound */
export type PeopleFound = z.infer<typeof peopleFound>;

/** Query of `GET /api/people`: name, pinyin, initials, extension or department; empty: everybody of one's offices, for administrators nobody. */
export const peopleQuery = z.object({ q: z.string().max(100).default(''), limit: z.coerce.number().int().min(1).max(100).default(20) });

/** `agent:presence`; `reason` is shown to colleagues. */
export const presenceInput = z.strictObject({ state: presenceState, reason: z.string().max(100).optional() });
/**
 * `onlyIfFree`: refused with `conflict` while the phone is registered over another connection (another window); without it the phone moves here.
 * `insteadOf`: the connection that this window had before, whose death the server may not have noticed yet; it counts as free.
 */
export const phoneInput = z.strictObject({ state: z.enum(['registered', 'unregistered']), onlyIfFree: z.boolean().optional(), insteadOf: z.string().max(64).optional() });

/** An agent as supervisors and colleagues see him. */
export const agentView = z.object({
  id: userId,
  name: z.string(),
  unitIds: z.array(z.string()),
  presence: presenceState,
  reason: z.string().nullable(),
  since: instant,
  phone: z.enum(['registered', 'unregistered']),
  callId: z.string().nullable(),
  /** He writes up his last call: until then no call rings at his phone. Null when he does not, or when that time is over. */
  wrapUpUntil: instant.nullable().default(null),
  /** Since when he has had no call and been available. */
  idleSince: instant.default(0),
});
/** @see agentView */
export type AgentView = z.infer<typeof agentView>;

/** The first real start: one administrator, one office, one line, its agents. */
export const setupInput = z.strictObject({
  token: z.string().min(1).max(200),
  administrator: z.strictObject({ username: z.string().regex(/^[A-Za-z0-9_]{1,32}$/), name: z.string().trim().min(1).max(60), password: z.string().min(10).max(200) }),
  office: z.strictObject({ name: z.string().trim().min(1).max(60), timeZone: z.string().min(1).max(64), aliases: z.array(z.string().trim().min(1).max(60)).max(10).default([]) }),
  line: z.strictObject({ number: z.string().min(3).max(40), cycleMs: z.number().int().min(1000).max(20000), language, languages: z.array(language).max(3).optional() }),
  agents: z.array(z.strictObject({ username: z.string().regex(/^[A-Za-z0-9_]{1,32}$/), name: z.string().trim().min(1).max(60), password: z.string().min(10).max(200) })).max(100).default([]),
});
/** @see setupInput */
export type SetupInput = z.infer<typeof setupInput>;
