// `npm run score -- [--table] FILE|DIR…`: judges labelled or unlabelled calls, one JSON line a call; --table compares with the labels.
// A file that cannot be read or is no call is named on stderr; the others are judged all the same, and the command fails at the end.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { judge } from '../server/etiquette/judge.ts';
import { labelled, scored, table, type Labelled } from './score/table.ts';

let failures = 0;
function complain(message: string): void {
  failures++;
  process.stderr.write(`score: ${message}\n`);
}

const reasonOf = (error: unknown): string =>
  error instanceof z.ZodError ? error.issues.map((issue) => `${issue.path.join('.') || 'the whole'}: ${issue.message}`).join('; ') : error instanceof Error ? error.message : String(error);

function filesOf(given: string): string[] {
  try {
    if (!statSync(given).isDirectory()) return [given];
    return readdirSync(given).filter((name) => name.endsWith('.json')).sort().map((name) => path.join(given, name));
  } catch (error) {
    complain(`${given}: ${reasonOf(error)}`);
    return [];
  }
}

function readCall(file: string): Labelled | null {
  try {
    return labelled.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    complain(`${file}: ${reasonOf(error)}`);
    return null;
  }
}

const args = process.argv.slice(2);
const given = args.filter((arg) => arg !== '--table');
if (given.length === 0) complain('give one or more files or folders of calls: npm run score -- [--table] FILE|DIR…');
const results: { call: Labelled; found: ReturnType<typeof scored> }[] = [];
for (const file of given.flatMap(filesOf)) {
  const call = readCall(file);
  if (!call) continue;
  try {
    const found = scored(call, judge(call));
    results.push({ call, found });
    process.stdout.write(`${JSON.stringify(found)}\n`);
  } catch (error) {
    complain(`${file}: could not be judged: ${reasonOf(error)}`);
  }
}
if (args.includes('--table') && results.length > 0) process.stdout.write(`\n${table(results)}\n`);
process.exitCode = failures > 0 ? 1 : 0;
