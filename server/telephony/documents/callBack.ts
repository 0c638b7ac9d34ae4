import twilio from 'twilio';
import type { Language } from '../../contract/primitives.ts';
import { phrasesOf } from '../phrases/byLanguage.ts';

/** How long the caller's phone rings, and how long they may talk, seconds. */
const ringSeconds = 30;
/** `timeLimit` of the Dial to the caller, seconds. */
export const longestTalkSeconds = 3600;

interface CallBackCall {
  language: Language;
  /** How the caller is called. */
  caller: string;
  /** E.164. */
  number: string;
  /** Behind it; empty for none. */
  extension: string;
  line: { number: string; byoc?: string | undefined };
  action: string;
}

/** The reader has answered: he hears whom he will talk to, and the caller is dialled, who sees the line's number. */
export function callBackDocument({ language, caller, number, extension, line, action }: CallBackCall): string {
  const response = new twilio.twiml.VoiceResponse();
  const phrases = phrasesOf[language];
  response.say(phrases.say, phrases.connecting(caller));
  const dial = response.dial({ callerId: line.number, timeout: ringSeconds, timeLimit: longestTalkSeconds, action, method: 'POST' });
  const keys = extension.replace(/\D/g, '');
  // A second's pause before an extension is keyed: the far end's own answering voice comes first.
  dial.number({ ...(line.byoc !== undefined && { byoc: line.byoc }), ...(keys !== '' && { sendDigits: `ww${keys}` }) }, number);
  return response.toString();
}

/** The reader hears this and is hung up; nothing to say hangs up at once. */
export function callBackEndDocument(language: Language, words: string | null): string {
  const response = new twilio.twiml.VoiceResponse();
  if (words !== null) response.say(phrasesOf[language].say, words);
  response.hangup();
  return response.toString();
}
