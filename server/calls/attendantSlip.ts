import type { SlipContent, SlipSource } from '../contract/slip.ts';
import { answerOf, keyed, messageRecording, nextQuestion } from './attendance.ts';
import type { Call } from './call.ts';
import type { SlipSeed } from '../slips/senses.ts';

/** Field 8 of a slip that no person wrote (DESIGN 7). */
export const attendantSignature = '自动接听';

/** Slips of calls to a number that no line knows: seen by administrators until a line is made for it. */
export const unassignedUnitId = 'unassigned';

const longestName = 60;
const longestWords = 2000;

/** Longer than a name is: then it is a sentence, and stays whole. */
const longestNamePart = 24;

/**
 * Field 2 from what was said: "我姓李,三栋一五零二的" gives the name and the company or flat. What people say before their name is no part
 * of it; without a pause in the sentence nobody can tell where the name ends, and all of it is the name.
 */
function callerFrom(speech: string): { name: string; company: string | null } {
  const said = speech
    .trim()
    .replace(/^(?:你好|您好|喂|hello|hi)[,，。\s]*/i, '')
    .replace(/^(?:我姓|我叫|我是|免贵姓|我嘅名係|我係|my name is|this is|i am|i'm)\s*/i, '')
    .slice(0, longestName);
  const [name = '', ...rest] = said.split(/[,，。;；]\s*/);
  const company = rest.join(' ').replace(/^(?:我是|我係|from|of)\s*/i, '').replace(/[的嘅]$/, '').trim();
  return name.length <= longestNamePart && company !== '' ? { name: name.trim(), company } : { name: said, company: null };
}

/**
 * The eight fields as far as the caller said or keyed them (DOMAIN 4: "when the attendant took the call, the slip is made from what
 * the caller said or keyed"). Null where he gave nothing: then there is no slip, only a missed call.
 */
export function attendantSlip(call: Call): SlipSeed | null {
  const attendant = call.state === 'attended' || call.state === 'ended' ? call.attendant : null;
  if (!attendant?.hasContent) return null;
  const { arrived } = call;
  const content: Partial<SlipContent> = {};
  const sources: Record<string, SlipSource> = {};
  const put = <K extends keyof SlipContent>(name: K, value: SlipContent[K], source: SlipSource): void => {
    content[name] = value;
    sources[name] = source;
  };

  const { language } = nextQuestion(attendant.turns, arrived.line.languages);
  const found = attendant.turns.find((turn) => turn.step === 'recipient' && turn.recipient !== null)?.recipient ?? null;
  put('recipient', found?.name ?? (language === 'en' ? `${arrived.line.unitNameEn ?? arrived.line.unitName} front desk` : `${arrived.line.unitName}前台`), 'directory');
  content.recipientId = found?.staffId ?? null;

  const name = attendant.turns.filter((turn) => turn.step === 'caller' && turn.speech !== null).at(-1);
  if (name?.speech) {
    const caller = callerFrom(name.speech);
    put('callerName', caller.name, 'speech');
    if (caller.company !== null) put('callerCompany', caller.company, 'speech');
  }

  const given = attendant.turns.filter((turn) => turn.step === 'number' && turn.number !== null).at(-1);
  if (given?.number != null && given.number !== arrived.callerNumber) {
    put('callerNumber', given.number, keyed(given) !== null ? 'keypad' : 'speech');
    if (given.numberCity !== null) put('callerCity', given.numberCity, 'numbering-plan');
  } else if (arrived.callerNumber !== null) {
    put('callerNumber', arrived.callerNumber, 'carrier');
    if (arrived.callerCity !== null) put('callerCity', arrived.callerCity, 'numbering-plan');
  }

  // What was said to "how may we help" but names nobody is the matter itself.
  const words = attendant.turns
    .filter((turn) => turn.speech !== null && ((turn.step === 'recipient' && turn.recipient === null) || turn.step === 'message'))
    .map((turn) => turn.speech)
    .join('\n')
    .slice(0, longestWords);
  if (words !== '') put('message', words, 'speech');

  const confirmed = attendant.turns.filter((turn) => turn.step === 'confirm' && answerOf(turn) !== null).at(-1);
  if (confirmed) put('actionsRequested', [answerOf(confirmed) === 'yes' ? 'call-back' : 'no-reply-needed'], keyed(confirmed) !== null ? 'keypad' : 'speech');

  put('calledAt', new Date(arrived.at).toISOString(), 'clock');
  put('recordedBy', attendantSignature, 'session');
  return {
    slipId: attendant.slipId,
    unitId: arrived.line.unitId ?? unassignedUnitId,
    state: call.state === 'ended' || confirmed ? 'taken' : 'draft',
    readBack: confirmed !== undefined,
    content,
    recordingSid: messageRecording(attendant),
    sources,
    declined: [],
  };
}
