/** Finds words in a text by their first character, far faster than one long expression: most characters begin none. */
export type WordScan = (text: string, at: number) => string;

/** The longest of the words that stands at that place of a text, or an empty string. */
export function wordScan(words: readonly string[]): WordScan {
  const byFirst = new Map<number, string[]>();
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const first = word.charCodeAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  return (text, at) => byFirst.get(text.charCodeAt(at))?.find((word) => text.startsWith(word, at)) ?? '';
}
