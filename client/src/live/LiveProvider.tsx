import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { Acknowledgement, CommandInput, CommandName, CommandReply } from '../../../server/contract/live.ts';
import { Refusal } from '../app/request.ts';
import { sessionKey } from '../app/session.ts';
import { keepNews } from './keepNews.ts';
import type { LiveSocket } from './socket.ts';

/** `live` from the first snapshot on: what the lists show is then true without a reload. */
export type Connection = 'connecting' | 'live' | 'lost';

/** How long a click may wait for its answer, ms. */
const patienceMs = 8000;

interface Live {
  socket: LiveSocket;
  connection: Connection;
  /** @throws Refusal */
  send<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandReply<N>>;
}

const LiveContext = createContext<Live | null>(null);

/** The one live connection of this page; what it brings goes into the queries' cache and nowhere else. */
export function LiveProvider({ userId, isSignedIn, children }: { userId: string; isSignedIn: boolean; children: ReactNode }) {
  const queries = useQueryClient();
  const [connection, setConnection] = useState<Connection>('connecting');
  const [socket] = useState<LiveSocket>(() => io({ autoConnect: false, transports: ['websocket', 'polling'], reconnectionDelay: 400, reconnectionDelayMax: 3000, timeout: 8000 }));

  useEffect(() => {
    const stop = keepNews(socket, queries, userId);
    socket.on('calls:snapshot', () => setConnection('live'));
    socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
      setConnection('lost');
      if (error.data?.code === 'unauthenticated') void queries.invalidateQueries({ queryKey: sessionKey });
    });
    socket.on('disconnect', (reason) => {
      setConnection('lost');
      // The server said goodbye: signing in comes first.
      if (reason === 'io server disconnect') void queries.invalidateQueries({ queryKey: sessionKey });
    });
    const online = (): void => void (socket.connected || socket.connect());
    window.addEventListener('online', online);
    socket.connect();
    return () => {
      window.removeEventListener('online', online);
      stop();
      socket.off();
      socket.disconnect();
    };
  }, [socket, queries, userId]);

  // A refused connection stays closed until its user has signed in again.
  useEffect(() => {
    if (isSignedIn && !socket.active) socket.connect();
  }, [isSignedIn, socket]);

  const live = useMemo<Live>(
    () => ({
      socket,
      connection,
      async send(name, input) {
        // Socket.IO would keep it and send it whenever the line is back: a press that comes minutes late is worse than one refused.
        if (!socket.connected) throw new Refusal('network', 'not connected');
        let answer: Acknowledgement<CommandReply<typeof name>>;
        try {
          // Socket.IO knows the events that come in; what goes out is typed by the contract's commands, above.
          answer = (await (socket as unknown as Socket).timeout(patienceMs).emitWithAck(name, input)) as typeof answer;
        } catch (cause) {
          throw new Refusal('network', cause instanceof Error ? cause.message : 'no answer');
        }
        if ('error' in answer) throw new Refusal(answer.error.code, answer.error.message, answer.error.fields);
        return answer.data;
      },
    }),
    [socket, connection],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** @see Live. Throws outside of LiveProvider. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('useLive outside of LiveProvider');
  return live;
}
