import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Slip } from '../../server/contract/slip.ts';
import { axeFindings } from './support/axe.ts';
import { openChromium } from './support/chromium.ts';
import { openOffice, practiceCall } from './support/office.ts';
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
  const { complaints } = office;
  await office.close();
  expect(complaints).toEqual([]);
});

const write = async (page: Page, data: object): Promise<Slip> => (await (await page.request.post(`${office.url}/api/slips`, { data, headers: { origin: office.url } })).json()) as Slip;

describe('before the shift, in Chromium (DOMAIN 13: messages left by others)', () => {
  test('a supervisor finds on the board what is for him and what nobody finishes, opens it, and says by one key that he has seen it', async () => {
    const agent = await office.signedIn('agent', '/slips');
    await write(agent, { recipientId: 'wangfang', callerName: '赵丽', callerNumber: '13800138003', message: '施工图', state: 'taken', readBack: true });
    const orphan = await write(agent, { recipientId: 'zhangwei', callerName: '何太' });
    await agent.request.post(`${office.url}/api/slips/${orphan.id}/owner`, { data: { ownerId: null }, headers: { origin: office.url } });

    const short = await write(agent, { recipientId: 'zhangwei', callerName: '孙建军', callerNumber: '13800138009', state: 'taken' });

    const page = await office.signedIn('supervisor', '/board');
    const panel = page.locator('.shift-start');
    await panel.getByText('给您的留言 1 条没看').waitFor();
    await panel.getByText('归您补的留言 1 张').waitFor();
    await panel.getByText('没有新的未接来电').waitFor();
    const toComplete = panel.getByText('记下了但缺号码或内容的留言 1 张');
    expect(await toComplete.getAttribute('href')).toBe(`/slips/${short.id}`);
    for (const language of ['zh-CN', 'en'] as const) {
      if (language === 'en') await page.click('button[lang=en]');
      await page.waitForSelector(`html[lang=${language}]`);
      expect([language, await axeFindings(page)]).toEqual([language, []]);
    }
    await page.click('button[lang=zh-CN]');
    await panel.getByText('归您补的留言 1 张').press('Enter');
    await page.waitForURL(`${office.url}/slips/${orphan.id}`);
    await page.goto(`${office.url}/desk`);
    await panel.getByText('接班先看').waitFor();
    await page.goto(`${office.url}/slips?show=toComplete`);
    await page.locator(`tr[data-row-of="${short.id}"]`).getByText('要补全').waitFor();
    await page.goto(`${office.url}/desk`);
    await panel.getByText('接班先看').waitFor();
    await page.keyboard.press('F2');
    await panel.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText('没写完的留言').waitFor();
    expect(await panel.count()).toBe(0);

    const again = await office.signedIn('supervisor', '/desk');
    await again.locator('.shift-start').getByText(/上次看过是/).waitFor();
  });

  test('an empty one asks for no key, and is not there the next time', async () => {
    const page = await office.signedIn('agent', '/desk');
    await page.locator('.shift-start').getByText('没有等您办的事').waitFor();
    expect(await page.locator('.shift-start button').count()).toBe(0);
    await page.waitForFunction(async () => !((await (await fetch('/api/shift')).json()) as { isStart: boolean }).isStart);
    await page.reload();
    await page.getByText('没写完的留言').waitFor();
    expect(await page.locator('.shift-start').count()).toBe(0);
  });

  test('it gives way to a call: nothing covers who rings, and the key that answers has not seen anything', async () => {
    const colleague = await office.signedIn('agent2', '/slips');
    const left = await write(colleague, { recipientId: 'zhangwei', callerName: '何太' });
    await colleague.request.post(`${office.url}/api/slips/${left.id}/owner`, { data: { ownerId: 'agent' }, headers: { origin: office.url } });
    const page = await office.atDesk('agent');
    await page.locator('.shift-start button').waitFor();
    await practiceCall(page, '赵丽');
    expect(await page.locator('.shift-start').count()).toBe(0);
    await page.keyboard.press('F2');
    await page.waitForSelector('.stage[data-mode=live]');
    expect(((await (await page.request.get(`${office.url}/api/shift`)).json()) as { isStart: boolean }).isStart).toBe(true);
  });

  test('slips that are mine to finish, and those that were dismissed, are lists of their own', async () => {
    const page = await office.signedIn('agent', '/slips');
    const mine = await write(page, { recipientId: 'zhangwei', callerName: '李秀英' });
    const other = await write(page, { recipientId: 'liuyang', callerName: '何太' });
    await page.request.post(`${office.url}/api/slips/${other.id}/owner`, { data: { ownerId: 'agent2' }, headers: { origin: office.url } });
    const gone = await write(page, { recipientId: 'zhangwei', callerName: '孙建军' });
    await page.request.post(`${office.url}/api/slips/${gone.id}/drop`, { data: { reason: '来电人改变主意' }, headers: { origin: office.url } });
    await page.goto(`${office.url}/slips?show=mine`);
    await page.locator('tr[data-row-of]').first().waitFor();
    expect(await page.locator('tr[data-row-of]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row-of')))).toEqual([mine.id]);
    await page.getByText('不用记、合并', { exact: true }).first().click();
    await page.getByText('来电人改变主意').waitFor();
    expect(await page.locator('tr[data-row-of]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row-of')))).toEqual([gone.id]);
  });
});
