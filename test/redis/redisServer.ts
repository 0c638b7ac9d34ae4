import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { freePort } from '../../server/http/freePort.ts';
import path from 'node:path';

export interface RedisServer {
  url: string;
  stop(): Promise<void>;
}

function isInstalled(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    // Not on this machine: installed below.
    return false;
  }
}

/** Debian's redis-server, installed when it is missing. @throws naming what could not be had */
function install(): void {
  if (isInstalled()) return;
  const apt = (...args: string[]): unknown => execFileSync('apt-get', args, { stdio: 'pipe', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'redis-server');
  } catch (cause) {
    throw new Error('these tests need redis-server: it is not installed, and apt-get could not install it', { cause });
  }
}

/** A Redis of its own on loopback, in a folder that goes with it. */
export async function startRedis(): Promise<RedisServer> {
  install();
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'three-rings-redis-'));
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (said: Buffer) => {
      if (said.includes('Ready to accept connections')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`redis-server stopped with ${code ?? 'a signal'}`)));
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
