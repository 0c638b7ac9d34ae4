import { useMemo, useSyncExternalStore } from 'react';
import { goTo } from '../app/route.ts';
import { readFilters, writeFilters } from './callFilters.ts';
import type { CallFilters } from './callFilters.ts';

/** The event by which app/route.ts says that the address has changed. */
const moved = 'three-rings:moved';

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(moved, listener);
  };
}

/** The filters in the address: a reload, a bookmark and the browser's back key keep them. */
export function useCallFilters(): { filters: CallFilters; change: (part: Partial<CallFilters>, how?: 'step' | 'sameStep') => void } {
  const search = useSyncExternalStore(subscribe, () => location.search);
  return useMemo(() => {
    const filters = readFilters(search);
    return {
      filters,
      change(part, how = 'step') {
        const path = writeFilters({ ...readFilters(location.search), ...part });
        if (how === 'step') return goTo(path);
        // Each letter of a search is no step to go back by.
        history.replaceState(history.state, '', path);
        window.dispatchEvent(new Event(moved));
      },
    };
  }, [search]);
}
