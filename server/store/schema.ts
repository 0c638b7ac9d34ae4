import type { Generated } from 'kysely';

/*
 * The tables, the same on SQLite and PostgreSQL. A record is kept whole as JSON text in `body` (or `card`); the columns
 * beside it are what lists filter and sort by. JSON is text on both: PostgreSQL's jsonb refuses U+0000 and lone
 * surrogates, which callers and carriers do send.
 */

interface CallsTable {
  id: string;
  version: number;
  state: string;
  outcome: string | null;
  unit_id: string | null;
  agent_id: string | null;
  arrived_at: number;
  caller_number: string | null;
  matter: string | null;
  missed: string | null;
  /** What the list is searched in (calls/searchWords.ts). */
  words: string;
  /** Its place in the search index (store/searchRows.ts); null: not in it yet. */
  search_doc: number | null;
  /** Tells whether what the index has of it is still so. */
  search_sum: number | null;
  /** What it told of its caller was erased then. */
  erased_at: Generated<number | null>;
  card: string;
}

interface FactsTable {
  /** Stored order. Grows within a call because commits of one call run one after another. */
  position: Generated<number>;
  call_id: string;
  key: string;
  body: string;
}

interface JobsTable {
  call_id: string;
  key: string;
  due_at: number;
  attempts: number;
  last_error: string | null;
  done_at: number | null;
  body: string;
}

interface SlipsTable {
  id: string;
  version: number;
  call_id: string | null;
  unit_id: string;
  recipient_id: string | null;
  recording_url: string | null;
  state: string;
  /** `calledAt` as ms UTC: the text may carry any offset and would not sort. */
  called_at: number;
  caller_number: string;
  /** When its clock goes on. */
  chase_at: number | null;
  /** Where it stands among the others (contract/slipStanding.ts). */
  standing: Generated<number>;
  /** When its recipient first opened it. */
  read_at: number | null;
  /** 1: taken, but it lacks what it cannot do without; null otherwise. */
  to_complete: number | null;
  /** Its place in the search index (store/searchRows.ts); null: not in it yet. */
  search_doc: number | null;
  /** What it told of its caller was erased then. */
  erased_at: Generated<number | null>;
  body: string;
}

/** On whose lists a slip stands (store/slipReaderRows.ts). */
interface SlipReadersTable {
  staff_id: string;
  slip_id: string;
}

interface SlipChangesTable {
  slip_id: string;
  version: number;
  body: string;
}

interface TasksTable {
  id: string;
  rev: number;
  unit_id: string;
  state: string;
  due_at: number;
  /** When it was done or dropped; null while it is open. */
  ended_at: number | null;
  owner_id: string | null;
  call_id: string | null;
  slip_id: string | null;
  caller_number: string;
  /** What it told of its caller was erased then. */
  erased_at: Generated<number | null>;
  body: string;
}

interface TaskChangesTable {
  task_id: string;
  rev: number;
  body: string;
}

interface SendingsTable {
  id: string;
  rev: number;
  slip_id: string;
  unit_id: string;
  /** What goes out one after the other (delivery/lane.ts). */
  lane: string;
  state: string;
  due_at: number;
  /** Within its lane: 0 what is urgent, 1 the rest. */
  precedence: Generated<number>;
  claimed_until: number | null;
  /** Its name in the channel, the last one told. */
  ref: string | null;
  body: string;
}

/** Lanes that bear one message after the other: until when each rests, after its last one or because it was told to. */
interface LanesTable {
  lane: string;
  free_at: number;
}

interface ResidentsTable {
  id: string;
  rev: number;
  unit_id: string;
  ref: string | null;
  /** Keys in one writing (residents/place.ts); `place` is empty without a room. */
  building: string;
  place: string;
  name_key: string;
  /** Where the file stands in the list. */
  sort: string;
  removed_at: number | null;
  /** What the list is searched in (residents/residentWords.ts). */
  words: string;
  body: string;
}

/** Numbers of files that are on the list; those of removed ones are not here. */
interface ResidentNumbersTable {
  number: string;
  resident_id: string;
  unit_id: string;
}

interface PeopleTable {
  /** `resident`: of older versions, moved to a table of their own at the start (store/moveResidents.ts). */
  kind: 'unit' | 'line' | 'staff' | 'user' | 'resident';
  id: string;
  /** As in the body: a row is replaced only by the next one. */
  version: Generated<number>;
  body: string;
}

interface AuditTable {
  /** Stored order; never given twice. */
  position: Generated<number>;
  at: number;
  unit_id: string | null;
  kind: string;
  subject_id: string;
  body: string;
  /** Place in the chain and hash; null until the entry is sealed (privacy/auditChain.ts). */
  seq: Generated<number | null>;
  hash: Generated<string | null>;
  /** What the entry tells of a resident or caller: the only part of it that may be erased. */
  personal: Generated<string | null>;
}

/** One row: the head of the chain. */
interface AuditChainTable {
  id: number;
  seq: number;
  hash: string;
}

/** Requests of callers about what is kept of them. */
interface PrivacyRequestsTable {
  id: string;
  unit_id: string;
  at: number;
  state: string;
  /** Keyed hash of the caller's number, so that a repeated request is recognised when the number is gone. */
  caller_hash: string;
  body: string;
}

interface SessionsTable {
  token_hash: string;
  user_id: string;
  created_at: number;
  expires_at: number;
}

interface SettingsTable {
  name: string;
  value: string;
}

interface ImportsTable {
  id: string;
  state: string;
  updated_at: number;
  body: string;
}

/** The file in pieces (Base64), and what is to be written, some rows a part; gone when the import is over. */
interface ImportPartsTable {
  import_id: string;
  kind: 'file' | 'changes';
  position: number;
  body: string;
}

interface MigrationsTable {
  name: string;
  applied_at: number;
}

/** All tables by name, for the builder; what really stands is made by migrations.ts. */
export interface Schema {
  calls: CallsTable;
  facts: FactsTable;
  jobs: JobsTable;
  slips: SlipsTable;
  slip_readers: SlipReadersTable;
  slip_changes: SlipChangesTable;
  tasks: TasksTable;
  task_changes: TaskChangesTable;
  sendings: SendingsTable;
  lanes: LanesTable;
  residents: ResidentsTable;
  resident_numbers: ResidentNumbersTable;
  people: PeopleTable;
  audit: AuditTable;
  audit_chain: AuditChainTable;
  privacy_requests: PrivacyRequestsTable;
  sessions: SessionsTable;
  settings: SettingsTable;
  imports: ImportsTable;
  import_parts: ImportPartsTable;
  migrations: MigrationsTable;
}
