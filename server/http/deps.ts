import type { Router } from 'express';
import type { Logger } from 'pino';
import type { CalendarDesk } from '../calendars/calendarDesk.ts';
import type { SlipLinks } from '../channels/slipLink.ts';
import type { CallDesk } from '../calls/callDesk.ts';
import type { CallStore } from '../calls/ports.ts';
import type { Sending } from '../contract/delivery.ts';
import type { PhoneView } from '../contract/phone.ts';
import type { PracticeCallView, PracticeResident } from '../contract/practice.ts';
import type { ExportDesk } from '../imports/exportDesk.ts';
import type { ImportDesk } from '../imports/importDesk.ts';
import type { Directory } from '../people/directory.ts';
import type { Line } from '../people/people.ts';
import type { PeopleStore } from '../people/ports.ts';
import type { Floor } from '../people/floor.ts';
import type { ResidentDesk } from '../residents/residentDesk.ts';
import type { CallerDesk } from '../privacy/callerDesk.ts';
import type { AuditKeeper } from '../privacy/auditKeeper.ts';
import type { SearchDesk } from '../search/searchDesk.ts';
import type { SlipDesk } from '../slips/slipDesk.ts';
import type { TaskDesk } from '../tasks/taskDesk.ts';
import type { Clock } from '../clockwork/clock.ts';
import type { Limits } from './limits.ts';
import type { Metrics } from './metrics.ts';
import type { OriginSettings } from './origins.ts';
import type { Sessions } from './sessions.ts';
import type { Setup } from './setup.ts';

/** What of the configuration the doors need. */
export interface HttpSettings extends OriginSettings {
  /** Hosts of robots besides the makers' own. */
  robotHosts?: readonly string[];
  /** The cookie is sent over https only. */
  secureCookies: boolean;
  /** HOST and PUBLIC_URL are names of this machine: demo users may sign in. */
  loopbackOnly: boolean;
  /** How many proxies of ours stand in front: their X-Forwarded-For names the address that sign-in is throttled by. 0 unless told. */
  trustedProxies?: number;
}

/** A recording as the carrier gives it. */
export interface Recording {
  contentType: string;
  body: ReadableStream<Uint8Array> | Buffer;
}

/** Something that must work before this node should get calls; `check` rejects when it does not. */
export interface ReadinessCheck {
  name: string;
  check: () => Promise<void>;
}

/** Calls by scripted residents. */
export interface PracticeDesk {
  residents(): PracticeResident[];
  /** @throws DomainError `bad_input` for an unknown resident */
  place(wanted: { residentId: string; to: string }): { callId: string };
  view(callId: string): PracticeCallView | null;
}

/** Call-backs of readers through the office's line, at most one at a time for each message and reader. */
export interface CallBacks {
  isUnderWay(slipId: string, staffId: string): boolean;
  /**
   * Rings at the reader's phone; once he has answered, the caller is dialled, who sees the line's number. What came of it is kept with the message. `refused`: the carrier would not.
   * @throws DomainError `conflict` while one is under way, `unavailable`
   */
  place(call: { slipId: string; staffId: string; line: Pick<Line, 'number' | 'byoc'>; phone: string }): Promise<'ringing' | 'refused'>;
}

/** Everything that HTTP needs from the other rooms. */
export interface HttpDeps {
  directory: Directory;
  floor: Floor;
  callDesk: CallDesk;
  callStore: CallStore;
  slipDesk: SlipDesk;
  /** Links that open one message. */
  links: SlipLinks;
  loadSending: (id: string) => Promise<Sending | null>;
  callBacks: CallBacks;
  taskDesk: TaskDesk;
  imports: ImportDesk;
  calendars: CalendarDesk;
  exportDesk: ExportDesk;
  residents: ResidentDesk;
  /** `left`: so many records are not in the index yet. */
  search: { desk: SearchDesk; left(): number };
  sessions: Sessions;
  limits: Limits;
  setup: Setup;
  /** The audit log of people's records. */
  listAudit: PeopleStore['listAudit'];
  /** Its chain. */
  audit: AuditKeeper;
  /** What is kept of callers, on their request. */
  callers: CallerDesk;
  /** Small values that are kept by name. */
  memory: { get: PeopleStore['getSetting']; put: PeopleStore['putSetting'] };
  metrics: Metrics;
  clock: Clock;
  log: Logger;
  settings: HttpSettings;
  readiness: readonly ReadinessCheck[];
  /** The line behind an agent's phone, with a fresh token where it is the carrier's. */
  phoneOf: (userId: string) => PhoneView;
  /** The recording of this SID from the carrier; null when it has none. */
  fetchRecording: (sid: string) => Promise<Recording | null>;
  /** The practice line, where it stands in for a carrier. */
  practice?: {
    desk: PracticeDesk;
    makeRobots(count: number, unitIds: readonly string[]): Promise<{ username: string; password: string }[]>;
  };
  /** The folder of the built console; without it this server has no pages. */
  consoleFolder?: string | undefined;
  /** The carrier's webhooks, with body parsers of their own. */
  telephonyRouter?: Router;
}
