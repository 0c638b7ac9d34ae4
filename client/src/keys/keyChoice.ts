import { useSyncExternalStore } from 'react';
import { deskActions, keySets, keysIn, noOwnKeys } from './keymap.ts';
import type { DeskAction, KeyChoice, KeySet, Keys } from './keymap.ts';
import { remember, remembered } from '../app/remembered.ts';

const stored = 'three-rings.keys';
const listeners = new Set<() => void>();

const usual = (): KeyChoice => ({ set: /Mac/i.test(navigator.userAgent) ? 'laptop' : 'desktop', own: noOwnKeys });

function read(): KeyChoice {
  const text = remembered(stored);
  if (text === null) return usual();
  try {
    const kept = JSON.parse(text) as Partial<KeyChoice>;
    const ownIn = (set: KeySet): Partial<Keys> => Object.fromEntries(Object.entries(kept.own?.[set] ?? {}).filter(([action, key]) => deskActions.some((one) => one === action) && typeof key === 'string'));
    return { set: keySets.find((set) => set === kept.set) ?? usual().set, own: { desktop: ownIn('desktop'), laptop: ownIn('laptop') } };
  } catch {
    // Somebody else's text under our name: the usual keys are better than none.
    return usual();
  }
}

let choice = read();
let keys: Keys = keysIn(choice);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Kept for this computer: the keyboard stands here, not where the user signs in next. */
export function chooseKeys(next: KeyChoice): void {
  choice = next;
  keys = keysIn(next);
  remember(stored, JSON.stringify(next));
  for (const listener of [...listeners]) listener();
}

/** What was chosen on this computer, for the page of settings. */
export const useKeyChoice = (): KeyChoice => useSyncExternalStore(subscribe, () => choice);
/** The key of each action, as it is to be printed. */
export const useKeys = (): Keys => useSyncExternalStore(subscribe, () => keys);
/** As `useKeys`, outside of a component; does not follow a change by itself. */
export const keyOfAction = (action: DeskAction): string => keys[action];
