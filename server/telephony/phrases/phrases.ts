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
  /** Another person, offered in the place of one who is away (DOMAIN 6, absent). */
  offerOther(name: string, isDeputy: boolean, key: number): string;
  /** A department in which nobody is there. */
  nobodyThere(department: string): string;
  /** Somebody with the department that was asked for. */
  ofDepartment(department: string, name: string): string;
  /** Each of these may be meant; key 1 is the first. */
  whichOf(people: readonly { name: string; duty: string }[]): string;
  /** Too many may be meant to name them all. */
  fullName: string;
  /** No extension, or only its beginning, was keyed. */
  noExtension: string;
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
  /** To a member of the staff who calls back through the line, before the caller is dialled. */
  connecting(caller: string): string;
  /** The message that he calls back about is not his any more. */
  nothingToCall: string;
  /** What came of it; `talkMs` null: not known. Said to him, and kept with the message. */
  calledBack: { talked(talkMs: number | null): string; busy: string; noAnswer: string; failed: string };
  /** A moment on the office's clock, as one says it. */
  moment(atMs: number, timeZone: string, nowMs: number): string;
}
