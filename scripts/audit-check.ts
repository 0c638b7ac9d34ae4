import { fileURLToPath } from 'node:url';
import { systemClock } from '../server/clockwork/clock.ts';
import { parseConfig } from '../server/config.ts';
import type { AuditBreak } from '../server/contract/audit.ts';
import { openAnchorFile, readAnchor } from '../server/privacy/anchorFile.ts';
import { checkAudit } from '../server/privacy/checkAudit.ts';
import { openAuditReader } from '../server/store/openStore.ts';

/*
 * node scripts/run.mjs audit-check [ANCHOR …]
 * Checks the whole audit log of DATABASE_URL and changes nothing; a server may be running on it. An anchor is what an earlier check printed. Ends with 1 when the log is not
 * as it was written.
 */

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const whys: Record<AuditBreak['why'], string> = {
  missing: 'entries are missing',
  changed: 'an entry is not as it was written',
  inserted: 'there are more entries than were sealed',
  anchor: 'an entry is another one than a kept head says',
  blanked: 'values are gone without an erasure on record',
};

async function main(): Promise<number> {
  const config = parseConfig(process.env);
  const given = process.argv.slice(2).map((text) => {
    const anchor = readAnchor(text);
    if (!anchor) throw new Error(`${text} is no anchor (place:hash, as this command prints it)`);
    return anchor;
  });
  const quiet = { error: (what: object, message: string) => process.stderr.write(`${message} ${JSON.stringify(what)}\n`), warn: () => undefined, info: () => undefined };
  const opened = await openAuditReader({ ...(config.database.kind === 'sqlite' ? { ...config.database, workerFile: fileURLToPath(new URL('../server/sqliteWorker.js', import.meta.url)) } : config.database), log: quiet });
  try {
    const checked = await checkAudit(opened.reader, [...(await openAnchorFile(config.anchorFile).read()), ...given], () => systemClock.now());
    say(`sealed entries: ${checked.sealed}; not sealed yet: ${checked.unsealed}; erased on request: ${checked.erased}; kept heads compared: ${checked.anchors}`);
    say(`anchor: ${checked.sealed}:${checked.head}`);
    if (checked.broken === null) {
      say('the audit log is whole');
      return 0;
    }
    const { id, seq, why } = checked.broken;
    say(`BROKEN at place ${seq}${id === null ? '' : `, entry ${id}`}: ${whys[why]}`);
    return 1;
  } finally {
    await opened.close();
  }
}

process.exitCode = await main();
