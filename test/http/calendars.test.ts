import { afterEach, describe, expect, test } from '@jest/globals';
import { CalendarTrouble } from '../../server/calendars/calendarTrouble.ts';
import type { CalendarMarks, Fetched } from '../../server/calendars/fetchCalendar.ts';
import type { PresenceReply } from '../../server/contract/leave.ts';
import { aHouse, codeOf } from './aHouse.ts';
import type { Answer, House } from './aHouse.ts';

let house: House;
afterEach(() => house.close());

const minute = 60_000;
const nine = Date.UTC(2026, 0, 5, 1, 0);
const event = (from: string, to: string, summary: string) => ['BEGIN:VEVENT', `UID:${from}${summary}`, `DTSTART:${from}`, `DTEND:${to}`, `SUMMARY:${summary}`, 'END:VEVENT'];
const file = (...rows: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...rows, 'END:VCALENDAR', ''].join('\r\n');
/** 10:00 to 11:00 today. */
const meeting = event('20260105T100000', '20260105T110000', '保密：与律师开会');
const faultOf = (answer: Answer): unknown => (answer.body as { error: { fields: unknown } }).error.fields;

async function put(body: unknown, who = 'staff', headers: Record<string, string> = {}): Promise<Answer> {
  return house.ask('PUT', '/api/people/zhangwei/calendar', { as: await house.signIn(who), body, headers });
}
async function presence(): Promise<PresenceReply> {
  return (await house.ask('GET', '/api/people/zhangwei/presence', { as: await house.signIn('agent') })).body as PresenceReply;
}
const audit = async () => (await house.records.people.listAudit({ unitIds: null, limit: 50 })).items;

describe('a calendar file', () => {
  test('is brought as it is, or in JSON; its busy times are leaves without their titles', async () => {
    house = await aHouse();
    expect((await put(file(...meeting), 'staff', { 'content-type': 'text/calendar' })).status).toBe(204);
    expect(await presence()).toMatchObject({ calendar: { kind: 'file', host: null, readAt: nine, busy: 1, fault: null }, leaves: [{ fromAt: nine + 60 * minute, toAt: nine + 120 * minute, why: 'meeting', note: '', source: 'calendar' }] });
    expect(JSON.stringify(house.directory.staff('zhangwei'))).not.toContain('律师');
    expect((await put({ ics: file(...event('20260106T100000', '20260106T110000', '年假')) }, 'agent')).status).toBe(204);
    expect((await presence()).leaves).toMatchObject([{ why: 'leave' }]);
    expect(await audit()).toMatchObject([{ by: { id: 'staff' }, before: { calendar: null }, after: { calendar: { kind: 'file', busy: 1 } } }]);
  });

  test('takes the place of what the calendar said before, and of nothing else', async () => {
    house = await aHouse();
    await house.ask('POST', '/api/people/zhangwei/leaves', { as: await house.signIn('staff'), body: { fromAt: nine + 5 * minute, toAt: null, why: 'training' } });
    await put({ ics: file(...meeting) });
    await put({ ics: file() });
    expect((await presence()).leaves).toMatchObject([{ why: 'training' }]);
  });

  test('a broken one is refused with its line, and what was read before stays', async () => {
    house = await aHouse();
    await put({ ics: file(...meeting) });
    expect(faultOf(await put(file(...meeting).replace('DTSTART', 'WHEN'), 'staff', { 'content-type': 'text/calendar' }))).toEqual({ ics: 'no-start', line: '3' });
    expect(faultOf(await put({ ics: file(...meeting.map((row) => row.replace('DTSTART:', 'DTSTART;TZID=Mars:'))) }))).toEqual({ ics: 'unknown-zone', line: '3', detail: 'Mars' });
    expect(codeOf(await put('x'.repeat(3_000_000), 'staff', { 'content-type': 'text/calendar' }))).toBe('too_large');
    expect((await presence()).leaves).toHaveLength(1);
  });

  test('back before its end: the rest of it counts no more, also when it is read again', async () => {
    house = await aHouse();
    await put({ ics: file(...meeting) });
    house.clock.pass(70 * minute);
    await house.ask('DELETE', '/api/people/zhangwei/away', { as: await house.signIn('staff') });
    expect((await presence()).person.away).toBe(false);
    await put({ ics: file(...meeting) });
    expect((await presence()).person.away).toBe(false);
  });

  test('is nobody else’s business, and can be taken away again', async () => {
    house = await aHouse();
    expect(codeOf(await put({ ics: file() }, 'harbour_agent'))).toBe('not_found');
    expect(codeOf(await house.ask('PUT', '/api/people/wangfang/calendar', { as: await house.signIn('staff'), body: { ics: file() } }))).toBe('forbidden');
    await put({ ics: file(...meeting) });
    expect((await house.ask('DELETE', '/api/people/zhangwei/calendar', { as: await house.signIn('staff') })).status).toBe(204);
    expect(await presence()).toMatchObject({ calendar: null, leaves: [] });
  });
});

describe('a subscribed calendar', () => {
  /** What the other side answers next, and what it was asked with. */
  let next: (marks: CalendarMarks) => Fetched;
  const asked: CalendarMarks[] = [];
  const sends = (text: string, etag: string | null = null) => (): Fetched => ({ kind: 'file', bytes: Buffer.from(text), etag, lastModified: null });
  const open = async (): Promise<void> => {
    asked.length = 0;
    house = await aHouse({
      fetchCalendar: async (_url, marks) => {
        asked.push(marks);
        return next(marks);
      },
    });
  };
  /** Lets rounds of asking go by, each to its end. */
  const rounds = async (count: number): Promise<void> => {
    for (let done = 0; done < count; done += 1) {
      house.clock.pass(minute);
      await house.calendars.settled();
      // The next round is set when this one is over.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const subscribe = () => put({ url: 'webcal://calendar.example/secret-token/basic.ics' });

  test('is read at once, and asked again every quarter of an hour with its marks; its address is shown to nobody', async () => {
    await open();
    next = sends(file(...meeting), '"1"');
    expect((await subscribe()).status).toBe(204);
    expect((await presence()).calendar).toEqual({ kind: 'address', host: 'calendar.example', readAt: nine, busy: 1, fault: null });
    expect(JSON.stringify([await presence(), await audit()])).not.toContain('secret-token');
    house.calendars.start();
    next = () => ({ kind: 'unchanged' });
    await rounds(14);
    expect(asked).toHaveLength(1);
    await rounds(2);
    expect(asked[1]).toMatchObject({ etag: '"1"' });
    next = sends(file(...meeting, ...event('20260105T140000', '20260105T150000', '培训')), '"2"');
    await rounds(16);
    expect((await presence()).leaves).toMatchObject([{ why: 'meeting' }, { why: 'training' }]);
    expect((await audit())[0]).toMatchObject({ by: null, before: { calendar: { busy: 1 } }, after: { calendar: { busy: 2 } } });
  });

  test('one that cannot be had is told with the last good time, and nothing is lost; then it is had again', async () => {
    await open();
    next = sends(file(...meeting));
    await subscribe();
    house.calendars.start();
    next = () => {
      throw new CalendarTrouble('refused', '500');
    };
    await rounds(16);
    const failed = await presence();
    expect(failed.calendar).toMatchObject({ readAt: nine, busy: 1, fault: { code: 'refused', detail: '500', at: expect.any(Number) } });
    expect(failed.leaves).toHaveLength(1);
    next = sends('<html>');
    await rounds(16);
    expect((await presence()).calendar?.fault).toMatchObject({ code: 'no-calendar', line: 1 });
    next = sends(file(...meeting));
    await rounds(16);
    expect((await presence()).calendar).toMatchObject({ fault: null, busy: 1 });
  });

  test('what did not change is told to no console, but once an hour', async () => {
    await open();
    next = sends(file(...meeting));
    await subscribe();
    let told = 0;
    house.directory.onChange(({ staff }) => (told += staff.length));
    house.calendars.start();
    await rounds(50);
    expect(told).toBe(0);
    await rounds(30);
    expect(told).toBe(1);
  });

  test('one that fails at the first try is refused with the reason, and not kept', async () => {
    await open();
    next = () => {
      throw new CalendarTrouble('private-address', 'intranet');
    };
    expect(faultOf(await subscribe())).toEqual({ url: 'private-address', detail: 'intranet' });
    next = sends(file('BEGIN:VEVENT', 'END:VEVENT'));
    expect(faultOf(await subscribe())).toEqual({ url: 'no-start', line: '3' });
    expect(house.directory.staff('zhangwei')).toMatchObject({ calendarUrl: null, calendar: null });
  });

  test('a file that is brought ends the subscription', async () => {
    await open();
    next = sends(file(...meeting));
    await subscribe();
    await put({ ics: file() });
    house.calendars.start();
    await rounds(20);
    expect(asked).toHaveLength(1);
    expect(await presence()).toMatchObject({ calendar: { kind: 'file' }, leaves: [] });
  });
});
