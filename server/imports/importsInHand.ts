import { Mutex } from 'async-mutex';
import type { Clock } from '../clockwork/clock.ts';
import { DomainError } from '../contract/errors.ts';
import type { ImportRecord } from './importRecord.ts';
import type { OpenImport } from './openImport.ts';
import type { ImportStore } from './ports.ts';

/** So many imports are in memory at once; one that nobody looked at for long is put away and read again when asked for. */
const mostInHand = 4;

/** The imports that this node has in memory, each with its thread. */
export interface ImportsInHand {
  /** Takes one in hand; where that makes too many, idle ones are put away. */
  add(record: ImportRecord): OpenImport;
  /** From memory, or read again from the records. @throws DomainError `not_found` */
  find(id: string): Promise<OpenImport>;
  known(id: string): OpenImport | undefined;
  all(): OpenImport[];
  /** Out of memory, and its thread ended; what the records keep of it stays. */
  letGo(one: OpenImport): void;
  /** Puts away those at which nobody looked for `idleForMs`. */
  putIdleAway(idleForMs: number): void;
}

/** @param onFileHere the whole file of an import that was put away is in the records: its rows are to be read again */
export function importsInHand({ store, clock, onFileHere }: { store: ImportStore; clock: Clock; onFileHere: (one: OpenImport) => void }): ImportsInHand {
  const open = new Map<string, OpenImport>();
  const loading = new Map<string, Promise<OpenImport>>();

  function letGo(one: OpenImport): void {
    one.thread?.close();
    one.thread = null;
    open.delete(one.record.id);
  }

  function idleOf(forMs: number): OpenImport[] {
    return [...open.values()].filter(({ doing, receiving, lastUsedAt }) => doing === null && !receiving.isLocked() && clock.now() - lastUsedAt >= forMs);
  }

  function add(record: ImportRecord): OpenImport {
    const one: OpenImport = { record, receiving: new Mutex(), thread: null, file: null, face: null, mapping: [], mappingFrom: 'guess', doing: null, progress: 0, counts: null, failure: null, isStale: false, lastUsedAt: clock.now(), work: Promise.resolve() };
    open.set(record.id, one);
    const readOnes = idleOf(0).filter(({ thread }) => thread !== null);
    for (const longestUnseen of readOnes.sort((a, b) => a.lastUsedAt - b.lastUsedAt).slice(0, Math.max(0, open.size - mostInHand))) letGo(longestUnseen);
    return one;
  }

  async function readAgain(id: string): Promise<OpenImport> {
    const record = await store.loadImport(id);
    if (!record) throw new DomainError('not_found', 'no such import');
    const one = add(record);
    if (record.state === 'open' && record.received >= record.size) onFileHere(one);
    return one;
  }

  function load(id: string): Promise<OpenImport> {
    const loaded = readAgain(id).finally(() => loading.delete(id));
    loading.set(id, loaded);
    return loaded;
  }

  return {
    add,
    async find(id) {
      const one = open.get(id) ?? (await (loading.get(id) ?? load(id)));
      one.lastUsedAt = clock.now();
      return one;
    },
    known: (id) => open.get(id),
    all: () => [...open.values()],
    letGo,
    putIdleAway: (idleForMs) => idleOf(idleForMs).forEach(letGo),
  };
}
