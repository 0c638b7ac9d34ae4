import type { Hours } from '../../../../server/contract/hours.ts';
import { HoursEditor } from '../../presence/HoursEditor/HoursEditor.tsx';

/** When a line is open: always, by weekday, or never. */
export function LineHours({ id, value, onChange }: { id: string; value: Hours; onChange: (hours: Hours) => void }) {
  return <HoursEditor id={id} of="line" value={value} onChange={(hours) => hours && onChange(hours)} />;
}
