import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { Logger } from 'pino';
import { keptSecret } from './channels/keptSecret.ts';
import { openDeliveries } from './channels/openDeliveries.ts';
import { openCalendarDesk } from './calendars/calendarDesk.ts';
import { openFetchCalendar } from './calendars/fetchCalendar.ts';
import { readInThread } from './calendars/readInThread.ts';
import { openCallDesk } from './calls/callDesk.ts';
import type { CallDeskParts } from './calls/callDesk.ts';
import type { Job } from './calls/effect.ts';
import type { NewAuditEntry } from './contract/audit.ts';
import type { Config } from './config.ts';
import { planOf } from './delivery/plan.ts';
import { buildHttp } from './http/httpApp.ts';
import { openHttpServer } from './http/httpServer.ts';
import { openLimits } from './http/limits.ts';
import { openMetrics } from './http/metrics.ts';
import { hashPassword } from './http/passwords.ts';
import { openSessions } from './http/sessions.ts';
import { openSetup } from './http/setup.ts';
import { readinessChecks } from './http/readinessChecks.ts';
import { within } from './http/within.ts';
import type { ImportDesk } from './imports/importDesk.ts';
import { openImports } from './imports/openImports.ts';
import { buildLive } from './live/liveServer.ts';
import { practiceConsoles, practicePhone } from './live/practiceConsoles.ts';
import { demoPeople } from './people/demo.ts';
import { openDirectory } from './people/directory.ts';
import type { Directory } from './people/directory.ts';
import { openFloor } from './people/floor.ts';
import type { Floor } from './people/floor.ts';
import { cityOf } from './people/numberCity.ts';
import { readNumber } from './people/phoneNumber.ts';
import { makeRobots } from './people/robots.ts';
import { watchLeavers } from './people/watchLeavers.ts';
import { openPracticeDesk } from './practice/practiceDesk.ts';
import { openPracticeLine } from './practice/practiceLine.ts';
import type { PracticeLine } from './practice/practiceLine.ts';
import type { AuditKeeper } from './privacy/auditKeeper.ts';
import type { CallerDesk } from './privacy/callerDesk.ts';
import { openPrivacy } from './privacy/openPrivacy.ts';
import { privateNumbersOf } from './privacy/privateNumbersIn.ts';
import { openFanOut } from './redis/fanOut.ts';
import { demoResidents } from './residents/demoResidents.ts';
import { openResidentDesk } from './residents/residentDesk.ts';
import type { ResidentDesk } from './residents/residentDesk.ts';
import { openSearchDesk } from './search/searchDesk.ts';
import { openSearchIndexing } from './search/searchIndexing.ts';
import { callOfSlip } from './slips/callOfSlip.ts';
import { openSlipDesk } from './slips/slipDesk.ts';
import { openFactJournal } from './store/factJournal.ts';
import { openStore } from './store/openStore.ts';
import type { Store } from './store/openStore.ts';
import { originOfCall } from './tasks/originOfCall.ts';
import { openTaskDesk } from './tasks/taskDesk.ts';
import { openTelephony } from './telephony/openTelephony.ts';
import type { Clock } from './clockwork/clock.ts';
import { closeInTurn } from './clockwork/closeInTurn.ts';
import { openOutbox } from './clockwork/outbox.ts';
import { repeat } from './clockwork/repeat.ts';

interface AppNeeds {
  config: Config;
  clock: Clock;
  log: Logger;
  /** The built worker threads. */
  workers: { sqlite: string; journal: string; imports: string; calendar: string };
  /** The folder of the built console. */
  consoleFolder?: string;
  /** Makes the stored form of the demo users' password: as everybody's, unless many houses are opened one after the other. */
  hashDemo?: typeof hashPassword;
}

/** The running program. Only this file knows every room. */
export interface App {
  server: Server;
  /** Listens, takes up what an earlier run left. @returns where, and the set-up link while there is one */
  listen(): Promise<{ url: string; setupLink: string | null }>;
  /** Ends when nothing is under way before the clock moves: for tests. */
  settled(): Promise<void>;
  /** Stops taking calls, finishes what runs, lets go of everything. */
  close(): Promise<void>;
  readonly practiceLine: PracticeLine | null;
  readonly store: Store;
  readonly desk: CallDeskParts;
  readonly directory: Directory;
  readonly residents: ResidentDesk;
  readonly imports: ImportDesk;
  readonly floor: Floor;
  readonly audit: AuditKeeper;
  readonly callers: CallerDesk;
}

/** How often facts that are not in the records are tried again, ms. */
const replayEveryMs = 5_000;

/** @see App. Rejects when the records, the journal or the fan-out cannot be opened; what was opened before stays open, and the process is expected to end. */
export async function buildApp({ config, clock, log, workers, consoleFolder, hashDemo = hashPassword }: AppNeeds): Promise<App> {
  const store = await openStore(config.database.kind === 'sqlite' ? { ...config.database, workerFile: workers.sqlite, log, clock } : { ...config.database, log, clock });
  const journal = await openFactJournal({ file: config.journalFile, workerFile: workers.journal, log });

  const newId = (letter: string, bytes = 12) => (): string => `${letter}${randomBytes(bytes).toString('hex')}`;
  const fanOut = config.redisUrl === null ? null : openFanOut({ url: config.redisUrl, log });

  const directory = await openDirectory(store.people);
  const isEmpty = directory.all().users.length === 0 && directory.all().lines.length === 0;
  if (isEmpty && config.seedDemo) await directory.save(await demoPeople(hashDemo, clock.now()));
  const residents = openResidentDesk({ store: store.residents, newId: newId('R'), unit: (id) => directory.unit(id), staff: (id) => directory.staff(id) });
  if (isEmpty && config.seedDemo) await store.residents.saveResidents(demoResidents('sunshine', 'harbour', clock.now()), []);
  const floor = openFloor(directory);

  const practiceLine = config.practice
    ? await openPracticeLine({ clock, publicUrl: config.publicUrl, speed: config.practiceSpeed, numbers: directory.all().lines.map((line) => line.number), ...config.carrier })
    : null;
  const carrierAccount = { ...config.carrier, apiBaseUrl: config.carrier.apiBaseUrl ?? practiceLine?.apiUrl };
  const matchesOf = (e164: string, unitId: string | null) => residents.matchesOf(e164, unitId);

  // The desk hands its effects to the outbox, whose handlers write to the desk: the knot is tied here.
  const desk = openCallDesk({
    store: store.calls,
    journal,
    accept: (jobs: readonly Job[]) => outbox.accept(jobs),
    within: (ms, work) => within(clock, ms, 'the records', work),
    onTrouble: (what, callId, cause) => log.error({ what, callId, err: cause }, 'facts of a call could not be kept in the records'),
  });

  const findPrivate = privateNumbersOf(() => directory.all().staff);
  const slipDesk = openSlipDesk({
    store: store.slips,
    newId: newId('S'),
    cityOf: (e164) => cityOf(e164, 'zh-CN'),
    readNumber: (raw, unitId) => readNumber(raw, directory.unit(unitId)?.country ?? 'CN'),
    newSendingId: newId('D', 9),
    planOf: (slip, passedTo) => planOf(slip, passedTo, directory),
    staffName: (id) => directory.staff(id),
    findPrivate,
    callOf: async (callId) => callOfSlip((await desk.look(callId))?.call ?? null),
  });

  const taskDesk = openTaskDesk({
    store: store.tasks,
    newId: newId('T'),
    readNumber: (raw, unitId) => readNumber(raw, directory.unit(unitId)?.country ?? 'CN'),
    callOf: async (callId) => originOfCall((await desk.look(callId))?.card ?? null),
    slipOf: (slipId) => slipDesk.get(slipId),
    findPrivate,
  });

  const leavers = watchLeavers(directory, [
    (hasLeft) => slipDesk.release(hasLeft, clock.now()).catch((cause: unknown) => log.warn({ err: cause }, 'unfinished slips of people who left could not be looked through')),
    (hasLeft) => taskDesk.release(hasLeft, clock.now()).catch((cause: unknown) => log.warn({ err: cause }, 'open tasks of people who left could not be looked through')),
  ]);

  const telephony = openTelephony({
    account: carrierAccount,
    publicUrl: config.publicUrl,
    desk,
    directory,
    floor,
    slips: slipDesk,
    cityOf,
    matchesOf,
    keepSlip: (callId, seed) => slipDesk.keep(callId, seed, clock.now()),
    messageNews: (ref, result) => deliveries.news(ref, result),
    counted: (webhook, result, ms) => metrics.webhook(webhook, result === 'fallback' ? 'failed' : result, ms),
    clock,
    log,
  });

  const deliveries = openDeliveries({
    store: store.slips,
    slipDesk,
    directory,
    linkSecret: await keptSecret(store.people, 'slip-link-secret'),
    mail: config.mail,
    robotHosts: config.robotHosts,
    publicUrl: config.publicUrl,
    sms: telephony.sms,
    placeOf: (e164, unitId) => residents.placeOf(e164, unitId),
    clock,
    onTrouble: (what, id, cause) => log.error({ what, id, err: cause }, 'a message met trouble on its way'),
  });

  const outbox = openOutbox({
    store: store.jobs,
    clock,
    handlers: telephony.jobs,
    onFailure: (job, attempts, cause) => log.warn({ callId: job.callId, job: job.key, attempts, err: cause }, 'a job failed and will be tried again'),
  });

  const memory = { get: (name: string) => store.people.getSetting(name), put: (name: string, value: string | null) => store.people.putSetting(name, value) };
  const putOnRecord = (entry: NewAuditEntry): Promise<void> => directory.save({ audit: [entry] });
  const calendars = openCalendarDesk({ directory, store: store.people, clock, log, fetchCalendar: openFetchCalendar({ clock }), readFile: readInThread(workers.calendar, clock) });
  const { imports, exportDesk } = openImports({
    store,
    directory,
    residents,
    putOnRecord,
    memory,
    workerFile: workers.imports,
    newId: newId('I'),
    clock,
    onTrouble: (what, importId, cause) => log.error({ what, importId, err: cause }, 'an import met trouble'),
  });
  const privacy = openPrivacy({
    store,
    desk,
    anchorFile: config.anchorFile,
    memory,
    units: () => directory.all().units,
    deleteRecording: (sid) => telephony.deleteRecording(sid),
    deleteImport: (id) => store.imports.deleteImport(id),
    onErased: (what) => live.tellErased(what),
    putOnRecord,
    secret: await keptSecret(store.people, 'caller-hash-secret'),
    newId: newId('E'),
    clock,
    log,
  });

  const { audit, callers } = privacy;

  const indexing = openSearchIndexing({
    store: store.search,
    clock,
    onProgress: (left) => log.info({ left }, left > 0 ? 'older records are brought into the search index' : 'all records are in the search index'),
    onTrouble: (cause) => log.warn({ err: cause }, 'older records could not be brought into the search index; it will be tried again'),
  });

  let openSockets = (): number => 0;
  const metrics = openMetrics({ storageTrouble: () => desk.trouble(), openSockets: () => openSockets() });
  const stopWatching = metrics.watch(desk);
  const limits = openLimits();
  const sessions = openSessions({ peopleStore: store.people, directory, limits, clock, log, loopbackOnly: config.loopbackOnly });
  const setup = await openSetup({ peopleStore: store.people, directory, publicUrl: config.publicUrl, clock, random: randomBytes });
  const origins = { publicUrl: config.publicUrl, practice: config.practice, port: () => web.port() ?? config.port };

  const application = buildHttp({
    directory, floor, residents, callDesk: desk, callStore: store.calls, slipDesk, taskDesk, sessions, limits, setup, memory, calendars, imports, exportDesk, audit, callers,
    links: deliveries.links,
    callBacks: telephony.callBacks,
    search: { desk: openSearchDesk(store.search), left: () => indexing.left() },
    loadSending: (id) => store.slips.loadSending(id),
    listAudit: (query) => store.people.listAudit(query),
    metrics,
    clock,
    log,
    settings: { ...origins, loopbackOnly: config.loopbackOnly, secureCookies: config.publicUrl.startsWith('https:'), trustedProxies: config.trustedProxies, robotHosts: config.robotHosts },
    readiness: readinessChecks(clock, { records: () => store.health(), redis: fanOut && (() => fanOut.health()), inMemoryOnly: () => desk.trouble().memory }),
    phoneOf: (userId) => (config.practice ? { kind: 'practice' } : telephony.phoneOf(userId)),
    fetchRecording: (sid) => telephony.recording(sid),
    consoleFolder,
    telephonyRouter: telephony.router,
    ...(practiceLine
      ? {
          practice: {
            desk: openPracticeDesk(practiceLine.carrier, (number) => directory.lineByNumber(number) !== null),
            makeRobots: (count, unitIds) => makeRobots(directory, hashPassword, count, unitIds, clock.now()),
          },
        }
      : {}),
  });
  const web = openHttpServer(application);

  const live = buildLive(web.server, {
    sessions, directory, floor, callDesk: desk, slipDesk, taskDesk, residents, clock, log,
    settings: origins,
    ...(fanOut ? { adapter: fanOut.adapter } : {}),
    ...(practiceLine ? { practicePhone: practicePhone(practiceLine) } : {}),
  });
  openSockets = () => live.connections();
  const stopPhones = practiceLine ? practiceConsoles({ practiceLine, live, floor, directory }) : () => undefined;

  /** Tries to bring what the journal kept, and what memory alone holds, into the records. */
  async function replay(): Promise<void> {
    const { journal: kept, memory } = desk.trouble();
    if (kept + memory === 0) return;
    try {
      log.info({ left: await desk.replayJournal() }, 'what the journal kept was brought into the records');
    } catch (cause) {
      log.warn({ err: cause }, 'the records still cannot take what the journal keeps');
    }
  }
  let stopReplaying = (): void => undefined;

  return {
    server: web.server,
    practiceLine, store, desk, directory, residents, imports, floor, audit, callers,
    async listen() {
      await desk.resume();
      await outbox.resume();
      await imports.resume();
      await callers.resume();
      await leavers.look();
      await indexing.start();
      // The first look at the numbering plan reads a file: not while a caller waits.
      await cityOf('+8613800138000', 'zh-CN');
      await web.listen(config.port, config.host);
      stopReplaying = repeat(clock, replayEveryMs, replay);
      calendars.start();
      deliveries.start();
      privacy.start();
      return { url: config.publicUrl, setupLink: setup.link };
    },
    async settled() {
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        await desk.settled();
        await outbox.settled();
        await practiceLine?.settled();
        await deliveries.settled();
        await callers.settled();
        // What one part finished may have set another going.
        if (web.answering() === 0 && desk.underWay() === 0 && outbox.running() === 0 && deliveries.running() === 0) return;
      }
    },
    close: () =>
      closeInTurn(
        [
          stopReplaying,
          stopPhones,
          stopWatching,
          () => leavers.stop(),
          () => live.close(),
          () => practiceLine?.close(),
          () => web.close(),
          () => fanOut?.close(),
          () => imports.close(),
          () => calendars.close(),
          () => indexing.close(),
          () => privacy.close(),
          () => outbox.close(),
          () => deliveries.close(),
          () => desk.settled(),
          () => sessions.close(),
          () => journal.close(),
          () => store.close(),
        ],
        (cause) => log.error({ err: cause }, 'a part of the program did not close well; the others still do'),
      ),
  };
}
