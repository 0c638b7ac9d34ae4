/*
 * What both sides of the door know of whose private numbers a refusal names. Nothing is imported, so that the console can use it without bringing zod into the page.
 */

/** Stands between the names in a value of `fields` of a `needs_confirmation`: whoever shows them lists them as his language does. */
export const betweenNames = '、';
