import { readSpokenDigits } from './spokenNumber.ts';

const sign = '[0-9零〇一幺二两三四五六七八九]';
const cue = /(?:转接?|接|拨|分机号?码?|内线|找|揾|extension|ext)(?:一下|下|到|给|通|分机|号码?|是|number|\s)*/;
/** A number of a flat or a house is not an extension: 找8012的业主. */
const notAHome = '(?!\\s*(?:室|房|栋|幢|座|楼|单元|业主|住户|户|的|号(?!分机|码)|\\d|flat|floor))';

const asked = new RegExp(`(?<!不)${cue.source}(${sign}{2,6})${notAHome}`);
const named = new RegExp(`(${sign}{2,6})号?分机`);
const askedInEnglish = /\b(?:extension|ext)(?: number)? ((?:(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|double|triple)\b ?){2,6})/;

/** The extension asked for: 转8012, 八零幺二分机, "extension eight oh one two", or nothing but its digits. Null when there is none. */
export function extensionSaid(text: string): string | null {
  const found = asked.exec(text)?.[1] ?? named.exec(text)?.[1] ?? askedInEnglish.exec(text)?.[1];
  if (found !== undefined) return readSpokenDigits(found);
  const alone = text.replace(/\||您好|你好|请|麻烦|谢谢|唔该|please|thanks|thank you|hello|hi\b/g, ' ').trim();
  const digits = readSpokenDigits(alone);
  return digits !== null && digits.length <= 6 ? digits : null;
}
