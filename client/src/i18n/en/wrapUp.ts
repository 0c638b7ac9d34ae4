import type { Words } from '../zh.ts';

export const wrapUp: Words['wrapUp'] = {
  label: 'Result',
  left: 'Wrap-up',
  over: 'The next call rings here',
  holding: 'Wrap-up',
  results: { settled: 'Settled', 'message-taken': 'Message taken', 'passed-on': 'Passed on', 'call-back-promised': 'Call-back promised', 'wrong-number': 'Wrong number', 'no-matter': 'No matter' },
};
