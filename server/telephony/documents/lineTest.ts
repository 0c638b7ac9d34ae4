import twilio from 'twilio';

/** The SDK measures as long as the test call lasts, and ends when the carrier hangs up. */
const seconds = 15;

/** An agent's browser tests its line (a call out of the console to nobody): silence long enough to measure the sound both ways. It is no call of the desk. */
export function lineTestDocument(): string {
  const response = new twilio.twiml.VoiceResponse();
  response.pause({ length: seconds });
  response.hangup();
  return response.toString();
}
