export { knownActionsPermitted as actionsPermitted, knownActionsRequested as actionsRequested } from '../../../server/contract/slipFields.ts';

/** What a hand wrote besides the known choices of field 6, as one text. */
export function ownWords(chosen: readonly string[], names: readonly string[]): string {
  return chosen.filter((name) => !names.includes(name)).join('；');
}

/** The choices with that text in place of what stood there before. */
export function withOwnWords(chosen: readonly string[], names: readonly string[], words: string): string[] {
  return [...chosen.filter((name) => names.includes(name)), ...(words.trim() === '' ? [] : [words])];
}
