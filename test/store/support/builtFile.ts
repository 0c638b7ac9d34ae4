import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';

const esbuild = path.resolve('node_modules/.bin/esbuild');

/**
 * Bundles one TypeScript file as scripts/build.mjs does and returns where the result is. Only this file and what it
 * imports are built, so that a test of the store does not depend on the rest of the program. The result is put in place by a
 * rename: another test may be starting the same file.
 */
function build(source: string, target: string): string {
  mkdirSync(path.dirname(target), { recursive: true });
  const fresh = `${target.replace(/\.js$/, '')}.${process.pid}.js`;
  execFileSync(esbuild, [source, '--bundle', '--packages=external', '--platform=node', '--target=node20', '--format=esm', '--log-level=warning', `--outfile=${fresh}`]);
  renameSync(fresh, target);
  return target;
}

/** A worker thread of the store, where the program has it: .build/server/<name>.js. */
export const builtWorker = (name: 'sqliteWorker' | 'journalWorker'): string => build(path.resolve('server/store', `${name}.ts`), path.resolve('.build/server', `${name}.js`));

/** A program of this folder, or of another one, that a test runs as a process of its own. */
export const builtProgram = (name: string, folder = 'test/store/support'): string => build(path.resolve(folder, `${name}.ts`), path.resolve('.build/test', `${name}.js`));
