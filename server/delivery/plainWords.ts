/** Marks that turn the reading direction of what follows: with them a name can be made to read as another one. Right-to-left letters need none. */
const directionMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** Words of others as they may leave the house: lines by \n, no control characters, no half characters, no marks that turn the reading direction. */
export function plainWords(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\p{Cc}/gu, (control) => (control === '\n' ? control : ' '))
    .replace(directionMarks, '')
    .replace(/[^\S\n]+(?=\n|$)/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
