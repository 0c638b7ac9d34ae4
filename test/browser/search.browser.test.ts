import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { seriousFindings } from './support/axe.ts';
import { openChromium } from './support/chromium.ts';
import { openOffice } from './support/office.ts';
import type { Office } from './support/office.ts';

let browser: Browser;
let office: Office;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  office = await openOffice(browser);
});
afterEach(async () => {
  expect(office.complaints).toEqual([]);
  await office.close();
});

const write = (page: Page, slip: object): Promise<string> => page.evaluate(async (body) => ((await (await fetch('/api/slips', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json()) as { id: string }).id, slip);
const field = (page: Page) => page.locator('.search-field input');

test('Ctrl K finds everything by kind with the words marked, and the keyboard opens it; a member of the staff finds what is for him on his telephone', async () => {
  const page = await office.signedIn('agent', '/board');
  const id = await write(page, { recipient: '张伟', recipientId: 'zhangwei', callerName: '欧阳娜', callerNumber: '+8613612345678', message: '大堂的吊灯闪得厉害，请尽快来看', actionsRequested: ['urgent'], state: 'taken', readBack: true });
  for (let at = 0; at < 8; at += 1) await write(page, { recipient: '王芳', recipientId: 'wangfang', callerName: `来电${at}`, message: '自行车棚' });
  await page.keyboard.press('Control+K');
  await page.keyboard.type('吊灯');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=/);
  const row = page.locator(`.found-row[data-row-of="${id}"]`);
  await row.waitFor();
  expect(await row.locator('mark').allTextContents()).toEqual(['吊灯']);
  expect(await row.textContent()).toMatch(/欧阳娜.*张伟.*急.*136 1234 5678/);
  await field(page).fill('1234');
  await page.locator('section[aria-label=留言] mark', { hasText: '1234' }).waitFor();
  await field(page).fill('张伟');
  await page.locator('section[aria-label=人员] .found-row').first().waitFor();
  await page.locator('section[aria-label=留言] mark', { hasText: '张伟' }).first().waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await field(page).fill('自行车棚');
  await page.getByRole('button', { name: '更多留言' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.found-row').length === 8);
  await page.getByRole('button', { name: '回到全部结果' }).click();
  await field(page).fill('没有这回事');
  await page.getByText('没有找到“没有这回事”').waitFor();
  await field(page).fill('今天 急');
  await page.getByText('时间：今天').waitFor();
  await row.waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/(slips|calls)\//);
  await page.goBack();
  expect(await field(page).inputValue()).toBe('今天 急');

  const telephone = await office.signedIn('staff', '/search');
  await telephone.setViewportSize({ width: 390, height: 844 });
  await field(telephone).fill('自行车棚');
  await telephone.getByText('没有找到').waitFor();
  await field(telephone).fill('oy');
  await telephone.locator('.found-row').waitFor();
  expect(await telephone.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await seriousFindings(telephone)).toEqual([]);
  await field(telephone).press('Enter');
  await telephone.waitForURL(new RegExp(`/inbox/${id}`));
});
