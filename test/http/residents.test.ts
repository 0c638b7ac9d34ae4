import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BuildingView, DuplicatePair, Resident, ResidentFile, ResidentRow } from '../../server/contract/resident.ts';
import { aFile } from '../suites/residentStore.ts';
import { aHouse, codeOf, fieldsOf } from './aHouse.ts';
import type { Answer, House } from './aHouse.ts';

let house: House;
let agent: string;
let admin: string;
let stranger: string;
let staff: string;
let supervisor: string;
beforeAll(async () => {
  house = await aHouse();
  [agent, admin, stranger, staff, supervisor] = (await Promise.all(['agent', 'admin', 'harbour_agent', 'staff', 'supervisor'].map((name) => house.signIn(name)))) as [string, string, string, string, string];
});
afterAll(() => house.close());

const fileOf = ({ body }: Answer): ResidentFile => body as ResidentFile;
const make = async (body: object, as = agent): Promise<Resident> => fileOf(await house.ask('POST', '/api/residents', { as, body })).resident;

describe('the files of residents over HTTP', () => {
  test('a file is made, found by anything, read with what hangs on it, and its history says who made it', async () => {
    const answer = await house.ask('POST', '/api/residents', { as: agent, body: { name: '刘敏', title: '女士', address: '3栋1单元1502', numbers: [{ number: '１３８ 0013 8001' }, { number: '0755-8600 1234 转 8012', label: '公司' }], consent: { kind: 'file', given: true, source: '电话' } } });
    expect(answer.status).toBe(201);
    const { resident, history, sharing } = fileOf(answer);
    expect(answer.headers.get('location')).toBe(`/api/residents/${resident.id}`);
    expect(resident).toMatchObject({ unitId: 'garden', rev: 0, property: { building: '3', unit: '1', room: '1502' }, occupancy: 'owner', sources: [{ kind: 'desk' }], consents: [{ kind: 'file', given: true, source: '电话' }] });
    expect(resident.numbers.map(({ e164, label }) => [e164, label])).toEqual([['+8613800138001', ''], ['+8675586001234', '公司 转8012']]);
    expect(sharing).toEqual([]);
    expect(history).toMatchObject([{ act: 'created', by: { id: 'agent' }, before: null, after: { name: '刘敏', numbers: ['+8613800138001', '+8675586001234 公司 转8012'] } }]);
    for (const q of ['刘敏', 'lium', 'lm', '0013 8001', '3-1502', '三号楼1502']) {
      const { items } = (await house.ask('GET', `/api/residents?q=${encodeURIComponent(q)}`, { as: agent })).body as { items: ResidentRow[] };
      expect({ q, found: items.map(({ id }) => id) }).toEqual({ q, found: [resident.id] });
    }
  });

  test('calls and slips of his numbers hang on the file, of the offices that the reader sees', async () => {
    const { id } = await make({ name: '来电人', numbers: [{ number: '+8613900139000' }] });
    await house.ring('CAfile');
    await house.accept('CAfile');
    await house.ask('POST', '/api/slips', { as: agent, body: { callId: 'CAfile' } });
    const file = fileOf(await house.ask('GET', `/api/residents/${id}`, { as: agent }));
    expect(file.calls.map((card) => card.id)).toContain('CAfile');
    expect(file.slips.map(({ callId }) => callId)).toContain('CAfile');
    await house.hangUp('CAfile');
  });

  test('a number that is none is refused with its place and the reason; a file number that another file has, with whose it is', async () => {
    await make({ name: '有编号的', ref: 'A-1' });
    expect((await house.ask('POST', '/api/residents', { as: agent, body: { name: '甲', ref: 'A-1' } })).body).toMatchObject({ error: { code: 'bad_input', fields: { ref: 'taken: 有编号的' } } });
    expect((await house.ask('POST', '/api/residents', { as: agent, body: { name: '甲', numbers: [{ number: '13800138001' }, { number: '没有' }] } })).body).toMatchObject({ error: { code: 'bad_input', fields: { 'numbers.1.number': 'no-number: words' } } });
    expect(fieldsOf(await house.ask('POST', '/api/residents', { as: agent, body: { name: ' ' } }))).toEqual(['name']);
  });

  test('two people edit one file: the second is told, and nothing of the first is lost', async () => {
    const { id, rev } = await make({ name: '同时编辑', notes: 'a' });
    const first = await house.ask('PATCH', `/api/residents/${id}`, { as: agent, body: { rev, notes: 'first' } });
    expect(fileOf(first).resident).toMatchObject({ rev: rev + 1, notes: 'first' });
    expect(codeOf(await house.ask('PATCH', `/api/residents/${id}`, { as: supervisor, body: { rev, notes: 'second' } }))).toBe('conflict');
    expect(fileOf(await house.ask('PATCH', `/api/residents/${id}`, { as: supervisor, body: { rev: rev + 1, title: '先生' } })).resident).toMatchObject({ rev: rev + 2, notes: 'first', title: '先生' });
    expect(fileOf(await house.ask('GET', `/api/residents/${id}`, { as: agent })).history).toMatchObject([{ by: { id: 'supervisor' }, before: { title: '' }, after: { title: '先生' } }, { before: { notes: 'a' }, after: { notes: 'first' } }, { act: 'created' }]);
  });

  test('an address that nobody wrote follows the property, one that somebody wrote stays', async () => {
    const { id, address } = await make({ name: '搬家', property: { building: '2', room: '301' } });
    expect(address).toBe('2栋301');
    const moved = fileOf(await house.ask('PATCH', `/api/residents/${id}`, { as: agent, body: { rev: 0, property: { unit: '1', area: 88.5 } } })).resident;
    expect([moved.address, moved.property]).toEqual(['2栋1单元301', { building: '2', unit: '1', room: '301', area: 88.5, layout: '' }]);
    const written = fileOf(await house.ask('PATCH', `/api/residents/${id}`, { as: agent, body: { rev: 1, address: '5栋2单元1102（后门）' } })).resident;
    expect(fileOf(await house.ask('PATCH', `/api/residents/${id}`, { as: agent, body: { rev: 2, property: { room: '1103' } } })).resident.address).toBe(written.address);
  });

  test('a removed file is off the list and out of the match, still read, and comes back', async () => {
    const { id } = await make({ name: '已搬走', numbers: [{ number: '+8613712345678' }] });
    expect((await house.ask('DELETE', `/api/residents/${id}`, { as: agent })).status).toBe(200);
    expect((await house.ask('GET', '/api/residents?q=%E5%B7%B2%E6%90%AC%E8%B5%B0', { as: agent })).body).toEqual({ items: [] });
    expect(await house.residents.matchesOf('+8613712345678', 'garden')).toEqual([]);
    expect(codeOf(await house.ask('PATCH', `/api/residents/${id}`, { as: agent, body: { rev: 1, notes: 'x' } }))).toBe('wrong_state');
    expect(fileOf(await house.ask('GET', `/api/residents/${id}`, { as: agent })).resident.removedAt).not.toBeNull();
    await house.ask('POST', `/api/residents/${id}/restore`, { as: agent });
    expect(await house.residents.matchesOf('+8613712345678', 'garden')).toMatchObject([{ residentId: id }]);
  });

  test('two files of one person are found, joined, separated again; or called two persons and told no more', async () => {
    const pairs = async (): Promise<string[][]> => ((await house.ask('GET', '/api/residents/duplicates', { as: agent })).body as { items: DuplicatePair[] }).items.filter(({ a }) => a.numbers.includes('+8613711112222')).map(({ a, b, why }) => [a.id, b.id, why].sort());
    const one = await make({ name: '双份', address: '9栋901', numbers: [{ number: '13711112222' }], notes: '一' });
    const other = await make({ name: '雙份', numbers: [{ number: '13711112222' }, { number: '13711113333' }], notes: '二' });
    expect(await pairs()).toEqual([[one.id, other.id, 'number'].sort()]);
    const merged = fileOf(await house.ask('POST', `/api/residents/${one.id}/merge`, { as: agent, body: { otherId: other.id } }));
    expect(merged.resident.numbers.map(({ e164 }) => e164)).toEqual(['+8613711112222', '+8613711113333']);
    expect(merged.resident.notes).toBe('一\n二');
    expect(merged.joined.map(({ id }) => id)).toEqual([other.id]);
    expect(await house.residents.matchesOf('+8613711113333', 'garden')).toMatchObject([{ residentId: one.id }]);
    expect(fileOf(await house.ask('GET', `/api/residents/${other.id}`, { as: agent })).resident.mergedInto).toBe(one.id);
    expect(codeOf(await house.ask('POST', `/api/residents/${other.id}/restore`, { as: agent }))).toBe('wrong_state');
    const again = fileOf(await house.ask('POST', `/api/residents/${one.id}/separate`, { as: agent, body: { otherId: other.id } }));
    expect(again.resident).toEqual({ ...one, rev: 2 });
    expect(again.history.map(({ act }) => act)).toEqual(['separated', 'merged', 'created']);
    expect(await house.residents.matchesOf('+8613711113333', 'garden')).toMatchObject([{ residentId: other.id }]);
    expect(codeOf(await house.ask('POST', `/api/residents/${one.id}/separate`, { as: agent, body: { otherId: other.id } }))).toBe('wrong_state');
    expect(codeOf(await house.ask('POST', `/api/residents/${one.id}/merge`, { as: agent, body: { otherId: one.id } }))).toBe('bad_input');
    await house.ask('POST', `/api/residents/${other.id}/distinct`, { as: agent, body: { otherId: one.id } });
    expect(await pairs()).toEqual([]);
  });

  test('an agent of another office sees nothing of a file, by no door', async () => {
    const { id, rev } = await make({ name: '别处的人', address: '1栋101', numbers: [{ number: '13755556666' }] });
    const theirs = await make({ name: '别处的人', numbers: [{ number: '13755556666' }] }, stranger);
    expect(theirs.unitId).toBe('harbour');
    expect((await house.ask('GET', '/api/residents?q=%E5%88%AB%E5%A4%84%E7%9A%84%E4%BA%BA', { as: stranger })).body).toMatchObject({ items: [{ id: theirs.id }] });
    expect(codeOf(await house.ask('GET', '/api/residents?unitId=garden', { as: stranger }))).toBe('forbidden');
    expect(codeOf(await house.ask('GET', '/api/residents/duplicates?unitId=garden', { as: stranger }))).toBe('forbidden');
    expect(codeOf(await house.ask('GET', '/api/residents/buildings?unitId=garden', { as: stranger }))).toBe('forbidden');
    expect(codeOf(await house.ask('POST', '/api/residents', { as: stranger, body: { name: '混进来', unitId: 'garden' } }))).toBe('forbidden');
    for (const [method, path, body] of [['GET', '', undefined], ['PATCH', '', { rev, notes: 'x' }], ['DELETE', '', undefined], ['POST', '/restore', undefined], ['POST', '/merge', { otherId: theirs.id }], ['POST', '/separate', { otherId: theirs.id }], ['POST', '/distinct', { otherId: theirs.id }]] as const) {
      expect([method, path, codeOf(await house.ask(method, `/api/residents/${id}${path}`, { as: stranger, ...(body && { body }) }))]).toEqual([method, path, 'not_found']);
    }
    expect(codeOf(await house.ask('POST', `/api/residents/${theirs.id}/merge`, { as: stranger, body: { otherId: id } }))).toBe('not_found');
    expect(fileOf(await house.ask('GET', `/api/residents/${theirs.id}`, { as: stranger })).sharing).toEqual([]);
    expect(((await house.ask('GET', '/api/residents/buildings', { as: stranger })).body as { items: BuildingView[] }).items.filter(({ unitId }) => unitId === 'garden')).toEqual([]);
    // Whoever sees both offices cannot join files across them either.
    expect(codeOf(await house.ask('POST', `/api/residents/${id}/merge`, { as: admin, body: { otherId: theirs.id } }))).toBe('bad_input');
    for (const path of ['', `/${id}`, '/duplicates', '/buildings']) expect(codeOf(await house.ask('GET', `/api/residents${path}`, { as: staff }))).toBe('forbidden');
  });

  test('a building has a housekeeper, who stands on the files and in the match; only those who lead the office name him', async () => {
    const { id } = await make({ name: '楼里人', address: '7栋701', numbers: [{ number: '13788887777' }] });
    expect(codeOf(await house.ask('PATCH', '/api/residents/housekeepers', { as: agent, body: { unitId: 'garden', building: '7', staffId: 'wangfang' } }))).toBe('forbidden');
    expect(codeOf(await house.ask('PATCH', '/api/residents/housekeepers', { as: supervisor, body: { unitId: 'harbour', building: '7', staffId: 'wangfang' } }))).toBe('not_found');
    expect(fieldsOf(await house.ask('PATCH', '/api/residents/housekeepers', { as: supervisor, body: { unitId: 'garden', building: '7', staffId: 'harbour-chan' } }))).toEqual(['staffId']);
    expect((await house.ask('PATCH', '/api/residents/housekeepers', { as: supervisor, body: { unitId: 'garden', building: '7栋', staffId: 'wangfang' } })).status).toBe(204);
    expect(fileOf(await house.ask('GET', `/api/residents/${id}`, { as: agent })).housekeeper).toEqual({ staffId: 'wangfang', name: '王芳', extension: '8011' });
    expect(await house.residents.matchesOf('+8613788887777', 'garden')).toEqual([{ residentId: id, name: '楼里人', address: '7栋701', occupancy: 'owner', housekeeper: { staffId: 'wangfang', name: '王芳' } }]);
    expect(await house.residents.placeOf('+8613788887777', 'garden')).toBe('7栋701');
    expect([await house.residents.placeOf('+8613788887777', 'harbour'), await house.residents.placeOf('withheld', 'garden'), await house.residents.placeOf('+8613700000009', 'garden')]).toEqual([null, null, null]);
    expect(((await house.ask('GET', '/api/residents/buildings', { as: agent })).body as { items: BuildingView[] }).items).toContainEqual({ unitId: 'garden', building: '7', written: '7', residents: 1, housekeeper: { staffId: 'wangfang', name: '王芳', extension: '8011' } });
    await house.ask('PATCH', '/api/residents/housekeepers', { as: admin, body: { unitId: 'garden', building: '7', staffId: null } });
    expect(fileOf(await house.ask('GET', `/api/residents/${id}`, { as: agent })).housekeeper).toBeNull();
  });

  test('residents of one number stand on the card own office first', async () => {
    const numbers = ['+8613766667777'];
    await house.records.residents.saveResidents([aFile({ id: 'zz-1', unitId: 'garden', name: '本处', numbers }), aFile({ id: 'aa-1', unitId: 'harbour', name: '外处', numbers })], []);
    expect((await house.residents.matchesOf('+8613766667777', 'garden')).map(({ name }) => name)).toEqual(['本处', '外处']);
    expect((await house.residents.matchesOf('+8613766667777', 'harbour')).map(({ name }) => name)).toEqual(['外处', '本处']);
    expect((await house.residents.matchesOf('+8613766667777', null)).map(({ name }) => name)).toEqual(['外处', '本处']);
  });
});
