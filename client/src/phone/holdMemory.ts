const key = 'three-rings.phone';

/** True when this page is the same window again. A duplicated tab has the other's storage and must not take its phone for its own. */
const isReload = (): boolean => performance.getEntriesByType('navigation').some((entry) => (entry as PerformanceNavigationTiming).type === 'reload');

/** The connection over which this window had the phone before it was reloaded. Where storage is switched off, a reloaded window is a new one. */
export const holdMemory = {
  read(): string | null {
    try {
      return isReload() ? sessionStorage.getItem(key) : null;
    } catch {
      return null;
    }
  },
  keep(connectionId: string | null): void {
    try {
      if (connectionId === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, connectionId);
    } catch {
      // Then a waiting window may have the phone first.
    }
  },
};
