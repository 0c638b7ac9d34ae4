/*
 * What was written and not kept yet, in this tab: a page may be left for a call, and loaded again. By who wrote it: whoever signs in next does not find it.
 */
const prefix = 'three-rings.draft.';

const keyOf = (userId: string, name: string): string => `${prefix}${userId}.${name}`;

/** What waits under this name; null where nothing does. */
export function tabDraft(userId: string, name: string): object | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(userId, name)) ?? 'null');
    return typeof kept === 'object' ? kept : null;
  } catch {
    // A browser that keeps nothing still shows it as long as the form is there.
    return null;
  }
}

/** Keeps it as JSON in the tab's session storage; null: nothing waits any more. A browser that keeps nothing says nothing. */
export function keepTabDraft(userId: string, name: string, draft: object | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(keyOf(userId, name));
    else sessionStorage.setItem(keyOf(userId, name), JSON.stringify(draft));
  } catch {
    // As above.
  }
}

/** Whoever signs in next must not find them. */
export function forgetTabDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
