import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ConfigFault, parseConfig, variables } from '../../server/config.ts';

const accountSid = `AC${'a1'.repeat(16)}`;
const account = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: 'a-secret-token' };

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env);
  } catch (cause) {
    if (cause instanceof ConfigFault) return cause.faults;
    throw cause;
  }
  return [];
}
const namesOf = (faults: readonly string[]): string[] => faults.map((fault) => fault.split(':')[0] ?? '').sort();

describe('what the program is when nothing is set', () => {
  test('practice mode on this machine only, with the demo office, an SQLite file, and a made-up account', () => {
    expect(parseConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      practice: true,
      practiceSpeed: 1,
      database: { kind: 'sqlite', file: path.resolve('data/three-rings.db') },
      journalFile: path.resolve('data/three-rings.db.journal'),
      redisUrl: null,
      seedDemo: true,
      loopbackOnly: true,
      carrier: { accountSid: expect.stringMatching(/^AC[0-9a-f]{32}$/), apiBaseUrl: undefined },
    });
  });

  test('empty variables count as absent, every one of them', () => {
    expect(parseConfig(Object.fromEntries(Object.keys(variables).map((name) => [name, ''])))).toEqual(parseConfig({}));
  });

  test('variables that are not ours are not read', () => {
    expect(parseConfig({ TWILIO_REGION: 'au1', TWILIO_EDGE: 'sydney', PATH: '/bin', NODE_ENV: 'production' })).toEqual(parseConfig({}));
  });
});

describe('the ways out of the house', () => {
  test('nobody is written to unless it is set', () => {
    expect(parseConfig({})).toMatchObject({ mail: null, robotHosts: [], carrier: { messagingServiceSid: undefined } });
  });

  test('a mail server with its writer, robots of gateways, a messaging service', () => {
    const config = parseConfig({ ...account, MAIL_URL: 'smtps://desk:p%40ss@mail.example.com', MAIL_FROM: '阳光花园 <desk@example.com>', ROBOT_HOSTS: ' Gateway.example.com, localhost:8080,,[::1]:9', TWILIO_MESSAGING_SERVICE_SID: `MG${'b2'.repeat(16)}` });
    expect(config).toMatchObject({ mail: { url: 'smtps://desk:p%40ss@mail.example.com', from: '阳光花园 <desk@example.com>' }, robotHosts: ['gateway.example.com', 'localhost:8080', '[::1]:9'], carrier: { messagingServiceSid: `MG${'b2'.repeat(16)}` } });
  });

  test.each([
    ['half of a pair', { MAIL_URL: 'smtp://mail.example.com' }, ['MAIL_URL and MAIL_FROM']],
    ['another protocol', { MAIL_URL: 'http://mail.example.com', MAIL_FROM: 'desk@example.com' }, ['MAIL_URL']],
    ['no address', { MAIL_URL: 'smtp://mail.example.com', MAIL_FROM: 'desk' }, ['MAIL_FROM']],
    ['two lines', { MAIL_URL: 'smtp://mail.example.com', MAIL_FROM: 'a\r\nBcc: b@example.com' }, ['MAIL_FROM']],
    ['an address where a host should stand', { ROBOT_HOSTS: 'https://gateway.example.com/x' }, ['ROBOT_HOSTS']],
    ['another kind of SID', { TWILIO_MESSAGING_SERVICE_SID: accountSid }, ['TWILIO_MESSAGING_SERVICE_SID']],
  ])('%s is refused by name', (_title, env, names) => {
    expect(namesOf(faultsOf(env))).toEqual(names);
  });
});

describe('with a carrier account', () => {
  test('calls are real, all addresses are listened on, and no demo is seeded unless asked for', () => {
    const config = parseConfig(account);
    expect(config).toMatchObject({ practice: false, host: '0.0.0.0', seedDemo: false, loopbackOnly: false, carrier: { accountSid, authToken: 'a-secret-token' } });
    expect(parseConfig({ ...account, SEED_DEMO: '1' }).seedDemo).toBe(true);
    expect(parseConfig({ SEED_DEMO: '0' }).seedDemo).toBe(false);
  });

  test.each([
    ['TWILIO_ACCOUNT_SID', { TWILIO_ACCOUNT_SID: accountSid }, 'TWILIO_AUTH_TOKEN'],
    ['TWILIO_AUTH_TOKEN', { TWILIO_AUTH_TOKEN: 'a-secret-token' }, 'TWILIO_ACCOUNT_SID'],
  ])('%s alone is refused, naming the other: no real token ever signs practice calls', (_title, env, missing) => {
    expect(namesOf(faultsOf(env))).toEqual([missing]);
  });

  test('an API key needs its secret, and the secret its key', () => {
    expect(faultsOf({ ...account, TWILIO_API_KEY_SID: `SK${'0'.repeat(32)}` }).join()).toMatch(/TWILIO_API_KEY_SECRET/);
    expect(faultsOf({ ...account, TWILIO_API_KEY_SECRET: 'x' }).join()).toMatch(/TWILIO_API_KEY_SID/);
  });
});

describe('what is wrong', () => {
  const wrong: Record<string, string> = {
    PORT: '70000',
    PUBLIC_URL: 'desk.example',
    DATABASE_URL: 'mysql://u:hunter2@db/x',
    REDIS_URL: 'http://cache',
    TWILIO_ACCOUNT_SID: 'AC123',
    TWILIO_API_BASE_URL: 'ftp://carrier',
    SEED_DEMO: 'yes',
    PRACTICE_SPEED: '-1',
    LOG_LEVEL: 'loud',
    TRUSTED_PROXIES: '1.5',
  };

  test('all faults are told at once, each by its variable’s name', () => {
    expect(namesOf(faultsOf({ ...wrong, TWILIO_AUTH_TOKEN: 'a-secret-token' }))).toEqual(Object.keys(wrong).sort());
  });

  test.each(Object.entries(wrong))('%s=%s is refused by name', (name, value) => {
    expect(namesOf(faultsOf({ ...(name === 'TWILIO_ACCOUNT_SID' ? account : {}), [name]: value }))).toEqual([name]);
  });

  test('a secret’s value is never repeated, nor a password in an address', () => {
    const secrets = ['hunter2', 'a-secret-token', 'key-secret', 'redis-pass'];
    const message = ((): string => {
      try {
        parseConfig({ PORT: 'x', DATABASE_URL: 'mysql://u:hunter2@db/x', REDIS_URL: 'http://:redis-pass@cache', TWILIO_AUTH_TOKEN: 'a-secret-token', TWILIO_API_KEY_SECRET: 'key-secret' });
      } catch (cause) {
        return cause instanceof Error ? `${cause.message}${cause.stack ?? ''}` : '';
      }
      return '';
    })();
    expect(message).toMatch(/PORT/);
    for (const secret of secrets) expect(message).not.toContain(secret);
  });
});

describe('whether only this machine reaches it', () => {
  test.each([
    ['127.0.0.1', 'http://localhost:3000', true],
    ['127.0.0.53', 'http://127.0.0.1:3000', true],
    ['::1', 'http://[::1]:3000', true],
    ['localhost', 'https://localhost', true],
    ['0.0.0.0', 'http://localhost:3000', false],
    ['::', 'http://localhost:3000', false],
    ['192.168.1.5', 'http://localhost:3000', false],
    ['127.0.0.1', 'https://desk.example', false],
    ['127.0.0.1', 'http://localhost.desk.example', false],
    ['127.0.0.1', 'http://127.0.0.1.desk.example', false],
    ['127.0.0.1', 'http://localhost@desk.example', false],
  ])('HOST %s and PUBLIC_URL %s: %s', (HOST, PUBLIC_URL, expected) => {
    expect(parseConfig({ HOST, PUBLIC_URL }).loopbackOnly).toBe(expected);
  });
});

describe('where things lie', () => {
  test.each([
    ['file:office.db', path.resolve('office.db')],
    ['file:./data/office.db', path.resolve('data/office.db')],
    ['file:/var/lib/rings/office.db', '/var/lib/rings/office.db'],
    ['file:///var/lib/rings/office.db', '/var/lib/rings/office.db'],
    ['file:/srv/%E5%8A%9E%E5%85%AC%E5%AE%A4/a b.db', '/srv/办公室/a b.db'],
  ])('%s is the file %s, with its journal beside it', (DATABASE_URL, file) => {
    expect(parseConfig({ DATABASE_URL })).toMatchObject({ database: { kind: 'sqlite', file }, journalFile: `${file}.journal` });
  });

  test('postgres:// is PostgreSQL', () => {
    expect(parseConfig({ DATABASE_URL: 'postgres://u:p@db/rings' }).database).toEqual({ kind: 'postgres', url: 'postgres://u:p@db/rings' });
  });

  test('PUBLIC_URL loses its slashes at the end, so that paths are appended cleanly', () => {
    expect(parseConfig({ PUBLIC_URL: 'https://desk.example/rings//' }).publicUrl).toBe('https://desk.example/rings');
  });
});

test('any environment: either frozen settings whose parts are of their kinds, or faults that name only variables of ours and repeat no secret', () => {
  const names = Object.keys(variables);
  const value = fc.oneof(fc.constantFrom('', '0', '1', '3000', 'info', accountSid, `SK${'0'.repeat(32)}`, 'http://localhost:1', 'https://desk.example/', 'file:x.db', 'postgres://h/d', 'redis://h'), fc.string({ unit: 'binary', maxLength: 40 }));
  const secrets = ['TWILIO_AUTH_TOKEN', 'TWILIO_API_KEY_SECRET'];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value), (env) => {
      const secret = 'T0p-Secret-Value';
      const given = { ...env, ...Object.fromEntries(secrets.filter((name) => name in env).map((name) => [name, secret])) };
      try {
        const config = parseConfig(given);
        expect(Object.isFrozen(config)).toBe(true);
        expect(Number.isInteger(config.port)).toBe(true);
        expect(URL.canParse(config.publicUrl)).toBe(true);
        expect(config.practice).toBe(!(given['TWILIO_ACCOUNT_SID'] ?? ''));
        expect(config.practiceSpeed).toBeGreaterThan(0);
      } catch (cause) {
        if (!(cause instanceof ConfigFault)) throw cause;
        expect(cause.faults.length).toBeGreaterThan(0);
        for (const fault of cause.faults) expect(names.some((name) => fault.startsWith(name))).toBe(true);
        expect(cause.message).not.toContain(secret);
      }
    }),
    { numRuns: 2000 },
  );
});
