/**
 * The words of this room.
 *
 * - call: one telephone call as far as etiquette needs it: who the office is, what happened (events), what was said (segments).
 * - segment: a piece of speech of one speaker as a recogniser printed it; `index` is its place in the call that was handed in.
 * - turn: the run of segments of one speaker until the other speaks.
 * - finding: one violation of one rule in one segment, with the words and the clause of the manual that prove it.
 * - shown: good practice, named once, where it is first heard.
 * - promise: something the agent said the office will do after the call.
 *
 * All times are milliseconds from the arrival of the call.
 */
import { z } from 'zod';

const callKinds = ['inquiry', 'repair', 'complaint', 'message', 'housekeeping', 'wrong-number', 'other'] as const;

const party = z.enum(['caller', 'agent', 'system']);
const time = z.number().nullable().optional().catch(null);

/**
 * One piece of speech. Without `start` and `end` nothing that is measured in time is judged on it.
 * A recogniser revises what it said: the same `id`, or without one the same speaker and start, is the same segment.
 */
export const segmentSchema = z.object({
  id: z.string().optional(),
  speaker: z.string().catch('unknown'),
  start: time,
  end: time,
  text: z.string().catch(''),
  final: z.boolean().optional(),
});

const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('arrived'), at: z.number() }),
  z.object({ type: z.literal('answered'), at: z.number(), by: party.optional() }),
  z.object({ type: z.literal('hold'), at: z.number() }),
  z.object({ type: z.literal('resume'), at: z.number() }),
  z.object({ type: z.literal('transfer'), at: z.number(), to: z.string().optional() }),
  z.object({ type: z.literal('ended'), at: z.number(), by: party.optional() }),
]);

const staffSchema = z.object({
  name: z.string(),
  title: z.string().default(''),
  extension: z.string().default(''),
  privateNumbers: z.array(z.string()).default([]),
  leader: z.boolean().default(false),
});

/** A call as it is handed in for judging; times in ms from its arrival. What is left out takes the default of a mainland office (cycle 5000 ms). */
export const callSchema = z.object({
  id: z.string().default(''),
  direction: z.enum(['inbound', 'outbound']).default('inbound'),
  kind: z.enum(callKinds).default('other'),
  unit: z.object({ name: z.string(), aliases: z.array(z.string()).default([]) }),
  agent: z.object({ name: z.string().default('') }).default({ name: '' }),
  staff: z.array(staffSchema).default([]),
  ringCycleMs: z.number().positive().default(5000),
  /** The times of the segments are guesses (taken from text, not from sound): rules of time are then unknown, not passed. */
  timesEstimated: z.boolean().optional(),
  /** When the call arrived, as an ISO instant: needed only to turn 明天上午 into a date. */
  arrivedAt: z.string().optional(),
  events: z.array(eventSchema).default([]),
  segments: z.array(segmentSchema).default([]),
});

/** A call, parsed: the one input of `judge`. */
export type Call = z.infer<typeof callSchema>;
/** @see segmentSchema */
export type Segment = z.infer<typeof segmentSchema>;
/** @see eventSchema */
export type CallEvent = z.infer<typeof eventSchema>;
