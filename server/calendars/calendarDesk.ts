import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Clock, Timer } from '../clockwork/clock.ts';
import { DomainError } from '../contract/errors.ts';
import type { CalendarFault, CalendarInput, CalendarState } from '../contract/leave.ts';
import { differing } from '../people/auditNote.ts';
import type { BusyTime } from '../people/calendarFile.ts';
import type { Directory } from '../people/directory.ts';
import { withCalendarLeaves } from '../people/leaves.ts';
import { leavesFaces } from '../people/leavesFace.ts';
import type { StaffMember } from '../people/people.ts';
import type { PeopleStore } from '../people/ports.ts';
import { calendarAddress } from './calendarAddress.ts';
import { calendarBytes } from './calendarBytes.ts';
import { CalendarTrouble } from './calendarTrouble.ts';
import type { CalendarMarks, FetchCalendar } from './fetchCalendar.ts';
import type { ReadFile } from './readInThread.ts';

interface CalendarDeskNeeds {
  directory: Directory;
  store: Pick<PeopleStore, 'getSetting' | 'putSetting'>;
  clock: Clock;
  log: Logger;
  fetchCalendar: FetchCalendar;
  readFile: ReadFile;
}

/** Who brings a calendar. */
export interface CalendarBringer {
  id: string;
  name: string;
}

/** Calendars of the staff: a file that is brought, or an address that is asked again and again. What was read before stays until it is read anew without a fault. */
export interface CalendarDesk {
  /** @throws DomainError `bad_input`: `ics` or `url`, with `line` and `detail` (contract/leave.ts), `not_found` */
  take(staffId: string, input: CalendarInput, by: CalendarBringer): Promise<void>;
  /** His calendar and what came from it is forgotten. */
  drop(staffId: string, by: CalendarBringer): Promise<void>;
  /** Asks the subscribed addresses from now on. */
  start(): void;
  /** Ends when no round is under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const minuteMs = 60_000;
/** How often is looked who is to be asked, and how often each is. */
const roundEveryMs = minuteMs;
const askEveryMs = 15 * minuteMs;
const atOnce = 4;
/** A file that did not change is read anew after this: the year ahead moves on. */
const readAgainMs = 12 * 60 * minuteMs;
/** How old the record's word about the last good reading may be: each new word is told to every console. */
const wordEveryMs = 60 * minuteMs;

/** What is known of the last asking; kept apart from the person's record, which it would change every quarter of an hour. */
const asking = z.object({ askedAt: z.number(), readAt: z.number(), etag: z.string().nullable(), lastModified: z.string().nullable(), digest: z.string() });
type Asking = z.infer<typeof asking>;

const settingOf = (staffId: string): string => `calendar ${staffId}`;
const noMarks: CalendarMarks = { etag: null, lastModified: null };

/** @see CalendarDesk */
export function openCalendarDesk({ directory, store, clock, log, fetchCalendar, readFile }: CalendarDeskNeeds): CalendarDesk {
  const nextAt = new Map<string, number>();
  let timer: Timer | null = null;
  let round: Promise<void> = Promise.resolve();
  let closed = false;

  const memberOf = (staffId: string): StaffMember => {
    const member = directory.staff(staffId);
    if (!member || member.removedAt !== null) throw new DomainError('not_found', 'no such person');
    return member;
  };
  const zoneOf = (member: StaffMember): string => directory.unit(member.unitId)?.timeZone ?? 'UTC';

  const read = async (text: string, member: StaffMember): Promise<BusyTime[]> => {
    const reading = await readFile({ text, timeZone: zoneOf(member), now: clock.now() });
    if (reading.kind === 'broken') throw new CalendarTrouble(reading.code, reading.detail, reading.line);
    return reading.busy;
  };

  /** Changes his record as it stands when its turn comes; null: leaves it alone. */
  const change = (staffId: string, by: CalendarBringer | null, make: (member: StaffMember) => StaffMember | null): Promise<void> =>
    directory.amend(() => {
      const member = memberOf(staffId);
      const after = make(member);
      if (!after) return {};
      const faces = leavesFaces(member, after);
      const fields = differing(faces.before, faces.after);
      const audit = fields && { at: clock.now(), by, unitId: member.unitId, act: 'changed' as const, subject: { kind: 'staff' as const, id: member.id, name: member.name }, ...fields, reason: '' };
      return { staff: [after], ...(audit && { audit: [audit] }) };
    });

  const stateOf = (kind: CalendarState['kind'], host: string | null, busy: readonly BusyTime[]): CalendarState => ({ kind, host, readAt: clock.now(), busy: busy.length, fault: null });

  const sameLeaves = (one: StaffMember, other: StaffMember): boolean => {
    const ofCalendar = ({ leaves }: StaffMember) => JSON.stringify(leaves.filter(({ source }) => source === 'calendar').map(({ fromAt, toAt, why }) => [fromAt, toAt, why]));
    return ofCalendar(one) === ofCalendar(other);
  };

  const noted = (staffId: string, fetched: CalendarMarks & { bytes: Buffer }): Promise<void> => {
    const now = clock.now();
    const { etag, lastModified, bytes } = fetched;
    return store.putSetting(settingOf(staffId), JSON.stringify({ askedAt: now, readAt: now, etag, lastModified, digest: createHash('sha256').update(bytes).digest('hex') } satisfies Asking));
  };

  const lastAsking = async (staffId: string): Promise<Asking | null> => {
    const kept = await store.getSetting(settingOf(staffId));
    return kept === null ? null : (asking.safeParse(JSON.parse(kept)).data ?? null);
  };

  /** All is well with his address; his record says so, unless it has just said so. */
  const good = (staffId: string, url: string, busy: readonly BusyTime[] | null): Promise<void> =>
    change(staffId, null, (member) => {
      // He may have taken another calendar meanwhile.
      if (member.calendarUrl !== url || !member.calendar) return null;
      const now = clock.now();
      const after = busy === null ? member : withCalendarLeaves(member, busy, now);
      const isOld = (member.calendar.readAt ?? 0) <= now - wordEveryMs;
      if (sameLeaves(member, after) && member.calendar.fault === null && !isOld) return null;
      return { ...after, calendar: { ...member.calendar, readAt: now, fault: null, ...(busy !== null && { busy: busy.length }) } };
    });

  const bad = (staffId: string, url: string, fault: CalendarFault): Promise<void> =>
    change(staffId, null, (member) => {
      if (member.calendarUrl !== url || !member.calendar) return null;
      const now = clock.now();
      const before = member.calendar.fault;
      if (before?.code === fault.code && before.at > now - wordEveryMs) return null;
      return { ...member, calendar: { ...member.calendar, fault: { ...fault, at: now } } };
    });

  const ask = async (member: StaffMember, url: string): Promise<void> => {
    const { id } = member;
    try {
      const last = await lastAsking(id);
      const now = clock.now();
      // Another node has just asked.
      if (last && last.askedAt > now - askEveryMs + roundEveryMs && last.askedAt <= now) return;
      const isFresh = last !== null && last.readAt > now - readAgainMs && member.calendar?.fault == null;
      const fetched = await fetchCalendar(url, isFresh ? last : noMarks);
      const isSame = fetched.kind === 'unchanged' || (isFresh && last.digest === createHash('sha256').update(fetched.bytes).digest('hex'));
      if (isSame) {
        if (last) await store.putSetting(settingOf(id), JSON.stringify({ ...last, askedAt: clock.now() } satisfies Asking));
        await good(id, url, null);
        return;
      }
      const busy = await read(calendarBytes(fetched.bytes), member);
      await good(id, url, busy);
      await noted(id, fetched);
    } catch (cause) {
      if (!(cause instanceof CalendarTrouble)) throw cause;
      await bad(id, url, cause.fault);
    }
  };

  const goRound = async (): Promise<void> => {
    const now = clock.now();
    const due = directory.all().staff.filter(({ id, calendarUrl, removedAt }) => calendarUrl !== null && removedAt === null && (nextAt.get(id) ?? 0) <= now);
    for (let from = 0; from < due.length && !closed; from += atOnce) {
      await Promise.all(
        due.slice(from, from + atOnce).map(async (member) => {
          nextAt.set(member.id, clock.now() + askEveryMs);
          // The records, or the thread: the next round tries again.
          await ask(member, member.calendarUrl ?? '').catch((cause: unknown) => log.warn({ staffId: member.id, err: cause }, 'a calendar could not be kept'));
        }),
      );
    }
  };

  const later = (): void => {
    if (closed) return;
    timer = clock.setTimer(roundEveryMs, () => {
      round = goRound().finally(later);
    });
  };

  return {
    async take(staffId, input, by) {
      const member = memberOf(staffId);
      const field = 'ics' in input ? 'ics' : 'url';
      try {
        if ('ics' in input) {
          const busy = await read(input.ics, member);
          await change(staffId, by, (now) => ({ ...withCalendarLeaves(now, busy, clock.now()), calendarUrl: null, calendar: stateOf('file', null, busy) }));
          return;
        }
        const url = calendarAddress(input.url);
        const fetched = await fetchCalendar(url.href, noMarks);
        if (fetched.kind === 'unchanged') throw new CalendarTrouble('refused', '304');
        const busy = await read(calendarBytes(fetched.bytes), member);
        await change(staffId, by, (now) => ({ ...withCalendarLeaves(now, busy, clock.now()), calendarUrl: url.href, calendar: stateOf('address', url.host, busy) }));
        nextAt.set(staffId, clock.now() + askEveryMs);
        await noted(staffId, fetched);
      } catch (cause) {
        throw cause instanceof CalendarTrouble ? cause.toRefusal(field) : cause;
      }
    },
    async drop(staffId, by) {
      await change(staffId, by, (member) => ({ ...withCalendarLeaves(member, [], clock.now()), calendarUrl: null, calendar: null }));
      await store.putSetting(settingOf(staffId), null);
    },
    start: later,
    settled: () => round,
    async close() {
      closed = true;
      timer?.cancel();
      await round;
    },
  };
}
