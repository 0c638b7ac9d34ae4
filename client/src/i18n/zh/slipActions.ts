/** What callers ask for and allow, in words; apart from the other words of a slip for the page behind a link, which stays small. */
export const slipActions = {
  label: '要求',
  extension: '转 {{extension}}',
  requested: { 'call-back': '请回电', 'will-call-again': '来电人会再打', 'came-to-see': '来访过', 'wants-to-see': '想见面', urgent: '急', 'returned-your-call': '这是回电' },
  allowed: { 'use-this-number': '打这个号码', 'use-other-number': '打别的号码', 'any-time': '随时打', 'at-agreed-time': '约定时间打', 'pass-on': '转给别人办' },
};
