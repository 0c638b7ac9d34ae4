import type { QueryClient } from '@tanstack/react-query';
import type { Slip } from '../../../server/contract/slip.ts';

/** An answer of `GET /api/slips`, as the queries under `slips` hold it. `next`: the cursor of the page after it; absent on the last. */
export interface SlipPage {
  items: Slip[];
  next?: string;
}

/** Takes a slip over, wherever it is shown, unless it is older than the one we have. */
export function keepSlip(queries: QueryClient, slip: Slip): void {
  queries.setQueryData<Slip>(['slip', slip.id], (known) => (known && known.version > slip.version ? known : slip));
  const listed = queries.getQueriesData<SlipPage>({ queryKey: ['slips'] }).flatMap(([, page]) => page?.items.filter(({ id }) => id === slip.id) ?? []);
  // Only lists that have it are written: one that is written counts as fresh, and would not be asked for again.
  queries.setQueriesData<SlipPage>({ queryKey: ['slips'], predicate: ({ state }) => (state.data as SlipPage | undefined)?.items.some(({ id }) => id === slip.id) === true }, (page) => page && { ...page, items: page.items.map((known) => (known.id === slip.id && known.version <= slip.version ? slip : known)) });
  // A slip that is new, or changed its state, belongs into other lists than those that have it.
  if (listed.length === 0 || listed.some(({ state }) => state !== slip.state)) void queries.invalidateQueries({ queryKey: ['slips'] });
}

/** A slip that this user may not read any more leaves every list; a page that has it open asks again, and is told. */
export function dropSlip(queries: QueryClient, id: string): void {
  queries.setQueriesData<SlipPage>({ queryKey: ['slips'], predicate: ({ state }) => (state.data as SlipPage | undefined)?.items.some((slip) => slip.id === id) === true }, (page) => page && { ...page, items: page.items.filter((slip) => slip.id !== id) });
  void queries.resetQueries({ queryKey: ['slip', id] });
}
