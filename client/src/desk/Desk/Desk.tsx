import { useDesk } from '../DeskProvider/DeskProvider.tsx';
import { IdleWork } from '../IdleWork/IdleWork.tsx';
import { LiveWork } from '../LiveWork/LiveWork.tsx';
import { RingingWork } from '../RingingWork/RingingWork.tsx';
import { Stage } from '../Stage/Stage.tsx';
import './desk.css';

/** What I say, and below it what I work on. */
export function Desk() {
  const { mode } = useDesk();
  return (
    <div className="desk">
      <Stage />
      {mode === 'idle' ? <IdleWork /> : mode === 'ringing' ? <RingingWork /> : <LiveWork />}
    </div>
  );
}
