import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'libsql';
import { afterAll, expect, test } from '@jest/globals';
import { builtProgram, builtWorker } from '../store/support/builtFile.ts';
import { removeTemporaryFolders, temporaryFolder } from '../store/support/folders.ts';

afterAll(removeTemporaryFolders);

const messages = 150;

/** Runs the eraser; killed outright when it has said that so many records are erased. @returns what it said */
async function run(args: string[], killAfter = Infinity): Promise<string[]> {
  const child = spawn(process.execPath, [builtProgram('killedEraser', 'test/privacy'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const ended = new Promise((resolve) => child.once('close', resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (said.filter((one) => one.startsWith('erased ')).length >= killAfter) child.kill('SIGKILL');
  }
  await ended;
  expect(complaint).toBe('');
  return said;
}

/** Values of all tables that hold one of these. */
function traces(file: string, ...words: string[]): string[] {
  const records = new Database(file, { readonly: true });
  try {
    const tables = records.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").all() as { name: string }[];
    return tables.flatMap(({ name }) => (records.prepare(`select * from "${name}"`).all() as Record<string, unknown>[]).flatMap((row) => Object.entries(row).flatMap(([column, value]) => (words.some((word) => (value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)).includes(word)) ? [`${name}.${column}`] : []))));
  } finally {
    records.close();
  }
}

test('[kill -9] in the middle of an erasing, and of going on with it: the next start finishes it, and nothing of the caller is left over', async () => {
  const file = path.join(temporaryFolder(), 'records.db');
  const workerFile = builtWorker('sqliteWorker');
  const ofHim = ['13900139000', '欧阳', '水龙头'];
  const first = await run([file, workerFile, String(messages)], 7);
  expect(first.some((line) => line.startsWith('over'))).toBe(false);
  expect(traces(file, ...ofHim).length).toBeGreaterThan(0);
  const second = await run([file, workerFile, '0'], 57);
  expect(second.some((line) => line.startsWith('over'))).toBe(false);
  expect(traces(file, ...ofHim).length).toBeGreaterThan(0);

  const third = await run([file, workerFile, '0']);
  expect(third.at(-1)).toBe('over done');
  expect(traces(file, ...ofHim)).toEqual([]);
  expect(new Set([...first, ...second, ...third].filter((line) => line.startsWith('erased '))).size).toBe(2 * messages);
  // There is nothing to go on with any more.
  expect(await run([file, workerFile, '0'])).toEqual(['open', 'over done']);
}, 60_000);
