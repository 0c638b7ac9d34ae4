export const shiftStart = {
  title: '接班先看',
  first: '交给您的事都在这里',
  since: '上次看过是 {{when}}',
  seen: '知道了',
  nothing: '没有等您办的事。',
  unread_one: '给您的留言 {{count}} 条没看',
  unread_other: '给您的留言 {{count}} 条没看',
  unfinished_one: '归您补的留言单 {{count}} 张',
  unfinished_other: '归您补的留言单 {{count}} 张',
  missed_one: '没人回的未接来电 {{count}} 个',
  missed_other: '没人回的未接来电 {{count}} 个',
  none: { unread: '没有给您的新留言', unfinished: '没有归您补的留言单', missed: '没有新的未接来电' },
};
