/**
 * What a spreadsheet would take for a formula. Full-width signs count: Excel reads them as the narrow ones.
 * An apostrophe in front keeps it text; `freed` takes exactly that one away again.
 */
const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Text that no spreadsheet runs as a formula when it opens a CSV file. */
export function defused(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** What was there before `defused`. */
export function freed(text: string): string {
  return text.startsWith("'") && dangerous.test(text.slice(1)) ? text.slice(1) : text;
}
