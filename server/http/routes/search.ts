import { DomainError } from '../../contract/errors.ts';
import { searchKinds, searchQuery, searchReply } from '../../contract/search.ts';
import type { SearchItem, SearchKind } from '../../contract/search.ts';
import { parseQuery } from '../../search/parseQuery.ts';
import { personItem, residentItem } from '../../search/foundItems.ts';
import type { SearchPage } from '../../search/searchDesk.ts';
import { callUnits, colleagueUnits, maySeeSlip, narrowUnits, staffIdsOf } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { offsetPage } from '../offsetPage.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { within } from '../within.ts';

/** Of each kind, where all are asked for at once. */
const shownOfEach = 6;
const budgetMs = 800;
const usualZone = 'Asia/Shanghai';

/** The search of the house: slips, calls, colleagues and residents, each within what the reader may see. */
export function searchRoutes({ search, directory, callDesk, residents, clock }: HttpDeps): Route[] {
  return [
    signedInRoute({ method: 'get', path: '/api/search', summary: 'Slips, calls, people and residents by names, numbers, words, sounds, days and states', query: searchQuery, reply: searchReply }, async ({ me: { user }, query }) => {
      const { q, kind, unitId, limit, cursor } = query;
      const isStaff = user.role === 'staff';
      if (cursor !== undefined && kind === undefined) throw new DomainError('bad_input', 'not accepted: cursor', { cursor: 'only with a kind' });
      const unitIds = isStaff ? [] : narrowUnits(callUnits(user), unitId);
      const own = staffIdsOf(directory, user);
      const timeZone = directory.unit(unitId ?? user.unitIds[0] ?? '')?.timeZone ?? directory.all().units[0]?.timeZone ?? usualZone;
      const parsed = parseQuery(q, { now: clock.now(), timeZone });
      const wanted = kind === undefined ? Math.min(limit, shownOfEach) : limit;
      const nothing: SearchPage = { items: [] };
      const words = { limit: wanted, cursor, query: parsed };
      const find: Record<SearchKind, () => SearchPage | Promise<SearchPage>> = {
        slip: () => search.desk.slips({ ...words, scope: { unitIds, recipientIds: unitId === undefined ? own : [] }, mayRead: (slip) => maySeeSlip({ directory, callDesk }, user, slip) }),
        call: () => (isStaff ? nothing : search.desk.calls({ ...words, scope: { unitIds, recipientIds: [] } })),
        person() {
          if (isStaff || q === '') return nothing;
          const colleagues = colleagueUnits(user);
          const found = directory.findStaff(q, unitId === undefined ? colleagues : [unitId]);
          const { items, next } = offsetPage(found, { limit: wanted, cursor });
          const people = items.map(({ staff }) => personItem(staff, parsed));
          return next === undefined ? { items: people } : { items: people, next };
        },
        async resident() {
          if (isStaff || q === '') return nothing;
          const found = await residents.search({ text: q, unitIds, limit: wanted, cursor });
          const items = found.items.map((one) => residentItem(one, parsed));
          return found.next === undefined ? { items } : { items, next: found.next };
        },
      };
      const kinds = kind === undefined ? searchKinds : [kind];
      const pages = await within(clock, budgetMs, 'the search', Promise.all(kinds.map(async (one) => ({ kind: one, page: await find[one]() }))));
      const items: SearchItem[] = pages.flatMap(({ page }) => page.items);
      const left = search.left();
      return {
        items,
        ...(kind !== undefined && pages[0]?.page.next !== undefined && { next: pages[0].page.next }),
        more: pages.filter(({ page }) => page.next !== undefined).map((one) => one.kind),
        understood: parsed.understood,
        ...(left > 0 && { incomplete: { left } }),
      };
    }),
  ];
}
