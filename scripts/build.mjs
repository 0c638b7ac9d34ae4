// Builds the server and the scripts into .build/, and only when a source is newer than the last build.
// esbuild bundles our own files and leaves every package outside: a start reads a few files, not hundreds.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = path.join(root, '.build', 'stamp');

/** Name, size and time of every source that can change the build, as one digest. */
async function sourceStamp() {
  const digest = createHash('sha256');
  const files = [];
  for (const folder of ['server', 'scripts']) {
    for (const entry of await readdir(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && /\.(ts|json|mjs)$/.test(entry.name)) files.push(path.join(entry.parentPath ?? entry.path, entry.name));
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

export async function buildIfChanged() {
  const stamp = await sourceStamp();
  const last = await readFile(stampFile, 'utf8').catch(() => '');
  if (last === stamp) return;
  await build({
    absWorkingDir: root,
    entryPoints: await entryPoints(),
    outdir: '.build',
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
  });
  await mkdir(path.dirname(stampFile), { recursive: true });
  await writeFile(stampFile, stamp);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildIfChanged();
