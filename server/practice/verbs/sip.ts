import { z } from 'zod';
import { anyUrl, events, method } from '../attributes.ts';
import type { Element, ElementRule } from '../twiml.ts';
import type { Noun } from './noun.ts';
import { callbackOf, legEvents, whisperOf } from './noun.ts';
import { machineDetection } from './number.ts';

const attributes = z.strictObject({
  url: anyUrl.optional(),
  method: method.optional(),
  username: z.string().optional(),
  password: z.string().optional(),
  statusCallback: anyUrl.optional(),
  statusCallbackEvent: events(legEvents).optional(),
  statusCallbackMethod: method.optional(),
  ...machineDetection,
});

/** `<Sip>`: a SIP address, which may carry headers after a question mark. */
export const sipRule: ElementRule = {
  attributes,
  children: [],
  text: 'allowed',
  fault: (element) => (/^sips?:[^\s@]+@[^\s@]+$/.test(element.text.trim()) ? undefined : `“${element.text.trim()}” is no SIP address`),
};

/** Reads a checked Sip. */
export function readSip(element: Element, resolve: (url: string) => string): Noun {
  const wanted = attributes.parse(element.attributes);
  return { kind: 'sip', address: element.text.trim(), callback: callbackOf(wanted, resolve), whisper: whisperOf(wanted, resolve) };
}
