import { useEffect, useRef } from 'react';
import type { SessionUser } from '../../../../server/contract/people.ts';
import { OneSlip } from './OneSlip.tsx';
import { SlipList } from './SlipList.tsx';
import './slipsPage.css';

/** The slips of the office, or one of them as on the desk. */
export function SlipsPage({ slipId, user }: { slipId: string | null; user: SessionUser }) {
  const lastOpened = useRef<string | null>(null);
  useEffect(() => {
    if (slipId !== null) lastOpened.current = slipId;
  }, [slipId]);
  return slipId === null ? <SlipList user={user} lastOpened={lastOpened.current} /> : <OneSlip key={slipId} id={slipId} user={user} />;
}
