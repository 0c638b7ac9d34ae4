// How long it takes to tell whose number it is, in a company of a million numbers, and to find somebody in an office of 100,000 residents. Prints; asserts nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openResidentDesk } from '../../server/residents/residentDesk.ts';
import { usualResident } from '../../server/residents/resident.ts';
import type { Resident } from '../../server/residents/resident.ts';
import { openStore } from '../../server/store/openStore.ts';

const residents = 500_000;
const perOffice = 100_000;
const rowsAtOnce = 10_000;
const matches = 2_000;
const searches = 60;

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗'];
const given = ['伟', '芳', '秀英', '敏', '静', '丽', '强', '磊', '军', '洋', '勇', '艳', '杰', '娟', '涛', '明', '超', '秀兰', '霞', '平'];

const numberOf = (at: number): string => `+861${3 + Math.floor(at / 10 ** 9)}${String(at % 10 ** 9).padStart(9, '0')}`;

/** Two numbers each: one of his own and one that he shares with his neighbour of the list. */
function residentOf(at: number): Resident {
  const inOffice = at % perOffice;
  const [building, room] = [1 + Math.floor(inOffice / 1000), 101 + (inOffice % 1000)];
  return {
    ...usualResident,
    id: `r${String(at).padStart(7, '0')}`,
    unitId: `office${Math.floor(at / perOffice)}`,
    name: `${surnames[at % surnames.length] ?? ''}${given[Math.floor(at / surnames.length) % given.length] ?? ''}`,
    address: `${building}栋${room}`,
    property: { ...usualResident.property, building: String(building), room: String(room) },
    numbers: [numberOf(at * 2), numberOf((at - (at % 2)) * 2 + 1)].map((e164) => ({ e164, label: '', since: 0, source: 'import' })),
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const row = (name: string, values: readonly number[]): void => say(`${name.padEnd(58)} median ${quantile(values, 0.5).toFixed(2).padStart(7)} ms  p95 ${quantile(values, 0.95).toFixed(2).padStart(7)} ms`);

async function timed(times: number, work: (round: number) => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const began = performance.now();
    await work(round);
    took.push(performance.now() - began);
  }
  return took;
}

const folder = mkdtempSync(path.join(tmpdir(), 'three-rings-bench-residents-'));
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const store = await openStore({ kind: 'sqlite', file: path.join(folder, 'residents.db'), workerFile: fileURLToPath(new URL('../server/sqliteWorker.js', import.meta.url)), log: silent });
try {
  const desk = openResidentDesk({ store: store.residents, newId: () => '', unit: () => null, staff: () => null });
  const began = performance.now();
  for (let from = 0; from < residents; from += rowsAtOnce) await desk.saveMany(Array.from({ length: rowsAtOnce }, (_, index) => residentOf(from + index)), []);
  say(`${`${residents} residents written, ${rowsAtOnce} at once`.padEnd(58)}        ${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s`);
  // Any number, not one after the other: what is looked up was not just read.
  const any = (round: number): number => (round * 7_919_993) % residents;
  for (let warm = 0; warm < 50; warm += 1) await desk.matchesOf(numberOf(any(warm) * 2), 'office0');
  row('floor: a round trip to the records', await timed(matches, () => store.health()));
  row('whose number it is, of 1,000,000', await timed(matches, (round) => desk.matchesOf(numberOf(any(round + 50) * 2), 'office0')));
  row('  the same, a number that nobody has', await timed(matches, (round) => desk.matchesOf(`+8615${String(any(round)).padStart(9, '0')}`, 'office0')));
  const asked = ['王伟', 'lixiuying', 'zm', '37-512', '88栋940', '13000123', '高平', '没有这个人'];
  row('somebody found in an office of 100,000', await timed(searches, (round) => desk.search({ unitIds: ['office2'], text: asked[round % asked.length] ?? '', limit: 50 })));
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
