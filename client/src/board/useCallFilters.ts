import { useMemo, useSyncExternalStore } from 'react';
import { goTo, onMove, rewriteAddress } from '../app/route.ts';
import { readFilters, writeFilters } from './callFilters.ts';
import type { CallFilters } from './callFilters.ts';

/** The filters in the address: a reload, a bookmark and the browser's back key keep them. */
export function useCallFilters(): { filters: CallFilters; change: (part: Partial<CallFilters>, how?: 'step' | 'sameStep') => void } {
  const search = useSyncExternalStore(onMove, () => location.search);
  return useMemo(() => {
    const filters = readFilters(search);
    return {
      filters,
      change(part, how = 'step') {
        const path = writeFilters({ ...readFilters(location.search), ...part });
        if (how === 'step') return goTo(path);
        rewriteAddress(path);
      },
    };
  }, [search]);
}
