const keyOf = (slipId: string): string => `three-rings.time.${slipId}`;

/** A text in field 7 that is no time yet cannot be stored as one: this tab keeps it, also over a reload. */
export function keepTyped(slipId: string, text: string): void {
  try {
    sessionStorage.setItem(keyOf(slipId), text);
  } catch {
    // A browser that keeps nothing still shows it as long as the form is open.
  }
}

/** The text was read as a time, or given up. */
export function forgetTyped(slipId: string): void {
  try {
    sessionStorage.removeItem(keyOf(slipId));
  } catch {
    // Nothing was kept.
  }
}

/** What this tab kept of field 7; null where nothing waits, or the browser keeps nothing. */
export function typedBefore(slipId: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(slipId));
  } catch {
    return null;
  }
}
