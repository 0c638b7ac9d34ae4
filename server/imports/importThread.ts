import { Worker } from 'node:worker_threads';
import type { ImportField, RowCounts } from '../contract/imports.ts';
import { FileRefusal } from './fileRefusal.ts';
import type { FromThread, ThreadAct, ThreadActs } from './threadMessages.ts';

/** Beyond this a file takes the thread, never the program. */
const mostHeapMb = 1536;

/** A thread that reads one file, or writes one workbook. */
export interface ImportThread {
  /**
   * In the order asked.
   * @throws FileRefusal when the file cannot be used, or takes more memory than there is
   */
  ask<A extends ThreadAct>(act: A, asked: ThreadActs[A]['asked'], onProgress?: (share: number) => void): Promise<ThreadActs[A]['answer']>;
  /** Reads all rows and looks everybody up with `find`, `atOnce` keys at a time. */
  readAll(mapping: readonly (ImportField | null)[], country: string, look: Lookup, onProgress: (share: number) => void): Promise<RowCounts>;
  /** Looks everybody up again: what is on file may have changed since. */
  lookUp(look: Lookup, onProgress: (share: number) => void): Promise<RowCounts>;
  close(): void;
}

/** Who of the rows is on file: asked `atOnce` keys at a time, answered in their order. */
export interface Lookup {
  atOnce: number;
  find: (keys: ThreadActs['keys']['answer']) => Promise<ThreadActs['found']['asked']['answers']>;
}

/** Reading takes about as long as looking up. */
const shareOfReading = 0.5;

/** @param workerFile the built importWorker.js */
export function openImportThread(workerFile: string): ImportThread {
  const worker = new Worker(workerFile, { name: 'import', resourceLimits: { maxOldGenerationSizeMb: mostHeapMb } });
  type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void; onProgress: ((share: number) => void) | undefined };
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let ended: Error | null = null;

  const end = (error: Error): void => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('message', (message: FromThread) => {
    if (message.kind === 'ready') return;
    const asked = waiting.get(message.id);
    if (message.kind === 'progress') {
      asked?.onProgress?.(message.share);
      return;
    }
    waiting.delete(message.id);
    if (message.kind === 'answer') asked?.resolve(message.answer as never);
    else asked?.reject(message.kind === 'refused' ? new FileRefusal(message.fault.code, message.fault.what) : new Error(`the import's thread failed: ${message.message}`));
  });
  worker.on('error', (error: Error & { code?: string }) => end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new FileRefusal('bomb', '', { cause: error }) : error));
  worker.on('exit', (code) => end(new Error(`the import's thread ended with ${code}`)));

  const ask: ImportThread['ask'] = (act, asked, onProgress) => {
    if (ended) return Promise.reject(ended);
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject, onProgress });
      worker.postMessage({ id, act, asked });
    });
  };

  async function lookUp({ atOnce, find }: Lookup, total: number, onProgress: (share: number) => void): Promise<RowCounts> {
    for (let from = 0; ; from += atOnce) {
      const keys = await ask('keys', { from, limit: atOnce });
      await ask('found', { from, answers: keys.length === 0 ? [] : await find(keys) });
      if (keys.length < atOnce) return ask('counts', null);
      onProgress(Math.min(1, from / Math.max(1, total)));
    }
  }
  let total = 0;

  return {
    ask,
    async readAll(mapping, country, look, onProgress) {
      const counts = await ask('interpret', { mapping, country }, (share) => onProgress(share * shareOfReading));
      total = counts.total;
      return lookUp(look, total, (share) => onProgress(shareOfReading + share * (1 - shareOfReading)));
    },
    lookUp: (look, onProgress) => lookUp(look, total, onProgress),
    close() {
      end(new Error('the import was put away'));
      void worker.terminate();
    },
  };
}
