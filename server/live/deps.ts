import type { Logger } from 'pino';
import type { ServerOptions } from 'socket.io';
import type { CallDesk } from '../calls/callDesk.ts';
import type { CommandInput } from '../contract/live.ts';
import type { OriginSettings } from '../http/origins.ts';
import type { Sessions } from '../http/sessions.ts';
import type { Directory } from '../people/directory.ts';
import type { Floor } from '../people/floor.ts';
import type { ResidentDesk } from '../residents/residentDesk.ts';
import type { SlipDesk } from '../slips/slipDesk.ts';
import type { TaskDesk } from '../tasks/taskDesk.ts';
import type { Clock } from '../clockwork/clock.ts';

/** What an agent does with the phone of the practice line. */
export interface PracticePhone {
  /** @throws DomainError `not_found` when this leg does not ring or talk at this user's phone; `wrong_state` where the caller would hear nothing of it */
  act(userId: string, input: CommandInput<'practice:phone'>): Promise<{ legSid: string }>;
}

/** Everything that the live connections need from the other rooms. */
export interface LiveDeps {
  sessions: Sessions;
  directory: Directory;
  floor: Floor;
  callDesk: CallDesk;
  slipDesk: SlipDesk;
  taskDesk: TaskDesk;
  residents: ResidentDesk;
  clock: Clock;
  log: Logger;
  settings: OriginSettings;
  practicePhone?: PracticePhone;
  /** Carries events between several nodes; without it this node is the only one. */
  adapter?: ServerOptions['adapter'];
  /** How often sessions of open connections are looked at. */
  sweepEveryMs?: number;
  /** Commands that one connection may send in a second; a console sends a few. */
  commandsPerSecond?: number;
}
