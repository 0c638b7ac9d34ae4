import { betweenNames } from '../../../server/contract/privateNames.ts';
import { Refusal } from './request.ts';

/** What is done about a private number in what somebody wrote (contract/privateChoice.ts). */
export type PrivateChoice = { confirmPrivate: true } | { maskPrivate: true };

/** Whether it is the refusal that asks about a private number. */
export function asksAboutNumber(error: unknown): error is Refusal {
  return error instanceof Refusal && error.code === 'needs_confirmation';
}

/** Whose numbers such a refusal is about, everybody once. `told`: values of its `fields`. */
export function namesOf(told: readonly string[]): string[] {
  return [...new Set(told.flatMap((names) => names.split(betweenNames)))];
}
