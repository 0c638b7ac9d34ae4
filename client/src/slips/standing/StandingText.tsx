import type { Slip } from '../../../../server/contract/slip.ts';
import { useStandingWords } from './useStandingWords.ts';
import './standing.css';

/** Where a message stands, with what comes next below it. */
export function StandingText({ slip }: { slip: Slip }) {
  const { now, next, isStuck } = useStandingWords().standing(slip);
  return (
    <span className="standing" data-stuck={isStuck}>
      {isStuck ? <b>{now}</b> : <span>{now}</span>}
      {next !== null && <small className={isStuck ? '' : 'quiet'}>{next}</small>}
    </span>
  );
}
