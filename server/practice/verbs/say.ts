import { z } from 'zod';
import { wholeNumber } from '../attributes.ts';
import { CarrierError } from '../carrierError.ts';
import type { Next } from '../source.ts';
import type { Run } from '../run.ts';
import { speechMs } from '../speechTime.ts';
import type { Element, ElementRule } from '../twiml.ts';
import { voiceFault } from '../voices.ts';

const attributes = z.strictObject({ voice: z.string().optional(), language: z.string().optional(), loop: wholeNumber(0, 1000).optional() });

const anyAttributes = z.record(z.string(), z.string());
const ssmlNames = ['break', 'emphasis', 'lang', 'p', 'phoneme', 'prosody', 's', 'say-as', 'sub', 'w'] as const;

/** The SSML elements inside Say; their attributes are the speech provider's and not checked. */
export const ssmlRules: Readonly<Record<string, ElementRule>> = Object.fromEntries(
  ssmlNames.map((name) => [name, { attributes: anyAttributes, children: ssmlNames, text: 'allowed' } satisfies ElementRule]),
);

/** `<Say>`: default voice man, language en-US, loop 1 (0 = up to 1000). A voice that does not speak the language makes it fail. */
export const sayRule: ElementRule = {
  attributes,
  children: ssmlNames,
  text: 'allowed',
  fault: (element) => voiceFault(element.attributes.voice, element.attributes.language),
};

/** Speaks. A non-empty text answers the call; an empty one behaves like a Pause and leaves it ringing (since 2024-03-11). */
export async function runSay(element: Element, run: Run): Promise<Next> {
  const { language, loop } = attributes.parse(element.attributes);
  const text = spokenText(element);
  if (text === '') {
    await run.pause(1000);
    return { go: 'on' };
  }
  run.answer();
  warnOfLanguage(element, text, run);
  const times = loop === 0 ? 1000 : (loop ?? 1);
  for (let time = 0; time < times; time += 1) {
    run.exchange.tell(run.leg, `听到：${text}`, `hears: ${text}`);
    run.exchange.note(run.leg, 'said', text);
    run.leg.person?.hears({ text, language: language ?? 'en-US' });
    await run.pause(speechMs(text));
  }
  return { go: 'on' };
}

/** The words of a Say, those inside SSML elements included, blanks made single. */
export function spokenText(element: Element): string {
  const parts = [element.text, ...element.children.map(spokenText)];
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

// The default language is en-US: Chinese text without a language is read to a resident as silence or gibberish.
function warnOfLanguage(element: Element, text: string, run: Run): void {
  const { voice, language } = element.attributes;
  const hasOwnLanguage = voice !== undefined && !['man', 'woman', 'alice'].includes(voice);
  if (language === undefined && !hasOwnLanguage && /\p{Script=Han}/u.test(text)) {
    run.warn(new CarrierError(13520, '<Say> speaks Chinese text as en-US: its language is missing', { fatal: false, url: run.documentUrl }));
  }
}
