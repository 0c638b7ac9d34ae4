import { useEffect, useEffectEvent } from 'react';
import { keyOfAction } from './keyChoice.ts';
import { deskActions, pressOf } from './keymap.ts';
import type { DeskAction, FixedKey } from './keymap.ts';

const isAction = (name: string): name is DeskAction => deskActions.some((action) => action === name);

/** Keys that work anywhere on the page, also while typing. A key held down works once. */
export function useDeskKeys(acts: Partial<Record<DeskAction | FixedKey, () => void>>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    // A letter that an input method is still putting together is none of ours.
    if (event.isComposing || event.defaultPrevented) return;
    const pressed = pressOf(event);
    const found = (Object.entries(acts) as [DeskAction | FixedKey, () => void][]).find(([name]) => (isAction(name) ? keyOfAction(name) : name) === pressed);
    if (!found) return;
    event.preventDefault();
    if (!event.repeat) found[1]();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
