import { afterEach, describe, expect, test } from '@jest/globals';
import { aHouse } from './aHouse.ts';
import type { House, HouseOptions } from './aHouse.ts';

let house: House;
afterEach(() => house.close());
const open = async (options: HouseOptions = {}): Promise<House> => (house = await aHouse(options));

describe('GET /api/phone', () => {
  test('tells an agent or a supervisor which line is behind the phone, made for nobody else', async () => {
    const asked: string[] = [];
    await open({
      http: {
        phoneOf(userId) {
          asked.push(userId);
          return { kind: 'twilio', identity: userId, token: 'a.b.c', expiresAt: 5, canCallOut: true };
        },
      },
    });
    for (const who of ['agent', 'supervisor']) {
      const { status, body } = await house.ask('GET', '/api/phone', { as: await house.signIn(who) });
      expect([status, body]).toEqual([200, { kind: 'twilio', identity: who, token: 'a.b.c', expiresAt: 5, canCallOut: true }]);
    }
    for (const who of ['staff', 'admin']) expect((await house.ask('GET', '/api/phone', { as: await house.signIn(who) })).status).toBe(403);
    expect((await house.ask('GET', '/api/phone')).status).toBe(401);
    expect(asked).toEqual(['agent', 'supervisor']);
  });
});

describe('what our pages may do', () => {
  const policy = async (): Promise<Record<string, string>> => {
    const { headers } = await fetch(`${house.url}/healthz`);
    const directives = (headers.get('content-security-policy') ?? '').split(';').map((directive) => directive.trim());
    return { ...Object.fromEntries(directives.map((directive) => [directive.split(' ')[0] ?? '', directive.split(' ').slice(1).join(' ')])), permissions: headers.get('permissions-policy') ?? '' };
  };

  test('with the carrier: talk to its signalling and its quality reports besides this server; scripts stay our own', async () => {
    await open({ settings: { practice: false } });
    const found = await policy();
    expect(found).toMatchObject({ 'default-src': "'self'", 'script-src': "'self'", 'object-src': "'none'", 'connect-src': "'self' wss://*.twilio.com https://*.twilio.com", 'media-src': "'self' mediastream:" });
    expect(found).not.toHaveProperty('worker-src');
  });

  test('on the practice line: talk to this server alone', async () => {
    await open({ settings: { practice: true } });
    const found = await policy();
    expect(found).not.toHaveProperty('connect-src');
    expect(JSON.stringify(found)).not.toContain('twilio');
  });

  test('use the microphone, for themselves only, with either line', async () => {
    for (const practice of [true, false]) {
      await open({ settings: { practice } });
      expect((await policy()).permissions).toContain('microphone=(self)');
      if (practice) await house.close();
    }
  });
});
