import { z } from 'zod';
import { anyUrl, events, method, wholeNumber } from '../attributes.ts';
import type { Element, ElementRule } from '../twiml.ts';
import type { Noun } from './noun.ts';
import { callbackOf, legEvents, whisperOf } from './noun.ts';

/** Answering-machine detection, taken by Number and Sip; the practice line has no machines and only checks the attributes. */
export const machineDetection = {
  machineDetection: z.enum(['Enable', 'DetectMessageEnd']).optional(),
  machineDetectionTimeout: wholeNumber(3, 59).optional(),
  machineDetectionSpeechThreshold: wholeNumber(1000, 6000).optional(),
  machineDetectionSpeechEndThreshold: wholeNumber(500, 5000).optional(),
  machineDetectionSilenceTimeout: wholeNumber(2000, 10000).optional(),
  amdStatusCallback: anyUrl.optional(),
  amdStatusCallbackMethod: method.optional(),
};

const attributes = z.strictObject({
  url: anyUrl.optional(),
  method: method.optional(),
  statusCallback: anyUrl.optional(),
  statusCallbackEvent: events(legEvents).optional(),
  statusCallbackMethod: method.optional(),
  sendDigits: z.string().regex(/^[0-9*#wW]+$/, 'must be keys and w').optional(),
  byoc: z.string().regex(/^BY[0-9a-f]{32}$/, 'must be the SID of a BYOC trunk').optional(),
  ...machineDetection,
});

/** `<Number>`: a telephone number in E.164. */
export const numberRule: ElementRule = {
  attributes,
  children: [],
  text: 'allowed',
  fault: (element) => (/^\+[1-9]\d{6,14}$/.test(element.text.trim()) ? undefined : `“${element.text.trim()}” is no number in E.164`),
};

/** Reads a checked Number. */
export function readNumber(element: Element, resolve: (url: string) => string): Noun {
  const wanted = attributes.parse(element.attributes);
  return { kind: 'number', address: element.text.trim(), byoc: wanted.byoc !== undefined, callback: callbackOf(wanted, resolve), whisper: whisperOf(wanted, resolve) };
}
