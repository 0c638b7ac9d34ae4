import type { PrivateChoice } from '../slips/privateChoice.ts';

/** The part of a body that says what to do about private numbers in its words (contract/privateChoice.ts). */
export interface SaidBody {
  confirmPrivate?: true | undefined;
  maskPrivate?: true | undefined;
}

/** As the slip desk takes it ([V9]). */
export function choiceOf({ confirmPrivate, maskPrivate }: SaidBody): PrivateChoice {
  return { confirm: confirmPrivate, mask: maskPrivate };
}
