import { useEffect, useEffectEvent } from 'react';

/** One key of the desk, as it is printed on it: F2, Shift F2, Alt 1, Ctrl ↵, Esc. */
export type DeskKey = 'F2' | 'Shift F2' | 'Esc' | 'F4' | 'F6' | 'F8' | 'F10' | 'Alt 1' | 'Alt 2' | 'Alt 3' | 'Alt N' | 'Ctrl ↵' | 'Ctrl K';

function keyOf(event: KeyboardEvent): string {
  const name = event.key === 'Escape' ? 'Esc' : event.key === 'Enter' ? '↵' : event.code.startsWith('Digit') && event.altKey ? event.code.slice(5) : event.altKey && event.code.startsWith('Key') ? event.code.slice(3) : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return `${event.ctrlKey || event.metaKey ? 'Ctrl ' : ''}${event.altKey ? 'Alt ' : ''}${event.shiftKey ? 'Shift ' : ''}${name}`;
}

/** Keys that work anywhere on the page, also while typing. A key held down works once. */
export function useDeskKeys(keys: Partial<Record<DeskKey, () => void>>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    // A letter that an input method is still putting together is none of ours.
    if (event.isComposing) return;
    const act = keys[keyOf(event) as DeskKey];
    if (!act) return;
    event.preventDefault();
    if (!event.repeat) act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
