/** How long a text takes to say, in milliseconds: about four Chinese characters a second, or fourteen letters. */
export function speechMs(text: string): number {
  const characters = [...text.trim()];
  const chinese = characters.filter((character) => /\p{Script=Han}/u.test(character)).length;
  return Math.max(400, Math.round(chinese * 240 + (characters.length - chinese) * 70));
}
