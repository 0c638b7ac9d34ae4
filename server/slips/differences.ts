import type { Slip } from '../contract/slip.ts';

/** The values that a write changes, as they are after it. */
export function differences(before: Slip | null, after: Slip): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(after)) {
    if (name === 'version' || name === 'missing' || name === 'hands') continue;
    if (before === null || JSON.stringify(before[name as keyof Slip]) !== JSON.stringify(value)) changed[name] = value;
  }
  return changed;
}
