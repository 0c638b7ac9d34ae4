// Types, lint and walls, all at once: each keeps one core busy for itself. `node scripts/check.mjs build` builds and provides the tests' browser beside them, as before the tests.
import { spawn } from 'node:child_process';
import process from 'node:process';

const checks = {
  lint: ['eslint', '-c', 'scripts/eslint.config.js', '.'],
  types: ['tsc'],
  walls: ['depcruise', '--config', 'scripts/walls.cjs', 'server', 'client'],
  ...(process.argv.includes('build') && { browser: ['node', 'scripts/testBrowser.mjs'], build: ['node', 'scripts/build.mjs'] }),
};

/** Runs one to its end and prints what it said as one piece. @returns whether it found nothing wrong */
function run(name, [command, ...args]) {
  return new Promise((resolve) => {
    const begun = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.once('error', (cause) => (said += String(cause)));
    child.once('close', (code) => {
      process.stdout.write(`${said}${name}: ${code === 0 ? 'right' : `failed (${code})`}, ${((performance.now() - begun) / 1000).toFixed(0)} s\n`);
      resolve(code === 0);
    });
  });
}

// Two at a time: a third would only make the others slower. The longest first.
const waiting = Object.entries(checks);
let isRight = true;
async function worker() {
  for (let next = waiting.shift(); next; next = waiting.shift()) if (!(await run(...next))) isRight = false;
}
await Promise.all([worker(), worker()]);
process.exitCode = isRight ? 0 : 1;
