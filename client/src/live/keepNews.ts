import type { QueryClient } from '@tanstack/react-query';
import type { CallCard } from '../../../server/contract/card.ts';
import type { PeopleList } from '../../../server/contract/live.ts';
import type { AgentView } from '../../../server/contract/people.ts';
import type { Slip } from '../../../server/contract/slip.ts';
import { sessionKey } from '../app/session.ts';
import { dropSlip, keepSlip } from '../slips/keepSlip.ts';
import { tasksKey } from '../tasks/useTasks.ts';
import type { LiveSocket } from './socket.ts';
import { agentsKey, afterKey, liveCallsKey } from './keys.ts';

/** Takes a card over unless it is older than the one we have. */
export function keepCard(queries: QueryClient, card: CallCard, userId: string): void {
  const before = queries.getQueryData<CallCard[]>(liveCallsKey) ?? [];
  const known = before.find(({ id }) => id === card.id);
  if (known && known.version > card.version) return;
  const others = before.filter(({ id }) => id !== card.id);
  queries.setQueryData<CallCard[]>(liveCallsKey, card.state === 'ended' ? others : [...others, card].sort((a, b) => a.arrivedAt - b.arrivedAt));
  if (card.agent?.id !== userId) return;
  // My call stays on my desk after its end, until I am done with it or the next one is answered. An old one that is corrected does not come back.
  if (card.state === 'ended') queries.setQueryData<CallCard | null>(afterKey, (after) => (known || after?.id === card.id ? card : (after ?? null)));
  else if (card.state === 'live') queries.setQueryData<CallCard | null>(afterKey, null);
}

/** The first word of the query keys that show each list. */
const queryOf: Record<PeopleList, string> = { units: 'offices', lines: 'offices', staff: 'people', users: 'users', residents: 'residents' };

/** Writes the server's news into the cache. @returns the way to stop */
export function keepNews(socket: LiveSocket, queries: QueryClient, userId: string): () => void {
  let isServed = false;
  const onSnapshot = (cards: CallCard[]): void => {
    const before = queries.getQueryData<CallCard[]>(liveCallsKey) ?? [];
    queries.setQueryData(liveCallsKey, [...cards].sort((a, b) => a.arrivedAt - b.arrivedAt));
    // A call of mine that ended while the connection was cut stays on my desk, so that its slip can be finished.
    const gone = before.find((card) => card.agent?.id === userId && !cards.some(({ id }) => id === card.id));
    if (gone) queries.setQueryData<CallCard | null>(afterKey, (): CallCard => ({ ...gone, state: 'ended' }));
    void queries.invalidateQueries({ queryKey: ['calls', 'list'] });
    void queries.invalidateQueries({ queryKey: ['slips'] });
    void queries.invalidateQueries({ queryKey: ['slip'] });
    void queries.invalidateQueries({ queryKey: tasksKey });
    // A snapshot that is not the first comes after a cut, or because I am somebody else now: another role has other pages.
    if (isServed) for (const queryKey of [sessionKey, ['offices'], ['people'], ['users'], ['residents']]) void queries.invalidateQueries({ queryKey });
    isServed = true;
  };
  const onCard = (card: CallCard): void => {
    keepCard(queries, card, userId);
    if (card.state === 'ended') void queries.invalidateQueries({ queryKey: ['calls', 'list'] });
  };
  const onAgents = (agents: AgentView[]): void => void queries.setQueryData(agentsKey, agents);
  const onAgent = (agent: AgentView): void =>
    void queries.setQueryData<AgentView[]>(agentsKey, (agents = []) => (agents.some(({ id }) => id === agent.id) ? agents.map((known) => (known.id === agent.id ? agent : known)) : [...agents, agent]));
  const onPeople = ({ lists }: { lists: PeopleList[] }): void => {
    for (const queryKey of new Set(lists.map((list) => queryOf[list]))) void queries.invalidateQueries({ queryKey: [queryKey] });
  };
  // Where it stands in which list is the server's to say.
  const onTask = (): void => void queries.invalidateQueries({ queryKey: tasksKey });
  const onSlip = (slip: Slip): void => keepSlip(queries, slip);
  const onGone = ({ id }: { id: string }): void => {
    dropSlip(queries, id);
    // What came of it may be none of mine either.
    onTask();
  };

  socket.on('calls:snapshot', onSnapshot);
  socket.on('call:card', onCard);
  socket.on('call:amended', onCard);
  socket.on('agents:snapshot', onAgents);
  socket.on('agent:view', onAgent);
  socket.on('slip:saved', onSlip);
  socket.on('slip:gone', onGone);
  socket.on('task:saved', onTask);
  socket.on('task:gone', onTask);
  socket.on('people:changed', onPeople);
  return () => {
    socket.off('calls:snapshot', onSnapshot);
    socket.off('call:card', onCard);
    socket.off('call:amended', onCard);
    socket.off('agents:snapshot', onAgents);
    socket.off('agent:view', onAgent);
    socket.off('slip:saved', onSlip);
    socket.off('slip:gone', onGone);
    socket.off('task:saved', onTask);
    socket.off('task:gone', onTask);
    socket.off('people:changed', onPeople);
  };
}
