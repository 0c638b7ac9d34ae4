import twilio from 'twilio';

/** A little longer than the SDK's own test of a line takes (20 s); the browser hangs up first. */
const seconds = 25;

/** An agent's browser tests its line (a call out of the console to nobody): silence long enough to measure the sound both ways. It is no call of the desk. */
export function lineTestDocument(): string {
  const response = new twilio.twiml.VoiceResponse();
  response.pause({ length: seconds });
  response.hangup();
  return response.toString();
}
