import { plainText } from '../people/plainText.ts';

/** Two writings of one name have one key: simplified, small letters, without spaces and marks. */
export function nameKey(name: string): string {
  return plainText(name).replaceAll(' ', '');
}
