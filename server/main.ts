import { fileURLToPath } from 'node:url';
import { buildApp } from './app.ts';
import { ConfigFault, parseConfig } from './config.ts';
import { freePort } from './http/freePort.ts';
import { openLog } from './http/log.ts';
import { systemClock } from './clockwork/clock.ts';

/** The longest that a stop may take before the process ends all the same, ms. */
const stopBudgetMs = 10_000;

function built(name: string): string {
  return fileURLToPath(new URL(`./${name}.js`, import.meta.url));
}

async function start(): Promise<void> {
  let config = parseConfig(process.env);
  // PUBLIC_URL, which signatures are checked against, must know the port before it is listened on.
  if (config.port === 0) config = parseConfig({ ...process.env, PORT: String(await freePort(config.host)) });
  const log = openLog({ level: config.logLevel, keepPersonalData: config.logPersonalData });
  const app = await buildApp({ config, clock: systemClock, log, workers: { sqlite: built('sqliteWorker'), journal: built('journalWorker'), imports: built('importWorker'), calendar: built('calendarWorker') }, consoleFolder: fileURLToPath(new URL('../client', import.meta.url)) });

  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), stopBudgetMs).unref();
    void app.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  const { url, setupLink } = await app.listen();
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say(`三声 Three Rings: ${url}`);
  if (config.practice) say('练习线路,无需运营商账号 · practice line, no carrier account needed. 试打一通 · try a call: npm run ring');
  if (config.seedDemo && config.loopbackOnly) say('演示用户 · demo users: agent, agent2, supervisor, staff, admin (密码 · password: practice)');
  if (setupLink) say(`首次设置,链接只能用一次 · first set-up, the link works once: ${setupLink}`);
}

start().catch((cause: unknown) => {
  if (cause instanceof ConfigFault) process.stderr.write(`${cause.message}\n`);
  else process.stderr.write(`三声 Three Rings could not start: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
  process.exit(1);
});
