// `node scripts/run.mjs learn`: learns the scales of server/etiquette/learned from the lessons and labelled calls of test/etiquette/data, and writes
// their weights. Same lessons, same weights. `learn --hold-out [FOLDER …]`: judges each folder by what the others teach, writes nothing.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { heldOut, heldOutTable } from './learn/holdOut.ts';
import { learnAll } from './learn/learnAll.ts';
import { lessons } from './learn/lessons.ts';

const target = path.resolve('server', 'etiquette', 'learned', 'weights.json');
const args = process.argv.slice(2);

if (args[0] === '--hold-out') process.stdout.write(`${heldOutTable(heldOut(args.slice(1)))}\n`);
else {
  const all = lessons();
  const learned = learnAll(all);
  const text = `${JSON.stringify(learned).replaceAll('","', '",\n"')}\n`;
  writeFileSync(target, text);
  process.stdout.write(`${all.length} lessons, ${learned.lines.length} features, ${Math.round(text.length / 1024)} KB\n`);
}
