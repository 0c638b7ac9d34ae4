import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { io } from 'socket.io-client';
import type { UserView } from '../../server/contract/users.ts';
import { aHouse, codeOf, fieldsOf } from './aHouse.ts';
import type { Answer, House } from './aHouse.ts';

let house: House;
let admin: string;
beforeEach(async () => {
  house = await aHouse();
  admin = await house.signIn('admin');
});
afterEach(() => house.close());

const asAdmin = (method: string, path: string, body?: unknown): Promise<Answer> => house.ask(method, path, { as: admin, ...(body === undefined ? {} : { body }) });
const idsOf = ({ body }: Answer): string[] => (body as { items: UserView[] }).items.map(({ id }) => id).sort();

describe('who signs in', () => {
  test('an administrator sees all, a supervisor those of his offices, an agent nobody; no password leaves the server', async () => {
    const all = await asAdmin('GET', '/api/users');
    expect(idsOf(all)).toEqual(['admin', 'agent', 'agent2', 'harbour_agent', 'staff', 'supervisor']);
    expect(JSON.stringify(all.body)).not.toContain('argon2');
    const supervisor = await house.signIn('supervisor');
    expect(idsOf(await house.ask('GET', '/api/users', { as: supervisor }))).toEqual(['agent', 'agent2', 'staff', 'supervisor']);
    expect(codeOf(await house.ask('GET', '/api/users/harbour_agent', { as: supervisor }))).toBe('not_found');
    expect(codeOf(await house.ask('PATCH', '/api/users/agent', { as: supervisor, body: { rev: 0, name: 'x' } }))).toBe('forbidden');
    expect(codeOf(await house.ask('GET', '/api/users', { as: await house.signIn('agent') }))).toBe('forbidden');
  });

  test('somebody new signs in at once; a name that somebody has is refused, whatever its capitals', async () => {
    const made = await asAdmin('POST', '/api/users', { username: 'LiJing', name: '李静', role: 'agent', unitIds: ['garden'], password: 'three rings', staffId: 'wangfang' });
    expect(made).toMatchObject({ status: 201, body: { username: 'LiJing', staff: { name: '王芳' } } });
    expect((await house.ask('POST', '/api/session', { body: { username: 'lijing', password: 'three rings' } })).status).toBe(200);
    expect((await asAdmin('POST', '/api/users', { username: 'lijing', name: 'x', role: 'agent', unitIds: ['garden'], password: 'three rings' })).body).toMatchObject({ error: { fields: { username: 'taken: 李静' } } });
    expect(fieldsOf(await asAdmin('POST', '/api/users', { username: 'short', name: 'x', role: 'agent', unitIds: ['garden'], password: 'too short' }))).toEqual(['password']);
  });

  test('a new password ends his sessions; the old one opens nothing', async () => {
    const agent = await house.signIn('agent');
    house.clock.pass(1000);
    expect((await asAdmin('PATCH', '/api/users/agent', { rev: 0, password: 'three rings' })).status).toBe(200);
    expect(codeOf(await house.ask('GET', '/api/session', { as: agent }))).toBe('unauthenticated');
    expect(codeOf(await house.ask('POST', '/api/session', { body: { username: 'agent', password: 'practice' } }))).toBe('bad_credentials');
    expect((await house.ask('POST', '/api/session', { body: { username: 'agent', password: 'three rings' } })).status).toBe(200);
    const { body } = await asAdmin('GET', '/api/audit?kind=user&subjectId=agent');
    expect(body).toMatchObject({ items: [{ after: { password: '********' } }] });
  });

  test('who is removed is out at once: his sessions, his live connection, the floor; restored, he signs in again', async () => {
    const agent = await house.signIn('agent');
    const socket = io(house.url, { extraHeaders: { cookie: agent }, transports: ['websocket'], reconnection: false });
    try {
      await new Promise<void>((resolve) => socket.once('calls:snapshot', () => resolve()));
      const closed = new Promise<unknown>((resolve) => socket.once('session:closed', resolve));
      const gone = new Promise<void>((resolve) => socket.once('disconnect', () => resolve()));
      house.clock.pass(1000);
      expect((await asAdmin('DELETE', '/api/users/agent')).status).toBe(200);
      expect(await closed).toEqual({ reason: 'user-removed' });
      await gone;
    } finally {
      socket.disconnect();
    }
    expect(codeOf(await house.ask('GET', '/api/session', { as: agent }))).toBe('unauthenticated');
    expect(codeOf(await house.ask('POST', '/api/session', { body: { username: 'agent', password: 'practice' } }))).toBe('bad_credentials');
    expect(house.floor.standings().map(({ id }) => id)).not.toContain('agent');
    expect(idsOf(await asAdmin('GET', '/api/users?removed=true'))).toEqual(['agent']);
    house.clock.pass(1000);
    expect((await asAdmin('POST', '/api/users/agent/restore')).body).toMatchObject({ removedAt: null });
    expect(codeOf(await house.ask('GET', '/api/session', { as: agent }))).toBe('unauthenticated');
    expect((await house.ask('POST', '/api/session', { body: { username: 'agent', password: 'practice' } })).status).toBe(200);
  });

  test('the last administrator stays', async () => {
    expect((await asAdmin('DELETE', '/api/users/admin')).body).toMatchObject({ error: { fields: { role: 'last-admin' } } });
    expect((await asAdmin('PATCH', '/api/users/admin', { rev: 0, role: 'agent', unitIds: ['garden'] })).body).toMatchObject({ error: { fields: { role: 'last-admin' } } });
  });

  test('an agent who becomes a supervisor may do it at once', async () => {
    const agent = await house.signIn('agent');
    expect(codeOf(await house.ask('GET', '/api/users', { as: agent }))).toBe('forbidden');
    await asAdmin('PATCH', '/api/users/agent', { rev: 0, role: 'supervisor' });
    expect((await house.ask('GET', '/api/users', { as: agent })).status).toBe(200);
    expect(codeOf(await asAdmin('PATCH', '/api/users/agent', { rev: 0, role: 'agent' }))).toBe('conflict');
  });
});

describe('lines', () => {
  test('administrators make and change them; what is dialled then is known at once', async () => {
    const made = await asAdmin('POST', '/api/lines', { unitId: 'garden', number: '0755 8600 9999', language: 'zh-CN', cycleMs: 5000 });
    expect(made).toMatchObject({ status: 201, body: { number: '+8675586009999', ringWidth: 3, hours: { kind: 'always' } } });
    const { id } = made.body as { id: string };
    expect(house.directory.lineByNumber('075586009999')?.id).toBe(id);
    expect((await asAdmin('PATCH', `/api/lines/${id}`, { rev: 0, number: '+86 755 8600 1234' })).body).toMatchObject({ error: { fields: { number: 'taken: 阳光花园管理处' } } });
    expect((await asAdmin('PATCH', `/api/lines/${id}`, { rev: 0, cycleMs: 4000, hours: { kind: 'never' } })).body).toMatchObject({ rev: 1, cycleMs: 4000 });
    expect(codeOf(await house.ask('PATCH', `/api/lines/${id}`, { as: await house.signIn('supervisor'), body: { rev: 1, cycleMs: 5000 } }))).toBe('forbidden');
  });
});
