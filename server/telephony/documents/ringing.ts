import twilio from 'twilio';
import { netTimeoutSeconds } from '../../calls/rings.ts';
import { ringsAllowed } from '../../contract/rings.ts';
import type { QueuedCall, RingingCall, Round } from '../../calls/call.ts';
import { phrasesOf } from '../phrases/byLanguage.ts';
import type { CarrierUrls } from '../urls.ts';

/**
 * The phones of a round ring. For a caller who was not answered yet `<Dial answerOnBridge>` stands first, so that he goes on hearing
 * true ringing; one who lost his agent hears why. The timeout is the net under our own timer: what is left of three rings.
 */
export function ringingDocument(call: RingingCall | QueuedCall, round: Round, urls: CarrierUrls, now: number): string {
  const response = new twilio.twiml.VoiceResponse();
  const { line, at } = call.arrived;
  const ringingSince = call.state === 'queued' ? now : at;
  if (call.state === 'queued') {
    const phrases = phrasesOf[line.language];
    response.say(phrases.say, phrases.ringingAnother);
  }
  const dial = response.dial({
    answerOnBridge: true,
    timeout: netTimeoutSeconds(ringingSince + ringsAllowed * line.cycleMs - now),
    action: urls.dialEnded(round.round),
    method: 'POST',
  });
  for (const agent of round.agents) {
    dial.client(
      {
        statusCallback: urls.leg(round.round),
        statusCallbackMethod: 'POST',
        statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
      },
      agent.id,
    );
  }
  return response.toString();
}
