import type { Words } from '../zh.ts';

export const shiftStart: Words['shiftStart'] = {
  title: 'Before you start',
  first: 'What waits for you stands here',
  since: 'Last seen {{when}}',
  seen: 'Seen',
  nothing: 'Nothing waits for you.',
  unread_one: '{{count}} message for you to read',
  unread_other: '{{count}} messages for you to read',
  unfinished_one: '{{count}} unfinished message for you',
  unfinished_other: '{{count}} unfinished messages for you',
  toComplete_one: '{{count}} message without a number or a matter to complete',
  toComplete_other: '{{count}} messages without a number or a matter to complete',
  missed_one: '{{count}} missed call nobody returned',
  missed_other: '{{count}} missed calls nobody returned',
  overdue_one: '{{count}} task is late',
  overdue_other: '{{count}} tasks are late',
  dueToday_one: '{{count}} task due today',
  dueToday_other: '{{count}} tasks due today',
  none: { overdue: 'Nothing is late', dueToday: 'Nothing due today', unread: 'No new messages for you', unfinished: 'No unfinished messages for you', toComplete: 'No messages to complete', missed: 'No new missed calls' },
};
