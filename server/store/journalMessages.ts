/** What the main thread tells the journal's worker at its start. */
export interface JournalWorkerData {
  file: string;
}

/** An entry as the file holds it; the main thread parses the facts. */
export interface JournalEntry {
  position: number;
  callId: string;
  facts: unknown[];
}

/** Lines of the file that could not be trusted. They were moved aside, never thrown away. */
export interface JournalDamage {
  lines: number;
  bytes: number;
  movedTo: string;
}

/** What the main thread asks of the journal's worker. */
export type JournalRequest =
  | { kind: 'append'; callId: string; facts: unknown[] }
  | { kind: 'entries' }
  /** `unreadable`: positions whose facts the main thread could not parse; they are moved aside instead of being forgotten. */
  | { kind: 'forget'; position: number; unreadable: number[] };

/** `failed`: nothing of the request is on disk. */
export type JournalReply =
  | { kind: 'appended' }
  | { kind: 'entries'; entries: JournalEntry[]; damage: JournalDamage | null }
  | { kind: 'forgotten' }
  | { kind: 'failed'; message: string };
