import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 600px)');

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

/** A screen of a telephone: nothing there is told by keys. */
export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
