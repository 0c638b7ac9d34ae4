import { expect, test } from '@jest/globals';
import { weekdayClock } from '../../client/src/i18n/clock.ts';
import { dueOf } from '../../client/src/tasks/DueField/dueOf.ts';
import type { TaskChoices } from '../../server/contract/task.ts';

const now = Date.UTC(2026, 5, 11, 2, 0);
const minute = 60_000;
const choices = (...keys: TaskChoices['due'][number]['key'][]): TaskChoices => ({ unitId: 'u', timeZone: 'Asia/Tokyo', owners: [], due: keys.map((key) => ({ key, at: now + 5 * 60 * minute })) });

test('ten minutes and an hour are due without knowing the clock of the office, and count from now; what that clock has not is no due time', () => {
  for (const known of [null, choices('minutes', 'hour')]) {
    expect([dueOf({ key: 'minutes' }, known, now + 0.4), dueOf({ key: 'hour' }, known, now)]).toEqual([now + 1 + 10 * minute, now + 60 * minute]);
    expect([dueOf({ key: 'closing' }, known, now), dueOf({ key: 'morning' }, known, now)]).toEqual([null, null]);
  }
  expect(dueOf({ key: 'closing' }, choices('closing'), now)).toBe(now + 5 * 60 * minute);
});

test('a time that is chosen on the clock of an office is told on that clock, wherever the first office of this console stands', () => {
  const at = dueOf({ key: 'other', wall: { day: '2026-06-11', minute: 9 * 60 } }, choices(), now);
  expect(at).toBe(Date.UTC(2026, 5, 11, 0, 0));
  expect([weekdayClock(at ?? 0, 'en', 'Asia/Tokyo'), weekdayClock(at ?? 0, 'zh-CN', 'Asia/Tokyo'), weekdayClock(at ?? 0, 'en', 'Asia/Shanghai')]).toEqual(['Thu 09:00', '周四 09:00', 'Thu 08:00']);
});
