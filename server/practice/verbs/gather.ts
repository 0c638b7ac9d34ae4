import { z } from 'zod';
import { anyUrl, events, flag, method, wholeNumber } from '../attributes.ts';
import { newToken } from '../sids.ts';
import { standardParams } from '../parameters.ts';
import type { Input } from '../ear.ts';
import type { Listening, Run } from '../run.ts';
import type { Next } from '../source.ts';
import type { Params } from '../signature.ts';
import type { Element, ElementRule } from '../twiml.ts';
import { gatherLanguages, speechModels } from '../speechRecognition.ts';
import { runPause } from './pause.ts';
import { runPlay } from './play.ts';
import { runSay } from './say.ts';
import type { Verb } from './verb.ts';

const attributes = z.strictObject({
  action: anyUrl.optional(),
  method: method.optional(),
  input: events(['dtmf', 'speech']).optional(),
  timeout: wholeNumber(1, 600).optional(),
  speechTimeout: z.union([z.literal('auto'), wholeNumber(1, 60)]).optional(),
  numDigits: wholeNumber(1, 1000).optional(),
  finishOnKey: z.string().regex(/^[0-9*#]?$/, 'must be one key or empty').optional(),
  language: z.string().refine((value) => gatherLanguages.has(value), 'is no language of speech recognition').optional(),
  hints: z
    .string()
    .refine((value) => value.split(',').length <= 500, 'may have 500 entries')
    .refine((value) => value.split(',').every((entry) => entry.trim().length <= 100), 'entries may have 100 characters')
    .optional(),
  speechModel: z.enum(speechModels).optional(),
  profanityFilter: flag.optional(),
  actionOnEmptyResult: flag.optional(),
  partialResultCallback: anyUrl.optional(),
  partialResultCallbackMethod: method.optional(),
  enhanced: flag.optional(),
  bargeIn: flag.optional(),
  debug: flag.optional(),
  maxSpeechTime: wholeNumber(1, 60).optional(),
});

const nested: Readonly<Record<string, Verb>> = { Say: runSay, Play: runPlay, Pause: runPause };

/** `<Gather>`: keys, speech or both; nests Say, Play and Pause only. */
export const gatherRule: ElementRule = {
  attributes,
  children: Object.keys(nested),
  text: 'none',
  fault: (element) => {
    const { speechModel, speechTimeout, language } = element.attributes;
    if (speechModel !== undefined && speechTimeout === 'auto') return 'with a speechModel needs a whole number as speechTimeout, not auto';
    const isChinese = /^(cmn|zh|yue)/.test(language ?? '');
    if (isChinese && speechModel !== undefined && /^(phone_call|experimental_)/.test(speechModel)) return `speechModel “${speechModel}” has no Chinese`;
    return undefined;
  },
};

const autoSpeechTimeoutMs = 1000;
const speechWindowMs = 60000;

type Result = { kind: 'digits'; digits: string; finishedOnKey: string } | { kind: 'speech'; text: string; confidence: number } | { kind: 'nothing' };

/**
 * Listens while the nested prompts play and for `timeout` seconds after them. With input the action is asked (the current URL by default) and
 * what follows is unreachable; without, the next verb runs, unless actionOnEmptyResult. A hang-up ends it without any request.
 */
export async function runGather(element: Element, run: Run): Promise<Next> {
  const wanted = attributes.parse(element.attributes);
  const inputs = wanted.input ?? ['dtmf'];
  const speech = inputs.includes('speech');
  const keys = inputs.includes('dtmf');
  const action = run.resolve(wanted.action ?? '');
  run.answer();
  const listening = run.listen();
  let stopActing: (() => void) | undefined;
  let result: Result;
  try {
    // A key or a voice breaks into the prompts, which then are not finished.
    const breaksIn = (input: Input) => wanted.bargeIn !== false && (input.kind === 'digit' ? keys : speech);
    await run.untilInput(breaksIn, () => speakPrompts(element, run));
    stopActing = run.leg.person?.prompted({ kind: 'gather', path: new URL(action).pathname, speech, keys });
    result = await collect(run, listening, { ...wanted, speech, keys });
  } finally {
    listening.stop();
    stopActing?.();
  }
  if (result.kind === 'nothing' && wanted.actionOnEmptyResult !== true) {
    run.exchange.tell(run.leg, '没有输入', 'no input');
    run.exchange.note(run.leg, 'no-input');
    return { go: 'on' };
  }
  return { go: 'to', source: { kind: 'fetch', request: 'action', url: action, method: wanted.method ?? 'POST', params: resultParams(result, speech, keys) } };
}

function resultParams(result: Result, speech: boolean, keys: boolean): Params {
  switch (result.kind) {
    case 'digits':
      return { msg: 'Gather End', Digits: result.digits, FinishedOnKey: result.finishedOnKey };
    case 'speech':
      return { SpeechResult: result.text, Confidence: String(result.confidence) };
    case 'nothing':
      return { ...(keys ? { msg: 'Gather End', Digits: '', FinishedOnKey: '' } : {}), ...(speech ? { SpeechResult: '' } : {}) };
  }
}

async function speakPrompts(element: Element, run: Run): Promise<void> {
  for (const child of element.children) await nested[child.name]?.(child, run);
}

async function collect(
  run: Run,
  listening: Listening,
  wanted: z.output<typeof attributes> & { speech: boolean; keys: boolean },
): Promise<Result> {
  const timeoutMs = (wanted.timeout ?? 5) * 1000;
  const finishOnKey = wanted.finishOnKey ?? '#';
  let digits = '';
  for (;;) {
    const input = await listening.next(timeoutMs);
    if (!input) return digits === '' ? { kind: 'nothing' } : { kind: 'digits', digits, finishedOnKey: '' };
    if (input.kind === 'digit') {
      if (!wanted.keys) continue;
      if (finishOnKey !== '' && input.digit === finishOnKey) return digits === '' ? { kind: 'nothing' } : { kind: 'digits', digits, finishedOnKey: input.digit };
      digits += input.digit;
      if (digits.length === wanted.numDigits) return { kind: 'digits', digits, finishedOnKey: '' };
    } else if (input.kind === 'speech-start' && wanted.speech && digits === '') {
      return collectSpeech(run, listening, wanted, timeoutMs);
    }
  }
}

async function collectSpeech(run: Run, listening: Listening, wanted: z.output<typeof attributes>, timeoutMs: number): Promise<Result> {
  const silenceMs = wanted.speechTimeout === 'auto' ? autoSpeechTimeoutMs : wanted.speechTimeout !== undefined ? wanted.speechTimeout * 1000 : timeoutMs;
  const words: string[] = [];
  let confidence = 1;
  let speaking = true;
  let leftMs = (wanted.maxSpeechTime ?? speechWindowMs / 1000) * 1000;
  while (leftMs > 0) {
    const since = run.exchange.clock.now();
    const input = await listening.next(speaking ? leftMs : Math.min(silenceMs, leftMs));
    leftMs -= run.exchange.lasted(since, run.exchange.clock.now());
    if (!input) break;
    if (input.kind === 'speech-start') speaking = true;
    if (input.kind === 'speech-end') {
      speaking = false;
      words.push(input.text);
      confidence = Math.min(confidence, input.confidence);
      if (wanted.partialResultCallback !== undefined) reportPartial(run, wanted.partialResultCallback, wanted.partialResultCallbackMethod ?? 'POST', words.join(' '));
    }
  }
  return words.length === 0 ? { kind: 'nothing' } : { kind: 'speech', text: words.join(' '), confidence };
}

// Partial results are asynchronous, and TwiML in the reply is ignored.
function reportPartial(run: Run, url: string, asked: 'GET' | 'POST', text: string): void {
  const { exchange, leg } = run;
  void exchange.callbacks.fire({
    lane: `${leg.sid} partial ${newToken(exchange.random)}`,
    kind: 'partial-result',
    callSid: leg.sid,
    url: run.resolve(url),
    method: asked,
    params: { ...standardParams(exchange, leg), UnstableSpeechResult: text, Stability: '0.9' },
  });
}

