import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Slip } from '../../server/contract/slip.ts';
import { axeFindings } from './support/axe.ts';
import { openChromium } from './support/chromium.ts';
import { openOffice } from './support/office.ts';
import type { Office } from './support/office.ts';

let browser: Browser;
let office: Office;
beforeAll(async () => {
  browser = await openChromium();
  office = await openOffice(browser);
}, 300_000);
afterAll(async () => {
  const { complaints } = office;
  await office.close();
  await browser.close();
  expect(complaints).toEqual([]);
});


async function act<T>(page: Page, path: string, data: object): Promise<T> {
  const answer = await page.request.post(`${office.url}/api/slips${path}`, { data, headers: { origin: office.url } });
  expect(answer.status()).toBeLessThan(300);
  return (await answer.json()) as T;
}

describe('messages on their way, in Chromium', () => {
  test('the list says where each stands and what comes next, live; one is held, released, passed on, answered, settled and merged by key, and its story is told in words', async () => {
    const page = await office.signedIn('supervisor', '/slips');
    const make = (more: object): Promise<Slip> => act<Slip>(page, '', { unitId: 'sunshine', recipient: '张伟', recipientId: 'zhangwei', callerName: '赵丽', callerNumber: '13510902716', message: '厨房水管又漏', state: 'taken', ...more });
    const first = await make({});
    /** A key of an act counts when none is under way: what is told live may stand there before the act's own answer has come. */
    const actKey = async (key: string): Promise<void> => {
      await page.locator('.slip-act-keys button:not([disabled])').first().waitFor();
      await page.keyboard.press(key);
    };
    const row = (slip: Slip) => page.locator(`[data-row-of="${slip.id}"]`);
    await row(first).getByText('已放进张伟的收件箱').waitFor();
    await row(first).getByText(/通知张伟 · 短信/).waitFor();
    const urgent = await make({ message: '电梯困人', actionsRequested: ['urgent'] });
    const stray = await make({ recipient: '保洁', recipientId: null, message: '楼道有水' });
    await row(stray).getByText('在前台手里').waitFor();
    expect(await page.locator('.slips-list tbody').evaluateAll((groups) => groups.map((group) => group.getAttribute('data-group')))).toEqual(['urgent', 'usual']);
    expect(await axeFindings(page)).toEqual([]);

    await page.goto(`${office.url}/slips/${first.id}`);
    await page.locator('.slip-way li', { hasText: '收件箱' }).getByText('已放进收件箱').waitFor();
    await actKey('h');
    await page.getByRole('button', { name: '明天 9:00' }).press('Enter');
    await page.locator('.slip-acts .standing', { hasText: '先放到明天' }).waitFor();
    await actKey('h');
    await page.locator('.slip-acts .standing', { hasText: '已放进张伟的收件箱' }).waitFor();
    await actKey('p');
    await page.keyboard.type('liuyang');
    await page.locator('.slip-act-found button', { hasText: '刘洋' }).press('Enter');
    await page.locator('.slip-acts .standing', { hasText: '刘洋（接手人）' }).waitFor();
    await page.locator('.slip-story', { hasText: '转给刘洋' }).waitFor();

    await act(page, `/${first.id}/reply`, { words: '11 点前上门' });
    await page.locator('.slip-answer', { hasText: '11 点前上门' }).waitFor();
    await actKey('d');
    await page.keyboard.type('修好了');
    await page.keyboard.press('Enter');
    await page.locator('.slip-acts .standing', { hasText: '王芳办完了' }).waitFor();
    expect(await page.locator('.slip-story').textContent()).not.toMatch(/[{}]|holder|chaseAt/);
    expect(await axeFindings(page)).toEqual([]);

    await page.goto(`${office.url}/slips/${stray.id}`);
    await page.locator('.slip-act-keys').waitFor();
    await actKey('m');
    await page.locator('.slip-double', { hasText: '电梯困人' }).press('Enter');
    await page.getByText('打开那一张').waitFor();
    await page.getByRole('button', { name: '不是一件事，分开' }).press('Enter');
    await page.waitForSelector('.slip[data-slip-state=draft]');

    // Read by whoever it is for, so the paper is closed; taken back with a reason it is open again.
    await act(page, `/${urgent.id}/acknowledge`, {});
    await page.goto(`${office.url}/slips?show=acknowledged`);
    await row(urgent).getByText('王芳已确认').waitFor();
    await page.goto(`${office.url}/slips/${urgent.id}`);
    await page.locator('.slip-act-keys').waitFor();
    await actKey('e');
    await page.keyboard.type('号码记错了');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.slip[data-slip-state=draft]');
    for (const language of ['zh-CN', 'en']) {
      if (language === 'en') await page.click('button[lang=en]');
      for (const [width, height] of [[1440, 900], [390, 844]] as const) {
        await page.setViewportSize({ width, height });
        for (const where of ['/slips', '/slips?show=done', `/slips/${first.id}`, '/offices/sunshine/delivery', '/people/zhangwei']) {
          await page.goto(office.url + where);
          await page.locator('.slips-list, .slip-way li, .offices-sheet, .reach').first().waitFor();
          expect([where, width, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([where, width, 0]);
          if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/${language}-${width}${where.replace(/\W+/g, '-').replace(first.id, 'one')}.png` });
        }
      }
    }
  }, 170_000);
});
