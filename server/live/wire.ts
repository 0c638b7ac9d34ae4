import type { Server, Socket } from 'socket.io';
import type { CallCard } from '../contract/card.ts';
import type { ServerEvents } from '../contract/live.ts';
import type { AgentView } from '../contract/people.ts';
import type { Slip } from '../contract/slip.ts';
import type { Task, TaskDoer } from '../contract/task.ts';
import type { SignedIn } from '../http/sessions.ts';
import type { PeopleKeys } from '../people/people.ts';

/** A record that says no more of its caller. */
export interface ErasedRecord {
  kind: 'slip' | 'task' | 'call';
  id: string;
}

/** Something that every node must tell its own connections. */
export type News =
  | { kind: 'card'; card: CallCard; how: 'changed' | 'ended' | 'amended' }
  | { kind: 'slip'; slip: Slip }
  /** `slip`: the one it came of, null where it came of none; absent where that could not be read. */
  | { kind: 'task'; task: Task; formerOwner: TaskDoer | null; slip?: Slip | null }
  /** What a record told of a caller is gone; an erased call was amended before, and no node's memory keeps it. */
  | { kind: 'erased'; what: ErasedRecord }
  | { kind: 'agent'; agent: AgentView }
  | { kind: 'signedOut'; tokenHash: string }
  | { kind: 'people'; changed: PeopleKeys }
  /** Files of residents are in no node's memory: only the consoles must ask again. */
  | { kind: 'residents' };

/** What clients send is unknown until it is parsed, names included. */
type FromClients = Record<string, (...args: unknown[]) => void>;
interface BetweenNodes {
  news: (news: News) => void;
}
/** Who is at the other end, set at the handshake. */
interface ConnectionData {
  me: SignedIn;
}

/** The server of socket.io, typed by what each side may send. */
export type LiveIo = Server<FromClients, ServerEvents, BetweenNodes, ConnectionData>;
/** One connection; `data.me` stands from the handshake on. */
export type LiveSocket = Socket<FromClients, ServerEvents, BetweenNodes, ConnectionData>;
