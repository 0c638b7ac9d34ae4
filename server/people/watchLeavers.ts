import type { Directory } from './directory.ts';

/** What somebody who has left did not finish is let go of: when he leaves, and when `look` is asked for. */
export function watchLeavers(directory: Pick<Directory, 'user' | 'onChange'>, releases: readonly ((hasLeft: (userId: string) => boolean) => Promise<void>)[]): { look(): Promise<void>; stop(): void } {
  const hasLeft = (userId: string): boolean => directory.user(userId)?.removedAt != null;
  const look = async (): Promise<void> => {
    await Promise.all(releases.map((release) => release(hasLeft)));
  };
  const stop = directory.onChange(({ users }, how) => {
    if (how === 'saved' && users.some(hasLeft)) void look();
  });
  return { look, stop };
}
