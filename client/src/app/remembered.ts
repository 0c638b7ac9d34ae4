/** What this browser keeps under this name; null where it keeps nothing, or may not. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    // Storage is switched off: everything is as on the first day, and works.
    return null;
  }
}

/** Keeps a text under this name, or nothing any more. @returns false where the browser keeps nothing, or has no room */
export function remember(name: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}
