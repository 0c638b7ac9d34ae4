import { z } from 'zod';
import { fact as factSchema } from '../calls/fact.ts';
import type { FactJournal } from '../calls/ports.ts';
import { DomainError } from '../contract/errors.ts';
import { systemClock } from '../clockwork/clock.ts';
import type { Clock } from '../clockwork/clock.ts';
import type { JournalDamage, JournalReply, JournalRequest, JournalWorkerData } from './journalMessages.ts';
import type { StoreLog } from './storeLog.ts';
import { openWorkerLine } from './workerLine.ts';

const facts = z.array(factSchema);

const silent: StoreLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The journal behind its worker thread; app.ts closes it. */
export interface OpenedFactJournal extends FactJournal {
  /** What of the file could not be trusted when it was opened; null when all was well. */
  readonly damage: JournalDamage | null;
  close(): Promise<void>;
}

/**
 * Opens the journal; its folder and file are made when missing. What a crash cut short is reported and moved aside.
 * `workerFile` is the built journalWorker.js.
 * @throws when the file cannot be opened
 */
export async function openFactJournal(options: { file: string; workerFile: string; log?: StoreLog; clock?: Clock }): Promise<OpenedFactJournal> {
  const { file, workerFile, log = silent, clock = systemClock } = options;
  const line = await openWorkerLine<JournalRequest, JournalReply>({ name: 'journal', workerFile, workerData: { file } satisfies JournalWorkerData, log, clock });
  /** Entries that this program cannot read, for instance of a newer one. They must not be forgotten with their neighbours. */
  const unreadable = new Set<number>();

  async function ask<K extends JournalReply['kind']>(request: JournalRequest, kind: K): Promise<Extract<JournalReply, { kind: K }>> {
    const reply = await line.ask(request);
    if (reply.kind === 'failed') throw new DomainError('unavailable', `the journal cannot be used: ${reply.message}`);
    if (reply.kind !== kind) throw new Error(`the journal's worker answered ${reply.kind} to ${request.kind}`);
    return reply as Extract<JournalReply, { kind: K }>;
  }

  async function read(): Promise<Extract<JournalReply, { kind: 'entries' }>> {
    const reply = await ask({ kind: 'entries' }, 'entries');
    if (reply.damage !== null) log.error({ ...reply.damage }, 'the journal had lines that cannot be trusted, as a crash leaves them; they were moved aside');
    return reply;
  }

  let damage: JournalDamage | null;
  try {
    ({ damage } = await read());
  } catch (error) {
    await line.close();
    throw error;
  }

  return {
    damage,
    async append({ callId, facts: appended }) {
      await ask({ kind: 'append', callId, facts: appended }, 'appended');
    },
    async entries() {
      const { entries } = await read();
      return entries.flatMap((entry) => {
        const parsed = facts.safeParse(entry.facts);
        if (parsed.success) return [{ position: entry.position, callId: entry.callId, facts: parsed.data }];
        unreadable.add(entry.position);
        const paths = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))];
        log.error({ position: entry.position, callId: entry.callId, paths }, 'a journal entry cannot be read and is left out');
        return [];
      });
    },
    async forget(position) {
      await ask({ kind: 'forget', position, unreadable: [...unreadable] }, 'forgotten');
      for (const old of unreadable) if (old <= position) unreadable.delete(old);
    },
    close: () => line.close(),
  };
}
