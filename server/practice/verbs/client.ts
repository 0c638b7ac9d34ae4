import { z } from 'zod';
import { anyUrl, events, method } from '../attributes.ts';
import type { Element, ElementRule } from '../twiml.ts';
import type { Noun } from './noun.ts';
import { callbackOf, legEvents, whisperOf } from './noun.ts';

const attributes = z.strictObject({
  url: anyUrl.optional(),
  method: method.optional(),
  statusCallback: anyUrl.optional(),
  statusCallbackEvent: events(legEvents).optional(),
  statusCallbackMethod: method.optional(),
  clientNotificationUrl: anyUrl.optional(),
});

const identityText = /^[A-Za-z0-9_]{1,256}$/;

/** `<Client>`: a softphone by identity, as text or as `<Identity>` beside `<Parameter name value>` children. Identities keep to [A-Za-z0-9_]. */
export const clientRule: ElementRule = {
  attributes,
  children: ['Identity', 'Parameter'],
  text: 'allowed',
  fault: (element) => {
    const identities = element.children.filter((child) => child.name === 'Identity');
    if (element.children.length === 0) return identityText.test(element.text.trim()) ? undefined : `identity “${element.text.trim()}” is not of [A-Za-z0-9_]`;
    if (element.text.trim() !== '') return 'takes text or children, not both';
    const [identity] = identities;
    if (identities.length !== 1 || !identity) return 'needs exactly one Identity';
    return identityText.test(identity.text.trim()) ? undefined : `identity “${identity.text.trim()}” is not of [A-Za-z0-9_]`;
  },
};

/** `<Identity>` within `<Client>`: text only. */
export const identityRule: ElementRule = { attributes: z.strictObject({}), children: [], text: 'allowed' };
/** `<Parameter>` within `<Client>`: handed to the browser phone as a custom parameter. */
export const parameterRule: ElementRule = { attributes: z.strictObject({ name: z.string().min(1), value: z.string() }), children: [], text: 'none' };

/** Reads a checked Client. */
export function readClient(element: Element, resolve: (url: string) => string): Noun {
  const wanted = attributes.parse(element.attributes);
  const identity = (element.children.find((child) => child.name === 'Identity')?.text ?? element.text).trim();
  const parameters: Record<string, string> = {};
  for (const child of element.children) {
    if (child.name === 'Parameter') parameters[child.attributes.name ?? ''] = child.attributes.value ?? '';
  }
  return { kind: 'client', address: `client:${identity}`, identity, parameters, callback: callbackOf(wanted, resolve), whisper: whisperOf(wanted, resolve) };
}
