// 100,000 residents come in while webhook-sized commits go on: how long it takes, and how long the longest of them waits. Prints by itself.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../server/clockwork/clock.ts';
import { openImportDesk } from '../../server/imports/importDesk.ts';
import { openImportThread } from '../../server/imports/importThread.ts';
import { residentTarget } from '../../server/imports/residentTarget.ts';
import { importLimits } from '../../server/contract/imports.ts';
import { openStore } from '../../server/store/openStore.ts';

const people = 100_000;
/** A call writes about so often at a busy desk, ms. */
const commitEveryMs = 50;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const built = (name: string): string => fileURLToPath(new URL(`../server/${name}.js`, import.meta.url));
const trouble = (what: unknown): void => void process.stderr.write(`${String(what)}\n`);

const headings = ['业主编号', '姓名', '身份', '楼栋', '单元', '房号', '面积', '户型', '电话', '备注'];
const rowOf = (index: number): string[] => [`A${index}`, `${'赵钱孙李周吴郑王'[index % 8] ?? ''}${'伟芳娜敏静强磊军'[Math.floor(index / 8) % 8] ?? ''}${index}`, index % 5 === 0 ? '租户' : '业主', String((index % 40) + 1), String((index % 3) + 1), String(100 + (index % 3000)), String(60 + (index % 90)), '三房两厅', index % 7 === 0 ? `${13_000_000_000 + index}、${15_000_000_000 + index}` : String(13_000_000_000 + index), index % 3 === 0 ? '每月保洁' : ''];

async function files(): Promise<{ name: string; bytes: Buffer }[]> {
  const rows = Array.from({ length: people }, (_, index) => rowOf(index));
  const csv = Buffer.from([headings, ...rows].map((row) => row.join(',')).join('\r\n'));
  const thread = openImportThread(built('importWorker'));
  await thread.ask('addRows', { rows: [headings, ...rows] });
  const xlsx = Buffer.from(await thread.ask('sheet', { name: '业户' }));
  thread.close();
  return [
    { name: 'CSV', bytes: csv },
    { name: 'XLSX', bytes: xlsx },
  ];
}

async function bring({ name, bytes }: { name: string; bytes: Buffer }): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'three-rings-bench-import-'));
  const log = { error: trouble, warn: trouble, info: () => undefined };
  const store = await openStore({ kind: 'sqlite', file: path.join(folder, 'records.db'), workerFile: built('sqliteWorker'), log });
  const target = residentTarget(store.residents, { save: (rows, audit) => store.residents.saveResidents(rows, audit), putOnRecord: async (entry) => void (await store.people.savePeople({ audit: [entry] })) });
  const desk = openImportDesk({
    store: store.imports,
    targets: { staff: target, residents: target },
    memory: { get: (setting) => store.people.getSetting(setting), put: (setting, value) => store.people.putSetting(setting, value) },
    openThread: () => openImportThread(built('importWorker')),
    countryOf: () => 'CN',
    newId: () => `I${randomBytes(8).toString('hex')}`,
    clock: systemClock,
    onTrouble: (...what) => trouble(what),
  });
  const loop = monitorEventLoopDelay({ resolution: 5 });
  const waits: number[] = [];
  // What a first webhook writes: one small row, durable when it resolves.
  let number = 0;
  let isOver = false;
  const commit = async (): Promise<void> => {
    while (!isOver) {
      const began = performance.now();
      await store.people.putSetting('webhook', String((number += 1)));
      waits.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, commitEveryMs));
    }
  };
  const commits = commit();
  loop.enable();
  const began = performance.now();
  const { id } = await desk.begin({ kind: 'residents', unitId: 'bench', fileName: `bench.${name.toLowerCase()}`, size: bytes.length, by: { id: 'bench', name: 'bench' } });
  for (let from = 0; from < bytes.length; from += importLimits.pieceBytes) await desk.addPiece(id, from, bytes.subarray(from, from + importLimits.pieceBytes));
  await desk.settled();
  const previewed = performance.now();
  await desk.apply(id);
  await desk.settled();
  const done = performance.now();
  const view = await desk.view(id);
  isOver = true;
  await commits;
  loop.disable();
  if (view.result?.created !== people) throw new Error(`the import ended as ${JSON.stringify(view)}`);
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  const sorted = waits.toSorted((a, b) => a - b);
  say(`${`import of ${people} residents from ${name}, ${(bytes.length / 2 ** 20).toFixed(1)} MiB`.padEnd(58)} whole  ${seconds(done - began).padStart(10)}  read ${seconds(previewed - began)}, written ${seconds(done - previewed)}`);
  say(`${'  a webhook-sized commit meanwhile'.padEnd(58)} longest ${(sorted.at(-1) ?? 0).toFixed(0).padStart(6)} ms  p95 ${(sorted[Math.floor(sorted.length * 0.95)] ?? 0).toFixed(0)} ms, median ${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0)} ms; event loop held ${(loop.max / 1e6).toFixed(0)} ms at most, p99 ${(loop.percentile(99) / 1e6).toFixed(0)} ms`);
  await desk.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

for (const file of await files()) await bring(file);
