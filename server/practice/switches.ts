import { z } from 'zod';

/**
 * What Twilio's public material leaves open, one switch each, and faults that a network really produces. The server must work with every setting.
 * Times are milliseconds of the carrier's own time (practice speed applies) unless noted.
 */
export const switchesSchema = z.strictObject({
  /** POST Status=canceled on a ringing leg ends it; otherwise error 21220 comes back and the leg rings on. */
  cancelAccepted: z.boolean().default(true),
  /** POST Status=canceled on a leg that was answered: error 21220, or a 200 that shows it unchanged. */
  cancelOfAnswered: z.enum(['error', 'unchanged']).default('error'),
  /** DialCallStatus after all legs were cancelled through REST. */
  canceledDialStatus: z.enum(['canceled', 'no-answer']).default('canceled'),
  /** How the legs end that rang beside the one that was answered. */
  losingLegStatus: z.enum(['canceled', 'no-answer']).default('canceled'),
  /** Whether the Dial action is asked when the caller hangs up before anybody answered. */
  dialActionOnAbandon: z.boolean().default(true),
  /** Whether DialBridged stands in the Dial action: recorded ones exist without it. */
  sendDialBridged: z.boolean().default(true),
  /** The `initiated` callback of a child leg: in order, after the ringing one, or never delivered. */
  initiatedCallback: z.enum(['normal', 'late', 'lost']).default('normal'),
  /** A Client nobody has registered: ends at once, or rings until the timeout. */
  unregisteredClient: z.enum(['fails-fast', 'never']).default('fails-fast'),
  /** With which status an unregistered Client fails fast. */
  unregisteredClientStatus: z.enum(['failed', 'no-answer', 'busy']).default('failed'),
  /** The final status callback of a call arrives before the action request that the same hang-up caused. */
  finalCallbackOvertakesAction: z.boolean().default(false),
  /** What happens to status callbacks on the way: sent twice, sent later, neighbours of one leg exchanged. */
  callbacks: z
    .strictObject({ doubled: z.boolean().default(false), delayMs: z.number().int().min(0).default(0), reordered: z.boolean().default(false) })
    .prefault({}),
  /** The `answered` callback of child legs is never delivered. */
  answeredCallbackLost: z.boolean().default(false),
  /** The number's final status callback is never delivered. */
  statusCallbackLost: z.boolean().default(false),
  /** The first voice webhook comes twice with one idempotency token, as after a read timeout; the second reply counts. */
  firstWebhookRepeated: z.boolean().default(false),
  /** The agent's leg dies this long after the bridge (tab closed, network gone), or never. */
  agentLegDies: z.union([z.literal(false), z.number().int().min(0)]).default(false),
  /** Whether a document that fails in mid-call (an action URL) is saved by the fallback URL too. */
  fallbackInMidCall: z.boolean().default(true),
  /** A Record in which nothing was said: its action is asked all the same, or the next verb runs. */
  silentRecord: z.enum(['action', 'falls-through']).default('action'),
  /** POST Url or Twiml to a call that still rings: obeyed, or error 21220. */
  redirectOfRinging: z.enum(['accepted', 'error']).default('accepted'),
  /** What Twilio adds to every Dial timeout, about 5 s. */
  dialBufferMs: z.number().int().min(0).max(10000).default(5000),
});

/** All switches with their values. */
export type Switches = z.output<typeof switchesSchema>;

/** Some switches, the others at their defaults. */
export type SwitchSettings = z.input<typeof switchesSchema>;
