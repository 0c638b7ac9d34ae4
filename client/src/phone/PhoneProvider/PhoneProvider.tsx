import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { SessionUser } from '../../../../server/contract/people.ts';
import type { PhoneView } from '../../../../server/contract/phone.ts';
import { request } from '../../app/request.ts';
import { useAgents, useLiveCalls } from '../../live/keys.ts';
import { useLive } from '../../live/LiveProvider.tsx';
import type { DeskPhone } from '../deskPhone.ts';
import { openPhoneFor } from './openPhoneFor.ts';
import { PhoneEffects } from './PhoneEffects.tsx';
import { PhoneContext } from './usePhone.ts';
import type { OpenDeskPhone } from '../openDeskPhone.ts';

/** The phone as it stands: a new object at each change, so that who reads it is drawn again. */
function usePhoneNow(phone: OpenDeskPhone): DeskPhone {
  const changes = useSyncExternalStore(phone.subscribe, phone.changes);
  // The count stands for all that is behind the getters, which are read here, once.
  return useMemo(() => ({ ...phone, changes }), [phone, changes]);
}

/** The telephone of this page, on whichever line the server has. */
export function PhoneProvider({ user, children }: { user: SessionUser; children: ReactNode }) {
  const { socket, connection, send } = useLive();
  const { data: line, failureCount } = useQuery({ queryKey: ['phone'], queryFn: () => request<PhoneView>('GET', '/api/phone'), staleTime: Infinity, gcTime: Infinity, retry: true, retryDelay: (failures) => Math.min(1000 * 2 ** failures, 15_000) });
  const mine = useAgents().find(({ id }) => id === user.id);
  const cards = useLiveCalls();
  const hasFailed = failureCount > 2;
  const [phone, setPhone] = useState<OpenDeskPhone>(() => openPhoneFor(null, { socket, send, userId: user.id }));

  useEffect(() => {
    const opened = openPhoneFor(line ?? (hasFailed ? 'failed' : null), { socket, send, userId: user.id });
    setPhone(opened);
    const onHere = ({ here }: { here: boolean }): void => opened.here(here);
    socket.on('phone:here', onHere);
    return () => {
      socket.off('phone:here', onHere);
      opened.close();
    };
    // Not for each new `send`: it is made anew with each state of the connection, and what it does is the same.
  }, [line, hasFailed, socket, user.id]);

  const standing = mine?.phone ?? null;
  const callId = mine?.callId ?? null;
  useEffect(() => {
    phone.know({ connection, connectionId: connection === 'live' ? (socket.id ?? null) : null, phone: standing, cards, callId });
  }, [phone, connection, socket, standing, cards, callId]);

  return (
    <PhoneContext value={usePhoneNow(phone)}>
      <PhoneEffects />
      {children}
    </PhoneContext>
  );
}

export { usePhone } from './usePhone.ts';
