/** Those who want to hear of a change. */
export interface Listeners {
  add: (listener: () => void) => () => void;
  tell: () => void;
}

/** @see Listeners */
export function openListeners(): Listeners {
  const listeners = new Set<() => void>();
  return {
    add(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: () => [...listeners].forEach((listener) => listener()),
  };
}
