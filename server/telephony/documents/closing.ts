import twilio from 'twilio';

/** Nobody is on the line any more: nothing to say. */
export const emptyDocument = new twilio.twiml.VoiceResponse().toString();

/** The agent has hung up: the caller's line is closed too. */
export function hangUpDocument(): string {
  const response = new twilio.twiml.VoiceResponse();
  response.hangup();
  return response.toString();
}
