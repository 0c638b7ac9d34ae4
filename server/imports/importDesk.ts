import type { Clock } from '../clockwork/clock.ts';
import { repeat } from '../clockwork/repeat.ts';
import { DomainError } from '../contract/errors.ts';
import { importLimits } from '../contract/imports.ts';
import type { ImportKind, ImportPatch, ImportRow, ImportView } from '../contract/imports.ts';
import { chooseMapping, rememberMapping } from './columnMemory.ts';
import type { NamedValues } from './columnMemory.ts';
import { FileRefusal } from './fileRefusal.ts';
import type { ImportRecord } from './importRecord.ts';
import { importsInHand } from './importsInHand.ts';
import type { ImportThread, Lookup } from './importThread.ts';
import { importWriter } from './importWriter.ts';
import { keptParts, keptPieceBytes } from './keptParts.ts';
import { missingFields, viewImport } from './openImport.ts';
import type { OpenImport } from './openImport.ts';
import type { ImportStore, ImportTarget } from './ports.ts';
import { refuseMapping } from './refuseMapping.ts';
import type { RowsShown } from './sheetReading.ts';
import type { TableLanguage } from './threadMessages.ts';

/** An import at which nobody looked for so long is put away, and read again when asked for. */
const idleMs = 30 * 60_000;
/** An import that nobody finished is thrown away after this, with its file. */
const openForMs = 24 * 3_600_000;
/** What is over can be looked at so long. */
const overForMs = 7 * 24 * 3_600_000;
const sweepEveryMs = 10 * 60_000;

/** What the desk needs from outside. */
export interface ImportDeskNeeds {
  store: ImportStore;
  targets: Record<ImportKind, ImportTarget>;
  /** Small durable values by name: which columns meant what the last time. */
  memory: NamedValues;
  openThread: () => ImportThread;
  /** ISO 3166-1 alpha-2, of numbers written without a country. */
  countryOf: (unitId: string) => string;
  newId: () => string;
  clock: Clock;
  /** Something that nobody waits for went wrong. */
  onTrouble: (what: string, importId: string, cause: unknown) => void;
}

/** Lists on their way in: pieces, preview, writing. Whatever names an import throws DomainError `not_found` for one that is gone, except `officeOf`. */
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
  const { readFile, deleteWhole } = keptParts(store);
  let isClosing = false;

  const keep = async (one: OpenImport, changes: Partial<ImportRecord>): Promise<void> => {
    one.record = { ...one.record, ...changes, updatedAt: clock.now() };
    await store.saveImport(one.record);
  };
  const lookupOf = ({ record: { kind, unitId } }: OpenImport): Lookup => ({ atOnce: targets[kind].rowsAtOnce, find: (keys) => targets[kind].find(unitId, keys) });
  const inHand = importsInHand({ store, clock, onFileHere: read });
  const writer = importWriter({
    store,
    targets,
    lookupOf,
    keep,
    onDecided: (one) => rememberMapping(one, memory).catch((cause: unknown) => onTrouble('the columns of an import could not be remembered', one.record.id, cause)),
    clock,
    onTrouble,
  });

  /** In the background, one thing after the other; what goes wrong with the file is told on its page, the rest in the log. */
  function run(one: OpenImport, doing: OpenImport['doing'], act: () => Promise<void>): void {
    one.doing = doing;
    one.progress = 0;
    one.work = one.work
      .then(act)
      .catch((cause: unknown) => {
        if (isClosing || !inHand.known(one.record.id)) return;
        one.failure = cause instanceof FileRefusal ? cause.fault : { code: 'interrupted', what: '' };
        if (!(cause instanceof FileRefusal)) onTrouble(`an import could not be ${doing === 'writing' ? 'written' : 'read'}`, one.record.id, cause);
      })
      .finally(() => {
        one.doing = null;
      });
  }

  async function preview(one: OpenImport): Promise<void> {
    do {
      one.isStale = false;
      one.counts = null;
      const { thread } = one;
      if (!thread) return;
      const { sheet, headingRow } = one.record;
      one.face = await thread.ask('look', { ...(sheet !== null && { sheet }), ...(headingRow !== null && { headingRow }) });
      await chooseMapping(one, memory);
      const counts = await thread.readAll(one.mapping, needs.countryOf(one.record.unitId), lookupOf(one), (share) => (one.progress = share));
      if (!one.isStale) one.counts = counts;
    } while (one.isStale);
  }

  function read(one: OpenImport): void {
    run(one, 'reading', async () => {
      const bytes = new Uint8Array(await readFile(one.record));
      if (bytes.length === 0) throw new FileRefusal('empty');
      one.thread = needs.openThread();
      one.file = await one.thread.ask('open', { kind: one.record.kind, bytes });
      await preview(one);
    });
  }

  async function sweepOld(): Promise<void> {
    inHand.putIdleAway(idleMs);
    for (const [state, forMs] of [['open', openForMs], ['done', overForMs], ['failed', overForMs]] as const) {
      for (const id of await store.importsOlderThan(state, clock.now() - forMs)) {
        const record = inHand.known(id) ? null : await store.loadImport(id);
        if (record) await deleteWhole(record);
      }
    }
  }

  const stopSweep = repeat(clock, sweepEveryMs, () => sweepOld().catch((cause: unknown) => onTrouble('old imports could not be put away', '', cause)));

  return {
    async begin({ kind, unitId, fileName, size, by }) {
      if (size > importLimits.bytes) throw new DomainError('too_large', 'a file may have 20 MB');
      const now = clock.now();
      const one = inHand.add({ id: needs.newId(), state: 'open', kind, unitId, by, fileName: fileName.slice(0, 200), size, received: 0, createdAt: now, updatedAt: now, mode: 'all-or-nothing', mapping: null, sheet: null, headingRow: null, failure: null, counts: null, parts: 0 });
      await store.saveImport(one.record);
      return viewImport(one);
    },

    async addPiece(id, from, bytes) {
      const one = await inHand.find(id);
      return one.receiving.runExclusive(async () => {
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
        await keep(one, { received: record.received + fresh.length });
        if (one.record.received >= record.size) read(one);
        return viewImport(one);
      });
    },

    async officeOf(id) {
      return inHand.known(id)?.record.unitId ?? (await store.loadImport(id))?.unitId ?? null;
    },

    async view(id) {
      const one = await inHand.find(id);
      // Decided by a node that is no more: then this one finishes it.
      if (one.record.state === 'writing' && one.doing === null && clock.now() - one.record.updatedAt > 30_000) run(one, 'writing', () => writer.finish(one));
      return viewImport(one);
    },

    async rows(id, { show, from, limit }) {
      const { thread, counts } = await inHand.find(id);
      if (!thread || !counts) return { items: [], next: null };
      return thread.ask('rows', { show, from, limit });
    },

    async change(id, { mapping, mode, sheet, headingRow }) {
      const one = await inHand.find(id);
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
      const one = await inHand.find(id);
      if (viewImport(one).state !== 'preview' || !one.counts) throw new DomainError('wrong_state', 'there is no preview to be written');
      const bad = one.counts.error + one.counts.double;
      if (missingFields(one).length > 0) throw new DomainError('wrong_state', 'no column tells who is who', { mapping: 'missing' });
      if (one.record.mode === 'all-or-nothing' && bad > 0) throw new DomainError('wrong_state', `${bad} rows cannot be written, and it is all or nothing`, { rows: String(bad) });
      if (one.counts.new + one.counts.changed === 0) throw new DomainError('wrong_state', 'there is nothing new in it', { rows: '0' });
      run(one, 'writing', () => writer.writeOut(one));
      return viewImport(one);
    },

    async remove(id) {
      const one = await inHand.find(id);
      if (one.record.state === 'writing' || one.doing === 'writing') throw new DomainError('wrong_state', 'this import is being written');
      inHand.letGo(one);
      await one.work;
      await deleteWhole(one.record);
    },

    async report(id, language) {
      const { thread, counts } = await inHand.find(id);
      if (!thread || !counts) throw new DomainError('wrong_state', 'the file is not read any more');
      return thread.ask('report', { language });
    },

    async resume() {
      for (const record of await store.importsIn('writing')) {
        const one = inHand.known(record.id) ?? inHand.add(record);
        run(one, 'writing', () => writer.finish(one));
      }
    },

    async settled() {
      for (;;) {
        const works = inHand.all().filter(({ doing }) => doing !== null);
        if (works.length === 0) return;
        await Promise.all(works.map(({ work }) => work));
      }
    },

    async close() {
      isClosing = true;
      stopSweep();
      writer.close();
      for (const one of inHand.all()) {
        // What is being written ends between two parts, and needs its thread so long.
        if (one.record.state !== 'writing') one.thread?.close();
      }
      await Promise.all(inHand.all().map(({ work }) => work));
      for (const one of inHand.all()) inHand.letGo(one);
    },
  };
}
