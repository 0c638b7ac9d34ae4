/**
 * Text as it is kept: NFC, line ends as \n, no control characters, no marks that turn the reading direction (they can make a
 * number read backwards), no halves of characters.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
    .replace(/[^\P{Cc}\n\t]|[\ufeff\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/[\n\t]+/g, ' ');
}

/** At most `length` UTF-16 units, never half a character. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
