import type { Edited, Editing } from '../people/editing.ts';
import type { HttpDeps } from './deps.ts';
import type { SignedIn } from './sessions.ts';

/**
 * An edit of the directory by whoever is signed in, made of everybody as they stand when its turn comes, kept with its entry of the
 * audit log. Answers with the row as it stands then.
 * @throws DomainError whatever `make` refuses with
 */
export function edit<T>({ directory, clock, settings }: Pick<HttpDeps, 'directory' | 'clock' | 'settings'>, { user }: SignedIn, make: (editing: Editing) => Edited<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let row: T;
    directory
      .amend(() => {
        const edited = make({ people: directory.all(), by: { id: user.id, name: user.name }, now: clock.now(), robotHosts: settings.robotHosts ?? [] });
        ({ row } = edited);
        return edited.changes;
      })
      .then(() => resolve(row), reject);
  });
}
