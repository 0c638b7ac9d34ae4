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
afterEach(async () => {
  const { complaints } = office;
  await office.close();
  expect(complaints).toEqual([]);
});

/** A resident rings the office; nobody waits for what becomes of it. @returns the call's id */
async function ring(page: Page, residentId: string): Promise<string> {
  const response = await page.request.post(`${office.url}/api/practice/calls`, { data: { residentId } });
  return ((await response.json()) as { callId: string }).callId;
}

/** Ends when this call has ended. */
const ended = (page: Page, callId: string): Promise<CallCard> => becomes(office, () => get<CallCard>(page, `${office.url}/api/calls/${callId}`), ({ state }) => state === 'ended');

/** The impatient resident gives up in the second ring. */
async function missedCall(page: Page): Promise<string> {
  const id = await ring(page, 'hangs-up-in-ring-two');
  await ended(page, id);
  return id;
}

const row = (page: Page, callId: string) => page.locator(`.missed-row[data-row-of="${callId}"]`);

/** By Tab alone, as far as it takes. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no ${selector} within sixty tabs`);
}

/** The agent ends the call, having been asked once. */
async function hangUp(page: Page): Promise<void> {
  await page.keyboard.press('F10');
  await page.getByText('对方还在线上').first().waitFor();
  await page.keyboard.press('F10');
}

const search = async (page: Page, typed: string): Promise<void> => {
  await page.keyboard.press('/');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(typed);
  await page.waitForFunction((q) => new URLSearchParams(location.search).get('q') === q.trim(), typed);
};
const idsShown = (page: Page): Promise<string[]> => page.locator('.calls-list tbody tr').evaluateAll((rows) => rows.map((one) => one.getAttribute('data-row-of') ?? ''));

describe('missed calls, in Chromium', () => {
  beforeEach(async () => {
    office = await openOffice(browser);
  });

  test('a caller who gave up in ring two stands on the idle desk without a reload; dismissed by keyboard with a reason he is gone for a colleague too, and is found in the history with it; he can be put back', async () => {
    const page = await office.atDesk('agent');
    const colleague = await office.atDesk('agent2');
    const id = await missedCall(page);
    await row(colleague, id).waitFor();
    expect(await row(page, id).locator('.missed-what').textContent()).toBe('响了 2 声，对方挂断');
    expect(await row(page, id).locator('.missed-who b').textContent()).toBe('138 0013 8009');
    expect(await row(page, id).locator('.missed-age').textContent()).toBe('刚才');

    await tabTo(page, '.missed-row [data-row]');
    await page.keyboard.press('d');
    await page.waitForSelector('.follow-up input:focus');
    await page.keyboard.press('Enter');
    await page.getByText('请写原因，或点一个现成的').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForSelector('[data-row]:focus');
    await page.keyboard.press('d');
    await page.waitForSelector('.follow-up input:focus');
    await page.keyboard.type('卖保险');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await row(colleague, id).waitFor({ state: 'detached' });
    await page.getByText('已记下：138 0013 8009，不用回：骚扰：卖保险').waitFor();
    expect(await row(page, id).count()).toBe(0);
    await colleague.getByText('未接来电都回过了').waitFor();

    await colleague.goto(`${office.url}/calls`);
    await colleague.locator('.calls-list').waitFor();
    await search(colleague, '保险');
    await colleague.waitForFunction((callId) => document.querySelectorAll('.calls-list tbody tr').length === 1 && document.querySelector(`[data-row-of="${callId}"]`), id);
    expect(await colleague.locator('.calls-outcome').textContent()).toContain('不用回骚扰：卖保险');

    await colleague.goto(`${office.url}/calls?list=handled`);
    await colleague.getByText('李静').first().waitFor();
    await colleague.getByRole('button', { name: '放回未接' }).click();
    await row(page, id).waitFor();
    expect((await get<CallCard>(page, `${office.url}/api/calls/${id}`)).missed).toMatchObject({ state: 'open', by: { id: 'agent2' } });
  });

  test('called back needs one more key; who is writing when a colleague was faster sees it, and loses nothing', async () => {
    const page = await office.atDesk('agent');
    const colleague = await office.atDesk('agent2');
    const id = await missedCall(page);
    await row(colleague, id).waitFor();
    await tabTo(colleague, '.missed-row [data-row]');
    await colleague.keyboard.press('d');
    await colleague.keyboard.type('写到一半');
    await tabTo(page, '.missed-row [data-row]');
    await page.keyboard.press('b');
    await page.waitForSelector('.follow-up input:focus');
    await page.keyboard.press('Enter');
    await row(page, id).waitFor({ state: 'detached' });
    await row(colleague, id).locator('.missed-just', { hasText: '已回拨' }).waitFor();
    expect(await colleague.inputValue('.follow-up input')).toBe('写到一半');
    await colleague.keyboard.press('Escape');
    await row(colleague, id).waitFor({ state: 'detached' });
    expect((await get<CallCard>(page, `${office.url}/api/calls/${id}`)).missed).toMatchObject({ state: 'called-back', by: { id: 'agent' } });
  });

  test('whoever called again and was heard is told in the row; the number is copied by one key', async () => {
    const page = await office.atDesk('agent');
    const colleague = await office.atDesk('agent2');
    await colleague.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await colleague.keyboard.press('Alt+2');
    const id = await missedCall(page);
    await row(colleague, id).waitFor();
    const again = await ring(page, 'hangs-up-in-ring-two');
    await page.waitForSelector('.stage[data-mode=ringing]');
    await answer(page);
    await hangUp(page);
    expect(await ended(page, again)).toMatchObject({ outcome: 'agent', missed: null });
    await row(colleague, id).locator('.missed-again', { hasText: /^再打来过 \d\d:\d\d，李静接的$/ }).waitFor();
    await tabTo(colleague, '.missed-row [data-row]');
    await colleague.keyboard.press('c');
    await colleague.getByText('复制了').waitFor();
    expect(await colleague.evaluate(() => navigator.clipboard.readText())).toBe('+8613800138009');
    await colleague.keyboard.press('Enter');
    await colleague.waitForURL(`**/calls/${id}`);
    await colleague.getByText('同一号码的其他来电').waitFor();
  });

  test('what was begun and not finished stands beside them: for whom, from whom, what it lacks', async () => {
    const page = await office.atDesk('agent');
    await page.request.post(`${office.url}/api/slips`, { data: { recipient: '张伟', callerName: '赵丽', callerCompany: '丽景装饰', message: '施工图' } });
    const slip = page.locator('.unfinished-row');
    await slip.waitFor();
    expect(await slip.locator('.unfinished-to').textContent()).toContain('给 张伟');
    expect(await slip.locator('.unfinished-from').textContent()).toContain('赵丽 丽景装饰');
    expect(await slip.locator('.unfinished-lacks').textContent()).toContain('号码');
    await slip.getByText('补全').click();
    await page.waitForURL('**/slips/*');
  });
});

describe('the history, in Chromium', () => {
  test('a story reads in order, by the office’s clock to the second, in both languages; keys lead there and back', async () => {
    office = await openOffice(browser);
    const page = await office.atDesk('agent');
    await practiceCall(page, '刘敏');
    await answer(page);
    await sayOpener(page, 3);
    await page.keyboard.press('Alt+2');
    await page.fill('#note-place', '3栋1502 厨房');
    await page.waitForSelector('[data-note=place][data-saving=saved]');
    const { id } = await latestCall(page);
    await hangUp(page);
    const card = await ended(page, id);

    // A computer that stands elsewhere tells the same times.
    const far = await browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: 'America/New_York', storageState: await page.context().storageState() });
    const other = await far.newPage();
    await other.goto(`${office.url}/calls?q=${encodeURIComponent('3栋1502')}`);
    await other.locator('[data-row]').first().waitFor();
    await other.keyboard.press('/');
    await other.keyboard.press('ArrowDown');
    await other.keyboard.press('Enter');
    await other.waitForURL(`**/calls/${id}`);
    const lines = other.locator('.story-words');
    await other.getByText('李静选了事项：报修').waitFor();
    const told = await lines.allTextContents();
    expect(told.slice(0, 9)).toEqual(['来电 138 0013 8001 打到 阳光花园管理处', '响到 李静', '李静接起', '李静说了“问好”', '李静说了“报单位”', '李静说了“问需要”', '李静选了事项：报修', '李静记下哪里：3栋1502 厨房', '李静按了挂断']);
    expect(told.at(-1)).toBe('来电人的线路结束');
    const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(card.arrivedAt);
    expect(await other.locator('.story-lines time').first().textContent()).toBe(clock);
    const sum = (await other.locator('.story-sum').first().textContent()) ?? '';
    for (const words of ['刘敏 女士', '周强 先生', '第 1 声接起', '按顺序', '客服接听', '谁先挂客服']) expect(sum).toContain(words);
    expect(await seriousFindings(other)).toEqual([]);

    await other.click('button[lang=en]');
    await other.getByText('李静 chose the matter: Repair').waitFor();
    const english = await lines.allTextContents();
    expect(english).toHaveLength(told.length);
    expect(english.slice(2, 6)).toEqual(['李静 answered', '李静 said “Greet”', '李静 said “Name the office”', '李静 said “Offer help”']);
    await other.keyboard.press('Escape');
    await other.waitForURL('**/calls?q=*');
    await other.waitForSelector(`[data-row-of="${id}"] [data-row]:focus`);
    await far.close();
  });

  test('sixty calls: page after page without gap or repetition while another comes in; found by part of a number and by a name; the address keeps the filters', async () => {
    office = await openOffice(browser, { PRACTICE_SPEED: '20' });
    const page = await office.visit('/calls');
    await page.fill('input[name=username]', 'supervisor');
    await page.fill('input[name=password]', 'practice');
    await page.keyboard.press('Enter');
    await page.getByText('还没有来电').waitFor();
    const placed = await Promise.all(Array.from({ length: 60 }, (_, place) => ring(page, place % 10 === 0 ? 'kitchen-leak' : 'hangs-up-in-ring-two')));
    // One after the other: sixty who ask at once would only hold up the calls.
    for (const id of placed) await ended(page, id);
    await page.waitForFunction(() => document.querySelectorAll('.calls-list tbody tr').length === 50);
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.waitForFunction(() => document.querySelectorAll('.calls-list tbody tr').length === 60);
    expect([...(await idsShown(page))].sort()).toEqual([...placed].sort());
    const late = await ring(page, 'hangs-up-in-ring-two');
    await page.waitForSelector(`[data-row-of="${late}"]`);
    await ended(page, late);
    await page.waitForFunction((id) => document.querySelector(`[data-row-of="${id}"]`)?.textContent.includes('未回'), late);
    const shown = await idsShown(page);
    expect(shown[0]).toBe(late);
    expect([...shown].sort()).toEqual([...placed, late].sort());

    await search(page, '0013-8001');
    await page.waitForFunction(() => document.querySelectorAll('.calls-list tbody tr').length === 6);
    await search(page, '周强');
    await page.waitForFunction(() => document.querySelectorAll('.calls-list tbody tr').length === 6);
    expect(await page.locator('.calls-who').first().textContent()).toContain('刘敏 或 周强');
    await search(page, '没有这个人');
    await page.getByText('没有符合的来电').waitFor();
    await search(page, '138');
    await page.locator('.calls-filter', { hasText: '所有结果' }).click();
    await page.locator('.ant-select-item-option', { hasText: '自动接听，有留言' }).click();
    await page.waitForURL('**/calls?q=138&outcome=attendant-message');
    const taken = (await get<{ items: CallCard[] }>(page, `${office.url}/api/calls?outcome=attendant-message`)).items.map(({ id }) => id);
    const areTaken = (ids: string[]): boolean => [...document.querySelectorAll('.calls-list tbody tr')].map((one) => one.getAttribute('data-row-of')).join() === ids.join();
    await page.waitForFunction(areTaken, taken);
    await page.reload();
    await page.waitForFunction(areTaken, taken);
    expect(await page.inputValue('.calls-search input')).toBe('138');
    await page.goBack();
    await page.waitForURL('**/calls?q=138');
    await page.waitForFunction(() => document.querySelectorAll('.calls-list tbody tr').length > 20);

    await page.locator('.calls-filter', { hasText: '所有日期' }).click();
    await page.locator('.ant-select-item-option', { hasText: '昨天' }).click();
    await page.getByText('没有符合的来电').waitFor();
    await page.locator('.calls-filter', { hasText: '昨天' }).click();
    await page.locator('.ant-select-item-option', { hasText: '自己填日期' }).click();
    await page.locator('.calls-date input').first().fill('3月32日');
    await page.keyboard.press('Enter');
    await page.getByText('日期看不懂').waitFor();
    await page.locator('.calls-date input').first().fill('2020年1月2日');
    await page.keyboard.press('Enter');
    await page.waitForURL('**from=2020-01-02*');
    await page.waitForFunction(() => document.querySelectorAll('.calls-list tbody tr').length > 20);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '去掉筛选' }).click();
    await page.waitForURL('**/calls');
  });

  test('on a telephone’s screen nothing runs off to the side, however long a name is', async () => {
    office = await openOffice(browser);
    const page = await office.atDesk('agent');
    await missedCall(page);
    await page.setViewportSize({ width: 390, height: 844 });
    for (const [address, wanted] of [
      ['/desk', '.missed-row'],
      ['/calls', '.calls-list tbody tr'],
      ['/calls?list=missed', '.missed-row'],
      ['/calls?list=handled', '.calls-sheet'],
      ['/board', '.board-share'],
    ] as const) {
      await page.goto(office.url + address);
      await page.waitForSelector(wanted);
      expect([address, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([address, 390]);
      expect([address, await seriousFindings(page)]).toEqual([address, []]);
    }
  });

  test('staff see no calls, whatever the address says', async () => {
    office = await openOffice(browser);
    const page = await office.visit('/calls?list=missed');
    await page.fill('input[name=username]', 'staff');
    await page.fill('input[name=password]', 'practice');
    await page.keyboard.press('Enter');
    await page.getByText('还没有给您的留言').waitFor();
    expect(await page.locator('.missed-row, .calls-list, .calls-lists').count()).toBe(0);
  });
});

describe('the board, in Chromium', () => {
  test('a call moves by itself: its ring, its agent, what was said, mute, the wrap-up, and today’s share when it is over', async () => {
    office = await openOffice(browser);
    const board = await office.atDesk('supervisor');
    await board.keyboard.press('Alt+3');
    await board.getByRole('button', { name: '开会' }).click();
    await board.waitForSelector('.bar-small[aria-pressed=true]');
    await board.goto(`${office.url}/board`);
    await board.getByText('现在没有来电').first().waitFor();
    await board.locator('[data-agent=supervisor]', { hasText: '开会' }).waitFor();
    const page = await office.atDesk('agent');
    const call = board.locator('.board-list tr[data-call]');
    await practiceCall(page, '刘敏');
    await board.locator('[data-agent=agent]', { hasText: '响铃' }).waitFor();
    expect(await call.locator('.board-state').textContent()).toMatch(/第 [12] 声/);
    expect(await call.locator('.board-by').textContent()).toBe('李静 在响');
    expect(await call.locator('.board-hint').textContent()).toMatch(/\d+ 秒后自动接听/);
    await answer(page);
    await board.locator('[data-agent=agent]', { hasText: '通话' }).waitFor();
    await sayOpener(page, 2);
    await board.waitForFunction(() => document.querySelectorAll('.board-steps i.on').length === 2);
    await page.keyboard.press('F7');
    await call.locator('.board-hint', { hasText: /静音 0:\d\d/ }).waitFor();
    await page.keyboard.press('F7');
    await call.locator('.board-hint', { hasText: /^$/ }).waitFor();
    await hangUp(page);
    await board.getByText('现在没有来电').first().waitFor();
    await board.locator('[data-agent=agent]', { hasText: /收尾 0:[0-3]\d/ }).waitFor();
    await board.locator('.board-share[data-percent="100"]', { hasText: '今天 1 通来电' }).waitFor();
    expect(await seriousFindings(board)).toEqual([]);
  });
});
