import { z } from 'zod';
import { callCard, callInput, callerInput, followUpInput, matterInput, muteInput, noteInput, stepInput, wantedInput, wrappedUpInput } from './card.ts';
import type { CallCard } from './card.ts';
import type { ErrorBody } from './errors.ts';
import { agentView, helperView, phoneInput, presenceInput } from './people.ts';
import type { AgentView } from './people.ts';
import { instant } from './primitives.ts';
import { attachInput } from './resident.ts';
import type { Slip } from './slip.ts';
import type { TaskView } from './task.ts';

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
    reply: z.object({ staffId: z.string(), name: z.string(), away: z.boolean(), backAt: instant.nullable(), slipId: z.string().nullable(), helpers: z.array(helperView).optional() }),
  },
  'call:hangUp': { input: callInput, reply: callCard },
  'call:mute': { input: muteInput, reply: callCard },
  'call:matter': { input: matterInput, reply: callCard },
  'call:note': { input: noteInput, reply: callCard },
  /** Puts the caller on a resident's file, or takes that back. */
  'call:attach': { input: attachInput, reply: callCard },
  'call:caller': { input: callerInput, reply: callCard },
  /** The console has the wrap-up of an ended call before it: no other call rings there until it is done, or the office's clock is over. */
  'call:wrapUp': { input: callInput, reply: agentView },
  'call:wrappedUp': { input: wrappedUpInput, reply: callCard },
  'call:followUp': { input: followUpInput, reply: callCard },
  /**
   * Only on the practice line: what the agent does with the practice phone. `not_found`: this leg is not at his phone (any more).
   * `wrong_state`: somebody was faster, or he speaks before the call is answered or while he is muted: the caller would hear nothing.
   */
  'practice:phone': {
    input: z.strictObject({ legSid: z.string().min(1).max(64), act: z.enum(['accept', 'decline', 'hangUp', 'say', 'mute', 'unmute']), text: z.string().max(4000).optional() }),
    reply: z.object({ legSid: z.string() }),
  },
} as const;
/** @see commands */
export type CommandName = keyof typeof commands;
/** What a console sends with this command, before it is parsed again at the door. */
export type CommandInput<N extends CommandName> = z.infer<(typeof commands)[N]['input']>;
/** What stands under `data` in its acknowledgement. */
export type CommandReply<N extends CommandName> = z.infer<(typeof commands)[N]['reply']>;
/** Every command is answered by one of the two, in time or not at all: a lost connection acknowledges nothing. */
export type Acknowledgement<T> = { data: T } | { error: ErrorBody };

/** What the practice phone of a signed-in agent is told. */
export interface PracticeRing {
  legSid: string;
  callId: string;
  from: string;
  parameters: Record<string, string>;
}

/** One thing that was said on a practice call; `at` in ms UTC. */
export interface PracticeWord {
  at: number;
  by: 'caller' | 'agent';
  text: string;
}

/** A leg that rings or talks at a practice phone, whole: what a page that was reloaded in mid-call has to know. */
export interface PracticeLeg extends PracticeRing {
  state: 'ringing' | 'talking';
  muted: boolean;
  words: PracticeWord[];
}

/** The lists of records that people edit. */
export type PeopleList = 'units' | 'lines' | 'staff' | 'users' | 'residents';

/** What the server sends. `call:card` carries one whole card; the card with state `ended` is sent once. */
export interface ServerEvents {
  'calls:snapshot': (cards: CallCard[]) => void;
  'call:card': (card: CallCard) => void;
  /** A call that had ended was corrected by a late fact (for instance its outcome). */
  'call:amended': (card: CallCard) => void;
  'agents:snapshot': (agents: AgentView[]) => void;
  'agent:view': (agent: AgentView) => void;
  'slip:saved': (slip: Slip) => void;
  /** A slip of one's office that one may not read (any more): it was finished by somebody else, or what it told was erased. */
  'slip:gone': (which: { id: string }) => void;
  /** To the office and to whoever has it; also to whoever had it until now. An older `rev` may come late. */
  'task:saved': (task: TaskView) => void;
  /** A task that one may not see (any more): it came of a message that is none of one's business, or was erased. */
  'task:gone': (which: { id: string }) => void;
  /** Offices, lines, staff, users or residents changed: pages that show them ask again. */
  'people:changed': (what: { lists: PeopleList[] }) => void;
  'practice:ring': (ring: PracticeRing) => void;
  'practice:stopped': (leg: { legSid: string; reason: string }) => void;
  'practice:heard': (words: { legSid: string; text: string }) => void;
  /** Every leg at the practice phone, each time the phone is registered over another connection: the list replaces what was known. */
  'practice:legs': (legs: PracticeLeg[]) => void;
  /** This connection has the user's phone now, or has it no longer because another window took it. */
  'phone:here': (place: { here: boolean }) => void;
  /** Sent just before the server closes a connection that it cannot serve. */
  'session:closed': (why: { reason: string }) => void;
}
