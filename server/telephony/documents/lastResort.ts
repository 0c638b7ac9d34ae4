import twilio from 'twilio';
import type { Language } from '../../contract/primitives.ts';
import { phrasesOf } from '../phrases/byLanguage.ts';
import type { CarrierUrls } from '../urls.ts';

/**
 * Greeting, unit, question and a recorder, from nothing but its arguments: for a request that names no call, for a fault of ours, and (with
 * addresses of the carrier's own) for a server that is wholly down. The caller hears the attendant, never our fault.
 */
export function lastResortDocument(office: { unit: string | null; language: Language }, urls: Pick<CarrierUrls, 'attendant' | 'recording'>, turn = 1): string {
  const phrases = phrasesOf[office.language];
  const response = new twilio.twiml.VoiceResponse();
  response.say(phrases.say, `${phrases.opener(office.unit ?? phrases.neutralUnit)}${phrases.askMessage}`);
  response.record({
    action: urls.attendant(turn, 'message'),
    method: 'POST',
    maxLength: 120,
    timeout: 5,
    finishOnKey: '#',
    playBeep: true,
    recordingStatusCallback: urls.recording,
    recordingStatusCallbackMethod: 'POST',
    recordingStatusCallbackEvent: ['completed', 'absent'],
  });
  // Where nothing was said the carrier may go on here instead of asking the action.
  response.say(phrases.say, phrases.goodbye);
  return response.toString();
}
