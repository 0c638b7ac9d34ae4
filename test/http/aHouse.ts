import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes, randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import type { Router } from 'express';
import { openCalendarDesk } from '../../server/calendars/calendarDesk.ts';
import type { CalendarDesk } from '../../server/calendars/calendarDesk.ts';
import { CalendarTrouble } from '../../server/calendars/calendarTrouble.ts';
import type { FetchCalendar } from '../../server/calendars/fetchCalendar.ts';
import { openSlipLinks } from '../../server/channels/slipLink.ts';
import type { SlipLinks } from '../../server/channels/slipLink.ts';
import { openCallDesk } from '../../server/calls/callDesk.ts';
import type { CallDesk } from '../../server/calls/callDesk.ts';
import type { Job } from '../../server/calls/effect.ts';
import type { Fact } from '../../server/calls/fact.ts';
import type { NewAuditEntry } from '../../server/contract/audit.ts';
import type { CallCard } from '../../server/contract/card.ts';
import { buildHttp } from '../../server/http/httpApp.ts';
import type { HttpDeps, HttpSettings } from '../../server/http/deps.ts';
import { openLimits, usualLimits } from '../../server/http/limits.ts';
import type { LimitSettings } from '../../server/http/limits.ts';
import { openLog } from '../../server/http/log.ts';
import { openMetrics } from '../../server/http/metrics.ts';
import { hashPassword } from '../../server/http/passwords.ts';
import { openSessions } from '../../server/http/sessions.ts';
import { openSetup } from '../../server/http/setup.ts';
import type { Setup } from '../../server/http/setup.ts';
import { within } from '../../server/http/within.ts';
import { restingMs } from '../../server/http/httpServer.ts';
import { openExportDesk } from '../../server/imports/exportDesk.ts';
import { openImportDesk } from '../../server/imports/importDesk.ts';
import type { ImportDesk } from '../../server/imports/importDesk.ts';
import { openImportThread } from '../../server/imports/importThread.ts';
import { residentTarget } from '../../server/imports/residentTarget.ts';
import { staffTarget } from '../../server/imports/staffTarget.ts';
import { buildLive } from '../../server/live/liveServer.ts';
import type { Live } from '../../server/live/liveServer.ts';
import type { LiveDeps } from '../../server/live/deps.ts';
import { calendarWindow, readCalendar } from '../../server/people/calendarFile.ts';
import { planOf } from '../../server/delivery/plan.ts';
import { openDirectory } from '../../server/people/directory.ts';
import type { Directory } from '../../server/people/directory.ts';
import { openFloor } from '../../server/people/floor.ts';
import type { Floor } from '../../server/people/floor.ts';
import { usualLine, usualStaff, usualUnit, usualUser } from '../../server/people/people.ts';
import type { Line, People, StaffMember, Unit, User } from '../../server/people/people.ts';
import { openAuditKeeper } from '../../server/privacy/auditKeeper.ts';
import { openCallerDesk } from '../../server/privacy/callerDesk.ts';
import type { CallerDesk } from '../../server/privacy/callerDesk.ts';
import { loadCaller } from '../../server/privacy/loadCaller.ts';
import { markErased } from '../../server/privacy/markErased.ts';
import { privateNumbersOf } from '../../server/privacy/privateNumbersIn.ts';
import { openSearchDesk } from '../../server/search/searchDesk.ts';
import { openSlipDesk } from '../../server/slips/slipDesk.ts';
import { openResidentDesk } from '../../server/residents/residentDesk.ts';
import type { ResidentDesk } from '../../server/residents/residentDesk.ts';
import type { SlipDesk } from '../../server/slips/slipDesk.ts';
import { originOfCall } from '../../server/tasks/originOfCall.ts';
import { openTaskDesk } from '../../server/tasks/taskDesk.ts';
import type { TaskDesk } from '../../server/tasks/taskDesk.ts';
import { workers } from '../support/house.ts';
import { handClock } from './handClock.ts';
import type { HandClock } from './handClock.ts';
import { openHouseRecords } from './houseRecords.ts';
import type { HouseRecords } from './houseRecords.ts';

export const password = 'practice';
let passwordHash: Promise<string> | null = null;

const aUnit = (id: string, name: string): Unit => ({ id, name, aliases: [], timeZone: 'Asia/Shanghai', country: 'CN', ...usualUnit });
const aLine = (id: string, unitId: string, number: string): Line => ({
  id,
  unitId,
  number,
  language: 'zh-CN',
  languages: ['zh-CN'],
  cycleMs: 5000,
  ...usualLine,
});
const aStaffMember = (over: Partial<StaffMember> & Pick<StaffMember, 'id' | 'unitId' | 'name' | 'extension'>): StaffMember => ({
  department: '工程部',
  title: '主管',
  ...usualStaff,
  privateNumbers: ['+8613800138000'],
  ...over,
});

/** Two offices, and somebody of each role: `agent`, `agent2`, `supervisor` and `staff` belong to the garden, `harbour_agent` to the harbour. */
async function thePeople(): Promise<People> {
  passwordHash ??= hashPassword(password);
  const hash = await passwordHash;
  const aUser = (id: string, role: User['role'], unitIds: string[], demo = true): User => ({
    id,
    username: id,
    name: `name of ${id}`,
    role,
    unitIds,
    language: 'zh-CN',
    passwordHash: hash,
    ...usualUser,
    presence: 'available',
    presenceSince: 0,
    demo,
  });
  return {
    units: [aUnit('garden', '阳光花园管理处'), aUnit('harbour', 'Harbour View')],
    lines: [aLine('garden-main', 'garden', '+8675586001234'), aLine('harbour-main', 'harbour', '+85230080123')],
    staff: [
      aStaffMember({ id: 'wangfang', unitId: 'garden', name: '王芳', extension: '8011' }),
      aStaffMember({ id: 'zhangwei', unitId: 'garden', name: '张伟', extension: '8012', userId: 'staff', absence: { kind: 'open-ended' } }),
      aStaffMember({ id: 'harbour-chan', unitId: 'harbour', name: '陈大文', extension: '9001' }),
    ],
    users: [
      aUser('agent', 'agent', ['garden']),
      aUser('agent2', 'agent', ['garden']),
      aUser('supervisor', 'supervisor', ['garden']),
      aUser('staff', 'staff', ['garden']),
      aUser('admin', 'admin', []),
      aUser('harbour_agent', 'agent', ['harbour'], false),
    ],
  };
}

/** Changes to the usual house. */
export interface HouseOptions {
  empty?: boolean;
  loopbackOnly?: boolean;
  settings?: Partial<HttpSettings>;
  limits?: Partial<LimitSettings>;
  http?: Partial<HttpDeps>;
  live?: Partial<LiveDeps>;
  telephonyRouter?: Router;
  fetchCalendar?: FetchCalendar;
}

/** The whole of HTTP and live on port 0, with the real desks, directory and records. */
export interface House {
  url: string;
  clock: HandClock;
  records: HouseRecords;
  directory: Directory;
  floor: Floor;
  callDesk: CallDesk;
  slipDesk: SlipDesk;
  links: SlipLinks;
  taskDesk: TaskDesk;
  callers: CallerDesk;
  /** Those that the carrier deleted, by their ids; `areKept`: it refuses. */
  recordings: { deleted: string[]; areKept: boolean };
  residents: ResidentDesk;
  imports: ImportDesk;
  calendars: CalendarDesk;
  live: Live;
  setup: Setup;
  metrics: HttpDeps['metrics'];
  /** Every line logged so far, parsed. */
  logged: Record<string, unknown>[];
  /** A request as somebody: `as` is a cookie from `signIn`. Bodies are sent as JSON unless they are text. */
  ask(method: string, path: string, options?: { as?: string; body?: unknown; headers?: Record<string, string> }): Promise<Answer>;
  /** The cookie of a fresh session. */
  signIn(username: string): Promise<string>;
  /** A call that arrived at this office and rings the agent. */
  ring(callId: string, over?: { unitId?: string | null; agentId?: string }): Promise<CallCard>;
  /** The agent picks up; the call is live. */
  accept(callId: string, agentId?: string): Promise<CallCard>;
  /** The caller hangs up. */
  hangUp(callId: string): Promise<CallCard>;
  record(callId: string, ...facts: Fact[]): Promise<CallCard>;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** The code of a refused request. */
export function codeOf({ body }: Answer): string | undefined {
  return (body as { error?: { code: string } } | undefined)?.error?.code;
}

/** The fields that a refused request names. */
export function fieldsOf({ body }: Answer): string[] {
  return Object.keys((body as { error?: { fields?: Record<string, string> } }).error?.fields ?? {});
}

function logInto(lines: Record<string, unknown>[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString().split('\n')) if (line !== '') lines.push(JSON.parse(line) as Record<string, unknown>);
      done();
    },
  });
}

export async function aHouse(options: HouseOptions = {}): Promise<House> {
  const clock = handClock();
  const records = await openHouseRecords(options.empty ? { units: [], lines: [], staff: [], users: [] } : await thePeople());
  const logged: Record<string, unknown>[] = [];
  const log = openLog({ level: 'debug', keepPersonalData: false }, logInto(logged));
  const directory = await openDirectory(records.people);
  const floor = openFloor(directory);
  const findPrivate = privateNumbersOf(() => directory.all().staff);
  const slipDesk = openSlipDesk({
    store: records.slips,
    newId: () => `S${randomUUID()}`,
    newSendingId: () => `D${randomBytes(9).toString('hex')}`,
    planOf: (slip, passedTo) => planOf(slip, passedTo, directory),
    cityOf: async () => '深圳',
    readNumber: (raw) => ({ kind: 'number', e164: raw, extension: null }),
    staffName: (id) => directory.staff(id),
    findPrivate,
    async callOf(callId) {
      const call = await callDesk.look(callId);
      if (!call) return null;
      const { arrived } = call.call;
      return { number: arrived.callerNumber, city: arrived.callerCity, arrivedAt: arrived.at, unitId: arrived.line.unitId, unitName: arrived.line.unitName };
    },
  });
  const taskDesk = openTaskDesk({
    store: records.tasks,
    newId: () => `T${randomUUID()}`,
    readNumber: (raw) => ({ kind: 'number', e164: raw, country: null, extension: null }),
    callOf: async (callId) => originOfCall((await callDesk.look(callId))?.card ?? null),
    slipOf: (slipId) => slipDesk.get(slipId),
    findPrivate,
  });
  const keepSlips = async (jobs: readonly Job[]): Promise<void> => {
    for (const job of jobs) if (job.kind === 'keepSlip') await slipDesk.keep(job.callId, job.seed, clock.now());
  };
  const journal = { append: async () => undefined, entries: async () => [], forget: async () => undefined };
  const callDesk = openCallDesk({ store: records.calls, journal, accept: keepSlips, within: (ms, work) => within(clock, ms, 'the records', work), onTrouble: () => undefined });

  const server = createServer();
  server.keepAliveTimeout = restingMs;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const settings: HttpSettings = { publicUrl: 'https://desk.example', practice: true, secureCookies: false, loopbackOnly: options.loopbackOnly ?? true, port: () => port, ...options.settings };
  const limits = openLimits({ ...usualLimits, ...options.limits });
  const sessions = openSessions({ peopleStore: records.people, directory, limits, clock, log, loopbackOnly: options.loopbackOnly ?? true });
  const setup = await openSetup({ peopleStore: records.people, directory, publicUrl: settings.publicUrl, clock, random: randomBytes });
  const metrics = openMetrics({ storageTrouble: () => ({ journal: 2, memory: 1 }) });
  const stopCounting = metrics.watch(callDesk);
  const residents = openResidentDesk({ store: records.residents, newId: () => `R${randomUUID()}`, unit: (id) => directory.unit(id), staff: (id) => directory.staff(id) });
  const putOnRecord = (entry: NewAuditEntry): Promise<void> => directory.save({ audit: [entry] });
  const targets = { staff: staffTarget(directory), residents: residentTarget(records.residents, { save: (rows, audit) => residents.saveMany(rows, audit), putOnRecord }) };
  const openTableThread = () => openImportThread(workers.imports);
  const countryOf = (unitId: string): string => directory.unit(unitId)?.country ?? '';
  const calendars = openCalendarDesk({ directory, store: records.people, clock, log, fetchCalendar: options.fetchCalendar ?? (() => Promise.reject(new CalendarTrouble('unreachable'))), readFile: async ({ text, timeZone, now }) => readCalendar(text, timeZone, calendarWindow(now)) });
  const imports = openImportDesk({
    store: records.imports,
    targets,
    memory: { get: (name) => records.people.getSetting(name), put: (name, value) => records.people.putSetting(name, value) },
    openThread: openTableThread,
    countryOf,
    newId: () => `I${randomUUID()}`,
    clock,
    onTrouble: (what, importId, cause) => log.error({ what, importId, err: cause }, 'an import met trouble'),
  });
  const exportDesk = openExportDesk({ targets, openThread: openTableThread, countryOf, putOnRecord, clock });
  const memory = { get: (name: string) => records.people.getSetting(name), put: (name: string, value: string | null) => records.people.putSetting(name, value) };
  const audit = openAuditKeeper({ store: records.audit, anchors: { read: async () => [], add: async () => undefined }, memory, clock, log });
  const recordings: House['recordings'] = { deleted: [], areKept: false };
  const callers = openCallerDesk({
    store: records.callerData,
    markErased: markErased(callDesk),
    forgetCall: (callId) => callDesk.forget(callId),
    deleteRecording: async (sid) => {
      if (recordings.areKept) throw new Error('403: the recording is another account’s');
      recordings.deleted.push(sid);
    },
    deleteImport: (id) => records.imports.deleteImport(id),
    onErased: (what) => live.tellErased(what),
    load: loadCaller(records),
    putOnRecord,
    sealAudit: () => audit.sealAll(),
    secret: 'secret of the tests',
    newId: () => `E${randomUUID()}`,
    clock,
    onTrouble: (requestId, cause) => log.error({ requestId, err: cause }, 'erasing met trouble'),
  });
  const links = openSlipLinks('secret of the tests', settings.publicUrl);
  const shared = { directory, floor, callDesk, slipDesk, taskDesk, residents, sessions, clock, log, settings };
  const app = buildHttp({
    ...shared,
    callStore: records.calls,
    search: { desk: openSearchDesk(records.search), left: () => 0 },
    links,
    loadSending: (id) => records.slips.loadSending(id),
    callBacks: { isUnderWay: () => false, place: () => Promise.reject(new Error('no line in this house')) },
    imports,
    calendars,
    exportDesk,
    limits,
    listAudit: (query) => records.people.listAudit(query),
    audit,
    callers,
    memory,
    setup,
    metrics,
    readiness: [],
    phoneOf: () => ({ kind: 'practice' }),
    fetchRecording: async () => null,
    ...(options.telephonyRouter ? { telephonyRouter: options.telephonyRouter } : {}),
    ...options.http,
  });
  server.on('request', app);
  const live = buildLive(server, { ...shared, ...options.live });

  const ask: House['ask'] = async (method, path, { as, body, headers } = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: { ...(as === undefined ? {} : { cookie: as }), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    return { status: response.status, headers: response.headers, body: isJson ? (JSON.parse(text) as unknown) : text };
  };
  const record: House['record'] = async (callId, ...facts) => (await callDesk.record(callId, facts)).card;

  return {
    url,
    clock,
    records,
    directory,
    floor,
    callDesk,
    slipDesk,
    links,
    taskDesk,
    callers,
    recordings,
    residents,
    imports,
    calendars,
    live,
    setup,
    metrics,
    logged,
    ask,
    record,
    async signIn(username) {
      const answer = await ask('POST', '/api/session', { body: { username, password } });
      if (answer.status !== 200) throw new Error(`${username} could not sign in: ${JSON.stringify(answer.body)}`);
      return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    },
    async ring(callId, { unitId = 'garden', agentId = 'agent' } = {}) {
      const at = clock.now();
      const line = directory.all().lines.find((one) => one.unitId === unitId);
      const lineThen = { lineId: line?.id ?? null, number: line?.number ?? '+8675500000000', unitId, unitName: unitId ?? '', unitNameEn: null, language: 'zh-CN' as const, languages: ['zh-CN' as const], cycleMs: 5000 };
      return record(
        callId,
        { kind: 'arrived', key: 'arrived', at, direction: 'inbound', line: lineThen, callerNumber: '+8613900139000', callerRaw: '+8613900139000', callerCity: '深圳', matches: [] },
        { kind: 'offered', key: 'offered:0', at, round: 0, agents: [{ id: agentId, name: `name of ${agentId}` }], deadlineAt: at + 12_500 },
      );
    },
    accept: (callId, agentId = 'agent') =>
      record(callId, { kind: 'leg', key: `leg:${callId}:in-progress`, at: clock.now(), legSid: `leg-${callId}`, agentId, round: 0, status: 'in-progress', seen: 'callback' }),
    hangUp: (callId) => record(callId, { kind: 'callerEnded', key: 'callerEnded', at: clock.now(), status: 'completed', seen: 'callback' }),
    async close() {
      stopCounting();
      await calendars.close();
      await imports.close();
      await live.close();
      sessions.close();
      server.closeAllConnections();
      await new Promise<void>((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
      await records.close();
    },
  };
}
