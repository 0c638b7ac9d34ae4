import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { writeXlsx } from '../../server/imports/writeXlsx.ts';
import { axeFindings } from './support/axe.ts';
import { openChromium } from './support/chromium.ts';
import { openOffice, patienceMs } from './support/office.ts';
import type { Office } from './support/office.ts';

let browser: Browser;
let office: Office;
beforeAll(async () => {
  browser = await openChromium();
  office = await openOffice(browser);
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

interface ChosenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}
const csv = (name: string, buffer: Buffer): ChosenFile => ({ name, mimeType: 'text/csv', buffer });

/** 姓名,分机,电话 with 李强 (good), 周敏 (a number that is none) and nobody (no name), as Excel in China saves it. */
const gb18030 = csv(
  '人员.csv',
  Buffer.concat([Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb7, 0xd6, 0xbb, 0xfa, 0x2c, 0xca, 0xd6, 0xbb, 0xfa, 0x0a, 0xc0, 0xee, 0xc7, 0xbf]), Buffer.from(',8101,13800138001\n'), Buffer.from([0xd6, 0xdc, 0xc3, 0xf4]), Buffer.from(',8102,1380013\n,8103,\n')]),
);

async function choose(page: Page, file: ChosenFile): Promise<void> {
  await page.setInputFiles('.file-drop input', file);
  await page.waitForSelector('.write-choice');
}
const rowsOf = (page: Page): Promise<string[]> => page.locator('.import-rows tbody tr').allInnerTexts();
const shows = (page: Page): Promise<string> => page.locator('.import-head .ant-segmented').innerText();
async function write(page: Page): Promise<string> {
  await page.click('.write-choice .ant-btn-primary');
  return page.locator('.import-result').innerText();
}
test('a list with faults is told row by row, refused as a whole, written without them, and is all the same the second time', async () => {
  const page = await office.signedIn('supervisor', '/people');
  await page.getByRole('button', { name: '导入 / 导出' }).click();
  await page.waitForSelector('.file-drop');
  expect(await axeFindings(page)).toEqual([]);
  await choose(page, gb18030);
  expect(new URL(page.url()).pathname).toMatch(/^\/people\/import\/I/);
  expect(await page.locator('.import-name').innerText()).toContain('GB18030');
  expect((await rowsOf(page)).map((row) => row.replace(/\s+/g, ' '))).toEqual(['3 周敏 8102 私人号码：“1380013”不是电话号码', '4 8103 姓名：没有填']);
  expect(await axeFindings(page)).toEqual([]);

  // Nothing is written while it is all or nothing.
  expect(await page.locator('.write-choice .ant-btn-primary').isDisabled()).toBe(true);
  expect(await page.locator('.write-choice [role=status]').innerText()).toContain('有 2 行有问题');
  const report = page.waitForEvent('download');
  await page.getByText('下载问题清单').click();
  expect((await report).suggestedFilename()).toBe('导入问题.xlsx');

  // Another window, another day: the same address is the same import.
  await page.reload();
  await page.locator('.write-choice .ant-radio-wrapper', { hasText: '只导入没问题的行' }).click();
  await page.waitForSelector('.write-choice .ant-btn-primary:enabled');
  expect(await write(page)).toBe('1 新增，0 更新，0 不变，2 没导入');

  await page.goto(`${office.url}/people/import`);
  await choose(page, gb18030);
  expect((await shows(page)).replace(/\s+/g, ' ')).toBe('有问题 2 新增 0 更新 0 不变 1 全部 3');
  expect(await page.getByText('照上次的设置').isVisible()).toBe(true);
  expect(office.complaints).toEqual([]);
});

test('a workbook of residents: columns are matched by hand, changes are shown before they are written, and what goes out comes in again', async () => {
  const page = await office.signedIn('supervisor', '/residents/import');
  const rows = [['阳光花园业主名单 2026'], ['客户', '房间', '怎么找他'], ['郭靖', '9-1-101', '13800138021'], ['黄蓉', '9-1-102', '13800138022、0755-86005678']];
  await choose(page, { name: '业户.xlsx', mimeType: 'application/octet-stream', buffer: await writeXlsx({ name: '名单', rows }) });
  expect((await shows(page)).replace(/\s+/g, ' ')).toBe('有问题 0 新增 2 更新 0 不变 0 全部 2');
  await page.getByLabel('怎么找他 当作').fill('电话');
  await page.locator('.ant-select-item-option', { hasText: /^电话$/ }).click();
  await page.getByText('照您的选择').waitFor();
  await page.waitForSelector('.write-choice .ant-btn-primary:enabled');
  expect(await write(page)).toBe('2 新增，0 更新，0 不变，0 没导入');
  const [found] = (await office.app.residents.search({ unitIds: ['sunshine'], text: '黄蓉', limit: 2 })).items;
  expect(found).toMatchObject({ address: '9栋1单元102', numbers: [{ e164: '+8613800138022' }, { e164: '+8675586005678' }] });

  await page.goto(`${office.url}/residents/import`);
  for (const format of ['CSV', 'Excel（.xlsx）']) {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: format, exact: true }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toContain('业户名单 阳光花园管理处');
    await choose(page, { name: saved.suggestedFilename(), mimeType: 'application/octet-stream', buffer: readFileSync(await saved.path()) });
    expect((await shows(page)).replace(/\s+/g, ' ')).toMatch(/^有问题 0 新增 0 更新 0 不变 (\d+) 全部 \1$/);
    expect(await page.getByText('没有要写的').isVisible()).toBe(true);
    await page.getByRole('button', { name: '不导入了' }).click();
    await page.waitForSelector('.file-drop');
  }
  expect(office.complaints).toEqual([]);
});

test('a file that is none is told in words, in English too, on a telephone', async () => {
  const page = await office.signedIn('admin', '/people/import');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.click('button[lang=en]');
  expect(await axeFindings(page)).toEqual([]);
  await page.setInputFiles('.file-drop input', csv('staff.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])));
  await page.getByText('This is an old Excel file (.xls) or one with a password.').waitFor();
  await page.getByRole('button', { name: 'Another file' }).click();
  await page.setInputFiles('.file-drop input', csv('staff.csv', Buffer.from('')));
  await page.getByText('The file is empty, it has no rows.').waitFor();
  await page.getByRole('button', { name: 'Another file' }).click();
  await choose(page, csv('staff.csv', Buffer.from('Name,Ext.,Mobile\nEmily,6011,1.38E+10\n')));
  expect((await rowsOf(page))[0]).toContain('Excel rounded');
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a connection that is lost while the file is sent is waited for, and the file goes on where it stopped', async () => {
  const page = await office.signedIn('supervisor', '/people/import');
  const big = csv('大名单.csv', Buffer.from(`姓名,分机,备注\n${Array.from({ length: 30_000 }, (_, index) => `员工${index},${20_000 + index},${'—'.repeat(20)}`).join('\n')}`));
  let cut = 0;
  await page.route('**/api/imports/*/file?from=*', async (route) => {
    cut += 1;
    if (cut === 1) await route.abort();
    else await route.continue();
  });
  await page.setInputFiles('.file-drop input', big);
  await page.getByText('连接断了，一连上就接着传').waitFor();
  await page.waitForSelector('.write-choice', { timeout: 2 * patienceMs });
  expect((await shows(page)).replace(/\s+/g, ' ')).toContain('新增 30000');
  expect(cut).toBeGreaterThan(2);
});
