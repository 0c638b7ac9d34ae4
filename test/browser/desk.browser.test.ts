import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { CallCard } from '../../server/contract/card.ts';
import type { Slip } from '../../server/contract/slip.ts';
import { seriousFindings } from './support/axe.ts';
import { openChromium } from './support/chromium.ts';
import { answer, get as getUrl, latestCall, openOffice, practiceCall, sayOpener } from './support/office.ts';
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

const get = <T>(page: Page, address: string): Promise<T> => getUrl<T>(page, office.url + address);

const saved = (page: Page) => page.waitForSelector('.slip [data-saving=saved]:not(:empty)');

/** The caller asks for 8012, who is away: found and taken by keyboard; the slip opens by itself. */
async function askFor8012(page: Page): Promise<void> {
  await page.keyboard.press('F4');
  await page.keyboard.type('8012');
  await page.locator('.found', { hasText: '张伟' }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.slip-row[data-field=recipient]');
}

describe('the desk, in Chromium', () => {
  test('a practice call is answered by keyboard alone and the opener said in order', async () => {
    const page = await office.atDesk('agent');
    await practiceCall(page, '赵丽');
    expect(await page.locator('.dial text').textContent()).toMatch(/^[123]$/);
    expect(await page.locator('.stage [role=alert]').textContent()).toContain('阳光花园管理处');
    await answer(page);
    expect(await page.locator('.segment.now').textContent()).toContain('您好');
    await sayOpener(page, 3);
    const card = await latestCall(page);
    expect(card.opener.order).toBe('ok');
    expect(card.agent?.id).toBe('agent');
    expect(card.rings.answeredIn).toBe(1);
    await page.locator('.said-by-caller').first().waitFor();
  });

  test('an opener out of order is shown in words and stored as it was', async () => {
    const page = await office.atDesk('agent');
    await practiceCall(page, '赵丽');
    await answer(page);
    await page.locator('.segment').nth(1).click();
    await page.waitForSelector('.segment:nth-child(2)[data-look=said]');
    await page.locator('.segment').nth(0).click();
    await page.getByText('开场顺序颠倒了').waitFor();
    await page.locator('.segment').nth(2).click();
    await page.waitForSelector('.segment:nth-child(3)[data-look=said]');
    expect((await latestCall(page)).opener.order).toBe('inverted');
  });

  test('a message for extension 8012 is taken: missing fields are boxed, read back sentence by sentence, digits grouped; a second window shows each letter, and so does the page when it is opened again', async () => {
    const page = await office.atDesk('agent');
    await practiceCall(page, '赵丽');
    await answer(page);
    await sayOpener(page, 3);
    await askFor8012(page);
    expect(await page.locator('.slip-row[data-missing=true]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-field')))).toEqual(['caller', 'message', 'actions']);
    await page.fill('#slip-callerName', '赵丽');
    await page.fill('#slip-callerCompany', '丽景装饰公司');
    await page.fill('#slip-message', '二栋大堂的施工图想跟他确认一下，请他明天上午回电话。');
    await page.getByRole('button', { name: '请回电', exact: true }).click();
    await page.getByRole('button', { name: '打这个号码', exact: true }).click();
    await page.getByText('8 项齐了').waitFor();
    await saved(page);

    const second = await page.context().newPage();
    const { slipIds } = await latestCall(page);
    await second.goto(`${office.url}/slips/${slipIds[0] ?? ''}`);
    await second.locator('#slip-callerName').waitFor();
    expect(await second.inputValue('#slip-callerName')).toBe('赵丽');
    await page.fill('#slip-callerName', '赵丽 <b>经理</b> 😀');
    await second.waitForFunction(() => document.querySelector<HTMLInputElement>('#slip-callerName')?.value === '赵丽 <b>经理</b> 😀');
    await page.fill('#slip-callerName', '赵丽');
    await second.waitForFunction(() => document.querySelector<HTMLInputElement>('#slip-callerName')?.value === '赵丽');
    await second.close();

    await page.keyboard.press('Control+Enter');
    await page.getByText(/复述第 1 句/).waitFor();
    const heard: string[] = [];
    for (let sentence = 1; ; sentence++) {
      heard.push((await page.locator('.segment.now .segment-text').textContent()) ?? '');
      await page.keyboard.press('F2');
      const more = await Promise.race([
        page.getByText(`复述第 ${sentence + 1} 句`).waitFor().then(() => true),
        page.waitForSelector('.slip[data-slip-state=taken]').then(() => false),
      ]);
      if (!more) break;
    }
    expect(heard.join('')).toContain('138 0013 8003');
    expect(heard.join('')).toContain('二栋大堂的施工图');
    await saved(page);
    const slip = await get<Slip>(page, `/api/slips/${slipIds[0] ?? ''}`);
    expect(slip).toMatchObject({ state: 'taken', readBack: true, recipient: '张伟', callerName: '赵丽', callerCompany: '丽景装饰公司', missing: [], actionsRequested: ['call-back'] });

    await page.goto(`${office.url}/slips/${slipIds[0] ?? ''}`);
    await page.locator('#slip-message').waitFor();
    expect(await page.inputValue('#slip-message')).toContain('施工图');
  });

  test('a reload in the middle: the caller is not dropped, what was typed is there', async () => {
    const page = await office.atDesk('agent');
    await practiceCall(page, '赵丽');
    await answer(page);
    await sayOpener(page, 3);
    await askFor8012(page);
    await page.fill('#slip-callerName', '赵丽');
    await saved(page);
    const { id } = await latestCall(page);
    await page.reload();
    await page.waitForSelector('[data-connection=live]');
    const card = await get<CallCard>(page, `/api/calls/${id}`);
    expect(card.state).not.toBe('ended');
    const { items } = await get<{ items: Slip[] }>(page, `/api/slips?callId=${id}`);
    expect(items[0]?.callerName).toBe('赵丽');
  });

  test('declined: it rings on for the others, and the desk is free; on a phone who rings is in sight, however far down the page stood', async () => {
    const [page, other] = [await office.atDesk('agent'), await office.atDesk('agent2')];
    await other.setViewportSize({ width: 390, height: 440 });
    const scrolled = () => other.locator('.desk').evaluate(({ scrollTop }) => scrollTop);
    await other.locator('.desk').evaluate((desk) => desk.scrollTo(0, desk.scrollHeight));
    expect(await scrolled()).toBeGreaterThan(0);
    await practiceCall(page, '赵丽');
    await other.waitForSelector('.stage[data-mode=ringing]');
    expect(await scrolled()).toBe(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.stage[data-mode=idle]');
    await answer(other);
    expect((await latestCall(other)).agent?.id).toBe('agent2');
  });

  test('a cut connection is shown, what is typed meanwhile is kept and saved when it is back', async () => {
    const page = await office.atDesk('agent');
    const made = (await (await page.request.post(`${office.url}/api/slips`, { data: { recipient: '张伟' }, headers: { origin: office.url } })).json()) as Slip;
    await page.goto(`${office.url}/slips/${made.id}`);
    await page.locator('#slip-message').waitFor();
    await page.waitForSelector('[data-connection=live]');
    await page.context().setOffline(true);
    await page.fill('#slip-message', '断线时写的');
    await page.waitForSelector('.slip [data-saving=waiting]');
    await page.context().setOffline(false);
    await saved(page);
    expect((await get<Slip>(page, `/api/slips/${made.id}`)).message).toBe('断线时写的');
  });

  test('the board moves without a reload', async () => {
    const board = await office.atDesk('supervisor');
    await board.keyboard.press('Alt+3');
    await board.click('a[href="/board"]');
    const page = await office.atDesk('agent');
    await practiceCall(page, '赵丽');
    await board.waitForSelector('tr[data-state=ringing]');
    await answer(page);
    await board.waitForSelector('tr[data-state=live]');
    await sayOpener(page, 1);
    await board.waitForSelector('tr[data-state=live] .board-steps i.on');
  });

  test('no serious finding by axe on any page, in both languages, nor in a call', async () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const page = await office.atDesk(language === 'en' ? 'agent2' : 'agent', language);
      const look = async (where: string): Promise<void> => {
        expect({ where, findings: await seriousFindings(page) }).toEqual({ where, findings: [] });
      };
      for (const address of ['desk', 'calls', 'slips', 'board', 'settings']) {
        await page.click(`a[href="/${address}"]`);
        await page.waitForSelector(`a[href="/${address}"][aria-current=page]`);
        await look(`${language} ${address}`);
      }
      await page.click('a[href="/desk"]');
      await practiceCall(page, language === 'en' ? 'Zhao Li' : '赵丽');
      await look(`${language} ringing`);
      // The look may take longer than three rings: the next call is the one that is answered.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.waitForSelector('.stage[data-mode=idle]');
      await practiceCall(page, language === 'en' ? 'Zhao Li' : '赵丽');
      await answer(page);
      await askFor8012(page);
      await look(`${language} live`);
      await page.keyboard.press('F10');
      await page.waitForSelector('.bar-end [role=alert]');
      await page.keyboard.press('F10');
      await page.waitForSelector('.stage[data-mode=after]');
      await look(`${language} wrap-up`);
      const { id, slipIds } = await latestCall(page);
      for (const address of [`calls/${id}`, `slips/${slipIds[0] ?? ''}`, 'phone']) {
        await page.goto(`${office.url}/${address}`);
        await page.waitForSelector('main h1, main .slip');
        await look(`${language} ${address}`);
      }
      await page.context().close();

      const visitor = await office.visit();
      await visitor.waitForSelector('input[name=username]');
      if (language === 'en') await visitor.click('button[lang=en]');
      expect({ language, findings: await seriousFindings(visitor) }).toEqual({ language, findings: [] });
    }
  });
});

describe('the first real start, in Chromium', () => {
  test('the setup link makes the administrator, the office, the line and an agent, who signs in and answers with the name of the new office', async () => {
    const fresh = await openOffice(browser, { SEED_DEMO: '0' });
    try {
      const page = await fresh.visit(fresh.setupLink ?? 'no link');
      for (const language of ['en', 'zh-CN'] as const) {
        await page.click(`button[lang=${language}]`);
        expect({ language, findings: await seriousFindings(page) }).toEqual({ language, findings: [] });
      }
      await page.getByLabel('姓名').fill('赵敏');
      await page.getByLabel('用户名').fill('boss');
      await page.getByLabel('密码').fill('a long password');
      await page.getByLabel(/^名称/).fill('海韵名邸服务中心');
      await page.getByLabel('热线号码').fill('0755 8600 9999');
      await page.getByRole('button', { name: '加一位客服员' }).click();
      await page.getByLabel('姓名').nth(1).fill('林晓燕');
      await page.getByLabel('用户名').nth(1).fill('lin');
      await page.getByLabel('密码').nth(1).fill('another long one');
      await page.getByRole('button', { name: '建好，开始使用' }).click();
      await page.getByRole('button', { name: '去登录' }).click();
      await page.fill('input[name=username]', 'boss');
      await page.fill('input[name=password]', 'a long password');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-connection=live]');
      expect(await page.locator('.top-band').textContent()).toContain('管理员');

      const agent = await fresh.visit('/');
      await agent.fill('input[name=username]', 'lin');
      await agent.fill('input[name=password]', 'another long one');
      await agent.keyboard.press('Enter');
      await agent.getByText('话机已登记').waitFor();
      await agent.keyboard.press('Alt+1');
      expect(await agent.locator('.segment').nth(1).textContent()).toContain('海韵名邸服务中心');
      await practiceCall(agent, '刘敏');
      await answer(agent);
      await sayOpener(agent, 3);
      expect(await latestCall(agent)).toMatchObject({ unit: { name: '海韵名邸服务中心' }, line: { number: '+8675586009999' }, opener: { order: 'ok' }, agent: { name: '林晓燕' } });
    } finally {
      await fresh.close();
    }
  });
});

describe('the console that is sent', () => {
  test('the desk loads at most 450 KB, compressed, before it can be used', async () => {
    const page = await office.visit('/desk');
    const asked: string[] = [];
    page.on('response', (response) => asked.push(new URL(response.url()).pathname));
    await page.fill('input[name=username]', 'agent');
    await page.fill('input[name=password]', 'practice');
    await page.reload();
    await page.fill('input[name=username]', 'agent');
    await page.fill('input[name=password]', 'practice');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-connection=live]');
    const folder = path.resolve('.build/client');
    const files = new Set(asked.filter((name) => /\.(js|css)$/.test(name)));
    expect(files.size).toBeGreaterThan(2);
    const bytes = [...files].reduce((sum, name) => sum + gzipSync(readFileSync(path.join(folder, name))).length, 0);
    expect(bytes).toBeLessThanOrEqual(450 * 1024);
    expect(readdirSync(folder)).toContain('index.html');
  });

  test('assets are kept for ever, the page is not kept, unknown addresses are pages unless they are api, twilio or assets', async () => {
    const page = await fetch(`${office.url}/calls/CA1`);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const [, asset] = /src="(\/assets\/[^"]+)"/.exec(await page.text()) ?? [];
    expect((await fetch(office.url + (asset ?? ''))).headers.get('cache-control')).toContain('immutable');
    for (const missing of ['/api/nothing', '/assets/nothing.js', '/twilio/nothing']) expect((await fetch(office.url + missing)).status).toBeGreaterThanOrEqual(400);
  });
});
