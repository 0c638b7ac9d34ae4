import type { NewSlip, Slip, SlipPatch } from '../contract/slip.ts';
import type { SlipListing } from './ports.ts';

/** Who writes: his name becomes field 8 of a new slip, source `session`. */
export interface SlipWriter {
  id: string;
  name: string;
}

/** Values that the system knows, where no person has written before. Same shape as the effect `keepSlip` of a call. */
export interface SlipSeedInput {
  slipId: string;
  unitId: string;
  state: 'draft' | 'taken';
  readBack: boolean;
  content: Partial<import('../contract/slip.ts').SlipContent>;
  recordingSid: string | null;
  sources: Record<string, import('../contract/slip.ts').SlipSource>;
  declined: import('../contract/slip.ts').SlipField[];
}

/** The one way to write a slip. Every change is on the slip's history; `missing` and `sources` are always true. */
export interface SlipDesk {
  /**
   * A slip by hand. Fields 3, 4, 7, 8 are filled from the call (if any), the numbering plan, the clock and the session
   * where the input leaves them out.
   * @throws DomainError `bad_input`
   */
  create(input: NewSlip & { unitId: string }, writer: SlipWriter, now: number): Promise<Slip>;
  /** @throws DomainError `not_found`, `conflict` (input.version is stale), `bad_input` */
  patch(id: string, input: SlipPatch, writer: SlipWriter, now: number): Promise<Slip>;
  /** Idempotent: writes the seed's values where no person has written; creates the slip when it is new. */
  keep(callId: string, seed: SlipSeedInput, now: number): Promise<Slip>;
  get(id: string): Promise<Slip | null>;
  list(listing: SlipListing): Promise<{ items: Slip[]; next?: string }>;
  onSaved(listener: (slip: Slip) => void): () => void;
}
