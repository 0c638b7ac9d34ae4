import type { LetterWords } from '../i18n/zh/letter.ts';
import { clockOf } from './when.ts';

/** Sentences that fit the hour on the office's clock: a call by the hour after the next quarter, a visit when there is time left for one today, else tomorrow. */
export function quickReplies(now: number, timeZone: string, { reply }: Pick<LetterWords, 'reply'>): string[] {
  const [hour = 0, minute = 0] = clockOf(now, 'en', timeZone).split(':').map(Number);
  const by = hour + (minute < 45 ? 1 : 2);
  return [...(by <= 21 && by >= 8 ? [reply.by(String(by))] : []), hour < 15 && hour >= 6 ? reply.afternoon : reply.tomorrow];
}
