import { useSyncExternalStore } from 'react';

const moved = 'three-rings:moved';

/** Told whenever the address changes, by us or by the browser's keys. */
export function onMove(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(moved, listener);
  };
}

/** Moves to a page of ours, with a step to go back by; nothing where one is there already. */
export function goTo(path: string): void {
  if (path === location.pathname + location.search) return;
  history.pushState(null, '', path);
  window.dispatchEvent(new Event(moved));
}

/** Writes the address without a step to go back by: each letter of a search is none. */
export function rewriteAddress(path: string): void {
  history.replaceState(history.state, '', path);
  window.dispatchEvent(new Event(moved));
}

/** The path of the page in sight, without the leading slash, split. */
export function useRoute(): string[] {
  const path = useSyncExternalStore(onMove, () => location.pathname);
  return path.split('/').filter(Boolean).map(decodeURIComponent);
}
