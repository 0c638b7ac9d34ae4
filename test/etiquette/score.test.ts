import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { dataFolder } from './labelledCall.ts';

// Inside the project, so that the packages left outside the bundle are found.
const root = process.cwd();
let folder = '';
const score = (...args: string[]) => spawnSync(process.execPath, [path.join(folder, 'score.mjs'), ...args], { encoding: 'utf8', cwd: root });

beforeAll(async () => {
  mkdirSync(path.join(root, '.build'), { recursive: true });
  folder = mkdtempSync(path.join(root, '.build', 'score-'));
  await build({ entryPoints: [path.join(root, 'scripts', 'score.ts')], outfile: path.join(folder, 'score.mjs'), bundle: true, packages: 'external', platform: 'node', format: 'esm', logLevel: 'silent' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run score', () => {
  test('prints one JSON line a call in the shape of the labels', () => {
    const { stdout, status } = score(path.join(dataFolder, 'dev-002.json'), path.join(dataFolder, 'dev-003.json'));
    const lines = stdout.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(status).toBe(0);
    expect(lines.map(({ id }) => id)).toEqual(['dev-002', 'dev-003']);
    expect(Object.keys(lines[0] ?? {})).toEqual(['id', 'opener', 'violations', 'shown', 'promises']);
  });

  test('adds precision, recall and F1 for each rule with --table', () => {
    const { stdout } = score('--table', path.join(dataFolder, 'dev-002.json'));
    expect(stdout).toMatch(/argue\s+1\s+0\s+0\s+1\.000\s+1\.000\s+1\.000/);
    expect(stdout).toMatch(/micro/);
  });

  test('names a file that cannot be read or is no call, and fails', () => {
    const broken = path.join(folder, 'broken.json');
    writeFileSync(broken, '{ "unit": 3 }');
    expect(score(broken)).toMatchObject({ status: 1, stdout: '' });
    expect(score(broken).stderr).toContain(broken);
    expect(score(path.join(folder, 'absent.json'))).toMatchObject({ status: 1 });
    expect(score()).toMatchObject({ status: 1 });
  });

  test('judges the other files of a folder in which some are broken, and still fails', () => {
    const mixed = path.join(folder, 'mixed');
    mkdirSync(mixed);
    writeFileSync(path.join(mixed, '1-cut.json'), '{ "unit": { "name": "云栖');
    writeFileSync(path.join(mixed, '2-list.json'), '[]');
    writeFileSync(path.join(mixed, '3-good.json'), readFileSync(path.join(dataFolder, 'dev-002.json')));
    writeFileSync(path.join(mixed, '4-empty.json'), '');
    writeFileSync(path.join(mixed, '5-bare.json'), '{ "id": "bare", "unit": { "name": "云栖花园" } }');
    const { stdout, stderr, status } = score('--table', mixed);
    expect(stdout.split('\n').filter((line) => line.startsWith('{')).map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(['dev-002', 'bare']);
    for (const name of ['1-cut', '2-list', '4-empty']) expect(stderr).toContain(name);
    expect(stderr.trim().split('\n')).toHaveLength(3);
    expect(stdout).toMatch(/calls with labels {6}1/);
    expect(status).toBe(1);
  });
});
