import type { Hours } from '../../../../server/contract/hours.ts';
import { HoursEditor } from '../../presence/HoursEditor/HoursEditor.tsx';

/** When somebody works, on his office's clock; null: not told. */
export function PersonHours(props: { id: string; value: Hours | null; onChange: (hours: Hours | null) => void }) {
  return <HoursEditor {...props} of="staff" />;
}
