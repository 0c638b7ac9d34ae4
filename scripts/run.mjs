// `node scripts/run.mjs NAME [ARG …]`: builds what changed, then runs server/main or one of the commands of this folder.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildIfChanged } from './build.mjs';

const [name = 'start', ...rest] = process.argv.slice(2);
const built = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '.build');
const file = name === 'start' ? path.join(built, 'server', 'main.js') : path.join(built, 'scripts', `${name}.js`);
await buildIfChanged();
process.argv = [process.argv[0], file, ...rest];
process.setSourceMapsEnabled(true);
await import(pathToFileURL(file).href);
