import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DomainError } from '../contract/errors.ts';
import { importField, importLimits } from '../contract/imports.ts';
import type { ImportKind, ImportPatch, ImportRow, ImportView } from '../contract/imports.ts';
import type { Clock, Timer } from '../clockwork/clock.ts';
import { FileRefusal } from './fileRefusal.ts';
import { plainHeading } from './headingWords.ts';
import type { ImportRecord } from './importRecord.ts';
import type { ImportThread, Lookup } from './importThread.ts';
import { keptParts, keptPieceBytes } from './keptParts.ts';
import { missingFields, viewImport } from './openImport.ts';
import type { OpenImport } from './openImport.ts';
import type { ImportStore, ImportTarget, WriteHow } from './ports.ts';
import { refuseMapping } from './refuseMapping.ts';
import type { RowsShown } from './sheetReading.ts';
import type { TableLanguage } from './threadMessages.ts';
import type { RecordChange } from './values.ts';
import { writeParts } from './writeParts.ts';

/** So many imports are in memory at once; one that nobody looked at for long is put away and read again when asked for. */
const mostOpen = 4;
const idleMs = 30 * 60_000;
/** An import that nobody finished is thrown away after this, with its file. */
const openForMs = 24 * 3_600_000;
/** What is over can be looked at so long. */
const overForMs = 7 * 24 * 3_600_000;
const sweepEveryMs = 10 * 60_000;
/** The records did not answer: the rows wait so long. */
const againMs = 2_000;
/** Rows of one part of what is to be written: some hundred kilobytes, one transaction of some milliseconds. */
const rowsAPart = 1000;

/** What the desk needs from outside. */
export interface ImportDeskNeeds {
  store: ImportStore;
  targets: Record<ImportKind, ImportTarget>;
  /** Small durable values by name: which columns meant what the last time. */
  memory: { get(name: string): Promise<string | null>; put(name: string, value: string | null): Promise<void> };
  openThread: () => ImportThread;
  /** ISO 3166-1 alpha-2, of numbers written without a country. */
  countryOf: (unitId: string) => string;
  newId: () => string;
  clock: Clock;
  /** Something that nobody waits for went wrong. */
  onTrouble: (what: string, importId: string, cause: unknown) => void;
}

export interface ImportDesk {
  /** A new import of a file of `size` bytes; the file follows in pieces. */
  begin(input: { kind: ImportKind; unitId: string; fileName: string; size: number; by: ImportRecord['by'] }): Promise<ImportView>;
  /** A piece of the file, in order. One that is here already is passed over; the last one starts the reading. @throws DomainError `conflict` with a gap before it, `too_large` */
  addPiece(id: string, from: number, bytes: Buffer): Promise<ImportView>;
  /** The office it belongs to; null when there is no such import. */
  officeOf(id: string): Promise<string | null>;
  view(id: string): Promise<ImportView>;
  rows(id: string, query: { show: RowsShown; from: number; limit: number }): Promise<{ items: ImportRow[]; next: number | null }>;
  /** Other columns, another sheet, another mode: the preview is made anew. @throws DomainError `bad_input`, `wrong_state` once it is written */
  change(id: string, patch: ImportPatch): Promise<ImportView>;
  /** Begins to write. @throws DomainError `wrong_state` when there is no preview, or bad rows and all or nothing */
  apply(id: string): Promise<ImportView>;
  /** @throws DomainError `wrong_state` while it is written */
  remove(id: string): Promise<void>;
  /** The bad rows with their reasons, a workbook. */
  report(id: string, language: TableLanguage): Promise<Uint8Array>;
  /** Finishes what an earlier run had decided to write. */
  resume(): Promise<void>;
  /** Ends when nothing runs: for tests. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** @see ImportDesk */
export function openImportDesk(needs: ImportDeskNeeds): ImportDesk {
  const { store, targets, memory, clock, onTrouble } = needs;
  const { dropFile, dropChanges, deleteWhole } = keptParts(store);
  const open = new Map<string, OpenImport>();
  const loading = new Map<string, Promise<OpenImport>>();
  let closing = false;
  let sweep: Timer | null = null;
  const waits = new Set<() => void>();

  const keep = async (one: OpenImport, changes: Partial<ImportRecord>): Promise<void> => {
    one.record = { ...one.record, ...changes, updatedAt: clock.now() };
    await store.saveImport(one.record);
  };
  const how = ({ record: { unitId, by, id, fileName } }: OpenImport): WriteHow => ({ unitId, by, at: clock.now(), importId: id, fileName });
  const lookupOf = ({ record: { kind, unitId } }: OpenImport): Lookup => ({ atOnce: targets[kind].rowsAtOnce, find: (keys) => targets[kind].find(unitId, keys) });

  function inHand(record: ImportRecord): OpenImport {
    const one: OpenImport = { record, pieces: [], thread: null, file: null, face: null, mapping: [], mappingFrom: 'guess', doing: null, progress: 0, counts: null, failure: null, isStale: false, lastUsedAt: clock.now(), work: Promise.resolve() };
    open.set(record.id, one);
    putIdleAway(mostOpen);
    return one;
  }

  function letGo(one: OpenImport): void {
    one.thread?.close();
    one.thread = null;
    open.delete(one.record.id);
  }

  function putIdleAway(most: number, idleFor = 0): void {
    const idle = [...open.values()].filter(({ doing, record, lastUsedAt }) => doing === null && record.received >= record.size && clock.now() - lastUsedAt >= idleFor).sort((a, b) => a.lastUsedAt - b.lastUsedAt);
    for (const one of idle.slice(0, Math.max(0, open.size - most))) letGo(one);
  }

  /** In the background, one thing after the other; what goes wrong with the file is told on its page, the rest in the log. */
  function run(one: OpenImport, doing: OpenImport['doing'], act: () => Promise<void>): void {
    one.doing = doing;
    one.progress = 0;
    one.work = one.work
      .then(act)
      .catch((cause: unknown) => {
        if (closing || !open.has(one.record.id)) return;
        one.failure = cause instanceof FileRefusal ? cause.fault : { code: 'interrupted', what: '' };
        if (!(cause instanceof FileRefusal)) onTrouble(`an import could not be ${doing === 'writing' ? 'written' : 'read'}`, one.record.id, cause);
      })
      .finally(() => {
        one.doing = null;
      });
  }

  const settingOf = ({ record: { unitId, kind }, face }: OpenImport): string => `import-columns:${unitId}:${kind}:${createHash('sha256').update((face?.headings ?? []).map(plainHeading).join('\n')).digest('hex').slice(0, 32)}`;

  /** The fields of the columns: as somebody set them here, as they were the last time, or guessed. */
  async function chooseMapping(one: OpenImport): Promise<void> {
    const { record, face } = one;
    if (!face) return;
    const width = face.headings.length;
    if (record.mapping?.length === width) {
      one.mapping = record.mapping;
      one.mappingFrom = 'person';
      return;
    }
    const known = face.headingRow === 0 ? null : await memory.get(settingOf(one));
    const remembered = known === null ? null : z.array(importField.nullable()).safeParse(JSON.parse(known));
    one.mapping = remembered?.success && remembered.data.length === width ? remembered.data : face.guess;
    one.mappingFrom = one.mapping === face.guess ? 'guess' : 'memory';
  }

  async function preview(one: OpenImport): Promise<void> {
    do {
      one.isStale = false;
      one.counts = null;
      const { thread } = one;
      if (!thread) return;
      const { sheet, headingRow } = one.record;
      one.face = await thread.ask('look', { ...(sheet !== null && { sheet }), ...(headingRow !== null && { headingRow }) });
      await chooseMapping(one);
      const counts = await thread.readAll(one.mapping, needs.countryOf(one.record.unitId), lookupOf(one), (share) => (one.progress = share));
      if (!one.isStale) one.counts = counts;
    } while (one.isStale);
  }

  function read(one: OpenImport): void {
    run(one, 'reading', async () => {
      const bytes = new Uint8Array(Buffer.concat(one.pieces));
      one.pieces = [];
      if (bytes.length === 0) throw new FileRefusal('empty');
      one.thread = needs.openThread();
      one.file = await one.thread.ask('open', { kind: one.record.kind, bytes });
      await preview(one);
    });
  }

  /** @throws DomainError `not_found` */
  async function find(id: string): Promise<OpenImport> {
    const known = open.get(id) ?? (await (loading.get(id) ?? load(id)));
    known.lastUsedAt = clock.now();
    return known;
  }

  function load(id: string): Promise<OpenImport> {
    const loaded = (async () => {
      const record = await store.loadImport(id);
      if (!record) throw new DomainError('not_found', 'no such import');
      const one = inHand(record);
      if (record.state === 'open' && record.received >= record.size) {
        for (let at = 0; ; at += 1) {
          const [part] = await store.importParts(id, 'file', at, 1);
          if (part?.position !== at) break;
          one.pieces.push(Buffer.from(part.body, 'base64'));
        }
        read(one);
      }
      return one;
    })().finally(() => loading.delete(id));
    loading.set(id, loaded);
    return loaded;
  }

  /** Makes what was decided true: parts that are left are written, then it is over. */
  async function finish(one: OpenImport): Promise<void> {
    const { record } = one;
    const target = targets[record.kind];
    for (;;) {
      try {
        await writeParts({ store, target, how: how(one), id: record.id, onWritten: (left) => (one.progress = 0.5 + 0.5 * (1 - left / Math.max(1, record.parts))), parts: record.parts, isClosing: () => closing });
        if (closing) return;
        const counts = record.counts ?? { total: 0, new: 0, changed: 0, same: 0, error: 0, double: 0 };
        await target.putOnRecord(how(one), { created: counts.new, changed: counts.changed, same: counts.same, leftOut: counts.error + counts.double });
        await keep(one, { state: 'done' });
        break;
      } catch (cause) {
        // The records are away for a while: nothing is lost, the rows wait.
        if (!(cause instanceof DomainError && cause.code === 'unavailable')) throw cause;
        onTrouble('an import waits for the records', record.id, cause);
        await new Promise<void>((resolve) => {
          const timer = clock.setTimer(againMs, resolve);
          waits.add(() => {
            timer.cancel();
            resolve();
          });
        });
        if (closing) return;
      }
    }
    await dropFile(record);
  }

  async function writeOut(one: OpenImport): Promise<void> {
    const { thread, record } = one;
    if (!thread) return;
    // Others may have edited since the preview.
    one.counts = await thread.lookUp(lookupOf(one), (share) => (one.progress = share * 0.3));
    if (record.mode === 'all-or-nothing' && one.counts.error + one.counts.double > 0) return;
    // Left by a run that was cut off before it was decided.
    await dropChanges(record.id);
    const total = one.counts.new + one.counts.changed;
    let parts = 0;
    for (let from = 0; from < total; from += rowsAPart, parts += 1) {
      const changes = await thread.ask('changes', { from, limit: rowsAPart });
      await store.addImportPart(record.id, 'changes', parts, JSON.stringify(changes satisfies RecordChange[]));
      one.progress = 0.3 + 0.2 * (from / total);
    }
    // From here on it is decided: whatever happens, the next start finishes it.
    const decided: ImportRecord = { ...record, state: 'writing', counts: one.counts, parts, updatedAt: clock.now() };
    if (!(await store.saveImport(decided, 'open'))) throw new DomainError('conflict', 'another window writes this import');
    one.record = decided;
    await memory.put(settingOf(one), JSON.stringify(one.mapping)).catch((cause: unknown) => onTrouble('the columns of an import could not be remembered', record.id, cause));
    await finish(one);
  }

  async function sweepOld(): Promise<void> {
    putIdleAway(0, idleMs);
    for (const [state, forMs] of [['open', openForMs], ['done', overForMs], ['failed', overForMs]] as const) {
      for (const id of await store.importsOlderThan(state, clock.now() - forMs)) {
        const record = open.has(id) ? null : await store.loadImport(id);
        if (record) await deleteWhole(record);
      }
    }
  }

  function sweepLater(): void {
    sweep = clock.setTimer(sweepEveryMs, () => {
      void sweepOld()
        .catch((cause: unknown) => onTrouble('old imports could not be put away', '', cause))
        .finally(() => {
          if (!closing) sweepLater();
        });
    });
  }
  sweepLater();

  return {
    async begin({ kind, unitId, fileName, size, by }) {
      if (size > importLimits.bytes) throw new DomainError('too_large', 'a file may have 20 MB');
      const now = clock.now();
      const one = inHand({ id: needs.newId(), state: 'open', kind, unitId, by, fileName: fileName.slice(0, 200), size, received: 0, createdAt: now, updatedAt: now, mode: 'all-or-nothing', mapping: null, sheet: null, headingRow: null, failure: null, counts: null, parts: 0 });
      await store.saveImport(one.record);
      return viewImport(one);
    },

    async addPiece(id, from, bytes) {
      const one = await find(id);
      const { record } = one;
      if (record.state !== 'open') throw new DomainError('wrong_state', 'this import is over');
      if (from > record.received || from % keptPieceBytes !== 0) throw new DomainError('conflict', `the file goes on at ${record.received}`, { from: String(record.received) });
      if (from + bytes.length > record.size) throw new DomainError('too_large', 'this is more than was told', { size: String(record.size) });
      const fresh = bytes.subarray(record.received - from);
      if (fresh.length === 0 && record.size > 0) return viewImport(one);
      if ((record.received + fresh.length) % keptPieceBytes !== 0 && record.received + fresh.length < record.size) throw new DomainError('bad_input', `a piece holds a multiple of ${keptPieceBytes} bytes`, { from: 'piece' });
      for (let at = 0; at < fresh.length; at += keptPieceBytes) {
        await store.addImportPart(id, 'file', (record.received + at) / keptPieceBytes, fresh.subarray(at, at + keptPieceBytes).toString('base64'));
      }
      one.pieces.push(fresh);
      await keep(one, { received: record.received + fresh.length });
      if (one.record.received >= record.size) read(one);
      return viewImport(one);
    },

    async officeOf(id) {
      return open.get(id)?.record.unitId ?? (await store.loadImport(id))?.unitId ?? null;
    },

    async view(id) {
      const one = await find(id);
      // Decided by a node that is no more: then this one finishes it.
      if (one.record.state === 'writing' && one.doing === null && clock.now() - one.record.updatedAt > 30_000) run(one, 'writing', () => finish(one));
      return viewImport(one);
    },

    async rows(id, { show, from, limit }) {
      const { thread, counts } = await find(id);
      if (!thread || !counts) return { items: [], next: null };
      return thread.ask('rows', { show, from, limit });
    },

    async change(id, { mapping, mode, sheet, headingRow }) {
      const one = await find(id);
      if (one.record.state !== 'open' || one.doing === 'writing') throw new DomainError('wrong_state', 'this import is written already');
      if (mapping) refuseMapping(one.record.kind, mapping, one.face?.headings.length ?? mapping.length);
      const isOtherTable = (sheet !== undefined && sheet !== one.face?.sheet) || (headingRow !== undefined && headingRow !== one.face?.headingRow);
      const isRead = mapping !== undefined || isOtherTable;
      await keep(one, {
        ...(mode && { mode }),
        ...(isOtherTable && { mapping: null }),
        ...(mapping && { mapping }),
        ...(sheet !== undefined && { sheet, ...(sheet !== one.face?.sheet && { headingRow: null }) }),
        ...(headingRow !== undefined && { headingRow }),
      });
      if (isRead && one.thread) {
        one.counts = null;
        if (one.doing === 'reading') one.isStale = true;
        else run(one, 'reading', () => preview(one));
      }
      return viewImport(one);
    },

    async apply(id) {
      const one = await find(id);
      if (viewImport(one).state !== 'preview' || !one.counts) throw new DomainError('wrong_state', 'there is no preview to be written');
      const bad = one.counts.error + one.counts.double;
      if (missingFields(one).length > 0) throw new DomainError('wrong_state', 'no column tells who is who', { mapping: 'missing' });
      if (one.record.mode === 'all-or-nothing' && bad > 0) throw new DomainError('wrong_state', `${bad} rows cannot be written, and it is all or nothing`, { rows: String(bad) });
      if (one.counts.new + one.counts.changed === 0) throw new DomainError('wrong_state', 'there is nothing new in it', { rows: '0' });
      run(one, 'writing', () => writeOut(one));
      return viewImport(one);
    },

    async remove(id) {
      const one = await find(id);
      if (one.record.state === 'writing' || one.doing === 'writing') throw new DomainError('wrong_state', 'this import is being written');
      letGo(one);
      await one.work;
      await deleteWhole(one.record);
    },

    async report(id, language) {
      const { thread, counts } = await find(id);
      if (!thread || !counts) throw new DomainError('wrong_state', 'the file is not read any more');
      return thread.ask('report', { language });
    },

    async resume() {
      for (const record of await store.importsIn('writing')) {
        const one = open.get(record.id) ?? inHand(record);
        run(one, 'writing', () => finish(one));
      }
    },

    async settled() {
      for (;;) {
        const works = [...open.values()].filter(({ doing }) => doing !== null);
        if (works.length === 0) return;
        await Promise.all(works.map(({ work }) => work));
      }
    },

    async close() {
      closing = true;
      sweep?.cancel();
      for (const go of waits) go();
      for (const one of open.values()) {
        // What is being written is cut off between two parts; the next start goes on.
        if (one.record.state !== 'writing') one.thread?.close();
      }
      await Promise.all([...open.values()].map(({ work }) => work));
      for (const one of [...open.values()]) letGo(one);
    },
  };
}
