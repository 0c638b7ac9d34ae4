import type { CalendarFault } from '../contract/leave.ts';

/** One component of a calendar file, as its text; `line` is that of its BEGIN, from 1. */
export interface CalendarBlock {
  name: 'VEVENT' | 'VTIMEZONE';
  line: number;
  text: string;
}

/** What a file holds that matters for busy times, or what is wrong with it and where. */
export type CalendarText = { kind: 'text'; blocks: CalendarBlock[] } | ({ kind: 'broken' } & CalendarFault);

const broken = (code: CalendarFault['code'], line: number | null, detail = ''): CalendarText => ({ kind: 'broken', code, line, detail: detail.slice(0, 60) });

/** RFC 5545, 3.1: a name, perhaps parameters with quoted values, a colon. */
const contentLine = /^[A-Za-z0-9-]+(?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*:/;

/** What busy times are read from; descriptions, guests and reminders are most of a file, and are not looked at. */
const properties = new Set(['UID', 'DTSTART', 'DTEND', 'DURATION', 'RRULE', 'RDATE', 'EXDATE', 'RECURRENCE-ID', 'SEQUENCE', 'STATUS', 'TRANSP', 'X-MICROSOFT-CDO-BUSYSTATUS', 'SUMMARY', 'CATEGORIES']);
const propertyOf = (row: string): string => row.slice(0, row.search(/[;:]/)).toUpperCase();

const wanted = (name: string): name is CalendarBlock['name'] => name === 'VEVENT' || name === 'VTIMEZONE';

/**
 * Takes a calendar file apart without reading values: its shape is checked line by line, so that somebody who made it by hand, or
 * whose download broke off, is told where.
 */
export function calendarText(file: string): CalendarText {
  const rows = file.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const blocks: CalendarBlock[] = [];
  const open: string[] = [];
  let current: { name: CalendarBlock['name']; line: number; rows: string[] } | null = null;
  let hasCalendar = false;
  // A line that begins with a blank goes on with the one before it.
  let at = 0;
  while (at < rows.length) {
    const line = at + 1;
    let text = rows[at] ?? '';
    const parts = [text];
    at += 1;
    while (at < rows.length && /^[ \t]/.test(rows[at] ?? '')) parts.push((rows[at++] ?? '').slice(1));
    text = parts.join('');
    if (text.trim() === '') continue;
    const [, word, name = ''] = /^(BEGIN|END):\s*([A-Za-z0-9-]+)\s*$/i.exec(text) ?? [];
    const component = name.toUpperCase();
    if (open.length === 0) {
      if (word?.toUpperCase() !== 'BEGIN' || component !== 'VCALENDAR') return hasCalendar ? broken('nesting', line) : broken('no-calendar', line);
      hasCalendar = true;
      open.push(component);
      continue;
    }
    if (!contentLine.test(text)) return broken('bad-line', line, text);
    const isPartOf = current && (word !== undefined ? open.length === 2 || current.name === 'VTIMEZONE' : current.name === 'VTIMEZONE' || (open.length === 2 && properties.has(propertyOf(text))));
    if (isPartOf && !(word?.toUpperCase() === 'BEGIN' && current?.name === 'VEVENT')) current?.rows.push(text);
    if (word?.toUpperCase() === 'BEGIN') {
      if (wanted(component) && open.length === 1) current = { name: component, line, rows: [text] };
      open.push(component);
    } else if (word?.toUpperCase() === 'END') {
      if (open.pop() !== component) return broken('nesting', line, text);
      if (current && open.length === 1) {
        blocks.push({ name: current.name, line: current.line, text: current.rows.join('\r\n') });
        current = null;
      }
    }
  }
  if (!hasCalendar) return broken('no-calendar', null);
  return open.length > 0 ? broken('cut-off', rows.length) : { kind: 'text', blocks };
}
