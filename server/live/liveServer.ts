import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { ServerEvents } from '../contract/live.ts';
import type { Slip } from '../contract/slip.ts';
import type { Task, TaskDoer } from '../contract/task.ts';
import { maySeeAgent, maySeeCall, maySeeSlip, maySeeTask } from '../http/authority.ts';
import type { PeopleKeys, User } from '../people/people.ts';
import { presentTask } from '../tasks/presentTask.ts';
import type { Timer } from '../clockwork/clock.ts';
import { admit } from './admit.ts';
import { watchAgents } from './agentNews.ts';
import { atMostEvery } from './atMostEvery.ts';
import { openCommandPace } from './commandPace.ts';
import type { Sender } from './commands/command.ts';
import { commandTable } from './commands/table.ts';
import { SessionOver, openConnection } from './connection.ts';
import type { Connection } from './connection.ts';
import type { LiveDeps } from './deps.ts';
import { watchPhones } from './phoneNews.ts';
import { roomsOfAgent, roomsOfCard, roomsOfTask, roomsOfUser, userRoom } from './rooms.ts';
import { readEvent, runCommand } from './runCommand.ts';
import { sweepSessions } from './sweep.ts';
import type { ErasedRecord, LiveIo, LiveSocket, News } from './wire.ts';

/** A larger message is not read; its connection is closed with the reason. */
const largestMessage = 256 * 1024;
/** Far beyond the largest message the transport itself cuts the connection, before anything is held in memory. */
const largestFrame = 4 * largestMessage;
/** A console whose network died must not keep a phone that seems to ring: found out within these two together. */
const pingEveryMs = 10_000;
const pingPatienceMs = 8_000;
/** A list of residents that is being written in many batches is told of no more often than this, ms. */
const residentsNewsEveryMs = 1_000;
/** How long the last words of a stopping server may take to reach the consoles. */
const farewellMs = 2_000;

/** The live connections as the rest of the program has them. */
export interface Live {
  /** Sends one of the practice phone's events to every console of this user. */
  tellUser<E extends 'practice:ring' | 'practice:stopped' | 'practice:heard' | 'practice:legs'>(userId: string, event: E, ...args: Parameters<ServerEvents[E]>): void;
  /** What a record told of a caller is gone: lists drop it, and no node's memory keeps it. */
  tellErased(what: ErasedRecord): void;
  /** Consoles connected to this node. */
  connections(): number;
  /** Tells every console that the server stops, and closes their connections; the HTTP server is its owner's. */
  close(): Promise<void>;
}

/** The live connections on the HTTP server's port: who may connect, what each is told, and their commands. */
export function buildLive(httpServer: HttpServer, deps: LiveDeps): Live {
  const { sessions, directory, floor, callDesk, slipDesk, taskDesk, residents, clock, log } = deps;
  const table = commandTable(deps);
  const connections = new Map<string, Connection>();
  const io: LiveIo = new Server(httpServer, {
    serveClient: false,
    maxHttpBufferSize: largestFrame,
    pingInterval: pingEveryMs,
    pingTimeout: pingPatienceMs,
    connectTimeout: 10_000,
    ...(deps.adapter ? { adapter: deps.adapter } : {}),
  });

  const inRooms = (rooms: readonly string[]): Connection[] => [...connections.values()].filter(({ isServed, socket }) => isServed && rooms.some((room) => socket.rooms.has(room)));

  /** Those who may read it have it; those of its office who may not, its staff too, are told that it is none of theirs, so that no list goes on showing what it was. */
  function deliverSlip(slip: Slip): void {
    for (const { socket, isServed, userId, slips } of connections.values()) {
      const user = directory.user(userId);
      if (!isServed || !user) continue;
      const isReader = maySeeSlip({ directory, callDesk }, user, slip);
      if (!isReader && !user.unitIds.includes(slip.unitId)) continue;
      if (!slips.isNews(slip)) continue;
      if (isReader) socket.emit('slip:saved', slip);
      else socket.emit('slip:gone', { id: slip.id });
    }
  }

  /** Whoever may not read the message that it came of is told that it is none of his ([V10]). Of any other, whoever had it until now hears what became of it. */
  function deliverTask({ task, formerOwner, slip }: Extract<News, { kind: 'task' }>): void {
    const shown = presentTask(task, directory.unit(task.unitId));
    for (const { socket, userId } of inRooms(roomsOfTask(task, formerOwner))) {
      const user = directory.user(userId);
      if (user && (task.slipId === null || maySeeTask({ directory, callDesk }, user, task, slip))) socket.emit('task:saved', shown);
      else socket.emit('task:gone', { id: task.id });
    }
  }

  /** Ids tell nobody anything: every list that has it drops it. */
  function deliverErased({ kind, id }: ErasedRecord): void {
    if (kind === 'call') callDesk.forget(id);
    else for (const { socket, isServed } of connections.values()) if (isServed) socket.emit(kind === 'slip' ? 'slip:gone' : 'task:gone', { id });
  }

  async function tellTask(task: Task, formerOwner: TaskDoer | null): Promise<void> {
    try {
      publish({ kind: 'task', task, formerOwner, slip: task.slipId === null ? null : await slipDesk.get(task.slipId) });
    } catch (err) {
      log.warn({ err, taskId: task.id }, 'the message that a task came of could not be read; only its owner is told of it');
      publish({ kind: 'task', task, formerOwner });
    }
  }

  /** Each connection is told by itself, because each has its own memory of what it was told. */
  function deliver(news: News): void {
    switch (news.kind) {
      case 'card':
        for (const { socket, cards } of inRooms(roomsOfCard(news.card))) {
          const event = cards.next(news.card, news.how);
          if (event) socket.emit(event, news.card);
        }
        return;
      case 'slip':
        deliverSlip(news.slip);
        return;
      case 'task':
        deliverTask(news);
        return;
      case 'erased':
        deliverErased(news.what);
        return;
      case 'agent':
        for (const { socket } of inRooms(roomsOfAgent(news.agent))) socket.emit('agent:view', news.agent);
        return;
      case 'signedOut':
        for (const connection of connections.values()) if (connection.tokenHash === news.tokenHash) connection.close('signed-out');
        return;
      case 'residents':
        for (const { socket, isServed, userId } of connections.values()) if (isServed && directory.user(userId)?.role !== 'staff') socket.emit('people:changed', { lists: ['residents'] });
        return;
      case 'people':
        directory.refresh(news.changed).catch((err: unknown) => log.error({ err }, 'people that another node changed could not be read; this node knows them as they were'));
        return;
    }
  }

  function tellNodes(news: News): void {
    if (deps.adapter) io.serverSideEmit('news', news);
  }

  function publish(news: News): void {
    deliver(news);
    tellNodes(news);
  }
  io.on('news', deliver);

  /** What a connection was given last: who sees what follows from these and from nothing else. */
  const scopeOf = (user: User): string => JSON.stringify([user.role, user.name, roomsOfUser(directory, user).sort()]);
  const scopes = new WeakMap<Connection, string>();

  /** Puts a connection where its user belongs and tells it how things stand; again whenever the user's scope changes. */
  async function serve(connection: Connection, user: User): Promise<void> {
    const { socket, cards } = connection;
    scopes.set(connection, scopeOf(user));
    const rooms = roomsOfUser(directory, user);
    for (const room of socket.rooms) if (room !== socket.id && !rooms.includes(room)) await socket.leave(room);
    await socket.join(rooms);
    const open = callDesk.openCards().filter((card) => maySeeCall(user, card));
    cards.begin(open);
    socket.emit('calls:snapshot', open);
    showAgents(connection, user);
    connection.isServed = true;
  }

  function showAgents({ socket }: Connection, user: User): void {
    if (user.role !== 'staff') socket.emit('agents:snapshot', floor.views((userId) => callDesk.callOfAgent(userId)).filter((agent) => maySeeAgent(user, agent)));
  }

  function serveOrClose(connection: Connection, user: User): void {
    serve(connection, user).catch((err: unknown) => {
      log.error({ err }, 'a live connection could not be served');
      connection.close('unavailable');
    });
  }

  function listen(connection: Connection): void {
    const { socket, tokenHash } = connection;
    const countCommand = openCommandPace(clock, deps.commandsPerSecond);
    const sender = async (): Promise<Sender> => {
      countCommand();
      const end = await sessions.used(tokenHash);
      const user = directory.user(connection.userId);
      if (end || !user) throw new SessionOver(end ?? 'user-removed');
      return { user, connectionId: socket.id };
    };
    const onCommand = async (name: unknown, args: unknown[]): Promise<void> => {
      const refusal = await runCommand(table, readEvent(name, args), sender, log);
      // After the answer: a closed connection carries none.
      if (refusal instanceof SessionOver) connection.close(refusal.end);
    };
    socket.onAny((name: unknown, ...args: unknown[]) => void onCommand(name, args));
  }

  io.use((socket, next) => void admit(deps)(socket, next));
  io.on('connection', (socket: LiveSocket) => {
    const connection = openConnection(socket);
    connections.set(socket.id, connection);
    socket.on('disconnect', (reason) => {
      connections.delete(socket.id);
      floor.connectionClosed(socket.id, clock.now());
      log.debug({ userId: connection.userId, reason }, 'console disconnected');
    });
    socket.conn.on('packet', ({ data }: { data?: string | Buffer }) => {
      if ((data?.length ?? 0) > largestMessage) connection.close('too_large');
    });
    listen(connection);
    serveOrClose(connection, socket.data.me.user);
  });

  /** On whose board somebody stands follows from these and from nothing else. */
  const standingOf = (user: User): string => JSON.stringify([user.role, user.name, user.unitIds, user.removedAt !== null]);
  const standings = new Map(directory.all().users.map((user) => [user.id, standingOf(user)]));
  function hasMoved(userId: string): boolean {
    const user = directory.user(userId);
    const [before, after] = [standings.get(userId), user ? standingOf(user) : ''];
    standings.set(userId, after);
    return before !== after;
  }

  /** Users are edited while they are connected: one who is gone is closed, and stands on nobody's board; one who moved sees what he may see now. */
  function onPeopleChanged(changed: PeopleKeys, how: 'saved' | 'refreshed'): void {
    if (how === 'saved') tellNodes({ kind: 'people', changed });
    const lists = (Object.keys(changed) as (keyof PeopleKeys)[]).filter((list) => changed[list].length > 0);
    for (const { socket, isServed } of connections.values()) if (isServed) socket.emit('people:changed', { lists });
    const someMoved = changed.users.filter(hasMoved).length > 0;
    for (const connection of connections.values()) {
      const user = directory.user(connection.userId);
      if (!user || user.removedAt !== null) connection.close('user-removed');
      else if (scopes.get(connection) !== scopeOf(user)) serveOrClose(connection, user);
      else if (someMoved && connection.isServed) showAgents(connection, user);
    }
  }

  const residentsNews = atMostEvery(clock, residentsNewsEveryMs, () => publish({ kind: 'residents' }));
  const sweep = sweepSessions({ sessions, clock, log, everyMs: deps.sweepEveryMs }, () => [...connections.values()]);
  const stops = [
    callDesk.onCard((card, how) => publish({ kind: 'card', card, how })),
    slipDesk.onSaved((slip) => publish({ kind: 'slip', slip })),
    taskDesk.onSaved((task, formerOwner) => void tellTask(task, formerOwner)),
    // Before the news of the agent, so that a window knows that it lost the phone when it hears that the phone is registered.
    watchPhones(floor, (connectionId, here) => connections.get(connectionId)?.socket.emit('phone:here', { here })),
    watchAgents(deps, (agent) => publish({ kind: 'agent', agent })),
    sessions.onSignedOut((tokenHash) => publish({ kind: 'signedOut', tokenHash })),
    directory.onChange(onPeopleChanged),
    residents.onChange(residentsNews.news),
    residentsNews.stop,
    () => sweep.stop(),
  ];

  return {
    tellUser(userId, event, ...args) {
      io.to(userRoom(userId)).emit(event, ...args);
    },
    tellErased: (what) => publish({ kind: 'erased', what }),
    connections: () => connections.size,
    async close() {
      stops.forEach((stop) => stop());
      const gone = [...connections.values()].map(({ socket }) => new Promise<void>((resolve) => socket.once('disconnect', () => resolve())));
      for (const connection of connections.values()) connection.close('server-stopping');
      // A console whose network died cannot be told; it must not hold up the stop.
      let late: Timer | null = null;
      const patience = new Promise<void>((resolve) => (late = clock.setTimer(farewellMs, resolve)));
      await Promise.race([Promise.all(gone), patience]).finally(() => late?.cancel());
      await io.of('/').adapter.close();
      io.engine.close();
    },
  };
}
