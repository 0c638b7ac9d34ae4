/*
 * What both sides of the door know of a task's texts. Nothing is imported, so that the console can use it without bringing zod into the page.
 */

/** The most that each text of a task may hold, in UTF-16 units: what is to be done or how it came out, its caller's name, his number. */
export const longestTask = { words: 500, name: 200, number: 60 } as const;
