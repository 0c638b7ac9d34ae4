import type { AttendantStep } from '../calls/fact.ts';

/**
 * Connection overrides on every voice URL that the carrier gets from us: 0.8 s to connect, 2 s to the first byte, 4 s in all, one
 * retry also after a 5xx. So the fallback is asked within 4 s. The fragment is not sent and not signed.
 */
export const connectionOverrides = '#ct=800&rt=2000&tt=4000&rc=1&rp=ct,rt,5xx';

/** Our own addresses as the carrier must use them: absolute, under PUBLIC_URL; parameters stand in the path, never in a query. */
export interface CarrierUrls {
  voice: string;
  fallback: string;
  status: string;
  client: string;
  /** Status callbacks of the phones that ring in a round. */
  leg(round: number): string;
  /** The Dial action of a round. */
  dialEnded(round: number): string;
  attendant(turn: number, step: AttendantStep): string;
  recording: string;
  /** The Dial action of a call out of the console. */
  outgoingEnded: string;
  /** Status callbacks of text messages. */
  message: string;
  /** A call-back through the line: what is run once the reader of a message has answered, the Dial action behind it, the end of his leg. */
  callBack(slipId: string, staffId: string, step: 'answered' | 'dialled' | 'over'): string;
}

/** @see CarrierUrls. `publicUrl` with or without a slash at its end. */
export function carrierUrls(publicUrl: string): CarrierUrls {
  const at = (path: string): string => `${publicUrl.replace(/\/+$/, '')}/twilio/${path}${connectionOverrides}`;
  return {
    voice: at('voice'),
    fallback: at('voice/fallback'),
    status: at('status'),
    client: at('client'),
    leg: (round) => at(`round/${round}/leg`),
    dialEnded: (round) => at(`round/${round}/ended`),
    attendant: (turn, step) => at(`turn/${turn}/attendant/${step}`),
    recording: at('recording'),
    outgoingEnded: at('outgoing/ended'),
    message: at('message'),
    callBack: (slipId, staffId, step) => at(`call-back/${encodeURIComponent(slipId)}/${encodeURIComponent(staffId)}/${step}`),
  };
}
