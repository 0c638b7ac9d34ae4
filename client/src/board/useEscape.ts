import { useEffect, useEffectEvent } from 'react';

/**
 * Esc leaves a page. It is heard before the keys of the desk, which take every Esc; `isFree` must be false while the desk has a use for it.
 * Whoever writes has his Esc in his own field.
 */
export function useEscape(isFree: boolean, leave: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isFree || event.key !== 'Escape' || event.isComposing || event.repeat) return;
    if (event.target instanceof HTMLElement && event.target.matches('input, textarea')) return;
    event.preventDefault();
    leave();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}
