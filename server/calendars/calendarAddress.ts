import { CalendarTrouble } from './calendarTrouble.ts';

/**
 * An address as a person pastes it: https, or webcal, which means the same.
 * @throws CalendarTrouble not-https, has-password
 */
export function calendarAddress(text: string): URL {
  const written = text.trim().replace(/^webcals?:\/\//i, 'https://');
  if (!URL.canParse(written)) throw new CalendarTrouble('not-https');
  const url = new URL(written);
  if (url.protocol !== 'https:') throw new CalendarTrouble('not-https');
  // They would be kept in the records and sent with each question.
  if (url.username !== '' || url.password !== '') throw new CalendarTrouble('has-password');
  url.hash = '';
  return url;
}
