import { types } from 'node:util';

/** What went wrong, in the words of whoever threw it. (`instanceof Error` is false for errors that come from another realm.) */
export function reasonOf(error: unknown): string {
  if (!types.isNativeError(error)) return String(error);
  // Node tries every address of a name and leaves the message of the whole empty.
  if (error.message === '' && 'errors' in error && Array.isArray(error.errors)) return error.errors.map(reasonOf).join('; ');
  return error.message;
}
