import { useSyncExternalStore } from 'react';
import { remember, remembered } from './remembered.ts';

/** `system` follows the computer's own setting. */
export const appearances = ['system', 'light', 'dark'] as const;
/** @see appearances */
export type Appearance = (typeof appearances)[number];

const key = 'three-rings.appearance';
const listeners = new Set<() => void>();
const asksDark = matchMedia('(prefers-color-scheme: dark)');

let chosen: Appearance = appearances.find((one) => one === remembered(key)) ?? 'system';

const isDarkNow = (): boolean => chosen === 'dark' || (chosen === 'system' && asksDark.matches);

function show(): void {
  document.documentElement.dataset['theme'] = isDarkNow() ? 'dark' : 'light';
  for (const listener of [...listeners]) listener();
}

/** Shows the chosen look, and follows the computer's where it says so. */
export function startAppearance(): void {
  asksDark.addEventListener('change', show);
  show();
}

/** Kept for this computer: light is a matter of the room it stands in. */
export function chooseAppearance(appearance: Appearance): void {
  chosen = appearance;
  remember(key, appearance);
  show();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What was chosen; `useIsDark` says what is shown. */
export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, () => chosen);
/** Whether the dark look is shown now, by choice or by the computer. */
export const useIsDark = (): boolean => useSyncExternalStore(subscribe, isDarkNow);
