import type { QueryClient } from '@tanstack/react-query';
import type { Slip } from '../../../server/contract/slip.ts';

export interface SlipPage {
  items: Slip[];
  next?: string;
}

/** Takes a slip over, wherever it is shown, unless it is older than the one we have. */
export function keepSlip(queries: QueryClient, slip: Slip): void {
  queries.setQueryData<Slip>(['slip', slip.id], (known) => (known && known.version > slip.version ? known : slip));
  const pages = queries.getQueriesData<SlipPage>({ queryKey: ['slips'] });
  const isListed = pages.some(([, page]) => page?.items.some(({ id }) => id === slip.id));
  if (!isListed) {
    void queries.invalidateQueries({ queryKey: ['slips'] });
    return;
  }
  queries.setQueriesData<SlipPage>({ queryKey: ['slips'] }, (page) => page && { ...page, items: page.items.map((known) => (known.id === slip.id && known.version <= slip.version ? slip : known)) });
}
