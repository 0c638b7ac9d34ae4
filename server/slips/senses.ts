import type { FindPrivate } from './privateChoice.ts';
import type { SlipContent, SlipField, SlipSource } from '../contract/slip.ts';

/** Values that the system knows, with their sources, to be written into a slip where no person has written before. */
export interface SlipSeed {
  slipId: string;
  unitId: string;
  state: 'draft' | 'taken';
  readBack: boolean;
  content: Partial<SlipContent>;
  recordingSid: string | null;
  sources: Record<string, SlipSource>;
  declined: SlipField[];
  /** The call is over: who finishes the slip if it is still a draft; null: the office's supervisors. Absent while the call lasts. */
  owner?: { id: string; name: string } | null;
}

/** What the desk knows of a call that a slip belongs to. */
export interface CallOfSlip {
  /** E.164; null when withheld. */
  number: string | null;
  city?: string | null | undefined;
  /** ms UTC. */
  arrivedAt: number;
  unitId: string | null;
  unitName: string;
}

/** What the desk asks of other rooms to fill fields by itself. */
export interface SlipSenses {
  /** Where an E.164 number is registered, in the words of the office. Must not throw. */
  cityOf(e164: string): Promise<string | null>;
  /** Reads a number as people of this office write it. */
  readNumber(raw: string, unitId: string): { kind: 'number'; e164: string; extension: string | null } | { kind: 'withheld' } | { kind: 'none' };
  /** Private numbers of this office's people in a text; without it nothing is looked for. */
  findPrivate?: FindPrivate;
  staffName(id: string): { name: string; unitId: string | null } | null;
}
