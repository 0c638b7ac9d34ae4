import { randomBytes } from 'node:crypto';
import type { PeopleStore } from '../people/ports.ts';

/** A secret that the records keep by name, made when it is first asked for: what is signed with it holds after a restart and on every node. */
export async function keptSecret(store: Pick<PeopleStore, 'getSetting' | 'putSetting'>, name: string): Promise<string> {
  const kept = await store.getSetting(name);
  if (kept !== null) return kept;
  await store.putSetting(name, randomBytes(32).toString('base64url'));
  // Of two nodes that start at once the later writer's counts for both: what stands there is read again.
  return (await store.getSetting(name)) ?? keptSecret(store, name);
}
