import ICAL from 'ical.js';
import type { CalendarFault, CalendarFaultCode, LeaveWhy } from '../contract/leave.ts';
import { EndlessRule, ruleTimes, wallOf } from './calendarRule.ts';
import type { Steps } from './calendarRule.ts';
import { calendarText } from './calendarText.ts';
import type { CalendarBlock } from './calendarText.ts';
import { calendarWhy } from './calendarWhy.ts';
import { clockBook, ianaClock, utcClock } from './calendarZone.ts';
import type { WallClock } from './calendarZone.ts';

/** A busy time, ms UTC. */
export interface BusyTime {
  fromAt: number;
  toAt: number;
  why: LeaveWhy;
}

/** What a file says, or its first fault; of a broken one nothing is taken. */
export type CalendarReading = { kind: 'read'; busy: BusyTime[] } | ({ kind: 'broken' } & CalendarFault);

/** What of a file is looked at: times that touch it, ms UTC. */
export interface CalendarWindow {
  fromAt: number;
  toAt: number;
}

const dayMs = 86_400_000;
/** From a week ago, for who asks why yesterday nobody answered, to a year and a month ahead. */
export const calendarWindow = (now: number): CalendarWindow => ({ fromAt: now - 7 * dayMs, toAt: now + 400 * dayMs });

/** Calendars of people who work have a few thousand; more is a feed of something else. */
const mostEvents = 20_000;
const mostBusyTimes = 2_000;
const mostSteps = 40_000;

class Broken extends Error {
  readonly code: CalendarFaultCode;
  readonly detail: string;

  constructor(code: CalendarFaultCode, detail = '') {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/** A moment or a day of an event, on the clock that it was written for. */
interface Moment {
  wall: number;
  isDay: boolean;
  clock: WallClock;
  time: ICAL.Time;
}

/** One VEVENT as it matters here. */
interface Occurring {
  line: number;
  uid: string;
  sequence: number;
  start: Moment;
  /** Wall ms from beginning to end. */
  length: number;
  isBusy: boolean;
  why: LeaveWhy;
  rules: ICAL.Recur[];
  extra: Moment[];
  without: Moment[];
  /** The occurrence that this one takes the place of. */
  replaces: Moment | null;
}

/**
 * The busy times of a calendar file within a window, merged where they meet and have one reason: single events, whole days (of the
 * office's calendar), rules with additions and exceptions, moved and cancelled occurrences. Free, transparent and cancelled ones do
 * not count. Pure; a file with a fault is not read at all, and where it is said.
 */
export function readCalendar(file: string, officeZone: string, window: CalendarWindow): CalendarReading {
  const text = calendarText(file);
  if (text.kind === 'broken') return text;
  const events = text.blocks.filter(({ name }) => name === 'VEVENT');
  if (events.length > mostEvents) return { kind: 'broken', code: 'too-many', line: events[mostEvents]?.line ?? null, detail: '' };
  const clocks = clockBook(text.blocks);
  const office = ianaClock(officeZone);
  const steps: Steps = { left: mostSteps };
  let line = 0;
  try {
    const read = events.map((block) => {
      line = block.line;
      return readEvent(block, clocks, office);
    });
    const replacing = new Map<string, Occurring[]>();
    for (const event of read) if (event.replaces) replacing.set(event.uid, [...(replacing.get(event.uid) ?? []), event]);
    const busy = seriesOf(read).flatMap((series) => {
      line = series.line;
      return timesOf(series, replacing.get(series.uid) ?? [], window, steps);
    });
    const merged = mergedTimes(busy.filter(({ fromAt, toAt }) => toAt > window.fromAt && fromAt < window.toAt && toAt > fromAt));
    return merged.length > mostBusyTimes ? { kind: 'broken', code: 'too-many', line: null, detail: '' } : { kind: 'read', busy: merged };
  } catch (cause) {
    if (cause instanceof Broken) return { kind: 'broken', code: cause.code, line, detail: cause.detail.slice(0, 60) };
    if (cause instanceof EndlessRule) return { kind: 'broken', code: 'bad-rule', line, detail: cause.message };
    // What the library says of values that are none.
    return { kind: 'broken', code: 'bad-line', line, detail: cause instanceof Error ? cause.message.slice(0, 60) : '' };
  }
}

/** @throws Broken where the library cannot make anything of it */
function parsed(block: CalendarBlock): ICAL.Component {
  const rule = /^(?:RRULE|EXRULE)[^:\r\n]*:(.*)$/im.exec(block.text)?.[1];
  try {
    return new ICAL.Component(ICAL.parse(block.text) as unknown[]);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    throw new Broken(rule !== undefined && /FREQ|BY[A-Z]+|INTERVAL|COUNT|recur|rule/i.test(message) ? 'bad-rule' : 'bad-line', message);
  }
}

function readEvent(block: CalendarBlock, clocks: ReturnType<typeof clockBook>, office: WallClock): Occurring {
  const event = parsed(block);
  const textOf = (name: string): string => String(event.getFirstPropertyValue(name) ?? '').trim();

  const momentOf = (property: ICAL.Property, value: unknown): Moment => {
    const time = value instanceof ICAL.Period ? value.start : value;
    if (!(time instanceof ICAL.Time)) throw new Broken('bad-time', property.name);
    const tzid: unknown = property.getFirstParameter('tzid');
    const isUtc = time.zone === ICAL.Timezone.utcTimezone;
    const clock = isUtc ? utcClock : time.isDate || typeof tzid !== 'string' || tzid === '' ? office : clocks(tzid);
    if (!clock) throw new Broken('unknown-zone', String(tzid));
    return { wall: wallOf(time), isDay: time.isDate, clock, time };
  };
  const momentsOf = (name: string): Moment[] => event.getAllProperties(name).flatMap((property) => (property.getValues() as unknown[]).map((value) => momentOf(property, value)));

  for (const [, name = '', value = ''] of block.text.matchAll(/^(DTSTART|DTEND|RDATE|EXDATE|RECURRENCE-ID)(?:;[^:\r\n]*)?:(.*)$/gim)) {
    // A period may stand in RDATE; its first half is a time like the others.
    for (const one of value.trim().split(',')) if (!isTime(one.split('/')[0] ?? '')) throw new Broken('bad-time', `${name.toUpperCase()} ${one}`);
  }
  const [start] = momentsOf('dtstart');
  if (!start) throw new Broken('no-start');
  const [end] = momentsOf('dtend');
  const status = textOf('status').toUpperCase();
  const microsoft = textOf('x-microsoft-cdo-busystatus').toUpperCase();
  const words = ['summary', 'categories'].flatMap((name) => event.getAllProperties(name).flatMap((property) => property.getValues().map(String)));
  return {
    line: block.line,
    uid: textOf('uid') || `line ${block.line}`,
    sequence: Number(textOf('sequence')) || 0,
    start,
    length: end ? lengthTo(start, end) : durationOf(event.getFirstPropertyValue('duration'), start),
    isBusy: status !== 'CANCELLED' && textOf('transp').toUpperCase() !== 'TRANSPARENT' && microsoft !== 'FREE',
    why: calendarWhy(words.join(' '), microsoft === 'OOF'),
    rules: event.getAllProperties('rrule').map((property) => {
      const rule: unknown = property.getFirstValue();
      if (!(rule instanceof ICAL.Recur)) throw new Broken('bad-rule');
      return rule;
    }),
    extra: momentsOf('rdate'),
    without: momentsOf('exdate'),
    replaces: momentsOf('recurrence-id')[0] ?? null,
  };
}

/** 20260302, 20260302T090000 or with Z. No 31 February, no 25 o'clock: the library would carry them over. */
function isTime(text: string): boolean {
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0'] = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?$/i.exec(text) ?? [];
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return Number(year) >= 1900 && at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day) && Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
}

/** As calendars show it: nine to five stays nine to five when the clock is changed in between. */
function lengthTo(start: Moment, end: Moment): number {
  if (start.isDay !== end.isDay) throw new Broken('bad-time', 'dtend');
  // A flight ends on another clock than it begins on.
  const endWall = start.clock === end.clock ? end.wall : start.clock.toWall(end.clock.toInstant(end.wall));
  // An end before the beginning is no busy time; the day of a day that ends on itself is meant.
  return Math.max(start.isDay ? dayMs : 0, endWall - start.wall);
}

function durationOf(value: unknown, start: Moment): number {
  if (value instanceof ICAL.Duration) return Math.max(0, value.toSeconds() * 1000);
  return start.isDay ? dayMs : 0;
}

/** The events that stand for themselves; of several with one name the last that was written. */
function seriesOf(events: readonly Occurring[]): Occurring[] {
  const masters = new Map<string, Occurring>();
  for (const event of events) {
    if (event.replaces) continue;
    const known = masters.get(event.uid);
    if (!known || known.sequence <= event.sequence) masters.set(event.uid, event);
  }
  // A moved occurrence whose series is not in the file, as an invitation to one of them is sent.
  const orphans = events.filter(({ replaces, uid }) => replaces !== null && !masters.has(uid));
  return [...masters.values(), ...orphans];
}

/** Which occurrence of its series is meant: by the moment, whole days by the day. */
const nameOf = (moment: Moment): string => (moment.isDay ? `day ${moment.wall}` : `at ${moment.clock.toInstant(moment.wall)}`);

function timesOf(series: Occurring, others: readonly Occurring[], window: CalendarWindow, steps: Steps): BusyTime[] {
  const { start, length, isBusy, why } = series;
  const spanFrom = (wall: number, own: Occurring): BusyTime => ({ fromAt: own.start.clock.toInstant(wall), toAt: own.start.clock.toInstant(wall + own.length), why: own.why });
  if (series.replaces) return isBusy ? [spanFrom(start.wall, series)] : [];

  const replacing = new Map<string, Occurring>();
  for (const event of others) {
    if (!event.replaces) continue;
    const name = nameOf(event.replaces);
    if ((replacing.get(name)?.sequence ?? -1) <= event.sequence) replacing.set(name, event);
  }
  const without = new Set(series.without.map(nameOf));
  // Some programs leave out whole days of a series of hours.
  const withoutDays = new Set(series.without.filter(({ isDay }) => isDay).map(({ wall }) => wall));
  const walls = new Set([start.wall, ...series.rules.flatMap((rule) => recurring(rule, start, length, window, steps)), ...series.extra.map((moment) => (moment.isDay ? moment.wall : start.clock.toWall(moment.clock.toInstant(moment.wall))))]);
  const usual = [...walls].flatMap((wall): BusyTime[] => {
    const name = nameOf({ ...start, wall });
    if (without.has(name) || replacing.has(name) || (!start.isDay && withoutDays.has(Math.floor(wall / dayMs) * dayMs))) return [];
    return isBusy ? [{ fromAt: start.clock.toInstant(wall), toAt: start.clock.toInstant(wall + length), why }] : [];
  });
  const moved = [...replacing.values()].filter((event) => event.isBusy).map((event) => spanFrom(event.start.wall, event));
  return [...usual, ...moved];
}

function recurring(rule: ICAL.Recur, start: Moment, length: number, window: CalendarWindow, steps: Steps): number[] {
  // The library compares wall times: an end that is told in UTC is told on the wall of the series.
  const own = ICAL.Recur.fromString(rule.toString());
  const { until } = rule;
  if (until) {
    const wall = until.isDate ? wallOf(until) + (start.isDay ? 0 : dayMs - 1000) : until.zone === ICAL.Timezone.utcTimezone ? start.clock.toWall(wallOf(until)) : wallOf(until);
    own.until = floating(start.isDay ? Math.floor(wall / dayMs) * dayMs : wall, start.isDay);
  }
  const lastWall = start.clock.toWall(window.toAt) + dayMs;
  try {
    return ruleTimes(own, floating(forwarded(own, start.wall, start.clock.toWall(window.fromAt) - length - dayMs), start.isDay), lastWall, steps).filter((wall) => wall + length > start.clock.toWall(window.fromAt) - dayMs);
  } catch (cause) {
    if (cause instanceof EndlessRule) throw cause;
    throw new Broken('bad-rule', cause instanceof Error ? cause.message : '');
  }
}

/** Where a rule of days or weeks may as well begin: as many whole rounds later as end before the window. What is counted begins where it begins. */
function forwarded(rule: ICAL.Recur, wall: number, until: number): number {
  const roundMs = (rule.freq === 'DAILY' ? dayMs : rule.freq === 'WEEKLY' ? 7 * dayMs : Infinity) * Math.max(1, rule.interval);
  return rule.count || roundMs === Infinity || until <= wall ? wall : wall + Math.floor((until - wall) / roundMs) * roundMs;
}

function floating(wall: number, isDate: boolean): ICAL.Time {
  const at = new Date(wall);
  return new ICAL.Time({ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds(), isDate }, ICAL.Timezone.localTimezone);
}

/** Times with one reason that meet are one; in order. */
function mergedTimes(times: readonly BusyTime[]): BusyTime[] {
  const merged: BusyTime[] = [];
  const last = new Map<LeaveWhy, BusyTime>();
  for (const time of [...times].sort((a, b) => a.fromAt - b.fromAt || a.toAt - b.toAt)) {
    const before = last.get(time.why);
    if (before && time.fromAt <= before.toAt) before.toAt = Math.max(before.toAt, time.toAt);
    else {
      const own = { ...time };
      merged.push(own);
      last.set(time.why, own);
    }
  }
  return merged;
}
