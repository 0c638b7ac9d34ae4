import { CarrierError } from './carrierError.ts';
import { obtainDocument } from './documents.ts';
import type { Exchange } from './exchange.ts';
import type { FinalStatus } from './legStatus.ts';
import type { Leg } from './leg.ts';
import { endLeg } from './progress.ts';
import { reportFinal } from './afterwards.ts';
import type { Next, Source } from './source.ts';
import { Interrupted, Run } from './run.ts';
import { rules, verbs } from './verbs/index.ts';
import type { Element } from './twiml.ts';

// What the carrier says itself when no fallback saves the call, roughly: "an application error has occurred, goodbye".
const apologyMs = 4000;
// More documents than any real conversation needs: only a loop of redirects gets there.
const maxDocuments = 500;

/**
 * Runs documents on a leg from the first source on, until the leg has ended, or the document has run out (then the carrier hangs up).
 * A whisper leaves the leg up when it runs out, so that it can be bridged.
 */
export async function runLeg(exchange: Exchange, leg: Leg, source: Source, options: { whisper?: boolean } = {}): Promise<void> {
  const run = new Run(exchange, leg);
  leg.run = run;
  let hungUp: FinalStatus | undefined;
  try {
    hungUp = await runDocuments(run, source, options.whisper === true);
  } finally {
    if (leg.run === run) leg.run = undefined;
  }
  if (options.whisper === true && hungUp === undefined) return;
  if (!leg.ended) {
    exchange.tell(leg, '运营商挂断（文档执行完毕）', 'the carrier hangs up: the document is over');
    endLeg(exchange, leg, hungUp ?? usualEnd(leg), 'carrier-hung-up', 200);
  }
  if (leg.ended) await reportFinal(exchange, leg);
}

function usualEnd(leg: Leg): FinalStatus {
  return leg.answeredAt === null ? 'no-answer' : 'completed';
}

async function runDocuments(run: Run, first: Source, whisper: boolean): Promise<FinalStatus | undefined> {
  const { leg } = run;
  let source = first;
  let savedBy: Source | undefined;
  for (let documents = 0; ; documents += 1) {
    try {
      if (documents > maxDocuments) throw new CarrierError(12100, `more than ${maxDocuments} documents in one call: a redirect loop`);
      const document = await obtainDocument(run, source, rules);
      const next = await runVerbs(run, document, whisper);
      if (next.go === 'to') {
        source = next.source;
        continue;
      }
      return next.go === 'end' ? (next.status ?? usualEnd(leg)) : whisper ? undefined : usualEnd(leg);
    } catch (error) {
      if (error instanceof Interrupted) {
        if (error.by.kind !== 'redirect') return undefined;
        run.clearInterruption();
        source = error.by.source;
        continue;
      }
      const fault = error instanceof CarrierError ? error : new CarrierError(0, `the practice line itself failed: ${String(error)}`, { cause: error });
      noteFault(run, fault);
      const fallback = leg.ended || savedBy === source ? undefined : fallbackFor(run, fault, source, documents);
      if (!fallback) return await apologise(run);
      savedBy = fallback;
      source = fallback;
    }
  }
}

async function runVerbs(run: Run, document: Element, whisper: boolean): Promise<Next> {
  for (const element of document.children) {
    const verb = verbs[element.name];
    if (!verb) throw new CarrierError(12200, `<${element.name}> is no verb`, { url: run.documentUrl });
    if (whisper && element.name === 'Dial') throw new CarrierError(12200, '<Dial> is never allowed inside a whisper document', { url: run.documentUrl });
    const next = await verb(element, run);
    run.verbsBegun += 1;
    if (next.go !== 'on') return next;
  }
  return { go: 'on' };
}

function noteFault(run: Run, fault: CarrierError): void {
  run.leg.root.errors.push(fault);
  run.exchange.note(run.leg, 'error', `${fault.code} ${fault.message}`);
  run.exchange.tell(run.leg, `错误 ${fault.code}：${fault.message}`, `ERROR ${fault.code}: ${fault.message}`);
}

function fallbackFor(run: Run, fault: CarrierError, failed: Source, documents: number): Source | undefined {
  const { leg, exchange } = run;
  if (!leg.fallback || (documents > 0 && !exchange.switches.fallbackInMidCall)) return undefined;
  const errorUrl = fault.url ?? (failed.kind === 'fetch' ? failed.url : '');
  return {
    kind: 'fetch',
    request: 'fallback',
    url: leg.fallback.url,
    method: leg.fallback.method,
    params: { ErrorCode: String(fault.code), ErrorUrl: errorUrl.replace(/#.*$/s, '') },
  };
}

async function apologise(run: Run): Promise<FinalStatus | undefined> {
  if (run.leg.ended) return undefined;
  run.exchange.tell(run.leg, '运营商播报“应用程序出错”并挂断', 'the carrier says that an application error has occurred, and hangs up');
  try {
    run.answer();
    await run.pause(apologyMs);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    return undefined;
  }
  return usualEnd(run.leg);
}
