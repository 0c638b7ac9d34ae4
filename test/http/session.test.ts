import { afterEach, describe, expect, test } from '@jest/globals';
import { aHouse, codeOf, fieldsOf, password } from './aHouse.ts';
import type { House, HouseOptions } from './aHouse.ts';

let house: House;
const open = async (options?: HouseOptions): Promise<House> => (house = await aHouse(options));
afterEach(() => house.close());

const hour = 3_600_000;

describe('signing in', () => {
  test('the right password sets a cookie that scripts cannot read and other sites cannot send', async () => {
    await open();
    const answer = await house.ask('POST', '/api/session', { body: { username: 'agent', password } });
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^three_rings_session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)]);
    expect(answer.body).toMatchObject({ user: { id: 'agent', role: 'agent', unitIds: ['garden'] }, now: house.clock.now(), practice: true });
    expect(JSON.stringify(answer.body)).not.toContain('argon2');
  });

  test('behind https the cookie is Secure', async () => {
    await open({ settings: { secureCookies: true } });
    const answer = await house.ask('POST', '/api/session', { body: { username: 'agent', password } });
    expect(answer.headers.getSetCookie()[0]).toMatch(/; Secure$/);
  });

  test('the records hold only a digest of the token', async () => {
    await open();
    const cookie = await house.signIn('agent');
    const token = cookie.split('=')[1] ?? '';
    expect(JSON.stringify(house.records.sessionsWritten)).not.toContain(token);
    expect(house.records.sessionsWritten.map(({ tokenHash }) => tokenHash)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  test('a wrong password and an unknown name are refused in the same words', async () => {
    await open();
    const wrongPassword = await house.ask('POST', '/api/session', { body: { username: 'agent', password: 'wrong' } });
    const unknownName = await house.ask('POST', '/api/session', { body: { username: 'nobody', password } });
    expect(wrongPassword.status).toBe(401);
    expect(codeOf(wrongPassword)).toBe('bad_credentials');
    expect(unknownName.body).toEqual(wrongPassword.body);
    expect(wrongPassword.headers.getSetCookie()).toEqual([]);
  });

  test('the log of a refused sign-in does not keep the name', async () => {
    await open();
    await house.ask('POST', '/api/session', { body: { username: 'a-name-of-mine', password: 'secret-of-mine' } });
    expect(JSON.stringify(house.logged)).toContain('sign-in refused');
    expect(JSON.stringify(house.logged)).not.toMatch(/a-name-of-mine|secret-of-mine/);
  });

  test.each([
    ['a missing password', { username: 'agent' }, ['password']],
    ['an unknown field', { username: 'agent', password, remember: true }, ['remember']],
    ['a name that is a list', { username: ['agent'], password }, ['username']],
    ['a password of 201 characters', { username: 'agent', password: 'x'.repeat(201) }, ['password']],
  ])('%s is refused by name', async (_what, body, fields) => {
    await open();
    const answer = await house.ask('POST', '/api/session', { body });
    expect([answer.status, codeOf(answer), fieldsOf(answer)]).toEqual([400, 'bad_input', fields]);
  });

  test('no body at all is bad input, not a crash', async () => {
    await open();
    expect(codeOf(await house.ask('POST', '/api/session'))).toBe('bad_input');
  });

  test('demo users may not sign in where the world can reach them', async () => {
    await open({ loopbackOnly: false });
    const demo = await house.ask('POST', '/api/session', { body: { username: 'agent', password } });
    expect([demo.status, codeOf(demo)]).toEqual([403, 'forbidden']);
    await expect(house.signIn('harbour_agent')).resolves.toMatch(/^three_rings_session=/);
  });
});

describe('throttling', () => {
  test('after ten wrong passwords the eleventh attempt is refused even when right, and says when to come back', async () => {
    await open({ limits: { perUser: 3 } });
    for (let attempt = 0; attempt < 3; attempt += 1) await house.ask('POST', '/api/session', { body: { username: 'agent', password: 'wrong' } });
    const answer = await house.ask('POST', '/api/session', { body: { username: 'Agent', password } });
    expect([answer.status, codeOf(answer)]).toEqual([429, 'throttled']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(890);
    expect((await house.ask('POST', '/api/session', { body: { username: 'agent2', password } })).status).toBe(200);
  });

  test('many attempts at once are counted before any is judged', async () => {
    await open({ limits: { perUser: 2 } });
    const answers = await Promise.all(Array.from({ length: 6 }, () => house.ask('POST', '/api/session', { body: { username: 'agent', password: 'wrong' } })));
    expect(answers.map(({ status }) => status).sort()).toEqual([401, 401, 429, 429, 429, 429]);
  });

  test('a right password clears the count', async () => {
    await open({ limits: { perUser: 3 } });
    for (let round = 0; round < 3; round += 1) {
      await house.ask('POST', '/api/session', { body: { username: 'agent', password: 'wrong' } });
      await house.signIn('agent');
    }
  });

  test('an address that tries many names is throttled', async () => {
    await open({ limits: { perAddress: 3 } });
    for (const username of ['a', 'b', 'c']) await house.ask('POST', '/api/session', { body: { username, password: 'wrong' } });
    expect((await house.ask('POST', '/api/session', { body: { username: 'agent', password } })).status).toBe(429);
  });
});

describe('a session', () => {
  test('tells who is signed in and what time the server has', async () => {
    await open();
    const as = await house.signIn('supervisor');
    expect((await house.ask('GET', '/api/session', { as })).body).toMatchObject({ user: { id: 'supervisor' }, now: house.clock.now(), expiresAt: house.clock.now() + 12 * hour });
  });

  test('without one there is only a refusal', async () => {
    await open();
    for (const as of ['', 'three_rings_session=', `three_rings_session=${'x'.repeat(43)}`, 'three_rings_session=%00; a=b']) {
      const answer = await house.ask('GET', '/api/session', { as });
      expect([answer.status, codeOf(answer)]).toEqual([401, 'unauthenticated']);
    }
  });

  test('slides: it lasts twelve hours from its last use, and no longer', async () => {
    await open();
    const as = await house.signIn('agent');
    for (let use = 0; use < 3; use += 1) {
      house.clock.pass(11 * hour);
      expect((await house.ask('GET', '/api/session', { as })).status).toBe(200);
    }
    house.clock.pass(12 * hour);
    expect((await house.ask('GET', '/api/session', { as })).status).toBe(401);
  });

  test('is written at most every five minutes however often it is used', async () => {
    await open();
    const as = await house.signIn('agent');
    const written = (): number => house.records.sessionsWritten.at(-1)?.expiresAt ?? 0;
    const before = written();
    house.clock.pass(60_000);
    await house.ask('GET', '/api/session', { as });
    expect(written()).toBe(before);
    house.clock.pass(5 * 60_000);
    await house.ask('GET', '/api/session', { as });
    expect(written()).toBe(house.clock.now() + 12 * hour);
  });

  test('ends with signing out, which takes the cookie away too', async () => {
    await open();
    const as = await house.signIn('agent');
    const answer = await house.ask('DELETE', '/api/session', { as });
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^three_rings_session=; .*Max-Age=0/);
    expect((await house.ask('GET', '/api/session', { as })).status).toBe(401);
    expect(await house.records.people.findSession(house.records.sessionsWritten[0]?.tokenHash ?? '')).toBeNull();
  });

  test('ends when the same browser signs in anew', async () => {
    await open();
    const as = await house.signIn('agent');
    await house.ask('POST', '/api/session', { as, body: { username: 'agent2', password } });
    expect((await house.ask('GET', '/api/session', { as })).status).toBe(401);
  });

  test('keeps its holder at his desk while the records do not answer', async () => {
    await open();
    const as = await house.signIn('agent');
    house.records.beforeSession = () => Promise.reject(new Error('disk gone'));
    expect((await house.ask('GET', '/api/session', { as })).status).toBe(200);
    const stranger = await house.ask('GET', '/api/session', { as: `three_rings_session=${'x'.repeat(43)}` });
    expect([stranger.status, codeOf(stranger)]).toEqual([503, 'unavailable']);
  });
});
