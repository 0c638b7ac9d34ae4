import { z } from 'zod';
import { callCard, callInput, stepInput, wantedInput } from './card.ts';
import type { CallCard } from './card.ts';
import type { ErrorBody } from './errors.ts';
import { agentView, phoneInput, presenceInput } from './people.ts';
import type { AgentView } from './people.ts';
import { instant } from './primitives.ts';
import type { Slip } from './slip.ts';

/**
 * Commands of the live connection, `noun:verb`, each acknowledged with `{ data }` or `{ error }`.
 * One file in server/live/commands per entry; the table there is typed by this one, so none can be missing.
 */
export const commands = {
  'agent:presence': { input: presenceInput, reply: agentView },
  'phone:state': { input: phoneInput, reply: agentView },
  'call:step': { input: stepInput, reply: callCard },
  'call:wanted': {
    input: wantedInput,
    reply: z.object({ staffId: z.string(), name: z.string(), away: z.boolean(), backAt: instant.nullable(), slipId: z.string().nullable() }),
  },
  'call:hangUp': { input: callInput, reply: callCard },
  /** Only on the practice line: what the agent does with the practice phone. */
  'practice:phone': {
    input: z.strictObject({ legSid: z.string().min(1).max(64), act: z.enum(['accept', 'decline', 'hangUp', 'say']), text: z.string().max(4000).optional() }),
    reply: z.object({ legSid: z.string() }),
  },
} as const;
export type CommandName = keyof typeof commands;
export type CommandInput<N extends CommandName> = z.infer<(typeof commands)[N]['input']>;
export type CommandReply<N extends CommandName> = z.infer<(typeof commands)[N]['reply']>;
export type Acknowledgement<T> = { data: T } | { error: ErrorBody };

/** What the practice phone of a signed-in agent is told. */
export interface PracticeRing {
  legSid: string;
  callId: string;
  from: string;
  parameters: Record<string, string>;
}

/** What the server sends. `call:card` carries one whole card; the card with state `ended` is sent once. */
export interface ServerEvents {
  'calls:snapshot': (cards: CallCard[]) => void;
  'call:card': (card: CallCard) => void;
  /** A call that had ended was corrected by a late fact (for instance its outcome). */
  'call:amended': (card: CallCard) => void;
  'agents:snapshot': (agents: AgentView[]) => void;
  'agent:view': (agent: AgentView) => void;
  'slip:saved': (slip: Slip) => void;
  'practice:ring': (ring: PracticeRing) => void;
  'practice:stopped': (leg: { legSid: string; reason: string }) => void;
  'practice:heard': (words: { legSid: string; text: string }) => void;
  /** Sent just before the server closes a connection that it cannot serve. */
  'session:closed': (why: { reason: string }) => void;
}
