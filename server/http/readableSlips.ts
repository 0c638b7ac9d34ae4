import type { Slip } from '../contract/slip.ts';
import type { User } from '../people/people.ts';
import type { SlipListing } from '../slips/ports.ts';
import type { SlipDesk } from '../slips/slipDesk.ts';
import { maySeeSlip } from './authority.ts';
import type { SlipScope } from './authority.ts';

/** A request looks at no more slips than these many times its page; the rest is behind its page mark. */
const pagesLookedAt = 20;

/** A page of those slips that this user may read. It may be short, or empty, with a page mark all the same. */
export async function readableSlips(scope: SlipScope & { slipDesk: Pick<SlipDesk, 'list'> }, user: User, listing: SlipListing): Promise<{ items: Slip[]; next?: string }> {
  const items: Slip[] = [];
  let { cursor } = listing;
  for (let looked = 0; looked < pagesLookedAt; looked++) {
    const page = await scope.slipDesk.list({ ...listing, limit: listing.limit - items.length, cursor });
    items.push(...page.items.filter((slip) => maySeeSlip(scope, user, slip)));
    cursor = page.next;
    if (cursor === undefined || items.length >= listing.limit) break;
  }
  return cursor === undefined ? { items } : { items, next: cursor };
}
