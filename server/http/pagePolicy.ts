import type { HelmetOptions } from 'helmet';

/**
 * Where the carrier's browser phone talks to: its signalling (`wss://voice-js.<edge>.twilio.com`, the edge is the carrier's choice, and a
 * source list knows wildcards only in front) and its quality reports (`https://eventgw.<region>.twilio.com`). Its sounds are our own.
 */
const carrierSources = ['wss://*.twilio.com', 'https://*.twilio.com'];

/** What our pages may load and whom they may talk to: this server alone, and the carrier where one rings the phones. */
export function pagePolicy({ practice, behindTls }: { practice: boolean; behindTls: boolean }): HelmetOptions {
  return {
    contentSecurityPolicy: {
      directives: {
        // Told to use https on a server that has none, a browser would load nothing.
        'upgrade-insecure-requests': behindTls ? [] : null,
        ...(practice ? {} : { 'connect-src': ["'self'", ...carrierSources], 'media-src': ["'self'", 'mediastream:'] }),
      },
    },
    strictTransportSecurity: behindTls,
  };
}

/** The microphone is ours (phone and phone check), whatever page of another house frames us; nothing else is asked for. */
export const permissionsPolicy = 'microphone=(self), camera=(), geolocation=(), payment=(), usb=()';
