import type { Slip } from '../contract/slip.ts';

/** A connection may stay for weeks; older slips than these many do not change out of order any more. */
const kept = 2000;

/** Versions of slips that one connection was told: they only grow. */
export interface SlipFeed {
  isNews(slip: Slip): boolean;
}

/** @see SlipFeed */
export function openSlipFeed(): SlipFeed {
  const seen = new Map<string, number>();
  return {
    isNews({ id, version }) {
      if ((seen.get(id) ?? 0) >= version) return false;
      seen.delete(id);
      seen.set(id, version);
      for (const oldest of seen.keys()) {
        if (seen.size <= kept) break;
        seen.delete(oldest);
      }
      return true;
    },
  };
}
