import { parentPort, workerData } from 'node:worker_threads';
import { openJournalFile } from './journalFile.ts';
import type { JournalReply, JournalRequest, JournalWorkerData } from './journalMessages.ts';
import { serveGroups } from './workerMessages.ts';

/*
 * The thread that owns the journal. It is another one than SQLite's: when that thread hangs, this one still writes. Appends
 * that wait together are made durable by one fsync.
 */

if (parentPort === null) throw new Error('journalWorker runs only as a worker thread');
const journal = openJournalFile((workerData as JournalWorkerData).file);

serveGroups<JournalRequest, JournalReply>(parentPort, answerAll, () => journal.close());

function answerAll(requests: JournalRequest[]): JournalReply[] {
  const replies: JournalReply[] = [];
  let appending: { callId: string; facts: unknown[] }[] = [];
  const flush = (): void => {
    if (appending.length === 0) return;
    const entries = appending;
    appending = [];
    const reply = attempt(() => {
      journal.append(entries);
      return { kind: 'appended' };
    });
    replies.push(...entries.map(() => reply));
  };
  for (const request of requests) {
    if (request.kind === 'append') {
      appending.push({ callId: request.callId, facts: request.facts });
      continue;
    }
    flush();
    replies.push(
      attempt(() => {
        if (request.kind === 'entries') return { kind: 'entries', ...journal.read() };
        journal.forget(request.position, request.unreadable);
        return { kind: 'forgotten' };
      }),
    );
  }
  flush();
  return replies;
}

/** A full disk is told to those who asked; the thread lives on and tries again with the next request. */
function attempt(act: () => JournalReply): JournalReply {
  try {
    return act();
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
