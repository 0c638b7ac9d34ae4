import { randomBytes } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { setImmediate as soon } from 'node:timers/promises';
import type { ImportKind } from '../contract/imports.ts';
import { FileRefusal } from './fileRefusal.ts';
import { readTable } from './readTable.ts';
import { openSheetReading } from './sheetReading.ts';
import type { SheetReading } from './sheetReading.ts';
import { faultInWords, reportHeadings } from './tableWords.ts';
import type { FromThread, ThreadAct, ThreadActs, ToThread } from './threadMessages.ts';
import { writeXlsx } from './writeXlsx.ts';

/*
 * The thread of one import, or of one workbook that is written: reading 100,000 rows takes seconds, in which no call may wait. It knows no
 * records; what is on file is told to it.
 */

if (parentPort === null) throw new Error('importWorker runs only as a worker thread');
const port = parentPort;
const idLetter: Record<ImportKind, string> = { staff: 'P', residents: 'R' };

let reading: SheetReading | null = null;
let rows: (readonly string[])[] = [];

const tell = (message: FromThread): void => port.postMessage(message);

function opened(): SheetReading {
  if (!reading) throw new Error('no file has been opened');
  return reading;
}

const acts: { [A in ThreadAct]: (asked: ThreadActs[A]['asked'], id: number) => Promise<ThreadActs[A]['answer']> | ThreadActs[A]['answer'] } = {
  async open({ kind, bytes }) {
    const file = await readTable(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    reading = openSheetReading(kind, file, () => idLetter[kind] + randomBytes(12).toString('hex'));
    return { format: file.format, encoding: file.encoding, delimiter: file.delimiter };
  },
  look: (asked) => opened().look(asked),
  async interpret({ mapping, country }, id) {
    for (const share of opened().interpret(mapping, country)) {
      tell({ kind: 'progress', id, share });
      await soon();
    }
    return opened().counts();
  },
  keys: ({ from, limit }) => opened().keys(from, limit),
  found({ from, answers }) {
    opened().found(from, answers);
    return null;
  },
  counts: () => opened().counts(),
  rows: ({ show, from, limit }) => opened().rows(show, from, limit),
  changes: ({ from, limit }) => opened().changes(from, limit),
  report({ language }) {
    const { row, why } = reportHeadings[language];
    return writeXlsx({ name: why, rows: opened().report({ row, heading: why, fault: (fault) => faultInWords(language, fault) }) });
  },
  addRows({ rows: more }) {
    rows.push(...more);
    return null;
  },
  async sheet({ name }) {
    const made = await writeXlsx({ name, rows });
    rows = [];
    return made;
  },
};

let turn: Promise<void> = Promise.resolve();
port.on('message', (message: ToThread | null) => {
  if (message === null) {
    port.close();
    return;
  }
  const { id, act, asked } = message;
  turn = turn
    .then(() => acts[act](asked as never, id))
    .then(
      (answer) => tell({ kind: 'answer', id, answer }),
      (error: unknown) => tell(error instanceof FileRefusal ? { kind: 'refused', id, fault: error.fault } : { kind: 'failed', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
});
tell({ kind: 'ready' });
