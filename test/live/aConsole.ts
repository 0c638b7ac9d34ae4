import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { CallCard } from '../../server/contract/card.ts';
import type { Acknowledgement, CommandName } from '../../server/contract/live.ts';
import type { ErrorBody } from '../../server/contract/errors.ts';

/** Something a console heard. */
export interface Heard {
  event: string;
  value: unknown;
}

/** A real client that remembers all it hears. */
export interface Console {
  socket: Socket;
  heard: Heard[];
  /** What it heard of one event, oldest first. */
  of<T>(event: string): T[];
  /** The first value of this event, heard already or yet to come, that `fits`. */
  hear<T>(event: string, fits?: (value: T) => boolean): Promise<T>;
  send(name: CommandName, input?: unknown): Promise<Acknowledgement<Record<string, unknown>>>;
  /** Sends anything under any name; resolves with the acknowledgement. */
  sendAnything(name: string, ...values: unknown[]): Promise<unknown>;
  /** Ends when all that the server sent before this moment has been heard: a command is answered after it. */
  caughtUp(): Promise<void>;
  /** Why the connection ended. */
  gone(): Promise<string>;
  close(): void;
}

const open = new Set<Socket>();

/** Every test closes what it opened. */
export function closeConsoles(): void {
  for (const socket of open) socket.disconnect();
  open.clear();
}

interface Dial {
  cookie?: string;
  origin?: string;
  transports?: string[];
  reconnection?: boolean;
}

function dial(url: string, { cookie, origin, transports = ['websocket'], reconnection = false }: Dial): Socket {
  const extraHeaders = { ...(cookie === undefined ? {} : { cookie }), ...(origin === undefined ? {} : { origin }) };
  const socket = io(url, { extraHeaders, transports, reconnection, forceNew: true, reconnectionDelay: 10, autoConnect: false });
  open.add(socket);
  return socket;
}

/** Connects and waits for the snapshot. */
export async function aConsole(url: string, cookie: string, how: Omit<Dial, 'cookie'> = {}): Promise<Console> {
  const socket = dial(url, { ...how, cookie });
  const heard: Heard[] = [];
  const waiting = new Set<(news: Heard) => void>();
  socket.onAny((event: string, value: unknown) => {
    const news = { event, value };
    heard.push(news);
    for (const look of waiting) look(news);
  });
  const gone = new Promise<string>((resolve) => socket.once('disconnect', (reason) => resolve(reason)));
  const self: Console = {
    socket,
    heard,
    of: <T>(event: string) => heard.filter((news) => news.event === event).map(({ value }) => value as T),
    hear: <T>(event: string, fits: (value: T) => boolean = () => true) => {
      const already = heard.find((news) => news.event === event && fits(news.value as T));
      if (already) return Promise.resolve(already.value as T);
      return new Promise<T>((resolve) => {
        const look = (news: Heard): void => {
          if (news.event !== event || !fits(news.value as T)) return;
          waiting.delete(look);
          resolve(news.value as T);
        };
        waiting.add(look);
      });
    },
    send: (name, input) => socket.emitWithAck(name, input) as Promise<Acknowledgement<Record<string, unknown>>>,
    sendAnything: (name, ...values) => socket.emitWithAck(name, ...values) as Promise<unknown>,
    async caughtUp() {
      await socket.emitWithAck('are:youThere');
    },
    gone: () => gone,
    close: () => socket.disconnect(),
  };
  const refused = new Promise<never>((_, reject) => socket.once('connect_error', reject));
  socket.connect();
  await Promise.race([self.hear<CallCard[]>('calls:snapshot'), refused]);
  return self;
}

/** What a client that may not connect is told. */
export async function refusalOf(url: string, how: Dial): Promise<ErrorBody | undefined> {
  const socket = dial(url, how);
  const refused = new Promise<Error & { data?: ErrorBody }>((resolve) => socket.once('connect_error', resolve));
  socket.connect();
  const { data } = await refused;
  socket.disconnect();
  return data;
}
