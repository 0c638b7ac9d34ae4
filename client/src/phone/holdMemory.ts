const key = 'three-rings.phone';

/** True when this page is the same window again. A duplicated tab has the other's storage and must not take its phone for its own. */
const isReload = (): boolean => performance.getEntriesByType('navigation').some((entry) => (entry as PerformanceNavigationTiming).type === 'reload');

/** The connection over which this window had the phone before it was reloaded. */
export const holdMemory = {
  read: (): string | null => (isReload() ? sessionStorage.getItem(key) : null),
  keep(connectionId: string | null): void {
    if (connectionId === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, connectionId);
  },
};
