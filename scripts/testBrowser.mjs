// The browsers of the tests, from Debian where they are not there yet: Chromium, and its headless shell, which opens a page with a quarter less work.
// What cannot be had is named here and again by the tests that need it.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';

const packages = [
  ['/usr/bin/chromium', ['chromium', 'fonts-noto-cjk']],
  ['/usr/bin/chromium-headless-shell', ['chromium-headless-shell']],
];
const missing = process.env.CHROMIUM_PATH ? [] : packages.filter(([file]) => !existsSync(file)).flatMap(([, names]) => names);
if (missing.length > 0) {
  const apt = (...args) => void execFileSync('apt-get', args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 240_000 });
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...missing);
  } catch (cause) {
    console.log(`apt-get could not install ${missing.join(', ')}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}
