import { useSyncExternalStore } from 'react';
import { nothingWritten } from './editState.ts';
import type { EditState } from './editState.ts';

/** What was written into records and not saved yet, by record: it waits while its writer answers a call or looks at another page. */
const drafts = new Map<string, unknown>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Kept in memory, not over a reload; a draft with nothing in it is forgotten. */
export function keepDraft<F extends object>(name: string, state: EditState<F>): void {
  if (Object.keys(state.draft).length === 0) drafts.delete(name);
  else drafts.set(name, state);
  for (const listener of listeners) listener();
}

/** `nothingWritten` for a record that nobody writes in. */
export function draftOf<F extends object>(name: string): EditState<F> {
  return (drafts.get(name) ?? nothingWritten) as EditState<F>;
}

/** Whoever signs in next must not find them. */
export function forgetDrafts(): void {
  drafts.clear();
  for (const listener of listeners) listener();
}

/** As `draftOf`, told anew at each change. */
export function useDraft<F extends object>(name: string): EditState<F> {
  return useSyncExternalStore(subscribe, () => draftOf<F>(name));
}

/** Whether something waits unsaved under a name. */
export function useHasDraft(): (name: string) => boolean {
  useSyncExternalStore(subscribe, () => [...drafts.keys()].join('\n'));
  return (name) => drafts.has(name);
}
