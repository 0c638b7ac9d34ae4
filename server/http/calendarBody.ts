import express from 'express';
import type { RequestHandler } from 'express';
import { calendarBytes } from '../calendars/calendarBytes.ts';
import { largestCalendar } from '../calendars/fetchCalendar.ts';

/** A calendar file comes as it is, and is larger than other bodies: it is read into the same shape as JSON that holds it. */
export const calendarBody: RequestHandler[] = [
  express.raw({ type: ['text/calendar', 'application/octet-stream', 'text/plain'], limit: largestCalendar }),
  (request, _response, next) => {
    if (Buffer.isBuffer(request.body)) request.body = { ics: calendarBytes(request.body) };
    next();
  },
  // As JSON every end of line takes two signs more.
  express.json({ limit: largestCalendar + 512 * 1024 }),
];
