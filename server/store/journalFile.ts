import { closeSync, constants, fdatasyncSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { readFrames, writeFrame } from './journalFrame.ts';
import type { JournalDamage, JournalEntry } from './journalMessages.ts';

/*
 * Two kinds of record: an entry, and (first in a compacted file) the highest position that was ever forgotten, so that a
 * position is never given out twice, whatever crashed in between.
 */
const entryRecord = z.object({ position: z.int(), callId: z.string(), facts: z.array(z.unknown()) });
const forgottenRecord = z.object({ forgotten: z.int() });
const record = z.union([entryRecord, forgottenRecord]);

/** The journal on disk, for the one thread that owns it. Every method is on disk when it returns. */
export interface JournalFile {
  append(entries: { callId: string; facts: unknown[] }[]): void;
  read(): { entries: JournalEntry[]; damage: JournalDamage | null };
  forget(position: number, unreadable: number[]): void;
  close(): void;
}

/** Opens the journal, or makes it. What cannot be trusted is moved to `<file>.damaged`, all the rest stays. */
export function openJournalFile(file: string): JournalFile {
  const fresh = `${file}.new`;
  const aside = `${file}.damaged`;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  // Left over by a crash in the middle of a compaction; the file itself was still the whole one.
  rmSync(fresh, { force: true });
  let fd = open(file);
  /** The file's name is not on disk yet: nothing may be acknowledged before it is. */
  let nameless = true;
  syncFolder();

  let lastPosition = 0;
  /** Bytes of the file that were acknowledged. */
  let length = 0;
  /** A write failed half-way: there may be bytes beyond `length`. */
  let dirty = false;
  let damage: JournalDamage | null = null;

  const found = readFrames(readFileSync(file));
  for (const { value } of found.frames) lastPosition = Math.max(lastPosition, positionOf(value));
  length = found.frames.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (found.damaged.length > 0) {
    damage = { lines: found.damaged.length, bytes: found.damaged.reduce((sum, bytes) => sum + bytes.length, 0), movedTo: aside };
    moveAside(found.damaged);
    replaceBy(found.frames.map(({ bytes }) => bytes));
  }

  function positionOf(value: unknown): number {
    const parsed = record.parse(value);
    return 'forgotten' in parsed ? parsed.forgotten : parsed.position;
  }

  function syncFolder(): void {
    // Windows neither needs nor allows it.
    if (process.platform !== 'win32') {
      const folder = openSync(path.dirname(file), constants.O_RDONLY);
      try {
        fsyncSync(folder);
      } finally {
        closeSync(folder);
      }
    }
    nameless = false;
  }

  function moveAside(lines: Buffer[]): void {
    const target = openSync(aside, 'a', 0o600);
    try {
      for (const bytes of lines) writeAll(target, bytes.at(-1) === 0x0a ? bytes : Buffer.concat([bytes, Buffer.from('\n')]), null);
      fsyncSync(target);
    } finally {
      closeSync(target);
    }
    syncFolder();
  }

  /** The old file stays whole until the new one is on disk; from the rename on, the new one is written. */
  function replaceBy(lines: Buffer[]): void {
    const content = Buffer.concat(lines);
    const target = openSync(fresh, 'w+', 0o600);
    try {
      writeAll(target, content, 0);
      fsyncSync(target);
      renameSync(fresh, file);
    } catch (error) {
      closeSync(target);
      throw error;
    }
    closeSync(fd);
    fd = target;
    length = content.length;
    dirty = false;
    nameless = true;
    syncFolder();
  }

  return {
    append(entries) {
      let position = lastPosition;
      const frames = entries.map((entry) => {
        position += 1;
        return writeFrame({ position, ...entry });
      });
      const content = Buffer.concat(frames);
      if (nameless) syncFolder();
      if (dirty) ftruncateSync(fd, length);
      dirty = true;
      writeAll(fd, content, length);
      fdatasyncSync(fd);
      dirty = false;
      length += content.length;
      lastPosition = position;
    },
    read() {
      const entries = readFrames(readFileSync(file).subarray(0, length)).frames.flatMap(({ value }) => {
        const parsed = record.parse(value);
        return 'forgotten' in parsed ? [] : [parsed];
      });
      const told = damage;
      damage = null;
      return { entries, damage: told };
    },
    forget(position, unreadable) {
      const kept: Buffer[] = [writeFrame({ forgotten: lastPosition })];
      const strange: Buffer[] = [];
      for (const { value, bytes } of readFrames(readFileSync(file).subarray(0, length)).frames) {
        const parsed = record.parse(value);
        if ('forgotten' in parsed) continue;
        if (parsed.position > position) kept.push(bytes);
        else if (unreadable.includes(parsed.position)) strange.push(bytes);
      }
      if (strange.length > 0) moveAside(strange);
      replaceBy(kept);
    },
    close() {
      closeSync(fd);
    },
  };
}

function open(file: string): number {
  return openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600);
}

/** A write may take less than it is given. */
function writeAll(fd: number, bytes: Buffer, position: number | null): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(fd, bytes, done, bytes.length - done, position === null ? null : position + done);
  }
}
