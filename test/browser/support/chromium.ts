import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const usual = '/usr/bin/chromium';

/** The browser that the tests drive; Debian's is installed where none is. @throws naming what is missing */
function chromiumPath(): string {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there`);
    return named;
  }
  if (existsSync(usual)) return usual;
  const apt = (...args: string[]): void => void execFileSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 240_000 });
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
  } catch (cause) {
    throw new Error('the browser tests need Chromium: apt-get could not install it; install it, or name one by CHROMIUM_PATH', { cause });
  }
  return usual;
}

/** @param more arguments of the browser besides the usual ones */
export function openChromium(...more: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...more],
  });
}
