import { appendFile, readFile } from 'node:fs/promises';
import type { ChainHead } from './auditChain.ts';
import type { Anchors } from './ports.ts';

/** Heads of the chain in a file beside the records, a line each: time, place, hash. Whoever copies it elsewhere holds the end of the log down. */
export function openAnchorFile(file: string): Anchors {
  return {
    async read() {
      let text = '';
      try {
        text = await readFile(file, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
      return text.split('\n').flatMap((line) => readAnchor(line.split(' ').slice(1).join(':')) ?? []);
    },
    add: ({ seq, hash }, at) => appendFile(file, `${new Date(at).toISOString()} ${seq} ${hash}\n`, { mode: 0o600 }),
  };
}

/** An anchor as `audit-check` prints it and takes it: place, colon, hash. Null for what is none. */
export function readAnchor(text: string): ChainHead | null {
  const found = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim());
  return found ? { seq: Number(found[1]), hash: found[2] ?? '' } : null;
}
