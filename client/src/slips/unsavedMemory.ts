import { nothingUnsaved } from './unsaved.ts';
import type { Unsaved } from './unsaved.ts';

const prefix = 'three-rings.unsaved.';
/** Of this page as it is loaded now: a duplicated tab or a reload is another one. */
const page = Math.random().toString(36).slice(2);
const keyOf = (slipId: string): string => `${prefix}${slipId}/${page}`;
const lockOf = (owner: string): string => `three-rings.page.${owner}`;

/** Plain http on an office network has no locks: there, whatever another page left is taken at once, which at worst stores the same text twice. */
const locks = (): LockManager | undefined => ('locks' in navigator ? navigator.locks : undefined);

let isHeld = false;
/** Held as long as this page lives: whoever gets it knows that this page is gone, however it went. */
function holdLock(): void {
  if (isHeld) return;
  isHeld = true;
  void locks()?.request(lockOf(page), () => new Promise(() => undefined));
}

/** Keeps on this computer what is not yet on the server. @returns false where the browser keeps nothing (no room, or not allowed) */
export function keepUnsaved(slipId: string, unsaved: Unsaved | null): boolean {
  holdLock();
  try {
    if (unsaved === null) localStorage.removeItem(keyOf(slipId));
    else localStorage.setItem(keyOf(slipId), JSON.stringify(unsaved));
    return true;
  } catch {
    // The text is still in this page and on its way; the form says that the page must stay open.
    return unsaved === null;
  }
}

function read(key: string): Unsaved | null {
  const text = localStorage.getItem(key);
  if (text === null) return null;
  try {
    return { ...nothingUnsaved, ...(JSON.parse(text) as Partial<Unsaved>) };
  } catch {
    // Broken off in the middle of a crash: there is nothing in it to be saved.
    localStorage.removeItem(key);
    return null;
  }
}

/** Hands over what pages that are gone left behind, of any slip, now or when they go. `adopt` keeps it under this page's name. */
export function adoptOrphans(adopt: (slipId: string, left: Unsaved) => void): void {
  holdLock();
  let keys: string[];
  try {
    keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix) && !key.endsWith(`/${page}`));
  } catch {
    // A browser that keeps nothing has kept nothing.
    return;
  }
  for (const key of keys) {
    const [slipId = '', owner = ''] = key.slice(prefix.length).split('/');
    const take = (): void => {
      const left = read(key);
      if (!left) return;
      // First the room, then the same text under this page's name.
      localStorage.removeItem(key);
      adopt(slipId, left);
    };
    const manager = locks();
    if (manager) void manager.request(lockOf(owner), take);
    else take();
  }
}
