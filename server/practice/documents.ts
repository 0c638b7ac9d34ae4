import { CarrierError } from './carrierError.ts';
import { standardParams } from './parameters.ts';
import type { Run } from './run.ts';
import type { Source } from './source.ts';
import { newToken } from './sids.ts';
import type { Element, ElementRule } from './twiml.ts';
import { parseTwiml } from './twiml.ts';
import type { WebhookReply } from './webhook.ts';

/**
 * Obtains a document for the run and makes it the current one. The first voice request of a call carries the fields that come only there.
 * @throws CarrierError with Twilio's code where it cannot be had or is not TwiML.
 */
export async function obtainDocument(run: Run, source: Source, rules: Readonly<Record<string, ElementRule>>): Promise<Element> {
  run.verbsBegun = 0;
  if (source.kind === 'inline') {
    run.documentUrl = undefined;
    return parseTwiml(source.twiml, rules);
  }
  run.documentUrl = source.url;
  run.documentMethod = source.method;
  const reply = await run.outcome(requestDocument(run, source));
  if (!reply.ok) throw new CarrierError(reply.code, `${source.request} webhook failed: ${reply.reason}`, { url: source.url });
  return readReply(reply, source.url, rules);
}

async function requestDocument(run: Run, source: Source & { kind: 'fetch' }): Promise<WebhookReply> {
  const { exchange, leg } = run;
  const isFirst = source.request === 'voice';
  const webhook = {
    kind: source.request,
    callSid: leg.sid,
    url: source.url,
    method: source.method,
    params: { ...standardParams(exchange, leg), ...(isFirst ? leg.firstParams : {}), ...source.params },
    token: newToken(exchange.random),
    cookies: leg.cookies,
  };
  if (isFirst && exchange.switches.firstWebhookRepeated) await exchange.sender.send(webhook);
  return exchange.sender.send(webhook);
}

// text/html counts as TwiML at the carrier; plain text that is none is read aloud, audio is played, and then the call ends.
function readReply(reply: WebhookReply & { ok: true }, url: string, rules: Readonly<Record<string, ElementRule>>): Element {
  const type = reply.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'text/xml' || type === 'application/xml' || type === 'text/html') return parseTwiml(reply.body, rules, url);
  if (type.startsWith('audio/')) return wrapped({ name: 'Play', attributes: {}, children: [], text: url });
  if (type === 'text/plain') {
    try {
      return parseTwiml(reply.body, rules, url);
    } catch (error) {
      // Only a text that is no XML at all is read aloud; a faulty document sent as text is a fault all the same.
      if (!(error instanceof CarrierError) || reply.body.trimStart().startsWith('<')) throw error;
      return wrapped({ name: 'Say', attributes: {}, children: [], text: reply.body });
    }
  }
  throw new CarrierError(12300, `Invalid Content-Type: “${type}”`, { url });
}

function wrapped(verb: Element): Element {
  return { name: 'Response', attributes: {}, children: [verb], text: '' };
}
