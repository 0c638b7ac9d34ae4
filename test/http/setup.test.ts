import { afterEach, describe, expect, test } from '@jest/globals';
import { aHouse, codeOf, fieldsOf } from './aHouse.ts';
import type { House, HouseOptions } from './aHouse.ts';

let house: House;
const open = async (options?: HouseOptions): Promise<House> => (house = await aHouse({ empty: true, ...options }));
afterEach(() => house.close());

const tokenOf = ({ setup }: House): string => new URL(setup.link ?? '').searchParams.get('token') ?? '';
const anOffice = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  token: tokenOf(house),
  administrator: { username: 'boss', name: '赵敏', password: 'long enough 1' },
  office: { name: '翠湖管理处', timeZone: 'Asia/Shanghai' },
  line: { number: '0755-8600 1234', cycleMs: 5000, language: 'zh-CN', languages: ['en', 'zh-CN'] },
  agents: [{ username: 'xiaoli', name: '李静', password: 'long enough 2' }],
  ...over,
});
const complete = (body: unknown) => house.ask('POST', '/api/setup', { body });

describe('the first real start', () => {
  test('an empty house prints a link under its public address; only a digest of its token is kept', async () => {
    await open();
    expect(house.setup.link).toMatch(/^https:\/\/desk\.example\/setup\?token=[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify(house.records.settingsWritten)).not.toContain(tokenOf(house));
    expect((await house.ask('GET', `/api/setup?token=${tokenOf(house)}`)).body).toEqual({ open: true });
  });

  test('the link makes administrator, office, line and agents in one save; all of them can sign in', async () => {
    await open();
    const answer = await complete(anOffice());
    expect([answer.status, answer.body]).toEqual([201, expect.objectContaining({ number: '+8675586001234' })]);
    expect(house.records.peopleSaves).toBe(1);
    expect(house.directory.lineByNumber('+8675586001234')).toMatchObject({ language: 'zh-CN', languages: ['zh-CN', 'en'], cycleMs: 5000, ringWidth: 3 });
    expect(house.directory.all().units).toEqual([expect.objectContaining({ name: '翠湖管理处', country: 'CN' })]);
    for (const [username, role, secret] of [['boss', 'admin', 'long enough 1'], ['xiaoli', 'agent', 'long enough 2']] as const) {
      expect((await house.ask('POST', '/api/session', { body: { username, password: secret } })).body).toMatchObject({ user: { username, role } });
    }
    expect(house.directory.all().users.map(({ passwordHash }) => passwordHash)).toEqual([expect.stringMatching(/^\$argon2id\$/), expect.stringMatching(/^\$argon2id\$/)]);
  });

  test('then it is closed for good, the link included', async () => {
    await open();
    const body = anOffice();
    await complete(body);
    for (const answer of [await complete(body), await house.ask('GET', `/api/setup?token=${String(body['token'])}`)]) expect([answer.status, codeOf(answer)]).toEqual([410, 'setup_closed']);
  });

  test('two that come at once make one office', async () => {
    await open();
    const answers = await Promise.all([complete(anOffice()), complete(anOffice())]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(house.directory.all().units).toHaveLength(1);
  });

  test('a wrong token is refused, and guessing is throttled', async () => {
    await open({ limits: { setupPerAddress: 3 } });
    for (let guess = 0; guess < 3; guess += 1) expect((await complete(anOffice({ token: `guess ${guess}` }))).status).toBe(403);
    const answer = await complete(anOffice());
    expect([answer.status, codeOf(answer), answer.headers.get('retry-after')]).toEqual([429, 'throttled', expect.any(String)]);
  });

  test.each([
    [{ office: { name: 'x', timeZone: 'Mars/Olympus' } }, ['office.timeZone']],
    [{ line: { number: '12', cycleMs: 5000, language: 'zh-CN' } }, ['line.number']],
    [{ line: { number: '+8675586001234', cycleMs: 5, language: 'zh-CN' } }, ['line.cycleMs']],
    [{ administrator: { username: '赵', name: '赵敏', password: 'short' } }, ['administrator.password', 'administrator.username']],
    [{ agents: [{ username: 'BOSS', name: 'x', password: 'long enough 2' }] }, ['agents.0.username']],
    [{ demo: true }, ['demo']],
  ])('%j is refused by name and leaves it open', async (over, fields) => {
    await open();
    const answer = await complete(anOffice(over));
    expect([answer.status, fieldsOf(answer).sort()]).toEqual([400, fields]);
    expect((await complete(anOffice())).status).toBe(201);
  });

  test('a house with people has no link and is closed', async () => {
    house = await aHouse();
    expect(house.setup.link).toBeNull();
    expect((await house.ask('GET', '/api/setup?token=x')).status).toBe(410);
  });
});
