import { z } from 'zod';
import { anyUrl, wholeNumber } from '../attributes.ts';
import { CarrierError } from '../carrierError.ts';
import type { Next } from '../source.ts';
import type { Run } from '../run.ts';
import { newToken } from '../sids.ts';
import type { Element, ElementRule } from '../twiml.ts';
import { wavLengthMs } from '../wav.ts';

const attributes = z.strictObject({ loop: wholeNumber(0, 1000).optional(), digits: z.string().regex(/^[0-9A-D*#wW]+$/, 'must be keys and w').optional() });

// Of an mp3 the length is not read: an ordinary announcement.
const unknownLengthMs = 4000;
const digitMs = 300;

/** `<Play>`: the URL of a sound, or keys to send. No parameters are sent with the fetch (since 2024-03-11). */
export const playRule: ElementRule = {
  attributes,
  children: [],
  text: 'allowed',
  fault: (element) => {
    const url = element.text.trim();
    if (url === '') return element.attributes.digits === undefined ? 'needs a URL or digits' : undefined;
    const read = anyUrl.safeParse(url);
    return read.success ? undefined : read.error.issues[0]?.message;
  },
};

/** Plays; answers the call. A sound that cannot be fetched is an error (the real carrier plays nothing and goes on to fail). */
export async function runPlay(element: Element, run: Run): Promise<Next> {
  const { loop, digits } = attributes.parse(element.attributes);
  run.answer();
  const url = element.text.trim();
  if (url === '') {
    await run.pause((digits ?? '').length * digitMs);
    return { go: 'on' };
  }
  const lengthMs = await fetchSound(run, run.resolve(url));
  const times = loop === 0 ? 1000 : (loop ?? 1);
  for (let time = 0; time < times; time += 1) {
    run.exchange.tell(run.leg, `听到录音：${url}`, `hears the recording ${url}`);
    run.exchange.note(run.leg, 'played', url);
    run.leg.person?.hears({ text: '', language: '', sound: url });
    await run.pause(lengthMs);
  }
  return { go: 'on' };
}

async function fetchSound(run: Run, url: string): Promise<number> {
  const { exchange, leg } = run;
  const reply = await run.outcome(
    exchange.sender.send({ kind: 'media', callSid: leg.sid, method: 'GET', url, params: {}, token: newToken(exchange.random), cookies: leg.cookies }),
  );
  if (!reply.ok) throw new CarrierError(reply.code, `the sound could not be fetched: ${reply.reason}`, { url });
  if (!reply.contentType.startsWith('audio/')) throw new CarrierError(12300, `the sound has content type “${reply.contentType}”`, { url });
  return wavLengthMs(reply.bytes) ?? unknownLengthMs;
}
