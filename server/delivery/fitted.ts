import { plainWords } from './plainWords.ts';
import type { Outgoing } from './ports.ts';

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** No channel takes more, UTF-16 units: what is behind it is not even looked at. */
const longest = { headline: 1_000, body: 60_000 } as const;

/** Said where a text was cut, in the language of the text. */
const cutWords = { zh: '……（未完，全文请点链接）', other: '… (cut here; the link has all of it)' } as const;

/**
 * The text of a message as a channel can take it: headline, body, link, a line each. What does not fit is cut off the body at a whole character and said to be;
 * the headline is cut only when the body is gone; the link is never cut. `fits` must not take a longer text where it refuses a shorter one.
 */
export function fitted(message: Pick<Outgoing, 'headline' | 'body' | 'link'>, fits: (text: string) => boolean): string {
  const { link } = message;
  const headline = plainWords(startOf(message.headline, longest.headline)).replace(/\n+/g, ' ');
  const body = plainWords(startOf(message.body, longest.body));
  const lines = (...parts: string[]): string => [...parts, link].filter((part) => part !== '').join('\n');
  const whole = lines(headline, body);
  if (message.headline.length <= longest.headline && message.body.length <= longest.body && fits(whole)) return whole;
  const notice = /\p{Script=Han}/u.test(headline + body.slice(0, 1000)) ? cutWords.zh : cutWords.other;
  return longestFitting(body, (start) => lines(headline, `${start}${notice}`), fits) ?? longestFitting(headline, (start) => lines(`${start}…`), fits) ?? link;
}

/** The longest start of `text` with which `compose` fits; null when none does. */
function longestFitting(text: string, compose: (start: string) => string, fits: (text: string) => boolean): string | null {
  const ends = Array.from(graphemes.segment(text), ({ index, segment }) => index + segment.length);
  const first = (count: number): string => text.slice(0, count === 0 ? 0 : ends[count - 1]).trimEnd();
  if (!fits(compose(''))) return null;
  let fitting = 0;
  let tooMany = ends.length + 1;
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    if (fits(compose(first(middle)))) fitting = middle;
    else tooMany = middle;
  }
  return compose(first(fitting));
}

/** Never half a character. */
function startOf(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
