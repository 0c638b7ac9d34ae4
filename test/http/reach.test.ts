import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { usualDelivery } from '../../server/contract/delivery.ts';
import { aHouse, codeOf } from './aHouse.ts';
import type { Answer, House } from './aHouse.ts';

let house: House;
beforeEach(async () => {
  house = await aHouse();
});
afterEach(() => house.close());

const as = async (who: string, method: string, path: string, body?: unknown): Promise<Answer> => house.ask(method, path, { as: await house.signIn(who), ...(body === undefined ? {} : { body }) });
const fieldsOf = ({ body }: Answer): Record<string, string> => (body as { error: { fields: Record<string, string> } }).error.fields;
const robot = 'https://oapi.dingtalk.com/robot/send?access_token=1a2b3c';
const ways = [{ channel: 'console' }, { channel: 'sms', address: '138 0013 8000' }, { channel: 'mail', address: 'zhangwei@example.com' }, { channel: 'dingtalk', address: robot, secret: 'SEC77', mention: '13800138000' }];
const mine = '/api/people/zhangwei/reach';

describe('how messages reach somebody', () => {
  test('he sets it himself; it is shown masked to everybody, and stands masked on the audit log', async () => {
    const answer = await as('staff', 'PUT', mine, { rev: 0, reach: ways });
    const items = [
      { channel: 'console', address: '', hasSecret: false, mention: '' },
      { channel: 'sms', address: '138****8000', hasSecret: false, mention: '' },
      { channel: 'mail', address: 'zh***@example.com', hasSecret: false, mention: '' },
      { channel: 'dingtalk', address: 'oapi.dingtalk.com', hasSecret: true, mention: '138****8000' },
    ];
    expect(answer.body).toEqual({ rev: 1, items, signsIn: true });
    const seen = [answer, await as('supervisor', 'GET', '/api/staff/zhangwei'), await as('agent', 'GET', '/api/staff/zhangwei'), await as('admin', 'GET', '/api/audit')];
    for (const { body } of seen) expect(JSON.stringify(body)).not.toMatch(/13800138000|zhangwei@|1a2b3c|SEC77/);
    expect(seen[1]?.body).toMatchObject({ reach: items });
    expect(JSON.stringify(seen[3]?.body)).toContain('138****8000');
  });

  test('what stands there is kept by its place and put into another order, and a new one comes between; a later editor is told', async () => {
    await as('staff', 'PUT', mine, { rev: 0, reach: ways });
    const answer = await as('supervisor', 'PATCH', '/api/staff/zhangwei', { rev: 1, reach: [{ keep: 2 }, { channel: 'feishu', address: 'https://open.feishu.cn/open-apis/bot/v2/hook/ab-1' }, { keep: 1 }] });
    expect((answer.body as { reach: { channel: string }[] }).reach.map(({ channel }) => channel)).toEqual(['mail', 'feishu', 'sms']);
    expect(house.directory.staff('zhangwei')?.reach.map(({ address }) => address)).toEqual(['zhangwei@example.com', 'https://open.feishu.cn/open-apis/bot/v2/hook/ab-1', '+8613800138000']);
    expect(codeOf(await as('staff', 'PUT', mine, { rev: 1, reach: [] }))).toBe('conflict');
  });

  test('a place that is none, a number, an address or a robot that is none, and the same way twice are named', async () => {
    const wrong = [{ keep: 7 }, { channel: 'sms', address: '12' }, { channel: 'mail', address: 'zhang' }, { channel: 'wecom', address: robot }, { channel: 'dingtalk', address: 'http://oapi.dingtalk.com/robot/send?access_token=1' }, { channel: 'feishu', address: 'https://open.feishu.cn.evil.example/open-apis/bot/v2/hook/a' }, { channel: 'console' }, { channel: 'console' }];
    const fields = fieldsOf(await as('staff', 'PUT', mine, { rev: 0, reach: wrong }));
    expect(Object.entries(fields).map(([place, why]) => `${place} ${why.split(':')[0]}`)).toEqual(['reach.0 unknown', 'reach.1 no-number', 'reach.2 no-mail', 'reach.3 no-robot', 'reach.4 no-robot', 'reach.5 no-robot', 'reach.7 twice']);
    expect(fieldsOf(await as('admin', 'PATCH', '/api/staff/harbour-chan', { rev: 0, reach: [{ channel: 'console' }] }))).toEqual({ 'reach.0': 'no-user' });
  });

  test('nobody else is told that there is anything', async () => {
    expect(codeOf(await as('agent', 'GET', mine))).toBe('not_found');
    expect(codeOf(await as('staff', 'PUT', '/api/people/wangfang/reach', { rev: 0, reach: [] }))).toBe('not_found');
    expect(codeOf(await as('supervisor', 'GET', '/api/people/harbour-chan/reach'))).toBe('not_found');
  });
});

test('an office sets how soon its messages are chased; hours that overlap are named, and each setting stands on the log by itself', async () => {
  const delivery = { ...usualDelivery, urgentMs: 120_000, quiet: null };
  expect((await as('supervisor', 'PATCH', '/api/offices/garden', { rev: 0, delivery })).body).toMatchObject({ rev: 1, delivery });
  const audit = (await as('supervisor', 'GET', '/api/audit')).body as { items: { before: unknown; after: unknown }[] };
  expect(audit.items[0]).toMatchObject({ before: { urgentMs: 300_000, quiet: usualDelivery.quiet }, after: { urgentMs: 120_000, quiet: null } });
  const twice = { weekday: 1, fromMinute: 540, toMinute: 1080 };
  expect(Object.keys(fieldsOf(await as('supervisor', 'PATCH', '/api/offices/garden', { rev: 1, delivery: { ...delivery, hours: { kind: 'weekly', spans: [twice, twice] } } })))).toEqual(['delivery.hours.spans.1']);
});
