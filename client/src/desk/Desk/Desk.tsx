import { useEffect, useRef } from 'react';
import { useDesk } from '../DeskProvider/DeskProvider.tsx';
import { IdleWork } from '../IdleWork/IdleWork.tsx';
import { LiveWork } from '../LiveWork/LiveWork.tsx';
import { RingingWork } from '../RingingWork/RingingWork.tsx';
import { Stage } from '../Stage/Stage.tsx';
import './desk.css';

/** What I say, and below it what I work on. */
export function Desk() {
  const { mode } = useDesk();
  const page = useRef<HTMLDivElement>(null);
  // On a phone the page is longer than its screen: who rings, and what is said first, must be in sight. The paper of a call that is over stays where it is.
  useEffect(() => {
    if (mode !== 'after') page.current?.scrollTo({ top: 0 });
  }, [mode]);
  return (
    <div className="desk" ref={page}>
      <Stage />
      {mode === 'idle' ? <IdleWork /> : mode === 'ringing' ? <RingingWork /> : <LiveWork />}
    </div>
  );
}
