import { useKeys } from './keyChoice.ts';
import type { DeskAction } from './keymap.ts';

/** The key of an action as it is printed on this keyboard. */
export function Key({ of }: { of: DeskAction }) {
  return <kbd>{useKeys()[of]}</kbd>;
}
