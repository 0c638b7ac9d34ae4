// How long it takes to find something among a million slips of fifty offices, how large the index is, and what it adds to the commit of one slip.
// Prints; asserts nothing. `npm run bench -- search FILE` keeps the million in FILE and takes it from there the next time.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../server/clockwork/clock.ts';
import type { Slip } from '../../server/contract/slip.ts';
import { parseQuery } from '../../server/search/parseQuery.ts';
import { openSearchDesk } from '../../server/search/searchDesk.ts';
import type { SearchScope } from '../../server/search/searchDesk.ts';
import { slipSearchable } from '../../server/search/searchable.ts';
import { splitForSearch } from '../../server/search/splitForSearch.ts';
import { openStore } from '../../server/store/openStore.ts';
import type { Store } from '../../server/store/openStore.ts';
import type { Statement } from '../../server/store/recordsDatabase.ts';
import { docOf } from '../../server/store/searchRows.ts';
import { openSqliteDatabase } from '../../server/store/sqliteDatabase.ts';
import { dice, newestOfBench, officesOfBench, slipOfBench } from './searchOffice.ts';

const slips = 1_000_000;
const atOnce = 2_000;
const commits = 300;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const log = { info: () => undefined, warn: (what: unknown) => say(String(what)), error: (what: unknown) => say(String(what)) };
const workerFile = fileURLToPath(new URL('../server/sqliteWorker.js', import.meta.url));
const row = (name: string, values: readonly number[]): void => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(2).padStart(7);
  say(`${name.padEnd(58)} median ${at(0.5)} ms  p95 ${at(0.95)} ms  longest ${at(1)} ms`);
};

/** The slip alone, as it is stored beside the index. */
const storing = (slip: Slip, doc: number | null): Statement => ({
  sql: 'insert into slips (id, version, unit_id, recipient_id, state, called_at, caller_number, read_at, search_doc, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  parameters: [slip.id, slip.version, slip.unitId, slip.recipientId ?? null, slip.state, Date.parse(slip.calledAt), slip.callerNumber, slip.readAt ?? null, doc, JSON.stringify(slip)],
});

/** Not by the slip store one by one, which would take an hour of commits; the rows are the same. */
async function fill(file: string): Promise<void> {
  const database = await openSqliteDatabase({ file, workerFile, log, clock: systemClock });
  const began = performance.now();
  const taken = new Set<number>();
  let writing: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < slips; from += atOnce) {
    const batch = Array.from({ length: atOnce }, (_, index) => slipOfBench(from + index, slips)).flatMap((slip): Statement[] => {
      let doc = docOf(Date.parse(slip.calledAt));
      while (taken.has(doc)) doc += 1;
      taken.add(doc);
      return [storing(slip, doc), { sql: 'insert into search_slips (rowid, terms) values (?, ?)', parameters: [doc, splitForSearch(slipSearchable(slip)).join(' ')] }];
    });
    await writing;
    writing = database.run(batch);
  }
  await writing;
  await database.close();
  say(`${`${slips} slips written and indexed, ${atOnce} at once`.padEnd(58)}        ${((performance.now() - began) / 1000).toFixed(0).padStart(7)} s`);
}

/** About two hundred questions as people ask them, parts of slips that are there and some that are not. */
function questions(): { name: string; texts: string[] }[] {
  const roll = dice(20_261_123);
  const some = (count: number, of: (slip: Slip) => string): string[] => Array.from({ length: count }, () => of(slipOfBench(Math.floor(roll() * slips), slips))).filter((text) => text !== '');
  const part = (text: string, length: number): string => {
    const runs = text.match(/\p{Script=Han}+/gu)?.filter((run) => run.length >= length) ?? [];
    const run = runs[Math.floor(roll() * runs.length)] ?? '';
    const from = Math.floor(roll() * (run.length - length + 1));
    return run.slice(from, from + length);
  };
  const digits = (text: string, length: number): string => {
    const from = Math.floor(roll() * (text.length - length + 1));
    return text.slice(from, from + length);
  };
  return [
    { name: 'one character', texts: [...some(16, ({ message }) => part(message, 1)), '水', '的', '急', '蓉'] },
    { name: 'two characters', texts: [...some(22, ({ message }) => part(message, 2)), '漏水', '电梯', '年检'] },
    { name: 'longer', texts: [...some(16, ({ message }) => part(message, 3)), ...some(12, ({ message }) => part(message, 6)), '请回电', '请尽快派人来看'] },
    { name: 'names', texts: [...some(10, ({ callerName }) => callerName), ...some(8, ({ recipient }) => recipient), '張偉'] },
    { name: 'pinyin, initials, words', texts: ['zhangwei', 'zw', 'lina', 'wang', 'lijun', 'chenfang', 'cf', 'henderson', 'invoice', 'parking permit', 'zhao', 'z'] },
    { name: 'digits of any part', texts: [...some(8, ({ callerNumber }) => digits(callerNumber.slice(1), 3)), ...some(10, ({ callerNumber }) => callerNumber.slice(-4)), ...some(8, ({ callerNumber }) => digits(callerNumber.slice(1), 6)), ...some(8, ({ callerNumber }) => callerNumber.slice(3)), '1502', '12栋', '138 0000 0000'] },
    { name: 'several words', texts: [...some(12, ({ message, callerName }) => `${part(message, 2)} ${callerName.slice(0, 1)}`), ...some(8, ({ message }) => `${part(message, 2)} ${part(message, 2)}`), '栋 年检', '投标 漏水', '物业费 单元 漏水', '蓉 投标'] },
    { name: 'days, spans, states', texts: ['今天', '昨天 漏水', '上周 电梯', '6月11日', '2026-03-05 水', '上个月 请回电', '10月 王', '去年 发票', '11/18', 'last week', '未读', '草稿', '已处理 漏水', '急', '急 未读 上周', '草稿 急', '6月1日到6月11日 漏水', '办完 王伟'] },
  ];
}

const scopes: { name: string; scope: SearchScope }[] = [
  { name: 'one office of 50', scope: { unitIds: ['office7'], recipientIds: [] } },
  { name: 'ten offices', scope: { unitIds: Array.from({ length: 10 }, (_, index) => `office${index * Math.floor(officesOfBench / 10)}`), recipientIds: ['staff77'] } },
  { name: 'all offices', scope: { unitIds: null, recipientIds: [] } },
  { name: 'one member of the staff', scope: { unitIds: [], recipientIds: ['staff77'] } },
];

async function ask(store: Store): Promise<void> {
  const desk = openSearchDesk(store.search);
  const clock = { now: newestOfBench, timeZone: 'Asia/Shanghai' };
  const floor: number[] = [];
  const all: number[] = [];
  // Of both threads; what other programs take of the machine is not in it.
  const worked: number[] = [];
  const byScope = new Map<string, number[]>();
  const byName = new Map<string, number[]>();
  let slowest = { took: 0, what: '' };
  const asked = questions();
  for (const text of ['热身', '水']) await desk.slips({ query: parseQuery(text, clock), scope: { unitIds: null, recipientIds: [] }, limit: 20, mayRead: () => true });
  for (const { name: scopeName, scope } of scopes) {
    for (const { name, texts } of asked) {
      for (const text of texts) {
        const zero = performance.now();
        await store.health();
        const before = process.cpuUsage();
        const began = performance.now();
        await desk.slips({ query: parseQuery(text, clock), scope, limit: 20, mayRead: () => true });
        const took = performance.now() - began;
        const { user, system } = process.cpuUsage(before);
        worked.push((user + system) / 1000);
        floor.push(began - zero);
        all.push(took);
        for (const [map, key] of [[byScope, scopeName], [byName, name]] as const) map.set(key, [...(map.get(key) ?? []), took]);
        if (took > slowest.took) slowest = { took, what: `${text}, ${scopeName}` };
      }
    }
  }
  row('floor: a round trip to the records', floor);
  row(`a page of 20 of ${slips} slips, ${all.length / scopes.length} questions, 4 scopes`, all);
  row('  the processor’s time of it, both threads', worked);
  for (const [name, times] of [...byScope, ...byName]) row(`  ${name}`, times);
  say(`${'  the slowest'.padEnd(58)} ${slowest.took.toFixed(1)} ms: ${slowest.what}`);
}

async function size(file: string): Promise<void> {
  const database = await openSqliteDatabase({ file, workerFile, log, clock: systemClock });
  const [index, bodies] = await database.run([{ sql: 'select (select sum(length(block)) from search_slips_data) + (select sum(length(sz) + 10) from search_slips_docsize) as bytes', parameters: [] }, { sql: 'select sum(length(cast(body as blob))) as bytes from slips', parameters: [] }]);
  const mib = (rows: unknown[] | undefined): string => ((rows?.[0] as { bytes: number }).bytes / 2 ** 20).toFixed(0);
  say(`${'the index on disk (the slips themselves)'.padEnd(58)}        ${mib(index?.rows).padStart(7)} MiB (${mib(bodies?.rows)} MiB)`);
  await database.close();
}

/** One by one, in turns with the same slip and its history without the index. */
async function cost(store: Store, file: string): Promise<void> {
  const bare = await openSqliteDatabase({ file, workerFile, log, clock: systemClock });
  const [withIndex, without, splitting]: [number[], number[], number[]] = [[], [], []];
  const run = Date.now().toString(36);
  for (let at = 0; at < commits; at += 1) {
    const slip = { ...slipOfBench(at, slips), id: `N${run}${at}`, calledAt: new Date(newestOfBench + at * 1000).toISOString() };
    const change = { slipId: slip.id, version: 1, at: newestOfBench, by: 'bench', changed: {} };
    const first = performance.now();
    splitForSearch(slipSearchable(slip));
    const second = performance.now();
    await store.slips.saveSlip(slip, change);
    const third = performance.now();
    const other = { ...slip, id: `B${run}${at}` };
    await bare.run([storing(other, null), { sql: 'insert into slip_changes (slip_id, version, body) values (?, ?, ?)', parameters: [other.id, 1, JSON.stringify(change)] }]);
    splitting.push(second - first);
    withIndex.push(third - second);
    without.push(performance.now() - third);
  }
  await bare.run([{ sql: `delete from slip_changes where slip_id like 'B${run}%'`, parameters: [] }, { sql: `delete from slips where id like 'B${run}%'`, parameters: [] }]);
  row('one slip committed, with the index', withIndex);
  row('  floor: the same without it', without);
  row('  of it, making its terms', splitting);
  await bare.close();
}

const kept = process.argv[2] === 'search' ? process.argv[3] : undefined;
const folder = mkdtempSync(path.join(tmpdir(), 'three-rings-bench-search-'));
const file = kept ?? path.join(folder, 'search.db');
try {
  const isNew = !existsSync(file);
  await (await openStore({ kind: 'sqlite', file, workerFile, log })).close();
  if (isNew) await fill(file);
  const store = await openStore({ kind: 'sqlite', file, workerFile, log });
  await size(file);
  await ask(store);
  await cost(store, file);
  await store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
