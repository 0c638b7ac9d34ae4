import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { composeLetter } from './channels/composeLetter.ts';
import { openDispatcher } from './channels/dispatcher.ts';
import { keptSecret } from './channels/keptSecret.ts';
import { outwardChannels } from './channels/outwardChannels.ts';
import { openSlipLinks } from './channels/slipLink.ts';
import { openCalendarDesk } from './calendars/calendarDesk.ts';
import { openFetchCalendar } from './calendars/fetchCalendar.ts';
import { readInThread } from './calendars/readInThread.ts';
import { openCallDesk } from './calls/callDesk.ts';
import type { CallDeskParts } from './calls/callDesk.ts';
import type { Job } from './calls/effect.ts';
import type { NewAuditEntry } from './contract/audit.ts';
import type { Config } from './config.ts';
import { DomainError } from './contract/errors.ts';
import { planOf } from './delivery/plan.ts';
import { buildHttp } from './http/httpApp.ts';
import { openLimits } from './http/limits.ts';
import { openMetrics } from './http/metrics.ts';
import { hashPassword } from './http/passwords.ts';
import { openSessions } from './http/sessions.ts';
import { openSetup } from './http/setup.ts';
import { within } from './http/within.ts';
import { openExportDesk } from './imports/exportDesk.ts';
import { openImportDesk } from './imports/importDesk.ts';
import type { ImportDesk } from './imports/importDesk.ts';
import { openImportThread } from './imports/importThread.ts';
import { residentTarget } from './imports/residentTarget.ts';
import { staffTarget } from './imports/staffTarget.ts';
import { buildLive } from './live/liveServer.ts';
import { demoPeople } from './people/demo.ts';
import { openDirectory } from './people/directory.ts';
import type { Directory } from './people/directory.ts';
import { openFloor } from './people/floor.ts';
import type { Floor } from './people/floor.ts';
import { cityOf } from './people/numberCity.ts';
import { readNumber } from './people/phoneNumber.ts';
import { makeRobots } from './people/robots.ts';
import { openPracticeDesk } from './practice/practiceDesk.ts';
import { openPracticeLine } from './practice/practiceLine.ts';
import type { PracticeLine } from './practice/practiceLine.ts';
import { openFanOut } from './redis/fanOut.ts';
import { demoResidents } from './residents/demoResidents.ts';
import { openResidentDesk } from './residents/residentDesk.ts';
import type { ResidentDesk } from './residents/residentDesk.ts';
import { openAnchorFile } from './privacy/anchorFile.ts';
import { openAuditKeeper } from './privacy/auditKeeper.ts';
import { openCallerDesk } from './privacy/callerDesk.ts';
import type { CallerDesk } from './privacy/callerDesk.ts';
import { loadCaller } from './privacy/loadCaller.ts';
import { openRetentionSweep } from './privacy/retentionSweep.ts';
import { markErased } from './privacy/markErased.ts';
import { privateNumbersIn } from './privacy/privateNumbersIn.ts';
import type { AuditKeeper } from './privacy/auditKeeper.ts';
import { openSearchDesk } from './search/searchDesk.ts';
import { openSearchIndexing } from './search/searchIndexing.ts';
import { openSlipDesk } from './slips/slipDesk.ts';
import { originOfCall } from './tasks/originOfCall.ts';
import { openTaskDesk } from './tasks/taskDesk.ts';
import { openFactJournal } from './store/factJournal.ts';
import { openStore } from './store/openStore.ts';
import type { Store } from './store/openStore.ts';
import { openCallBackDesk } from './telephony/callBackDesk.ts';
import { cancelLegs } from './telephony/jobs/cancelLegs.ts';
import { deadline } from './telephony/jobs/deadline.ts';
import { endLeg } from './telephony/jobs/endLeg.ts';
import { recognise } from './telephony/jobs/recognise.ts';
import { reconcile } from './telephony/jobs/reconcile.ts';
import { openMessages } from './telephony/messages.ts';
import { phoneToken } from './telephony/phoneToken.ts';
import { openCarrierRest } from './telephony/rest.ts';
import { telephonyRouter } from './telephony/router.ts';
import { carrierUrls } from './telephony/urls.ts';
import type { Clock, Timer } from './clockwork/clock.ts';
import { openOutbox } from './clockwork/outbox.ts';

export interface AppNeeds {
  config: Config;
  clock: Clock;
  log: Logger;
  /** The built worker threads. */
  workers: { sqlite: string; journal: string; imports: string; calendar: string };
  /** The folder of the built console. */
  consoleFolder?: string;
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
const readinessBudgetMs = 1_000;
/** How long requests under way may finish when the program stops, ms: longer than the carrier waits for any of them. */
const drainMs = 4_000;

export async function buildApp({ config, clock, log, workers, consoleFolder }: AppNeeds): Promise<App> {
  const store = await openStore(config.database.kind === 'sqlite' ? { ...config.database, workerFile: workers.sqlite, log, clock } : { ...config.database, log, clock });
  const journal = await openFactJournal({ file: config.journalFile, workerFile: workers.journal, log });

  const fanOut = config.redisUrl === null ? null : openFanOut({ url: config.redisUrl, log });

  const directory = await openDirectory(store.people);
  const isEmpty = directory.all().users.length === 0 && directory.all().lines.length === 0;
  if (isEmpty && config.seedDemo) await directory.save(await demoPeople(hashPassword, clock.now()));
  const residents = openResidentDesk({ store: store.residents, newId: () => `R${randomBytes(12).toString('hex')}`, unit: (id) => directory.unit(id), staff: (id) => directory.staff(id) });
  if (isEmpty && config.seedDemo) await store.residents.saveResidents(demoResidents('sunshine', 'harbour', clock.now()), []);
  const floor = openFloor(directory);

  const practiceLine = config.practice
    ? await openPracticeLine({ clock, publicUrl: config.publicUrl, speed: config.practiceSpeed, numbers: directory.all().lines.map((line) => line.number), ...config.carrier })
    : null;
  const rest = openCarrierRest({ ...config.carrier, apiBaseUrl: config.carrier.apiBaseUrl ?? practiceLine?.apiUrl });

  // The desk hands its effects to the outbox, whose handlers write to the desk: the knot is tied here.
  const desk = openCallDesk({
    store: store.calls,
    journal,
    accept: (jobs: readonly Job[]) => outbox.accept(jobs),
    within: (ms, work) => within(clock, ms, 'the records', work),
    onTrouble: (what, callId, cause) => log.error({ what, callId, err: cause }, 'facts of a call could not be kept in the records'),
  });

  const slipDesk = openSlipDesk({
    store: store.slips,
    newId: () => `S${randomBytes(12).toString('hex')}`,
    cityOf: (e164) => cityOf(e164, 'zh-CN'),
    readNumber: (raw, unitId) => readNumber(raw, directory.unit(unitId)?.country ?? 'CN'),
    newSendingId: () => `D${randomBytes(9).toString('hex')}`,
    planOf: (slip, passedTo) => planOf(slip, passedTo, directory),
    staffName: (id) => directory.staff(id),
    findPrivate: (text, unitId) => privateNumbersIn(text, directory.all().staff.filter((one) => one.unitId === unitId)),
    async callOf(callId) {
      const known = await desk.look(callId);
      if (!known) return null;
      const { arrived } = known.call;
      return { number: arrived.callerNumber, city: arrived.callerCity, arrivedAt: arrived.at, unitId: arrived.line.unitId, unitName: arrived.line.unitName };
    },
  });

  const taskDesk = openTaskDesk({
    store: store.tasks,
    newId: () => `T${randomBytes(12).toString('hex')}`,
    readNumber: (raw, unitId) => readNumber(raw, directory.unit(unitId)?.country ?? 'CN'),
    callOf: async (callId) => originOfCall((await desk.look(callId))?.card ?? null),
    slipOf: (slipId) => slipDesk.get(slipId),
  });

  const links = openSlipLinks(await keptSecret(store.people, 'slip-link-secret'), config.publicUrl);
  const sms = openMessages({
    account: { ...config.carrier, apiBaseUrl: config.carrier.apiBaseUrl ?? practiceLine?.apiUrl },
    messagingServiceSid: config.carrier.messagingServiceSid,
    numberOf: (unitId) => directory.all().lines.find((line) => line.unitId === unitId)?.number ?? null,
    statusCallback: carrierUrls(config.publicUrl).message,
  });
  const dispatcher = openDispatcher({
    store: store.slips,
    slipDesk,
    channels: outwardChannels({ mail: config.mail, robotHosts: config.robotHosts, publicUrl: config.publicUrl, sms, clock }),
    compose: composeLetter({ directory, links, clock, placeOf: (e164, unitId) => residents.placeOf(e164, unitId) }),
    clock,
    onTrouble: (what, id, cause) => log.error({ what, id, err: cause }, 'a message met trouble on its way'),
  });
  const stopDispatching = slipDesk.onSaved((slip) => {
    if (slip.delivery) dispatcher.wake();
  });

  /** What somebody who has left did not finish is his office's supervisors'. */
  const hasLeft = (userId: string): boolean => directory.user(userId)?.removedAt != null;
  const releaseSlips = (): Promise<void> => slipDesk.release(hasLeft, clock.now()).catch((cause: unknown) => log.warn({ err: cause }, 'unfinished slips of people who left could not be looked through'));
  const releaseTasks = (): Promise<void> => taskDesk.release(hasLeft, clock.now()).catch((cause: unknown) => log.warn({ err: cause }, 'open tasks of people who left could not be looked through'));
  const stopReleasing = directory.onChange(({ users }, how) => {
    if (how === 'saved' && users.some(hasLeft)) void Promise.all([releaseSlips(), releaseTasks()]);
  });

  const outbox = openOutbox({
    store: store.jobs,
    clock,
    handlers: {
      deadline: deadline({ desk, clock }),
      cancelLegs: cancelLegs({ desk, clock, rest, log }),
      endLeg: endLeg({ rest }),
      keepSlip: async ({ callId, seed }) => {
        await slipDesk.keep(callId, seed, clock.now());
      },
      recognise: recognise({ desk, clock, matchesOf: (e164, unitId) => residents.matchesOf(e164, unitId) }),
      reconcile: reconcile({ desk, clock, rest }),
    },
    onFailure: (job, attempts, cause) => log.warn({ callId: job.callId, job: job.key, attempts, err: cause }, 'a job failed and will be tried again'),
  });

  const memory = { get: (name: string) => store.people.getSetting(name), put: (name: string, value: string | null) => store.people.putSetting(name, value) };
  const audit = openAuditKeeper({ store: store.audit, anchors: openAnchorFile(config.anchorFile), memory, clock, log });
  const putOnRecord = (entry: NewAuditEntry): Promise<void> => directory.save({ audit: [entry] });
  const targets = { staff: staffTarget(directory), residents: residentTarget(store.residents, { save: (rows, audit) => residents.saveMany(rows, audit), putOnRecord }) };
  const openTableThread = () => openImportThread(workers.imports);
  const countryOf = (unitId: string): string => directory.unit(unitId)?.country ?? '';
  const calendars = openCalendarDesk({ directory, store: store.people, clock, log, fetchCalendar: openFetchCalendar({ clock }), readFile: readInThread(workers.calendar, clock) });
  const imports = openImportDesk({
    store: store.imports,
    targets,
    memory,
    openThread: openTableThread,
    countryOf,
    newId: () => `I${randomBytes(12).toString('hex')}`,
    clock,
    onTrouble: (what, importId, cause) => log.error({ what, importId, err: cause }, 'an import met trouble'),
  });
  const exportDesk = openExportDesk({ targets, openThread: openTableThread, countryOf, putOnRecord, clock });

  const callers = openCallerDesk({
    store: store.callerData,
    markErased: markErased(desk),
    forgetCall: (callId) => desk.forget(callId),
    deleteRecording: (sid) => rest.deleteRecording(sid),
    deleteImport: (id) => store.imports.deleteImport(id),
    load: loadCaller(store),
    putOnRecord,
    sealAudit: () => audit.sealAll(),
    secret: await keptSecret(store.people, 'caller-hash-secret'),
    newId: () => `E${randomBytes(12).toString('hex')}`,
    clock,
    onTrouble: (requestId, cause) => log.error({ requestId, err: cause }, 'what a caller asked to be erased could not be erased yet; it is tried again'),
  });

  const retentionSweep = openRetentionSweep({
    store: store.callerData,
    units: () => directory.all().units,
    eraseStep: (step) => callers.eraseStep(step),
    putOnRecord,
    clock,
    onTrouble: (unitId, cause) => log.error({ unitId, err: cause }, 'what an office keeps no longer could not be erased; it is tried again tomorrow'),
  });

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
  const origins = { publicUrl: config.publicUrl, practice: config.practice, port: () => (server.address() as AddressInfo | null)?.port ?? config.port };

  const callBacks = openCallBackDesk({ rest, urls: carrierUrls(config.publicUrl), directory, slips: slipDesk, clock, log });

  let answering = 0;
  const application = buildHttp({
    directory,
    floor,
    callDesk: desk,
    callStore: store.calls,
    slipDesk,
    links,
    loadSending: (id) => store.slips.loadSending(id),
    callBacks,
    taskDesk,
    residents,
    search: { desk: openSearchDesk(store.search), left: () => indexing.left() },
    imports,
    calendars,
    exportDesk,
    sessions,
    limits,
    setup,
    listAudit: (query) => store.people.listAudit(query),
    audit,
    callers,
    memory,
    metrics,
    clock,
    log,
    settings: { ...origins, loopbackOnly: config.loopbackOnly, secureCookies: config.publicUrl.startsWith('https:'), trustedProxies: config.trustedProxies },
    readiness: [
      { name: 'records', check: () => within(clock, readinessBudgetMs, 'the records', store.health()) },
      {
        name: 'journal',
        async check() {
          const { memory } = desk.trouble();
          if (memory > 0) throw new DomainError('unavailable', `${memory} facts are in memory only`);
        },
      },
      ...(fanOut ? [{ name: 'redis', check: () => within(clock, readinessBudgetMs, 'Redis', fanOut.health()) }] : []),
    ],
    phoneOf: (userId) => (config.practice ? { kind: 'practice' } : phoneToken(config.carrier, userId, clock.now())),
    fetchRecording: (sid) => rest.recording(sid),
    consoleFolder,
    telephonyRouter: telephonyRouter({
      desk,
      directory,
      callBacks,
      floor,
      clock,
      log,
      urls: carrierUrls(config.publicUrl),
      publicUrl: config.publicUrl,
      authToken: config.carrier.authToken,
      cityOf,
      matchesOf: (e164, unitId) => residents.matchesOf(e164, unitId),
      messageNews: (ref, result) => dispatcher.news(ref, result),
      counted: (webhook, result, ms) => metrics.webhook(webhook, result === 'fallback' ? 'failed' : result, ms),
    }),
    ...(practiceLine
      ? {
          practice: {
            desk: openPracticeDesk(practiceLine.carrier, (number) => directory.lineByNumber(number) !== null),
            makeRobots: (count, unitIds) => makeRobots(directory, hashPassword, count, unitIds, clock.now()),
          },
        }
      : {}),
  });
  const server = createServer((request, response) => {
    answering += 1;
    response.once('close', () => (answering -= 1));
    application(request, response);
  });
  // A caller's webhook must not wait behind a slow body: the carrier gives up after 4 s.
  server.requestTimeout = 15_000;

  const live = buildLive(server, {
    sessions,
    directory,
    floor,
    callDesk: desk,
    slipDesk,
    taskDesk,
    residents,
    clock,
    log,
    settings: origins,
    ...(fanOut ? { adapter: fanOut.adapter } : {}),
    ...(practiceLine
      ? {
          practicePhone: {
            async act(userId, input) {
              practiceLine.consolePhones.act(userId, input);
              return { legSid: input.legSid };
            },
          },
        }
      : {}),
  });
  openSockets = () => live.connections();
  const stopPhones = practiceLine
    ? [
        practiceLine.toConsoles({
          ring: (userId, ring) => live.tellUser(userId, 'practice:ring', ring),
          stopped: (userId, leg) => live.tellUser(userId, 'practice:stopped', leg),
          heard: (userId, words) => live.tellUser(userId, 'practice:heard', words),
          legs: (userId, legs) => live.tellUser(userId, 'practice:legs', legs),
        }),
        floor.onChange((userId) => practiceLine.consolePhones.set(userId, floor.phoneOn(userId))),
        directory.onChange(() => practiceLine.setNumbers(directory.all().lines.map((line) => line.number))),
      ]
    : [];

  let replaying: Timer | null = null;
  const replayLater = (): void => {
    replaying = clock.setTimer(replayEveryMs, () => {
      const { journal: kept, memory } = desk.trouble();
      const done = kept + memory > 0 ? desk.replayJournal().then((left) => log.info({ left }, 'what the journal kept was brought into the records')) : Promise.resolve();
      void done.catch((cause: unknown) => log.warn({ err: cause }, 'the records still cannot take what the journal keeps')).finally(replayLater);
    });
  };

  return {
    server,
    practiceLine,
    store,
    desk,
    directory,
    residents,
    imports,
    floor,
    audit,
    callers,
    async listen() {
      await desk.resume();
      await outbox.resume();
      await imports.resume();
      await callers.resume();
      await releaseSlips();
      await indexing.start();
      await releaseTasks();
      // The first look at the numbering plan reads a file: not while a caller waits.
      await cityOf('+8613800138000', 'zh-CN');
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(config.port, config.host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      replayLater();
      calendars.start();
      dispatcher.start();
      audit.start();
      retentionSweep.start();
      return { url: config.publicUrl, setupLink: setup.link };
    },
    async settled() {
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        await desk.settled();
        await outbox.settled();
        await practiceLine?.settled();
        await dispatcher.settled();
        await callers.settled();
        // What one part finished may have set another going.
        if (answering === 0 && desk.underWay() === 0 && outbox.running() === 0 && dispatcher.running() === 0) return;
      }
    },
    async close() {
      replaying?.cancel();
      for (const stop of stopPhones) stop();
      stopWatching();
      stopReleasing();
      stopDispatching();
      const closing: (() => Promise<void> | undefined)[] = [
        () => live.close(),
        () => practiceLine?.close(),
        () =>
          new Promise<void>((resolve) => {
            const cut = setTimeout(() => server.closeAllConnections(), drainMs);
            server.close(() => {
              clearTimeout(cut);
              resolve();
            });
            server.closeIdleConnections();
          }),
        () => fanOut?.close(),
        () => imports.close(),
        () => calendars.close(),
        () => indexing.close(),
        () => retentionSweep.close(),
        () => callers.close(),
        () => audit.close(),
        () => outbox.close(),
        () => dispatcher.close(),
        () => desk.settled(),
        async () => sessions.close(),
        () => journal.close(),
        () => store.close(),
      ];
      for (const step of closing) {
        try {
          await step();
        } catch (cause) {
          log.error({ err: cause }, 'a part of the program did not close well; the others still do');
        }
      }
    },
  };
}
