import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { Refusal } from '../../../client/src/app/request.ts';
import type { Line } from '../../../client/src/phone/line.ts';
import { openDeskPhone } from '../../../client/src/phone/openDeskPhone.ts';
import type { OpenDeskPhone, PhoneNews } from '../../../client/src/phone/openDeskPhone.ts';
import type { Timers } from '../../../client/src/phone/timers.ts';
import type { CallCard } from '../../../server/contract/card.ts';
import type { ErrorBody } from '../../../server/contract/errors.ts';
import type { AgentView } from '../../../server/contract/people.ts';
import type { House } from '../../support/house.ts';

/** A browser window of an agent without the browser: a real connection to the server, and the phone that a page would have. */
export interface Window {
  phone: OpenDeskPhone;
  socket: Socket;
  /** Every call that has not ended, as the server told it. */
  cards(): CallCard[];
  send<T = unknown>(name: string, input: unknown): Promise<T>;
  /** The network goes, and comes back. */
  cut(): void;
  back(): void;
  close(): void;
}

/** The house's clock as a page gets its time. */
export const timersOf = (house: House): Timers => ({
  now: () => house.clock.now(),
  after(ms, run) {
    const timer = house.clock.setTimer(ms, run);
    return () => timer.cancel();
  },
});

/** Ends when this holds; the test's own time limit guards it. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

/** Opens a window; `memory` is its storage, which a reload keeps. */
export async function aWindow(house: House, username: string, makeLine: (window: { socket: Socket; send: Window['send'] }) => Line, memory: { connectionId: string | null } = { connectionId: null }): Promise<Window> {
  const signedIn = await fetch(`${house.url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password: 'practice' }) });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const socket = io(house.url, { extraHeaders: { cookie }, transports: ['websocket'], forceNew: true, reconnection: false, autoConnect: false });
  const send = async <T>(name: string, input: unknown): Promise<T> => {
    const answer = (await socket.emitWithAck(name, input)) as { data: T } | { error: ErrorBody };
    if ('error' in answer) throw new Refusal(answer.error.code, answer.error.message, answer.error.fields);
    return answer.data;
  };
  const phone = openDeskPhone(makeLine({ socket, send }), {
    register: (input) => send('phone:state', input),
    timers: timersOf(house),
    memory: { read: () => memory.connectionId, keep: (connectionId) => void (memory.connectionId = connectionId) },
  });
  let news: PhoneNews = { connection: 'connecting', connectionId: null, phone: null, cards: [], callId: null };
  const know = (part: Partial<PhoneNews>): void => phone.know((news = { ...news, ...part }));
  const onAgent = (agent: AgentView | undefined): void => {
    if (agent?.id === username) know({ phone: agent.phone, callId: agent.callId });
  };
  socket.on('calls:snapshot', (cards: CallCard[]) => know({ connection: 'live', connectionId: socket.id ?? null, cards }));
  socket.on('call:card', (card: CallCard) => know({ cards: [...news.cards.filter(({ id }) => id !== card.id), ...(card.state === 'ended' ? [] : [card])] }));
  socket.on('agents:snapshot', (agents: AgentView[]) => onAgent(agents.find(({ id }) => id === username)));
  socket.on('agent:view', onAgent);
  socket.on('disconnect', () => know({ connection: 'lost', connectionId: null }));
  socket.on('phone:here', ({ here }: { here: boolean }) => phone.here(here));
  socket.connect();
  await until(() => news.phone !== null);
  return {
    phone,
    socket,
    cards: () => [...news.cards],
    send,
    cut: () => void socket.disconnect(),
    back: () => void socket.connect(),
    close() {
      phone.close();
      socket.disconnect();
    },
  };
}
