// Builds the server, the scripts and the console into .build/, each only when one of its sources changed since its last build.
// esbuild bundles our own files and leaves every package outside: a start reads a few files, not hundreds. The console is built by vite.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Name, size and time of every source in these folders that can change a build, as one digest. */
async function sourceStamp(folders) {
  const digest = createHash('sha256');
  const files = [];
  for (const folder of folders) {
    for (const entry of await readdir(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && /\.(tsx?|json|mjs|css|html|svg)$/.test(entry.name)) files.push(path.join(entry.parentPath ?? entry.path, entry.name));
    }
  }
  files.push(path.join(root, 'package-lock.json'));
  for (const file of files.sort()) {
    const { size, mtimeMs } = await stat(file);
    digest.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`);
  }
  return digest.digest('hex');
}

/** Every file that is started by itself: the server, its worker threads, the commands. */
async function entryPoints() {
  const entries = { 'server/main': 'server/main.ts' };
  for (const entry of await readdir(path.join(root, 'server'), { recursive: true })) {
    if (/Worker\.ts$/.test(entry)) entries[`server/${path.basename(entry, '.ts')}`] = path.join('server', entry);
  }
  for (const entry of await readdir(path.join(root, 'scripts'))) {
    if (entry.endsWith('.ts')) entries[`scripts/${path.basename(entry, '.ts')}`] = path.join('scripts', entry);
  }
  return entries;
}

/** Runs `make` unless the sources are as they were at its last success. */
async function whenChanged(stampName, folders, make) {
  const stampFile = path.join(root, '.build', stampName);
  const stamp = await sourceStamp(folders);
  const last = await readFile(stampFile, 'utf8').catch(() => '');
  if (last === stamp) return;
  await make();
  await mkdir(path.dirname(stampFile), { recursive: true });
  await writeFile(stampFile, stamp);
}

const server = { absWorkingDir: root, outdir: '.build', bundle: true, packages: 'external', platform: 'node', target: 'node20', format: 'esm', sourcemap: true, logLevel: 'warning' };

/** The journal's thread has one package, of which it uses little: with that in its own file it starts in half the time, and the program waits for it. */
const journalThread = 'server/journalWorker';

async function buildServer() {
  const { [journalThread]: journal, ...others } = await entryPoints();
  await Promise.all([build({ ...server, entryPoints: others }), build({ ...server, entryPoints: { [journalThread]: journal }, packages: 'bundle' })]);
}

async function buildClient() {
  // vite takes half a second to load: only when there is something to build.
  const vite = await import('vite');
  await vite.build({ root: path.join(root, 'client'), configFile: path.join(root, 'client', 'vite.config.mjs'), logLevel: 'warn' });
}

export async function buildIfChanged() {
  await whenChanged('stamp', ['server', 'scripts'], buildServer);
  await whenChanged('client.stamp', ['client', 'server/contract'], buildClient);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildIfChanged();
