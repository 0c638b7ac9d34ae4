import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { CallCard } from '../../server/contract/card.ts';
import { seriousFindings } from './support/axe.ts';
import { openChromium } from './support/chromium.ts';
import { answer, becomes, get, latestCall, openOffice, practiceCall, sayOpener } from './support/office.ts';
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

/** The card of the latest call, once it is as it should become. */
const latestBecomes = (page: Page, fits: (card: CallCard) => boolean): Promise<CallCard> => becomes(office, () => latestCall(page), fits);

const hangUp = async (page: Page): Promise<void> => {
  await page.keyboard.press('F10');
  await page.getByText('对方还在线上').first().waitFor();
  await page.keyboard.press('F10');
  await page.waitForSelector('.stage[data-mode=after]');
};

describe('a call, in Chromium', () => {
  test('who is calling is compared, never picked; a letter confirms him, and he stands in the slip', async () => {
    const page = await office.atDesk('agent');
    await practiceCall(page, '刘敏');
    expect(await page.locator('.compare .large td').allTextContents()).toEqual(['刘敏 女士', '周强 先生']);
    expect(await page.locator('.bar-who b').textContent()).toBe('刘敏 或 周强');
    await answer(page);
    expect((await latestCall(page)).caller.confirmedId).toBeNull();
    await page.keyboard.press('Alt+b');
    await page.waitForSelector('.caller-row[data-confirmed=true]');
    expect((await latestBecomes(page, ({ caller }) => caller.confirmedId !== null)).caller.matches.find(({ residentId }) => residentId !== null)).toBeDefined();
    expect(await page.locator('.bar-who b').textContent()).toBe('周强 先生');
    await page.keyboard.press('F8');
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#slip-callerName')?.value === '周强 先生');
    expect(await page.inputValue('#slip-callerCompany')).toBe('3栋1单元1502');
    await page.keyboard.press('Alt+b');
    await page.waitForSelector('.caller-row[data-confirmed=false]');
  });

  test('the matter changes the questions; what is written is there after a reload, in the middle of the call, which goes on', async () => {
    const page = await office.atDesk('agent');
    await practiceCall(page, '刘敏');
    await answer(page);
    await sayOpener(page, 3);
    await page.keyboard.press('Alt+2');
    await page.waitForSelector('.matter-form[data-matter=repair]');
    expect(await page.locator('.segment.now').textContent()).toContain('请问在几栋几单元几号');
    await page.fill('#note-place', '3栋1502 厨房 <b>水槽</b> 💧');
    await page.fill('#note-remark', '声音着急');
    await latestBecomes(page, ({ notes }) => notes.remark === '声音着急' && notes.place !== undefined);
    const { id } = await latestCall(page);
    await page.reload();
    await page.waitForSelector('.stage[data-mode=live]');
    expect(await page.inputValue('#note-place')).toBe('3栋1502 厨房 <b>水槽</b> 💧');
    expect(await page.inputValue('#note-remark')).toBe('声音着急');
    await page.locator('.said-by-caller').first().waitFor();
    expect(await get<CallCard>(page, `${office.url}/api/calls/${id}`)).toMatchObject({ state: 'live', agent: { id: 'agent' }, matter: 'repair', opener: { order: 'ok' } });
    await page.keyboard.press('Alt+3');
    await page.waitForSelector('.matter-form[data-matter=complaint]');
  });

  test('mute is said on the desk and on the supervisor’s board, and the caller does not hear', async () => {
    const board = await office.atDesk('supervisor');
    await board.keyboard.press('Alt+3');
    const page = await office.atDesk('agent');
    await practiceCall(page, '刘敏');
    await answer(page);
    await page.keyboard.press('F7');
    await page.getByText('静音中，对方听不见您').waitFor();
    expect((await latestBecomes(page, ({ mutedSince }) => mutedSince !== null)).mutedSince).toEqual(expect.any(Number));
    await page.keyboard.press('F7');
    await latestBecomes(page, ({ mutedSince }) => mutedSince === null);
  });

  test('two windows of one agent show the same call; what is said in one is said in both; a note that both write is not lost', async () => {
    const page = await office.atDesk('agent');
    const second = await page.context().newPage();
    await second.goto(`${office.url}/desk`);
    await second.waitForSelector('[data-connection=live]');
    await practiceCall(page, '刘敏');
    await answer(page);
    await second.waitForSelector('.stage[data-mode=live]');
    await sayOpener(page, 1);
    await second.waitForSelector('.segment:nth-child(1)[data-look=said]');
    await page.fill('#note-remark', '第一个窗口');
    await second.waitForFunction(() => document.querySelector<HTMLInputElement>('#note-remark')?.value === '第一个窗口');

    await second.context().setOffline(true);
    office.cut();
    await second.fill('#note-remark', '离线写的');
    await second.locator('[data-note=remark][data-saving=waiting]').waitFor();
    await second.context().setOffline(false);
    await second.waitForSelector('[data-connection=live]');
    await second.locator('[data-note=remark][data-saving=saved]').waitFor();
    await latestBecomes(page, ({ notes }) => notes.remark === '离线写的');
  });

  test('[L5] a note that two windows wrote while one was cut off: the later writer sees both and chooses', async () => {
    const page = await office.atDesk('agent');
    // A window of its own: going offline takes all windows of one visitor with it.
    const second = await office.signedIn('agent', '/desk');
    await practiceCall(page, '刘敏');
    await answer(page);
    await second.waitForSelector('.stage[data-mode=live]');
    await second.context().setOffline(true);
    office.cut();
    await second.waitForSelector('[data-connection=lost]');
    await second.fill('#note-remark', '离线写的');
    await page.waitForSelector('[data-connection=live]');
    await page.fill('#note-remark', '这边写的');
    await latestBecomes(page, ({ notes }) => notes.remark === '这边写的');
    await second.context().setOffline(false);
    await second.locator('.note-conflict', { hasText: '这边写的' }).waitFor();
    expect(await second.inputValue('#note-remark')).toBe('离线写的');
    expect((await latestCall(page)).notes.remark).toBe('这边写的');
    await second.getByRole('button', { name: '用我写的' }).click();
    await latestBecomes(page, ({ notes }) => notes.remark === '离线写的');
  });

  test('hang-up asks once while the caller is there; the wrap-up keeps how it came out, and calls ring again when it is done', async () => {
    const page = await office.atDesk('agent');
    await practiceCall(page, '刘敏');
    await answer(page);
    await hangUp(page);
    const ended = await latestBecomes(page, ({ state }) => state === 'ended');
    expect(ended).toMatchObject({ hungUpBy: 'agent', outcome: 'agent' });
    await page.locator('.wrap-up-clock b').waitFor();
    expect((await get<{ items: { id: string; wrapUpUntil: number | null }[] }>(page, `${office.url}/api/agents`)).items.find(({ id }) => id === 'agent')?.wrapUpUntil).toEqual(expect.any(Number));
    await page.reload();
    await page.waitForSelector('.stage[data-mode=after]');
    await page.getByRole('button', { name: '转给别人办' }).click();
    await page.keyboard.press('F2');
    await page.waitForSelector('.stage[data-mode=idle]');
    expect(await latestBecomes(page, ({ wrapUp }) => wrapUp !== null)).toMatchObject({ wrapUp: { result: 'passed-on', by: { id: 'agent' } } });
    await practiceCall(page, '陈先生');
  });

  test('a call that rings while another page is open is announced above it, with everybody it may be; one key answers and leads to the desk', async () => {
    const page = await office.atDesk('agent');
    await page.click('a[href="/calls"]');
    const { items } = await get<{ items: { id: string; name: { zh: string } }[] }>(page, `${office.url}/api/practice/residents`);
    await page.request.post(`${office.url}/api/practice/calls`, { data: { residentId: items.find(({ name }) => name.zh === '孙大爷')?.id }, headers: { origin: office.url } });
    await page.waitForSelector('.ring-banner');
    expect(await page.locator('.ring-banner').textContent()).toMatch(/阳光花园管理处.*孙福海.*孙丽萍.*孙志远/);
    expect(await page.title()).toContain('阳光花园管理处');
    await page.keyboard.press('F2');
    await page.waitForSelector('.stage[data-mode=live]');
    expect(new URL(page.url()).pathname).toBe('/desk');
  });

  test('a session that ends in mid-call: signing in again in place, the call and what was typed are still there', async () => {
    const page = await office.atDesk('agent');
    await practiceCall(page, '刘敏');
    await answer(page);
    await page.keyboard.press('Alt+2');
    await page.waitForSelector('#note-place');
    const { id } = await latestCall(page);
    await page.evaluate(() => fetch('/api/session', { method: 'DELETE' }));
    await page.locator('.sign-in-inline').waitFor();
    await page.fill('#note-place', '写在登录过期之后');
    await page.fill('.sign-in-inline input[name=password]', 'practice');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-connection=live]');
    await latestBecomes(page, ({ notes }) => notes.place === '写在登录过期之后');
    expect((await get<CallCard>(page, `${office.url}/api/calls/${id}`)).state).toBe('live');
  });

  test('a connection that is cut in mid-call and comes back finds the call where it was', async () => {
    const page = await office.atDesk('agent');
    await practiceCall(page, '刘敏');
    await answer(page);
    await sayOpener(page, 1);
    await page.context().setOffline(true);
    office.cut();
    await page.waitForSelector('[data-connection=lost]');
    expect(await page.locator('.stage').getAttribute('data-mode')).toBe('live');
    await page.context().setOffline(false);
    await page.waitForSelector('[data-connection=live]');
    await sayOpener(page, 3);
    expect((await latestCall(page)).opener.order).toBe('ok');
  });

  test('the second set of keys does the same, and the right key is printed', async () => {
    const page = await office.atDesk('agent');
    await page.click('a[href="/settings"]');
    await page.getByText('笔记本、苹果电脑').click();
    await page.click('[data-action=mute]');
    await page.keyboard.press('m');
    await page.getByText('这个键要用来打字').waitFor();
    await page.keyboard.press('Alt+k');
    await page.locator('.key-list kbd', { hasText: 'Alt K' }).waitFor();
    await page.click('a[href="/desk"]');
    await page.click('.practice-who');
    await page.locator('.ant-select-item-option', { hasText: '刘敏' }).click();
    await page.keyboard.press('Alt+p');
    await page.waitForSelector('.stage[data-mode=ringing]');
    await page.keyboard.press('Alt+Enter');
    await page.waitForSelector('.stage[data-mode=live] .segment.now');
    expect(await page.locator('.segment.now .segment-note').textContent()).toContain('Alt ↵');
    await page.keyboard.press('Alt+k');
    await latestBecomes(page, ({ mutedSince }) => mutedSince !== null);
  });

  test('no serious finding by axe in settings, in a wrap-up and in the dark', async () => {
    const page = await office.atDesk('agent');
    const look = async (where: string): Promise<void> => {
      expect({ where, findings: await seriousFindings(page) }).toEqual({ where, findings: [] });
    };
    await page.click('a[href="/settings"]');
    await page.locator('.settings').waitFor();
    await look('settings');
    await page.click('a[href="/desk"]');
    await practiceCall(page, '刘敏');
    await answer(page);
    await page.keyboard.press('Alt+2');
    await page.waitForSelector('.matter-form');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForFunction(() => getComputedStyle(document.querySelector('button[lang=en]') ?? document.body).color === 'rgb(241, 237, 231)');
    await look('live in the dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await hangUp(page);
    await look('wrap-up');
  });
});
