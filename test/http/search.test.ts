import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SearchItem, SearchReply } from '../../server/contract/search.ts';
import { openSearchDesk } from '../../server/search/searchDesk.ts';
import { aChange, aSlip, anId } from '../suites/records.ts';
import { aHouse, codeOf, fieldsOf } from './aHouse.ts';
import type { House } from './aHouse.ts';

let house: House;
let left = 0;
let as: Record<string, string>;
beforeAll(async () => {
  house = await aHouse({ http: { search: { desk: { slips: (asked) => openSearchDesk(house.records.search).slips(asked), calls: (asked) => openSearchDesk(house.records.search).calls(asked) }, left: () => left } } });
  const users = ['agent', 'admin', 'harbour_agent', 'staff', 'supervisor'];
  as = Object.fromEntries(await Promise.all(users.map(async (name) => [name, await house.signIn(name)] as const)));
});
afterAll(() => house.close());

const ask = (query: Record<string, string>, user = 'agent') => house.ask('GET', `/api/search?${new URLSearchParams(query).toString()}`, { as: as[user] ?? '' });
const find = async (query: Record<string, string>, user = 'agent'): Promise<SearchReply> => {
  const { status, body } = await ask(query, user);
  expect([status, body]).toEqual([200, expect.anything()]);
  return body as SearchReply;
};
const kinds = ({ items }: SearchReply): string[] => items.map(({ kind, name }) => `${kind} ${name.text}`);
const save = async (over: Parameters<typeof aSlip>[0]): Promise<string> => {
  const slip = aSlip({ unitId: 'garden', recipientId: null, ...over });
  await house.records.slips.saveSlip(slip, aChange(slip));
  return slip.id;
};

test('one question finds slips, calls, colleagues and residents, with the words marked', async () => {
  const slipId = await save({ id: anId('slip'), callerName: '赵丽', recipient: '张伟', message: '二栋大堂的施工图想跟您确认', state: 'taken', actionsRequested: ['urgent'] });
  await house.ring('CAsearch');
  await house.hangUp('CAsearch');
  await house.ask('POST', '/api/residents', { as: as['agent'] ?? '', body: { name: '张伟', numbers: [{ number: '13900139000' }], address: '3栋1502' } });
  const reply = await find({ q: '张伟' });
  expect(kinds(reply)).toEqual(['slip 赵丽', 'person 张伟', 'resident 张伟']);
  expect(reply.items[0]).toMatchObject({ id: slipId, state: 'taken', unitId: 'garden', urgent: true, about: { text: '张伟', marks: [[0, 2]] }, snippet: { text: '二栋大堂的施工图想跟您确认' } });
  expect(reply).toMatchObject({ more: [], understood: [] });
  expect(kinds(await find({ q: '9000' }))).toEqual(['call ', 'resident 张伟']);
  expect((await find({ q: '施工图' })).items[0]?.snippet).toEqual({ text: '二栋大堂的施工图想跟您确认', marks: [[5, 8]] });
  expect(kinds(await find({ q: 'zhangwei 施工' }))).toEqual(['slip 赵丽']);
  expect((await find({ q: '急 赵' })).understood).toEqual([{ text: '急', as: 'state' }]);
  expect(kinds(await find({ q: '8012' }))).toEqual(['person 张伟']);
  expect(kinds(await find({ q: '没有这回事' }))).toEqual([]);
  expect(kinds(await find({ q: '' }))).toEqual([]);
});

test('nobody finds what he may not see: other offices, other people’s slips, people and residents for a member of the staff', async () => {
  const mine = await save({ id: anId('slip'), recipientId: 'zhangwei', message: '孔雀开屏' });
  const passedOn = await save({ id: anId('slip'), unitId: 'harbour', recipientId: 'harbour-chan', message: '孔雀开屏', callerName: '陈大文' });
  const others = await save({ id: anId('slip'), recipientId: 'wangfang', message: '孔雀开屏' });
  const found = async (user: string, query: Record<string, string> = {}): Promise<string[]> => (await find({ q: '孔雀', ...query }, user)).items.map(({ id }) => id).sort();
  expect(await found('staff')).toEqual([mine]);
  expect(await found('agent')).toEqual([mine, others].sort());
  expect(await found('harbour_agent')).toEqual([passedOn]);
  expect(await found('admin')).toEqual([mine, others, passedOn].sort());
  expect(await found('admin', { unitId: 'harbour' })).toEqual([passedOn]);
  expect(codeOf(await ask({ q: '孔雀', unitId: 'harbour' }, 'agent'))).toBe('forbidden');
  expect(kinds(await find({ q: '陈大文' }, 'agent'))).toEqual([]);
  expect(kinds(await find({ q: '张伟' }, 'staff')).filter((one) => !one.startsWith('slip'))).toEqual([]);
  expect(kinds(await find({ q: '9000' }, 'harbour_agent'))).toEqual([]);
  expect((await house.ask('GET', '/api/search?q=x')).status).toBe(401);
});

test('a kind by itself comes page by page; without one, it is told of which there is more', async () => {
  for (let at = 0; at < 9; at += 1) await save({ id: anId('slip'), message: '白鹭', calledAt: new Date(Date.UTC(2025, 2, 1 + at)).toISOString() });
  const first = await find({ q: '白鹭' });
  expect([first.items.length, first.more, first.next]).toEqual([6, ['slip'], undefined]);
  const seen: SearchItem[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await find({ q: '白鹭', kind: 'slip', limit: '4', ...(cursor === undefined ? {} : { cursor }) });
    seen.push(...page.items);
    cursor = page.next;
    if (cursor === undefined) break;
  }
  expect(seen.map(({ at }) => new Date(at ?? 0).getUTCDate())).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(fieldsOf(await ask({ q: '白鹭', kind: 'slip', cursor: 'x' }))).toEqual(['cursor']);
  expect(fieldsOf(await ask({ q: '白鹭', cursor: 'x' }))).toEqual(['cursor']);
  expect(fieldsOf(await ask({ q: '白鹭', kind: 'person', cursor: '-1' }))).toEqual(['cursor']);
  expect(fieldsOf(await ask({ q: 'x'.repeat(101) }))).toEqual(['q']);
});

test('while older records are still being brought in, each answer says so', async () => {
  left = 12_000;
  expect((await find({ q: '白鹭' })).incomplete).toEqual({ left: 12_000 });
  left = 0;
  expect((await find({ q: '白鹭' })).incomplete).toBeUndefined();
});
