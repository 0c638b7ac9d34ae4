/** What makes the carrier try again: the server cannot be reached, does not answer in time, or answers 4xx or 5xx. */
export type RetryReason = 'ct' | 'rt' | '4xx' | '5xx';

/** How long one webhook may take and how often it is tried again. Milliseconds of the network's time: practice speed does not touch them. */
export interface Overrides {
  connectMs: number;
  readMs: number;
  totalMs: number;
  retries: number;
  policy: ReadonlySet<RetryReason>;
}

const everyReason: readonly RetryReason[] = ['ct', 'rt', '4xx', '5xx'];

/** The carrier's defaults: one retry, and only where the connection failed; 15 s is the ceiling of a call-processing request. */
export const defaultOverrides: Overrides = { connectMs: 5000, readMs: 15000, totalMs: 15000, retries: 1, policy: new Set<RetryReason>(['ct']) };

/**
 * Reads the override parameters after `#` (`ct=800&rt=2000&tt=4000&rc=1&rp=ct,rt,5xx`); they are obeyed, never sent, never signed.
 * Values outside the carrier's ranges are returned as `faults`, by key, and the default holds for them.
 */
export function readOverrides(url: string): { overrides: Overrides; faults: string[] } {
  const at = url.indexOf('#');
  const overrides: Overrides = { ...defaultOverrides };
  const faults: string[] = [];
  if (at === -1 || at === url.length - 1) return { overrides, faults };
  for (const pair of url.slice(at + 1).split('&')) {
    const [key = '', value = ''] = pair.split('=');
    switch (key) {
      case 'ct':
        overrides.connectMs = within(pair, value, 100, 10000, overrides.connectMs, faults);
        break;
      case 'rt':
        overrides.readMs = within(pair, value, 100, 15000, overrides.readMs, faults);
        break;
      case 'tt':
        overrides.totalMs = within(pair, value, 100, 15000, overrides.totalMs, faults);
        break;
      case 'rc':
        overrides.retries = within(pair, value, 0, 5, overrides.retries, faults);
        break;
      case 'rp': {
        const reasons = value.split(',');
        const known = reasons.filter((reason): reason is RetryReason => (everyReason as readonly string[]).includes(reason));
        if (reasons.includes('all')) overrides.policy = new Set(everyReason);
        else if (known.length !== reasons.length) faults.push(pair);
        else overrides.policy = new Set(known);
        break;
      }
      case 'sni':
        if (value !== 'y' && value !== 'n') faults.push(pair);
        break;
      case 'e':
        break;
      default:
        faults.push(pair);
    }
  }
  return { overrides, faults };
}

function within(pair: string, value: string, min: number, max: number, fallback: number, faults: string[]): number {
  const number = /^\d+$/.test(value) ? Number(value) : NaN;
  if (number >= min && number <= max) return number;
  faults.push(pair);
  return fallback;
}
