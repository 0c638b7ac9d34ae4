/*
 * What both sides of the door know of a call's matter. Nothing is imported, so that the console can use it without bringing zod into the page.
 */

/** What a call is about (DOMAIN 8 to 10): it decides what the desk asks next. */
export const matters = ['inquiry', 'repair', 'complaint', 'message', 'housekeeping', 'other'] as const;

/** The lines of the call's own record, apart from the slip. `remark` is there whatever the matter is. */
export const noteNames = ['remark', 'asked', 'answered', 'place', 'fault', 'since', 'visitAt', 'price', 'about', 'happened', 'wish', 'answerBy', 'service', 'serviceAt', 'what'] as const;

/** What is asked for each matter, in the order of the manuals' forms (S0 报修流程, 投诉, 家政; S4 五). A message has its slip. */
export const questionsOf: Record<(typeof matters)[number], readonly (typeof noteNames)[number][]> = {
  inquiry: ['asked', 'answered'],
  repair: ['place', 'fault', 'since', 'visitAt', 'price'],
  complaint: ['about', 'happened', 'wish', 'answerBy'],
  message: [],
  housekeeping: ['service', 'place', 'serviceAt', 'price'],
  other: ['what'],
};

/** How a call came out for the one who took it: one choice at wrap-up, none of them asked of the caller. */
export const callResults = ['settled', 'message-taken', 'passed-on', 'call-back-promised', 'wrong-number', 'no-matter'] as const;

/** Longest text of one note, characters: what a person types in a call, and a pasted letter. */
export const longestNote = 8000;
