import { describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { variables } from '../server/config.ts';

const readme = readFileSync('README.md', 'utf8');

describe('the README', () => {
  test('its configuration table is the program’s own: every variable, in order, in the same words', () => {
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| (.*) \|$/gm)].map(([, name, about]) => ({ name, about }));
    expect(rows).toEqual(Object.entries(variables).map(([name, { about }]) => ({ name, about })));
  });

  test('names every room of the server', () => {
    const rooms = readdirSync('server', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of rooms) expect(readme).toContain(`\`server/${name}/\``);
  });

  test('gives a reason for every package that the program depends on', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
    const typesAndRunners = /^@types\/|^@jest\/globals$|^@swc\/core$|^typescript$|^eslint$/;
    const unexplained = [...Object.keys(dependencies), ...Object.keys(devDependencies)].filter((name) => !typesAndRunners.test(name) && !readme.includes(`\`${name}\``));
    expect(unexplained).toEqual([]);
  });
});
