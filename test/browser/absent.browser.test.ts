import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Slip, SlipHistoryEntry } from '../../server/contract/slip.ts';
import { axeFindings } from './support/axe.ts';
import { openChromium } from './support/chromium.ts';
import { answer, get, latestCall, openOffice, practiceCall, sayOpener } from './support/office.ts';
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

const hero = (page: Page, words: string) => page.locator('.segment.now', { hasText: words }).waitFor();
const recipientIs = (page: Page, name: string) => page.waitForFunction((wanted) => document.querySelector<HTMLInputElement>('#slip-recipient')?.value === wanted, name);
const slips = async (page: Page, query = ''): Promise<Slip[]> => (await get<{ items: Slip[] }>(page, `${office.url}/api/slips${query}`)).items;

/** The caller wants somebody: found by what is typed, by keyboard alone. */
async function askFor(page: Page, typed: string, found: string): Promise<void> {
  await page.keyboard.press('F4');
  await page.keyboard.type(typed);
  await page.locator('.found', { hasText: found }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Hangs up though the caller is still there, and is done with the call. */
async function leave(page: Page): Promise<void> {
  await page.keyboard.press('F10');
  await page.getByText('对方还在线上').first().waitFor();
  await page.keyboard.press('F10');
  await page.waitForSelector('.stage[data-mode=after]');
  for (;;) {
    await page.keyboard.press('F2');
    const isIdle = await page.waitForSelector('.stage[data-mode=idle]', { timeout: 700 }).then(
      () => true,
      () => false,
    );
    if (isIdle) return;
  }
}

describe('somebody who is away is asked for, in Chromium (DOMAIN 6, absent)', () => {
  test('by keyboard alone: away and back when, the deputy offered, taken by one key and given back by it, the message read back and taken, and in his inbox at once', async () => {
    const inbox = await office.signedIn('staff', '/inbox');
    await inbox.getByText('还没有给您的留言').waitFor();
    const page = await office.atDesk('agent');
    await practiceCall(page, '赵丽');
    await answer(page);
    await sayOpener(page, 3);
    await askFor(page, 'zhangw', '张伟');
    await hero(page, '张伟现在不在');
    await recipientIs(page, '张伟');
    await page.keyboard.press('F2');
    await hero(page, '他的代理人刘洋在');

    await page.keyboard.press('F9');
    await hero(page, '请刘洋给您回电');
    await recipientIs(page, '刘洋');
    expect((await latestCall(page)).wanted).toMatchObject({ name: '刘洋', away: false, insteadOf: { name: '张伟' } });
    await page.fill('#slip-callerName', '赵丽');
    // The same key goes on to the next who can help, and at last back.
    await page.keyboard.press('F9');
    await hero(page, '请周强给您回电');
    await recipientIs(page, '周强');
    expect((await latestCall(page)).wanted).toMatchObject({ name: '周强', insteadOf: { name: '张伟' } });
    await page.keyboard.press('F9');
    await recipientIs(page, '黄国华');
    await page.keyboard.press('F9');
    await recipientIs(page, '张伟');
    expect(await page.inputValue('#slip-callerName')).toBe('赵丽');
    expect((await latestCall(page)).wanted).toMatchObject({ name: '张伟', away: true });
    expect((await latestCall(page)).slipIds).toHaveLength(1);

    await page.fill('#slip-message', '二栋大堂的施工图想跟他确认一下。');
    await page.locator('[data-field=actions] button', { hasText: '请回电' }).first().focus();
    await page.keyboard.press('Space');
    await page.getByText('8 项齐了').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/复述第 1 句/).waitFor();
    for (let sentence = 1; ; sentence++) {
      await page.keyboard.press('F2');
      const isTaken = await Promise.race([page.getByText(`复述第 ${sentence + 1} 句`).waitFor().then(() => false), page.waitForSelector('.slip[data-slip-state=taken]').then(() => true)]);
      if (isTaken) break;
    }
    await inbox.locator('.inbox-row.is-new', { hasText: '赵丽请您回电' }).waitFor();
    // Who took it is told where it lies and what comes by itself.
    await page.locator('.on-its-way', { hasText: /^已放进张伟的收件箱，\d\d:\d\d前没确认就发短信给张伟$/ }).waitFor();
    // Delivered from the moment it stood before his eyes.
    expect(await slips(page)).toMatchObject([{ state: expect.stringMatching(/^(taken|delivered)$/), readBack: true, recipientId: 'zhangwei', callerName: '赵丽' }]);
  });

  test('a department is asked for: its head is away, who is in stands beside it, and the slip opens for the head', async () => {
    const page = await office.atDesk('agent');
    await practiceCall(page, '赵丽');
    await answer(page);
    await sayOpener(page, 3);
    await askFor(page, '工程部', '张伟不在，刘洋在');
    await recipientIs(page, '张伟');
    await page.locator('.helper', { hasText: '刘洋' }).waitFor();
  });

  test('a call that ends without a message leaves an unfinished one with an owner: it is handed over, dismissed with a reason, taken up again and finished', async () => {
    const page = await office.atDesk('agent');
    await practiceCall(page, '赵丽');
    await answer(page);
    await sayOpener(page, 3);
    await askFor(page, '8012', '张伟');
    await recipientIs(page, '张伟');
    await leave(page);
    const row = page.locator('.unfinished-row', { hasText: '张伟' });
    await row.getByText('由您写完').waitFor();
    const [slip] = await slips(page, '?state=draft');
    if (!slip) throw new Error('no unfinished slip');
    expect(slip.owner).toMatchObject({ id: 'agent' });

    const other = await office.atDesk('agent2');
    const theirs = other.locator('.unfinished-row', { hasText: '张伟' });
    await theirs.getByText('由李静写完').waitFor();
    await theirs.getByRole('button', { name: '我来写完' }).press('Enter');
    await theirs.getByText('由您写完').waitFor();
    await row.getByText('由陈晓明写完').waitFor();

    await theirs.getByRole('button', { name: '不用记了…' }).press('Enter');
    await other.keyboard.type('来电人说改天再打');
    await other.keyboard.press('Enter');
    await theirs.waitFor({ state: 'detached' });
    await row.waitFor({ state: 'detached' });
    await page.goto(`${office.url}/slips/${slip.id}`);
    await page.getByText('不用记了：来电人说改天再打').waitFor();
    await page.getByRole('button', { name: '还是要写' }).press('Enter');
    await page.waitForSelector('.slip[data-slip-state=draft]');
    await page.fill('#slip-callerName', '赵丽');
    await page.fill('#slip-message', '施工图');
    await page.locator('[data-field=actions] button', { hasText: '请回电' }).first().click();
    await page.getByText('8 项齐了').waitFor();
    await page.getByRole('button', { name: '存下，不复述' }).click();
    await page.waitForSelector('.slip[data-slip-state=taken]');
    const { items } = await get<{ items: SlipHistoryEntry[] }>(page, `${office.url}/api/slips/${slip.id}/history`);
    expect(items.flatMap(({ changed }) => ('state' in changed ? [changed['state']] : []))).toEqual(['draft', 'dropped', 'draft', 'taken']);
    expect(items.some(({ changed }) => changed['dropReason'] === '来电人说改天再打')).toBe(true);
  });

  test('over the practice line the attendant says that he is away, offers the deputy, and the message for the deputy is in the console', async () => {
    // Nobody is on duty and nothing rings: what the two say to each other is all that takes time.
    await office.close();
    office = await openOffice(browser, { PRACTICE_SPEED: '10' });
    const page = await office.signedIn('supervisor', '/slips');
    const answered = await page.request.post(`${office.url}/api/practice/calls`, { data: { residentId: 'takes-deputy' }, headers: { origin: office.url } });
    expect(answered.status()).toBeLessThan(300);
    await page.locator('.slips-list [data-row-of]:not([data-slip-state=draft])', { hasText: '刘洋' }).waitFor({ timeout: 120_000 });
    expect(await slips(page)).toMatchObject([{ recipientId: 'liuyang', recordedBy: '自动接听', actionsRequested: ['call-back'] }]);
  });
});

describe('the inbox of somebody who was asked for', () => {
  test('on a telephone: who wants what, urgent first seen, opening it is reading it, and the front desk sees when', async () => {
    const agent = await office.signedIn('agent', '/slips');
    const data = { recipientId: 'zhangwei', unitId: 'sunshine', state: 'taken', readBack: true, callerName: '李女士', callerCompany: '3栋2单元1502', callerNumber: '13510902716', message: '厨房水管昨天修完又漏，请尽快回电。', actionsRequested: ['call-back', 'urgent'] };
    const slip = (await (await agent.request.post(`${office.url}/api/slips`, { data, headers: { origin: office.url } })).json()) as Slip;
    const page = await office.signedIn('staff', '/');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('.top-pages .chip', { hasText: '1 条没看' }).waitFor();
    for (const language of ['zh-CN', 'en'] as const) {
      if (language === 'en') await page.click('button[lang=en]');
      await page.waitForSelector(`html[lang=${language}]`);
      expect([language, await axeFindings(page), await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([language, [], 390]);
    }
    await page.click('button[lang=zh-CN]');
    await page.locator('.inbox-row.is-new', { hasText: '李女士请您回电' }).waitFor();
    await page.locator('.inbox-head').press('Enter');
    await page.getByRole('heading', { name: '李女士请您回电' }).waitFor();
    expect(await page.locator('.letter-call').getAttribute('href')).toBe('tel:+8613510902716');
    for (const language of ['zh-CN', 'en'] as const) {
      if (language === 'en') await page.click('button[lang=en]');
      await page.waitForSelector(`html[lang=${language}]`);
      expect([language, await axeFindings(page), await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([language, [], 390]);
    }
    await page.locator('.top-pages .chip').waitFor({ state: 'detached' });
    await agent.goto(`${office.url}/slips/${slip.id}`);
    await agent.locator('.slip-story', { hasText: '本人看过' }).waitFor();
  });
});
