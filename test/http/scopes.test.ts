import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aHouse, codeOf } from './aHouse.ts';
import type { House } from './aHouse.ts';

const recordingOf = (letter: string): string => `RE${letter.repeat(32)}`;
const users = ['agent', 'supervisor', 'harbour_agent', 'admin', 'staff'] as const;
type Who = (typeof users)[number] | 'nobody';

/** One house for the whole table: nothing in it changes what another row sees. */
let house: House;
const cookies = new Map<Who, string>();
beforeAll(async () => {
  house = await aHouse({ http: { fetchRecording: async (sid) => ({ contentType: 'audio/wav', body: Buffer.from(sid) }) } });
  for (const user of users) cookies.set(user, await house.signIn(user));
  await house.ring('CAgarden');
  await house.ring('CAharbour', { unitId: 'harbour', agentId: 'harbour_agent' });
  await house.ring('CAnowhere', { unitId: null, agentId: 'agent2' });
  const keep = (slipId: string, unitId: string, recipientId: string, letter: string) =>
    house.slipDesk.keep(
      unitId === 'harbour' ? 'CAharbour' : 'CAgarden',
      { slipId, unitId, state: 'draft', readBack: false, content: { recipientId, message: 'words' }, recordingSid: recordingOf(letter), sources: {}, declined: [] },
      house.clock.now(),
    );
  await keep('SforZhang', 'garden', 'zhangwei', 'a');
  await keep('SforWang', 'garden', 'wangfang', 'b');
  await keep('SforChan', 'harbour', 'harbour-chan', 'c');
});
afterAll(() => house.close());

const ask = (who: Who, method: string, path: string, body?: unknown) => {
  const as = cookies.get(who);
  return house.ask(method, path, { ...(as === undefined ? {} : { as }), ...(body === undefined ? {} : { body }) });
};
const idsOf = (body: unknown): string[] => (body as { items: { id: string }[] }).items.map(({ id }) => id).sort();

/** What each may get: a status, or the ids of the list. `nobody` is always unauthenticated. */
const table: [method: string, path: string, body: unknown, allowed: Record<(typeof users)[number], number | string[]>][] = [
  ['GET', '/api/session', undefined, { agent: 200, supervisor: 200, harbour_agent: 200, admin: 200, staff: 200 }],
  ['GET', '/api/calls', undefined, { agent: ['CAgarden'], supervisor: ['CAgarden'], harbour_agent: ['CAharbour'], admin: ['CAgarden', 'CAharbour', 'CAnowhere'], staff: 403 }],
  ['GET', '/api/calls?unitId=garden', undefined, { agent: ['CAgarden'], supervisor: ['CAgarden'], harbour_agent: 403, admin: ['CAgarden'], staff: 403 }],
  ['GET', '/api/calls/CAgarden', undefined, { agent: 200, supervisor: 200, harbour_agent: 404, admin: 200, staff: 403 }],
  ['GET', '/api/calls/CAnowhere', undefined, { agent: 404, supervisor: 404, harbour_agent: 404, admin: 200, staff: 403 }],
  ['GET', '/api/calls/CAunknown', undefined, { agent: 404, supervisor: 404, harbour_agent: 404, admin: 404, staff: 403 }],
  ['GET', '/api/slips', undefined, { agent: ['SforWang', 'SforZhang'], supervisor: ['SforWang', 'SforZhang'], harbour_agent: ['SforChan'], admin: ['SforChan', 'SforWang', 'SforZhang'], staff: ['SforZhang'] }],
  ['GET', '/api/slips?unitId=harbour', undefined, { agent: 403, supervisor: 403, harbour_agent: ['SforChan'], admin: ['SforChan'], staff: [] }],
  ['GET', '/api/slips/SforZhang', undefined, { agent: 200, supervisor: 200, harbour_agent: 404, admin: 200, staff: 200 }],
  ['GET', '/api/slips/SforWang', undefined, { agent: 200, supervisor: 200, harbour_agent: 404, admin: 200, staff: 404 }],
  ['PATCH', '/api/slips/SforZhang', {}, { agent: 200, supervisor: 200, harbour_agent: 404, admin: 200, staff: 403 }],
  ['POST', '/api/slips', { unitId: 'nowhere' }, { agent: 400, supervisor: 400, harbour_agent: 400, admin: 400, staff: 403 }],
  ['POST', '/api/slips', { callId: 'CAnowhere' }, { agent: 400, supervisor: 400, harbour_agent: 400, admin: 201, staff: 403 }],
  ['GET', '/api/people?q=8012', undefined, { agent: ['zhangwei'], supervisor: ['zhangwei'], harbour_agent: [], admin: ['zhangwei'], staff: ['zhangwei'] }],
  ['GET', '/api/agents', undefined, { agent: ['agent', 'agent2', 'supervisor'], supervisor: ['agent', 'agent2', 'supervisor'], harbour_agent: ['harbour_agent'], admin: ['agent', 'agent2', 'harbour_agent', 'supervisor'], staff: 403 }],
  ['GET', `/api/recordings/${recordingOf('a')}`, undefined, { agent: 200, supervisor: 200, harbour_agent: 404, admin: 200, staff: 200 }],
  ['GET', `/api/recordings/${recordingOf('b')}`, undefined, { agent: 200, supervisor: 200, harbour_agent: 404, admin: 200, staff: 404 }],
];

describe.each(table)('%s %s %j', (method, path, body, allowed) => {
  test.each(users.map((who) => [who, allowed[who]] as const))('as %s gives %j', async (who, expected) => {
    const answer = await ask(who, method, path, body);
    if (typeof expected === 'number') expect(answer.status).toBe(expected);
    else expect([answer.status, idsOf(answer.body)]).toEqual([200, expected]);
  });

  test('as nobody is unauthenticated', async () => {
    const answer = await ask('nobody', method, path, body);
    expect([answer.status, codeOf(answer)]).toEqual([401, 'unauthenticated']);
  });
});

test('a private number of the staff is in no answer', async () => {
  expect(JSON.stringify((await ask('admin', 'GET', '/api/people?q=8012')).body)).not.toContain('13800138000');
});
