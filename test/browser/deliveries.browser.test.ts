import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { ReachReply } from '../../server/contract/reach.ts';
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
});
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
    // Let go, it takes the step that was put off.
    await page.locator('.slip-acts .standing', { hasText: '已发给张伟 · 短信' }).waitFor();
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

    // The live board: for 周强 there is no way, so it is his supervisor's at once; her ways fail, so it waits for a hand; it moves as things happen.
    const board = await office.signedIn('admin', '/board');
    await board.locator('.board-calls').waitFor();
    await board.locator('.board-further').waitFor({ state: 'detached' });
    const raised = await make({ recipient: '周强', recipientId: 'zhouqiang', message: '水表房进水' });
    const further = board.locator('.board-further li', { hasText: '给 周强' });
    await further.getByText('已放进王芳（主管）的收件箱').waitFor();
    await further.getByText(/\d\d:\d\d通知王芳（主管） · 短信/).waitFor();
    await further.getByText('赵丽打来').waitFor();
    const { rev } = (await (await board.request.get(`${office.url}/api/people/wangfang/reach`)).json()) as ReachReply;
    const reach = async (from: number, ...ways: object[]): Promise<ReachReply> => (await (await board.request.put(`${office.url}/api/people/wangfang/reach`, { data: { rev: from, reach: ways }, headers: { origin: office.url } })).json()) as ReachReply;
    const deaf = await reach(rev, { channel: 'sms', address: '+15005550001' });
    await board.getByRole('link', { name: '给 周强' }).press('Enter');
    await board.locator('.slip-act-keys').waitFor();
    await board.keyboard.press('r');
    await board.locator('.slip-acts .standing[data-stuck=true]', { hasText: '都通知过了，没有人确认' }).getByText('请前台处理').waitFor();
    expect(await board.getByRole('button', { name: '先放到…' }).count()).toBe(0);
    const failed = board.locator('.slip-way li[data-sending=failed]');
    await failed.filter({ hasText: '没送到' }).filter({ hasText: '地址不对' }).filter({ hasText: "Invalid 'To' Phone Number" }).waitFor();
    expect(await axeFindings(board)).toEqual([]);
    await page.goto(`${office.url}/slips`);
    await page.locator('.slips-list [data-group=stuck]', { hasText: '给 周强' }).getByText('都通知过了，没有人确认').waitFor();
    await page.locator('.top-pages .chip.ink', { hasText: '1 要人处理' }).waitFor();
    await board.goto(`${office.url}/board`);
    await further.getByText('都通知过了，没有人确认').waitFor();
    expect(await axeFindings(board)).toEqual([]);
    if (process.env['PICTURES']) await board.screenshot({ path: `${process.env['PICTURES']}/board-further.png` });
    await board.setViewportSize({ width: 390, height: 844 });
    expect(await board.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    if (process.env['PICTURES']) await board.screenshot({ path: `${process.env['PICTURES']}/board-further-390.png` });
    await reach(deaf.rev, { channel: 'console' });
    await act(page, `/${raised.id}/again`, {});
    await further.getByText('已放进王芳（主管）的收件箱').waitFor();
    await page.locator('.slips-list [data-group=stuck]').waitFor({ state: 'detached' });
    await page.locator('.top-pages .chip.ink').waitFor({ state: 'detached' });
    await act(page, `/${raised.id}/acknowledge`, {});
    await further.waitFor({ state: 'detached' });
    expect(await board.locator('.board-further').count()).toBe(0);
    // Cut off, the board does not say that nobody calls, and what cannot be done is told and not done later.
    await board.goto(`${office.url}/slips/${stray.id}`);
    await board.getByRole('button', { name: '不用记了…' }).waitFor();
    await board.context().setOffline(true);
    await board.getByRole('button', { name: '不用记了…' }).click();
    await board.getByRole('button', { name: '已经当面告诉本人' }).click();
    await board.getByText('没存上：网络不通').waitFor();
    await board.context().setOffline(false);
    await board.getByRole('link', { name: '看板' }).click();
    await board.locator('.board-calls .empty', { hasText: '现在没有来电' }).waitFor();
    await board.context().setOffline(true);
    office.cut();
    await board.locator('.board-calls .empty', { hasText: '没有连上，看不到来电' }).waitFor();
    await board.context().setOffline(false);
    await board.locator('.board-calls .empty', { hasText: '现在没有来电' }).waitFor();
    expect((await (await page.request.get(`${office.url}/api/slips/${stray.id}`)).json()) as Slip).toMatchObject({ state: 'draft' });
    await board.close();

    // Read by whoever it is for, so the paper is closed; taken back with a reason it is open again.
    const staff = await office.signedIn('staff', `/inbox/${urgent.id}`);
    await page.goto(`${office.url}/slips`);
    await row(urgent).getByText('张伟看过，还没确认').waitFor();
    await staff.close();
    await act(page, `/${urgent.id}/acknowledge`, {});
    await page.goto(`${office.url}/slips?show=acknowledged`);
    await row(urgent).getByText('王芳已确认').waitFor();
    await page.goto(`${office.url}/slips/${urgent.id}`);
    await page.locator('.slip-act-keys').waitFor();
    const message = page.locator('#slip-message');
    expect(await message.evaluate((field) => (field as HTMLTextAreaElement).readOnly)).toBe(true);
    expect(await page.getByRole('button', { name: '更正' }).count()).toBe(0);
    expect((await page.request.patch(`${office.url}/api/slips/${urgent.id}`, { data: { message: '改了' }, headers: { origin: office.url } })).status()).toBe(409);
    await actKey('e');
    await page.keyboard.type('号码记错了');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.slip[data-slip-state=draft]');
    await message.fill('电梯困人，已报警');
    await page.locator('.slip-story li', { hasText: '电梯困人，已报警' }).waitFor();
    await page.locator('.slip-story li', { hasText: '号码记错了' }).waitFor();
    for (const where of ['/slips', '/slips?show=done', `/slips/${first.id}`, '/offices/sunshine/delivery', '/people/zhangwei']) {
      await page.goto(office.url + where);
      await page.locator('.slips-list, .slip-way li, .offices-sheet, .reach').first().waitFor();
      for (const language of ['en', 'zh-CN']) {
        await page.click(`button[lang=${language}]`);
        for (const [width, height] of [[1440, 900], [390, 844]] as const) {
          await page.setViewportSize({ width, height });
          expect([where, language, width, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([where, language, width, 0]);
          if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/${language}-${width}${where.replace(/\W+/g, '-').replace(first.id, 'one')}.png` });
        }
        await page.setViewportSize({ width: 1440, height: 900 });
      }
    }
  }, 170_000);
});
