import type { AuditAct, NewAuditEntry } from '../contract/audit.ts';
import { DomainError } from '../contract/errors.ts';
import { fileChanges } from './fileChanges.ts';
import type { ResidentStore } from './ports.ts';
import type { Resident } from './resident.ts';

/** Who does something, and when (ms UTC). */
export interface Doing {
  by: { id: string; name: string };
  at: number;
}

/** One file of a change: as it was, and as it shall be. Its revision is set here. */
export interface FileChange {
  before: Resident | null;
  after: Resident;
  act: AuditAct;
}

/** Every edit of a file by a person goes through here: next revision, history, news. */
export interface FileKeeping {
  /** @throws DomainError `not_found`; a removed file is found, whoever asks must say what to do with it */
  load(id: string): Promise<Resident>;
  /** Kept together or not at all. @throws DomainError `conflict` when one of the files was changed meanwhile */
  keep(changes: readonly FileChange[], doing: Doing): Promise<Resident[]>;
  /** Loads, changes, keeps; again from the start when another was faster. `make` may throw a refusal; null: nothing to change. */
  amend<T>(doing: Doing, make: () => Promise<{ changes: readonly FileChange[]; result: T }>): Promise<T>;
  onChange(listener: (ids: readonly string[]) => void): () => void;
  /** Tells the listeners of files that somebody else wrote. */
  tell(ids: readonly string[]): void;
}

/** Another's edit between look and write is rare, several in a row do not happen by themselves. */
const mostTries = 4;

/** @see FileKeeping */
export function openFileKeeping(store: ResidentStore): FileKeeping {
  const listeners = new Set<(ids: readonly string[]) => void>();

  const tell = (ids: readonly string[]): void => {
    for (const listener of [...listeners]) listener(ids);
  };

  async function tryToKeep(changes: readonly FileChange[], { by, at }: Doing): Promise<Resident[] | null> {
    const rows = changes.map(({ before, after }): Resident => ({ ...after, rev: before ? before.rev + 1 : 0 }));
    const audit = changes.map(({ before, act }, index): NewAuditEntry => {
      const after = rows[index] ?? changes[index]?.after;
      if (!after) throw new Error('a change without a file');
      return { at, by, unitId: after.unitId, act, subject: { kind: 'resident', id: after.id, name: after.name }, ...fileChanges(before, after), reason: '' };
    });
    if ((await store.saveResidents(rows, audit)) === 'conflict') return null;
    tell(rows.map(({ id }) => id));
    return rows;
  }

  return {
    async load(id) {
      const found = await store.loadResident(id);
      if (!found) throw new DomainError('not_found', 'no such file');
      return found;
    },
    async keep(changes, doing) {
      const kept = await tryToKeep(changes, doing);
      if (!kept) throw new DomainError('conflict', 'another has changed this file', { rev: 'not the newest' });
      return kept;
    },
    async amend(doing, make) {
      for (let tries = 1; ; tries += 1) {
        const { changes, result } = await make();
        if (changes.length === 0 || (await tryToKeep(changes, doing))) return result;
        if (tries === mostTries) throw new DomainError('conflict', 'another keeps changing this file', { rev: 'not the newest' });
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell,
  };
}
