import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ImportRow, ImportView } from '../../server/contract/imports.ts';
import { aHouse, codeOf, fieldsOf } from './aHouse.ts';
import type { Answer, House } from './aHouse.ts';

let house: House;
let supervisor: string;
beforeEach(async () => {
  house = await aHouse();
  supervisor = await house.signIn('supervisor');
});
afterEach(() => house.close());

const view = ({ body }: Answer): ImportView => body as ImportView;

/** Sends a file whole, as a program would. */
const send = (kind: string, file: string | Uint8Array, { as = supervisor, name = '名单.csv', unitId = 'garden' } = {}): Promise<Answer> => {
  const body = typeof file === 'string' ? Buffer.from(file) : file;
  return fetch(`${house.url}/api/imports?kind=${kind}&unitId=${unitId}`, { method: 'POST', headers: { cookie: as, 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) }, body: body as BodyInit }).then(async (response) => ({ status: response.status, headers: response.headers, body: (await response.json()) as unknown }));
};
const patch = (id: string, body: unknown, as = supervisor) => house.ask('PATCH', `/api/imports/${id}`, { as, body });
const apply = (id: string, as = supervisor) => house.ask('POST', `/api/imports/${id}/apply`, { as, body: {} });

/** The import once nothing moves any more. */
async function rested(id: string): Promise<ImportView> {
  await house.imports.settled();
  return view(await house.ask('GET', `/api/imports/${id}`, { as: supervisor }));
}
async function read(kind: string, file: string | Uint8Array): Promise<ImportView> {
  return rested(view(await send(kind, file)).id);
}
async function rows(id: string, show: string): Promise<ImportRow[]> {
  const answer = await house.ask('GET', `/api/imports/${id}/rows?show=${show}`, { as: supervisor });
  return (answer.body as { items: ImportRow[] }).items;
}

const staffList = '工号,姓名,部门,职务,分机,手机\nE001,李强,工程部,电工,8101,138 0013 8001\nE002,周敏,客服部,前台,8102,"13800138002、13800138003"\n';

describe('a list of staff', () => {
  test('is previewed, written, and known again the second time', async () => {
    const preview = await read('staff', staffList);
    expect(preview).toMatchObject({ state: 'preview', fileName: '名单.csv', counts: { total: 2, new: 2, changed: 0, same: 0, error: 0, double: 0 }, columns: [{ field: 'staffNumber' }, { field: 'name' }, { field: 'department' }, { field: 'title' }, { field: 'extension' }, { field: 'privateNumbers' }] });
    expect(house.directory.findStaff('李强', ['garden'])).toEqual([]);

    expect((await apply(preview.id)).status).toBe(200);
    expect(await rested(preview.id)).toMatchObject({ state: 'done', result: { created: 2, changed: 0, same: 0, leftOut: 0 } });
    expect(house.directory.findStaff('周敏', ['garden'])[0]?.staff).toMatchObject({ staffNumber: 'E002', extension: '8102', privateNumbers: ['+8613800138002', '+8613800138003'] });

    expect(await read('staff', staffList)).toMatchObject({ mappingFrom: 'memory', counts: { total: 2, same: 2 } });
    const log = await house.records.people.listAudit({ unitIds: ['garden'], limit: 10 });
    expect(log.items.filter(({ act }) => act === 'imported')).toMatchObject([{ by: { id: 'supervisor' }, subject: { kind: 'staff', name: '名单.csv' }, after: { created: 2, changed: 0, same: 0, leftOut: 0 } }]);
  });

  test('changes only the fields that differ, with before and after on the log; empty cells take nothing away', async () => {
    const preview = await read('staff', '姓名,分机,职务,手机\n王芳,8011,经理,\n');
    expect(await rows(preview.id, 'changed')).toMatchObject([{ row: 2, label: '王芳 8011', changes: [{ field: 'title', before: '主管', after: '经理' }] }]);
    await apply(preview.id);
    await house.imports.settled();
    expect(house.directory.staff('wangfang')).toMatchObject({ title: '经理', privateNumbers: ['+8613800138000'], rev: 1 });
    const { items } = await house.records.people.listAudit({ unitIds: null, kind: 'staff', subjectId: 'wangfang', limit: 5 });
    expect(items).toMatchObject([{ act: 'changed', before: { title: '主管' }, after: { title: '经理' }, reason: '名单.csv' }]);
  });

  test('with one bad row is refused as a whole, or written without it, as one chooses', async () => {
    const preview = await read('staff', '姓名,分机,手机\n孙一,8201,13800138004\n,8202,\n孙三,8203,1380013\n孙四,8012,\n孙五,8201,\n');
    expect(preview.counts).toMatchObject({ new: 1, changed: 1, error: 2, double: 1 });
    expect((await rows(preview.id, 'errors')).map(({ row, faults }) => [row, faults.map(({ field, code, value }) => [field, code, value])])).toEqual([
      [3, [['name', 'required', '']]],
      [4, [['privateNumbers', 'no-phone-number', '1380013']]],
      [6, [[null, 'double', '2']]],
    ]);
    const refused = await apply(preview.id);
    expect([refused.status, codeOf(refused), fieldsOf(refused)]).toEqual([409, 'wrong_state', ['rows']]);
    await patch(preview.id, { mode: 'good-rows' });
    expect((await apply(preview.id)).status).toBe(200);
    expect(await rested(preview.id)).toMatchObject({ state: 'done', result: { created: 1, changed: 1, leftOut: 3 } });
    expect(house.directory.findStaff('8203', ['garden'])).toEqual([]);
  });

  test('cannot take the extension of somebody else', async () => {
    const preview = await read('staff', '工号,姓名,分机\nE9,李强,8012\n');
    expect((await rows(preview.id, 'errors'))[0]?.faults).toEqual([{ field: 'extension', column: null, code: 'taken', value: '张伟' }]);
  });
});

describe('a list of residents', () => {
  const list = '业主编号,姓名,房号,电话,面积,身份\nA1,陈一,3-1-1502,13800138011,89.5㎡,业主\nA2,陈二,3-1-1503,"13800138012/13900139012（儿子）",,租户\n';
  test('fills their files, and a repeated list finds them again by their number, by room and name', async () => {
    const preview = await read('residents', list);
    expect(preview.columns.map(({ field }) => field)).toEqual(['ref', 'name', 'property', 'numbers', 'area', 'occupancy']);
    await apply(preview.id);
    await house.imports.settled();
    const { items } = await house.residents.search({ unitIds: ['garden'], text: '陈', limit: 10 });
    expect(items).toMatchObject([
      { ref: 'A1', name: '陈一', property: { building: '3', unit: '1', room: '1502', area: 89.5 }, occupancy: 'owner', address: '3栋1单元1502', numbers: [{ e164: '+8613800138011', label: '', source: 'import' }], sources: [{ kind: 'import', note: '名单.csv' }] },
      { ref: 'A2', name: '陈二', occupancy: 'tenant', numbers: [{ e164: '+8613800138012' }, { e164: '+8613900139012', label: '儿子' }] },
    ]);
    expect((await read('residents', list)).counts).toMatchObject({ same: 2, new: 0, changed: 0 });
    expect((await read('residents', '姓名,楼栋,单元,房号\n陈一,3栋,1单元,1502室\n')).counts).toMatchObject({ same: 1 });
  });
});

describe('who may import', () => {
  test('an agent may not, a supervisor only for an office that he leads, and others do not see his import', async () => {
    const agent = await house.signIn('agent');
    expect((await send('staff', staffList, { as: agent })).status).toBe(403);
    expect((await send('staff', staffList, { unitId: 'harbour' })).status).toBe(403);
    const made = view(await send('staff', staffList, { as: await house.signIn('admin'), unitId: 'harbour' }));
    for (const [method, path] of [['GET', ''], ['GET', '/rows'], ['POST', '/apply'], ['DELETE', ''], ['GET', '/report']] as const) {
      expect((await house.ask(method, `/api/imports/${made.id}${path}`, { as: supervisor })).status).toBe(404);
    }
  });
});

describe('a file that is none', () => {
  test.each([
    ['empty', '', { code: 'empty' }],
    ['a PDF', '%PDF-1.7 …', { code: 'file-type', what: 'PDF' }],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), { code: 'old-excel' }],
    ['a web page called .xls', '<html><table></table></html>', { code: 'file-type', what: 'HTML' }],
    ['a damaged workbook', Buffer.from('PK\u0003\u0004 broken'), { code: 'broken' }],
  ])('%s is told in words', async (_, file, failure) => {
    expect(await read('staff', file)).toMatchObject({ state: 'failed', failure });
  });
});

test('a file comes in pieces; a piece that comes twice counts once, a gap is refused', async () => {
  const bytes = Buffer.from(`姓名,分机\n${Array.from({ length: 40_000 }, (_, index) => `员工${index},${10_000 + index}`).join('\n')}`);
  const piece = 192 * 1024;
  const begun = await fetch(`${house.url}/api/imports?kind=staff&unitId=garden&size=${bytes.length}`, { method: 'POST', headers: { cookie: supervisor, 'x-file-name': 'a.csv' }, body: bytes.subarray(0, piece) });
  const { id, state, received } = (await begun.json()) as ImportView;
  expect([begun.status, state, received]).toEqual([201, 'uploading', piece]);
  const more = (from: number): Promise<Response> => fetch(`${house.url}/api/imports/${id}/file?from=${from}`, { method: 'POST', headers: { cookie: supervisor }, body: bytes.subarray(from, from + piece) });
  expect((await more(2 * piece)).status).toBe(409);
  for (let from = 0; from < bytes.length; from += piece) expect((await more(from)).status).toBe(200);
  expect(await rested(id)).toMatchObject({ state: 'preview', counts: { total: 40_000, new: 40_000 } });
});

test('a file beyond 20 MB is refused before it is sent', async () => {
  const answer = await fetch(`${house.url}/api/imports?kind=staff&unitId=garden&size=${21 * 1024 * 1024}`, { method: 'POST', headers: { cookie: supervisor }, body: 'x' });
  expect(answer.status).toBe(413);
});

test('an import that is thrown away is gone', async () => {
  const { id } = await read('staff', staffList);
  expect((await house.ask('DELETE', `/api/imports/${id}`, { as: supervisor })).status).toBe(204);
  expect((await house.ask('GET', `/api/imports/${id}`, { as: supervisor })).status).toBe(404);
});

describe('a list that goes out', () => {
  const get = (path: string, as = supervisor): Promise<Response> => fetch(house.url + path, { headers: { cookie: as } });
  const awkward = '工号,姓名,部门,职务,分机\nE1,=1+1,@SUM(A1),"-2+3, ""甲""",8301\nE2,+8613800138000,\'=x,正常,8302\n';

  test('as CSV opens in Excel with its Chinese, runs no formula, and comes in again as the same', async () => {
    await apply((await read('staff', awkward)).id);
    await house.imports.settled();
    const response = await get('/api/exports/staff.csv?unitId=garden');
    expect([response.status, response.headers.get('content-type'), decodeURIComponent(response.headers.get('content-disposition') ?? '')]).toEqual([200, 'text/csv; charset=utf-8', expect.stringContaining('人员名单 阳光花园管理处.csv')]);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString('utf8');
    expect(text).toContain("'=1+1,E1,8301,'@SUM(A1),");
    expect(text).not.toMatch(/(^|[,\n"])[=+@-]/m);
    expect((await read('staff', bytes)).counts).toMatchObject({ total: 4, same: 4 });
  });

  test('as a workbook comes in again as the same; private numbers leave only for a reason, which stands on the log', async () => {
    expect((await get('/api/exports/staff.xlsx?unitId=garden&numbers=1')).status).toBe(400);
    const response = await get(`/api/exports/staff.xlsx?unitId=garden&numbers=1&reason=${encodeURIComponent('值班表')}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    const preview = await read('staff', bytes);
    expect(preview).toMatchObject({ file: { format: 'xlsx' }, counts: { total: 2, same: 2 } });
    expect(preview.columns.find(({ field }) => field === 'privateNumbers')?.samples).toEqual(['+8613800138000']);
    const { items } = await house.records.people.listAudit({ unitIds: ['garden'], limit: 5 });
    expect(items[0]).toMatchObject({ act: 'exported', by: { id: 'supervisor' }, after: { privateNumbers: true }, reason: '值班表' });
  });

  test('without a reason holds no private number', async () => {
    for (const format of ['csv', 'xlsx']) {
      const preview = await read('staff', Buffer.from(await (await get(`/api/exports/staff.${format}?unitId=garden`)).arrayBuffer()));
      expect(preview.columns.map(({ field }) => field)).not.toContain('privateNumbers');
    }
  });

  test('is for those who keep the office', async () => {
    expect((await get('/api/exports/staff.csv?unitId=harbour')).status).toBe(403);
    expect((await get('/api/exports/residents.csv?unitId=garden', await house.signIn('agent'))).status).toBe(403);
  });

  test('a template has every heading that we read', async () => {
    for (const [kind, language] of [['staff', 'zh-CN'], ['residents', 'en']] as const) {
      const preview = await read(kind, Buffer.from(await (await get(`/api/templates/${kind}?language=${language}`)).arrayBuffer()));
      expect(preview.columns.map(({ field }) => field)).not.toContain(null);
      const example = view(await patch(preview.id, { sheet: 1 }));
      expect(await rested(example.id)).toMatchObject({ counts: { total: 2, error: 0 } });
    }
  });

  test('the rows that cannot be used come back as a workbook with the reason beside each', async () => {
    const { id } = await read('staff', '姓名,分机,手机\n孙一,8201,138\n');
    const report = await read('staff', Buffer.from(await (await get(`/api/imports/${id}/report`)).arrayBuffer()));
    expect(report.columns.map(({ heading, samples }) => [heading, ...samples])).toEqual([['行', '2'], ['原因', '手机：不是电话号码（138）'], ['姓名', '孙一'], ['分机', '8201'], ['手机', '138']]);
  });
});
