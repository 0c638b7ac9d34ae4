import { nothingUnsaved } from './unsaved.ts';
import type { Unsaved } from './unsaved.ts';

const prefix = 'three-rings.unsaved.';
/** Of this page as it is loaded now: a duplicated tab or a reload is another one, and so is the page of whoever signs in next. */
let page = newPage();
let owner: string | null = null;
function newPage(): string {
  return Math.random().toString(36).slice(2);
}
const keyOf = (slipId: string): string => `${prefix}${owner ?? ''}/${slipId}/${page}`;
const lockOf = (ofPage: string): string => `three-rings.page.${ofPage}`;

/** Plain http on an office network has no locks: there, whatever another page left is taken at once, which at worst stores the same text twice. */
const locks = (): LockManager | undefined => ('locks' in navigator ? navigator.locks : undefined);

let letGo: (() => void) | null = null;

/** Held as long as this page lives: whoever gets it knows that this page is gone, however it went. */
function holdLock(): void {
  void locks()?.request(lockOf(page), () => new Promise<void>((resolve) => (letGo = resolve)));
}

/** From now on texts are kept as this user's: nobody else's hand brings them to the server. */
export function keepAs(userId: string): void {
  letGo?.();
  owner = userId;
  page = newPage();
  holdLock();
}

/** Keeps on this computer what is not yet on the server. @returns false where the browser keeps nothing (no room, or not allowed) */
export function keepUnsaved(slipId: string, unsaved: Unsaved | null): boolean {
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

/** Hands over what pages of this user that are gone left behind, of any slip, now or when they go. `adopt` keeps it under this page's name. */
export function adoptOrphans(adopt: (slipId: string, left: Unsaved) => void): void {
  const [me, mine] = [owner, page];
  let keys: string[];
  try {
    keys = Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}${me ?? ''}/`) && !key.endsWith(`/${mine}`));
  } catch {
    // A browser that keeps nothing has kept nothing.
    return;
  }
  for (const key of keys) {
    const [, slipId = '', leftBy = ''] = key.slice(prefix.length).split('/');
    const take = (): void => {
      // Somebody else has signed in since: this is not his.
      if (owner !== me) return;
      const left = read(key);
      if (!left) return;
      // First the room, then the same text under this page's name.
      localStorage.removeItem(key);
      adopt(slipId, left);
    };
    const manager = locks();
    if (manager) void manager.request(lockOf(leftBy), take);
    else take();
  }
}
