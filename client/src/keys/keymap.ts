/** What the keys of the desk do. F2 is always "go on": answer, said, confirmed, done. */
export const deskActions = ['goOn', 'goBack', 'find', 'other', 'slip', 'mute', 'hangUp', 'practice'] as const;
/** @see deskActions */
export type DeskAction = (typeof deskActions)[number];

/** Keys that stay where they are: no, matters and presence by digits, people by letters, read back, would not say. */
export const fixedKeys = ['Esc', 'Alt 1', 'Alt 2', 'Alt 3', 'Alt 4', 'Alt 5', 'Alt 6', 'Alt A', 'Alt B', 'Alt C', 'Alt D', 'Alt E', 'Alt L', 'Alt N', 'Alt Q', 'Alt R', 'Alt T', 'Alt W', 'Alt X', 'Alt Y', 'Alt Shift 1', 'Alt Shift 2', 'Alt Shift 3', 'Alt Shift 4', 'Alt Shift 5', 'Alt Shift 6', 'Ctrl ↵', 'Ctrl K'] as const;
/** @see fixedKeys */
export type FixedKey = (typeof fixedKeys)[number];

/** `laptop`: without function keys, the usual set on a Mac. */
export const keySets = ['desktop', 'laptop'] as const;
/** @see keySets */
export type KeySet = (typeof keySets)[number];
/** A press as `pressOf` prints it, for each action. */
export type Keys = Record<DeskAction, string>;

/** As printed on the keys. Laptops and Macs keep the upper row for brightness and sound: there Alt and a letter do the same. */
const keysOf: Record<KeySet, Keys> = {
  desktop: { goOn: 'F2', goBack: 'Shift F2', find: 'F4', other: 'F9', slip: 'F8', mute: 'F7', hangUp: 'F10', practice: 'F6' },
  laptop: { goOn: 'Alt ↵', goBack: 'Alt Shift ↵', find: 'Alt F', other: 'Alt O', slip: 'Alt S', mute: 'Alt M', hangUp: 'Alt H', practice: 'Alt P' },
};

/** A set, and what its user put elsewhere in each: trying the other set loses nothing. */
export interface KeyChoice {
  set: KeySet;
  own: Readonly<Record<KeySet, Partial<Keys>>>;
}

/** Both sets as they come. */
export const noOwnKeys: KeyChoice['own'] = { desktop: {}, laptop: {} };

/** The chosen set with its user's own keys over it. */
export const keysIn = ({ set, own }: KeyChoice): Keys => ({ ...keysOf[set], ...own[set] });

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const named: Readonly<Record<string, string>> = { Escape: 'Esc', Enter: '↵', ' ': 'Space', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** The press as it is printed: `Shift F2`, `Alt N`. With Alt a keyboard may type another sign: then the place of the key counts. */
export function pressOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Press): string {
  const byPlace = altKey ? /^(?:Digit|Key)(.)$/.exec(code)?.[1] : undefined;
  const name = byPlace ?? named[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return `${ctrlKey || metaKey ? 'Ctrl ' : ''}${altKey ? 'Alt ' : ''}${shiftKey ? 'Shift ' : ''}${name}`;
}

/** Why a press cannot be the key of an action: it types a letter, it is a key of ours that stays, or another action has it. Null when it can. */
export function refusalOf(press: string, action: DeskAction, choice: KeyChoice): { why: 'types' | 'fixed' } | { why: 'taken'; by: DeskAction } | null {
  if (!/^(?:(?:Ctrl |Alt )(?:Shift )?\S+|(?:Shift )?F\d{1,2})$/.test(press) || /(?:Control|Alt|Shift|Meta)$/.test(press)) return { why: 'types' };
  if (fixedKeys.some((key) => key === press)) return { why: 'fixed' };
  const keys = keysIn(choice);
  const by = deskActions.find((other) => other !== action && keys[other] === press);
  return by ? { why: 'taken', by } : null;
}
