import { randomBytes } from 'node:crypto';
import type { PeopleStore } from '../people/ports.ts';

/** A secret that the records keep by name, made when it is first asked for: what is signed with it holds after a restart and on every node, also where several nodes first start at once. */
export function keptSecret(store: Pick<PeopleStore, 'keepSetting'>, name: string): Promise<string> {
  return store.keepSetting(name, randomBytes(32).toString('base64url'));
}
