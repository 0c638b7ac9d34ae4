import type { ImportRecord } from './importRecord.ts';
import type { ImportStore } from './ports.ts';

/** A piece of the file as it is kept: with Base64 a quarter of a megabyte, some milliseconds for the records. */
export const keptPieceBytes = 192 * 1024;

/** What the records keep of imports besides the import itself: the file, and what is to be written. */
export interface KeptParts {
  /** All pieces of a file that was received whole. */
  readFile: (record: ImportRecord) => Promise<Buffer>;
  dropFile: (record: ImportRecord) => Promise<void>;
  dropChanges: (id: string) => Promise<void>;
  deleteWhole: (record: ImportRecord) => Promise<void>;
}

/** @see KeptParts */
export function keptParts(store: ImportStore): KeptParts {
  async function readFile({ id, size }: ImportRecord): Promise<Buffer> {
    const pieces: Buffer[] = [];
    // One by one, as they are dropped.
    for (let at = 0; at * keptPieceBytes < size; at += 1) {
      const [part] = await store.importParts(id, 'file', at, 1);
      if (part?.position !== at) throw new Error(`piece ${at} of the file of import ${id} is missing`);
      pieces.push(Buffer.from(part.body, 'base64'));
    }
    return Buffer.concat(pieces);
  }

  async function dropFile({ id, size }: ImportRecord): Promise<void> {
    // One by one: twenty megabytes at once would keep the records from calls.
    for (let at = 0; at * keptPieceBytes < size + keptPieceBytes; at += 1) await store.dropImportParts(id, 'file', at);
  }

  async function dropChanges(id: string): Promise<void> {
    for (;;) {
      const [part] = await store.importParts(id, 'changes', 0, 1);
      if (!part) return;
      await store.dropImportParts(id, 'changes', part.position);
    }
  }

  async function deleteWhole(record: ImportRecord): Promise<void> {
    await dropFile(record);
    await dropChanges(record.id);
    await store.deleteImport(record.id);
  }

  return { readFile, dropFile, dropChanges, deleteWhole };
}
