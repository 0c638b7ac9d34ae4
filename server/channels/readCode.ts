/** The code and the words of a robot's answer, under the names that its maker gives them; null without a code. */
export function readCode(said: Record<string, unknown>, codeName: string, wordsName: string): { code: number; words: string } | null {
  const code = typeof said[codeName] === 'string' && said[codeName] !== '' ? Number(said[codeName]) : said[codeName];
  if (typeof code !== 'number' || !Number.isInteger(code)) return null;
  const words = said[wordsName];
  return { code, words: typeof words === 'string' ? words : '' };
}
