import type { Hours } from '../../../../server/contract/hours.ts';
import { useHoursWords } from '../../offices/hoursWords.ts';

/** The place of the hours' editor (client/src/presence/HoursEditor). */
export function PersonHours({ id, value }: { id: string; value: Hours | null; onChange: (hours: Hours | null) => void }) {
  const hoursWords = useHoursWords();
  return (
    <span id={id} style={{ lineHeight: '32px' }}>
      {hoursWords(value)}
    </span>
  );
}
