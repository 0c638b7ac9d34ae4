/** All that the attendant says in one language, and the voice and recogniser that fit it (carrier facts 3.7, 3.9). */
export interface Phrases {
  say: { language: 'cmn-CN' | 'en-US' | 'yue-HK'; voice: 'Polly.Zhiyu' | 'Polly.Joanna' | 'Polly.Hiujin-Neural' };
  hear: 'cmn-Hans-CN' | 'en-US' | 'yue-Hant-HK';
  /** Greeting, unit, question: in this order, always (S3 接听.2). */
  opener(unit: string): string;
  neutralUnit: string;
  lostAgent: string;
  /** A further free agent is rung after one was lost. */
  ringingAnother: string;
  closed: string;
  nobodyFree: string;
  /** Offered on a line with several languages, said in the offered language. */
  otherLanguage(key: number): string;
  askRecipient: string;
  notHeard: string;
  /** The person is away (DOMAIN 6, absent): says so, and when back. */
  away(name: string, backAt: string | null): string;
  willTell(name: string): string;
  askCaller: string;
  confirmNumber(digits: string): string;
  askNumber: string;
  askMessage: string;
  /** Read back before it counts as taken (S3 接听.6). */
  readBack(given: { recipient: string; caller: string | null; digits: string | null; recorded: boolean }): string;
  askConfirm: string;
  goodbye: string;
  /** A call out to the mainland without a trunk of one's own, refused with the reason. */
  outgoingMainland: string;
  outgoingNoNumber: string;
  /** A moment on the office's clock, as one says it. */
  moment(atMs: number, timeZone: string, nowMs: number): string;
}
