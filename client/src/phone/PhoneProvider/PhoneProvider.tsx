import { createContext, useContext, useEffect, useMemo, useReducer } from 'react';
import type { ReactNode } from 'react';
import type { SessionUser } from '../../../../server/contract/people.ts';
import { useAgents } from '../../live/keys.ts';
import { useLive } from '../../live/LiveProvider.tsx';
import { serverNow } from '../../live/serverClock.ts';
import { advancePhone } from './phoneState.ts';
import type { Leg, Word } from './phoneState.ts';

/** The telephone of this page, whichever line is behind it. */
export interface DeskPhone {
  legOf(callId: string): Leg | null;
  words(callId: string): readonly Word[];
  /** @throws Refusal */
  answer(callId: string): Promise<void>;
  decline(callId: string): Promise<void>;
  hangUp(callId: string): Promise<void>;
  /** Says words to the caller: on the practice line they are typed. */
  say(callId: string, text: string): Promise<void>;
}

const PhoneContext = createContext<DeskPhone | null>(null);
const noWords: readonly Word[] = [];

/** The phone of the practice line. It is registered with the connection, and again whenever it was lost. */
export function PhoneProvider({ user, children }: { user: SessionUser; children: ReactNode }) {
  const { socket, connection, send } = useLive();
  const [state, tell] = useReducer(advancePhone, { legs: [], words: {} });
  const mine = useAgents().find(({ id }) => id === user.id);
  // Another window that has the phone keeps it: taking it over would cut the call that runs there.
  const isNeeded = connection === 'live' && mine?.phone === 'unregistered';

  useEffect(() => {
    if (!isNeeded) return;
    // A refusal shows as "not registered"; the next connection tries again.
    void send('phone:state', { state: 'registered' }).catch(() => undefined);
  }, [isNeeded, send]);

  useEffect(() => {
    const onRing = (ring: Parameters<typeof rung>[0]): void => rung(ring);
    const rung = (ring: { legSid: string; callId: string; from: string; parameters: Record<string, string> }): void => tell({ kind: 'ring', ring });
    const onStopped = ({ legSid }: { legSid: string }): void => tell({ kind: 'stopped', legSid });
    const onHeard = ({ legSid, text }: { legSid: string; text: string }): void => tell({ kind: 'words', legSid, word: { at: serverNow(), by: 'caller', text } });
    const onLost = (): void => tell({ kind: 'lost' });
    socket.on('practice:ring', onRing);
    socket.on('practice:stopped', onStopped);
    socket.on('practice:heard', onHeard);
    socket.on('disconnect', onLost);
    return () => {
      socket.off('practice:ring', onRing);
      socket.off('practice:stopped', onStopped);
      socket.off('practice:heard', onHeard);
      socket.off('disconnect', onLost);
    };
  }, [socket]);

  const phone = useMemo<DeskPhone>(() => {
    const legOf = (callId: string): Leg | null => state.legs.find((leg) => leg.callId === callId) ?? null;
    const act = async (callId: string, what: 'accept' | 'decline' | 'hangUp' | 'say', text?: string): Promise<string | null> => {
      const leg = legOf(callId);
      if (!leg) return null;
      await send('practice:phone', { legSid: leg.legSid, act: what, ...(text === undefined ? {} : { text }) });
      return leg.legSid;
    };
    return {
      legOf,
      words: (callId) => state.words[callId] ?? noWords,
      async answer(callId) {
        const leg = legOf(callId);
        if (leg?.state !== 'ringing') return;
        tell({ kind: 'answering', legSid: leg.legSid });
        await act(callId, 'accept');
        tell({ kind: 'talking', legSid: leg.legSid });
      },
      async decline(callId) {
        const legSid = await act(callId, 'decline');
        if (legSid !== null) tell({ kind: 'declined', legSid });
      },
      async hangUp(callId) {
        await act(callId, 'hangUp');
      },
      async say(callId, text) {
        const legSid = await act(callId, 'say', text);
        if (legSid !== null) tell({ kind: 'words', legSid, word: { at: serverNow(), by: 'agent', text } });
      },
    };
  }, [state, send]);

  return <PhoneContext value={phone}>{children}</PhoneContext>;
}

export function usePhone(): DeskPhone {
  const phone = useContext(PhoneContext);
  if (!phone) throw new Error('usePhone outside of PhoneProvider');
  return phone;
}
