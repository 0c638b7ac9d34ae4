import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { NewSlip, Slip } from '../../server/contract/slip.ts';
import { zh } from '../../client/src/i18n/zh.ts';
import { seriousFindings } from './support/axe.ts';
import { openChromium } from './support/chromium.ts';
import { openOffice, patienceMs } from './support/office.ts';
import type { Office } from './support/office.ts';
import { pdfPages } from './support/pdfPages.ts';

let browser: Browser;
let office: Office;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
  browser = await openChromium();
  office = await openOffice(browser);
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
  const { complaints } = office;
  await office.close();
  await browser.close();
  expect(complaints).toEqual([]);
});

interface Visitor {
  user?: string;
  /** Where the computer stands; the office stands in Shenzhen. */
  timezoneId?: string;
  /** How wrong its clock is. */
  clockAheadMs?: number;
  /** Its browser has no room for what is typed. */
  hasNoRoom?: boolean;
  width?: number;
}

/** A signed-in browser, without the desk: slips need no telephone. */
async function signIn({ user = 'agent', timezoneId = 'Asia/Shanghai', clockAheadMs = 0, hasNoRoom = false, width = 1440 }: Visitor = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, timezoneId, locale: 'zh-CN' });
  contexts.push(context);
  context.setDefaultTimeout(patienceMs);
  await context.addInitScript(
    ([ahead, full]) => {
      if (ahead !== 0) {
        const now = Date.now.bind(Date);
        Date.now = () => now() + ahead;
      }
      if (!full) return;
      const set: (key: string, value: string) => void = Reflect.get(Storage.prototype, 'setItem');
      Storage.prototype.setItem = function (key, value) {
        if (key.startsWith('three-rings.unsaved')) throw new DOMException('full', 'QuotaExceededError');
        set.call(this, key, value);
      };
    },
    [clockAheadMs, hasNoRoom] as const,
  );
  const answer = await context.request.post(`${office.url}/api/session`, { data: { username: user, password: 'practice' }, headers: { origin: office.url } });
  expect(answer.status()).toBe(200);
  return context;
}

async function make(context: BrowserContext, slip: NewSlip = {}): Promise<Slip> {
  return (await (await context.request.post(`${office.url}/api/slips`, { data: slip, headers: { origin: office.url } })).json()) as Slip;
}

async function openSlip(context: BrowserContext, id: string): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => office.complaints.push(error.message));
  await page.goto(`${office.url}/slips/${id}`);
  await page.waitForSelector('[data-connection=live]');
  await page.locator('#slip-message').waitFor();
  return page;
}

const storedSlip = async (context: BrowserContext, id: string): Promise<Slip> => (await (await context.request.get(`${office.url}/api/slips/${id}`)).json()) as Slip;
const saved = (page: Page) => page.waitForSelector('.slip [data-saving=saved]:not(:empty)');
const valueOf = (page: Page, id: string, value: string) => page.waitForFunction(([of, wanted]) => document.querySelector<HTMLInputElement>(`#${of}`)?.value === wanted, [id, value] as const);

/** Types as a hand does: the whole text at once, as a paste, then leaves the field. */
async function paste(page: Page, id: string, text: string): Promise<void> {
  await page.fill(`#${id}`, text);
  await page.locator(`#${id}`).blur();
  await saved(page);
}

describe('two who write one slip, in Chromium', () => {
  test('text typed while the connection was cut meets what a colleague wrote: both are shown, with his name; the rest is saved at once; each way of deciding is kept', async () => {
    const [context, other] = [await signIn(), await signIn({ user: 'agent2' })];
    const { id } = await make(context, { recipient: '张伟' });
    const [page, colleague] = [await openSlip(context, id), await openSlip(other, id)];

    await context.setOffline(true);
    await page.fill('#slip-message', '厨房水管又漏了');
    await page.fill('#slip-callerCompany', '3栋2单元1502');
    await page.waitForSelector('[data-saving=waiting]');
    await colleague.fill('#slip-message', '阳台的水管漏了');
    await saved(colleague);
    await context.setOffline(false);

    const conflict = page.locator('[data-conflict=message]');
    await conflict.getByText('陈晓明也写了这一项').waitFor();
    expect(await conflict.textContent()).toContain('阳台的水管漏了');
    expect(await page.inputValue('#slip-message')).toBe('厨房水管又漏了');
    await page.fill('#slip-callerName', '李秀英');
    await colleague.locator('#slip-callerName').waitFor();
    await valueOf(colleague, 'slip-callerName', '李秀英');
    await valueOf(colleague, 'slip-callerCompany', '3栋2单元1502');
    expect(await storedSlip(context, id)).toMatchObject({ message: '阳台的水管漏了', callerName: '李秀英' });

    await conflict.getByRole('button', { name: '用我写的' }).click();
    await saved(page);
    expect(await page.locator('.slip-conflict').count()).toBe(0);
    await valueOf(colleague, 'slip-message', '厨房水管又漏了');

    await context.setOffline(true);
    await page.fill('#slip-message', '我又改了');
    await colleague.fill('#slip-message', '他又改了');
    await saved(colleague);
    await context.setOffline(false);
    await conflict.getByRole('button', { name: '用那一份' }).click();
    await valueOf(page, 'slip-message', '他又改了');
    expect((await storedSlip(context, id)).message).toBe('他又改了');
  });

  test('two tabs in different fields, and one hand that types on while its letters are still on their way, never conflict; what the other tab writes appears', async () => {
    const context = await signIn();
    const { id } = await make(context);
    const [page, tab] = [await openSlip(context, id), await openSlip(context, id)];
    await page.route(`**/api/slips/${id}`, async (route) => {
      if (route.request().method() === 'PATCH') await tab.evaluate(() => new Promise(requestAnimationFrame));
      await route.continue();
    });
    await page.focus('#slip-message');
    await tab.focus('#slip-callerName');
    const words = '厨房的水管昨天修完今天又漏了，地上都是水，请师傅尽快回电话，随时可以打。';
    await Promise.all([page.keyboard.type(words, { delay: 15 }), tab.keyboard.type('欧阳诗琪 Ouyang', { delay: 40 })]);
    await Promise.all([saved(page), saved(tab)]);
    expect(await page.locator('.slip-conflict').count()).toBe(0);
    await valueOf(tab, 'slip-message', words);
    await valueOf(page, 'slip-callerName', '欧阳诗琪 Ouyang');
    expect(await storedSlip(context, id)).toMatchObject({ message: words, callerName: '欧阳诗琪 Ouyang' });
  });
});

describe('an input method, in Chromium', () => {
  test('half-made letters are sent to nobody; what a colleague writes meanwhile does not break them, and meets the finished word as a conflict', async () => {
    const [context, other] = [await signIn(), await signIn({ user: 'agent2' })];
    const { id } = await make(context);
    const page = await openSlip(context, id);
    const sent: string[] = [];
    page.on('request', (request) => void (request.method() === 'PATCH' && sent.push(request.postData() ?? '')));
    const keyboard = await context.newCDPSession(page);
    const compose = (text: string) => keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await page.focus('#slip-callerName');
    await compose('zh');
    await compose('zhang');
    expect((await other.request.patch(`${office.url}/api/slips/${id}`, { data: { callerCompany: '丽景装饰公司' }, headers: { origin: office.url } })).status()).toBe(200);
    await valueOf(page, 'slip-callerCompany', '丽景装饰公司');
    expect([await page.inputValue('#slip-callerName'), sent]).toEqual(['zhang', []]);
    await keyboard.send('Input.insertText', { text: '张' });
    await saved(page);
    expect(await storedSlip(context, id)).toMatchObject({ callerName: '张', callerCompany: '丽景装饰公司' });

    await compose('wei');
    expect((await other.request.patch(`${office.url}/api/slips/${id}`, { data: { callerName: '赵丽' }, headers: { origin: office.url } })).status()).toBe(200);
    await page.locator('.slip-story dd', { hasText: '赵丽' }).waitFor();
    expect(await page.inputValue('#slip-callerName')).toBe('张wei');
    await keyboard.send('Input.insertText', { text: '伟' });
    await page.locator('[data-conflict=callerName]', { hasText: '赵丽' }).waitFor();
    expect(await page.inputValue('#slip-callerName')).toBe('张伟');
    expect((await storedSlip(context, id)).callerName).toBe('赵丽');
    expect(sent.join()).not.toMatch(/zh|wei/);
  });
});

describe('what is typed is never lost, in Chromium', () => {
  test('typed without a connection, the tabs gone before it came back: the next page on this computer brings all of it, whatever it opens', async () => {
    const context = await signIn();
    const { id } = await make(context);
    const [page, tab] = [await openSlip(context, id), await openSlip(context, id)];
    await context.setOffline(true);
    await page.fill('#slip-message', '断线时写的');
    await tab.fill('#slip-callerName', '另一个窗口写的');
    await page.waitForSelector('[data-saving=waiting]');
    await tab.waitForSelector('[data-saving=waiting]');
    // Saved text of one tab must not take the other's with it.
    await page.close();
    await tab.close();
    await context.setOffline(false);
    const next = await context.newPage();
    const arrived = Promise.all(['message', 'callerName'].map((name) => next.waitForResponse((response) => response.request().method() === 'PATCH' && (response.request().postData() ?? '').includes(name))));
    await next.goto(`${office.url}/desk`);
    await arrived;
    expect(await storedSlip(context, id)).toMatchObject({ message: '断线时写的', callerName: '另一个窗口写的' });
    await next.waitForFunction(() => Object.keys(localStorage).every((key) => !key.startsWith('three-rings.unsaved')));
  });

  test('another who signs in on this computer does not bring it to the server in his name: it waits for its writer', async () => {
    const context = await signIn();
    const { id } = await make(context);
    const page = await openSlip(context, id);
    await page.route('**/api/slips/**', (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()));
    await page.fill('#slip-message', '李静断线时写的');
    await page.waitForSelector('[data-saving=waiting]');
    await page.close();
    const as = (username: string) => context.request.post(`${office.url}/api/session`, { data: { username, password: 'practice' }, headers: { origin: office.url } });
    await as('agent2');
    const colleague = await openSlip(context, id);
    await colleague.fill('#slip-callerName', '王女士');
    await saved(colleague);
    expect(await storedSlip(context, id)).toMatchObject({ callerName: '王女士', message: '' });
    await colleague.close();
    await as('agent');
    const back = await openSlip(context, id);
    await valueOf(back, 'slip-message', '李静断线时写的');
    await saved(back);
    expect(await storedSlip(context, id)).toMatchObject({ callerName: '王女士', message: '李静断线时写的' });
    await back.locator('.slip-story li', { hasText: '李静断线时写的' }).filter({ hasText: '李静' }).waitFor();
  });

  test('reloaded while the server does not answer: the text stands in its field again and is saved', async () => {
    const context = await signIn();
    const { id } = await make(context);
    const page = await openSlip(context, id);
    await page.route(`**/api/slips/${id}`, (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()));
    await page.fill('#slip-message', '刷新前写的');
    await page.waitForSelector('[data-saving=waiting]');
    await page.reload();
    await valueOf(page, 'slip-message', '刷新前写的');
    await page.unroute(`**/api/slips/${id}`);
    await saved(page);
    expect((await storedSlip(context, id)).message).toBe('刷新前写的');
  });

  test('a browser without room for it says so, and typing goes on', async () => {
    const context = await signIn({ hasNoRoom: true });
    const { id } = await make(context);
    const page = await openSlip(context, id);
    await context.setOffline(true);
    await page.fill('#slip-message', '没有地方留');
    await page.getByText('这台电脑也留不住，先别关这一页').waitFor();
    await context.setOffline(false);
    await saved(page);
    expect((await storedSlip(context, id)).message).toBe('没有地方留');
  });

  test('what is missing is true before the server has answered', async () => {
    const context = await signIn();
    const { id } = await make(context, { recipient: '张伟', callerNumber: '13510902716', message: '漏水' });
    const page = await openSlip(context, id);
    await page.getByText('还缺 2 项').waitFor();
    await page.route(`**/api/slips/${id}`, (route) => (route.request().method() === 'PATCH' ? undefined : route.continue()));
    await page.fill('#slip-callerName', '李');
    await page.getByText('还缺 1 项').waitFor();
    expect(await page.getAttribute('.slip-row[data-field=caller]', 'data-missing')).toBe('false');
    await page.fill('#slip-callerName', '');
    await page.getByText('还缺 2 项').waitFor();
    expect((await storedSlip(context, id)).callerName).toBe('');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
});

describe('the fields of the slip, in Chromium', () => {
  test('the time is written by hand on the clock of the office, wherever the computer stands and however wrong its clock is', async () => {
    const context = await signIn({ timezoneId: 'America/New_York', clockAheadMs: 17 * 60_000 });
    const { id } = await make(context, { calledAt: '2026-06-11T02:43:00.000Z' });
    const clocked = await make(context);
    const page = await openSlip(context, id);
    expect(await page.inputValue('#slip-calledAt')).toMatch(/6月11日 周四 10:43$/);
    for (const [text, shown, stored] of [
      ['9:05', /6月11日 周四 09:05$/, '2026-06-11T01:05:00.000Z'],
      ['2026-03-20 下午3点半', /3月20日 周五 15:30$/, '2026-03-20T07:30:00.000Z'],
      ['２０２６年１月２日 １０：４３', /1月2日 周五 10:43$/, '2026-01-02T02:43:00.000Z'],
    ] as const) {
      await paste(page, 'slip-calledAt', text);
      expect(await page.inputValue('#slip-calledAt')).toMatch(shown);
      expect((await storedSlip(context, id)).calledAt).toBe(stored);
    }
    await page.focus('#slip-calledAt');
    await page.keyboard.press('ArrowUp');
    await saved(page);
    expect((await storedSlip(context, id)).calledAt).toBe('2026-01-02T02:44:00.000Z');

    await page.goto(`${office.url}/slips/${clocked.id}`);
    const chip = page.locator('.slip-row[data-field=calledAt] .chip');
    expect(await chip.textContent()).toBe('时钟');
    await page.fill('#slip-calledAt', '马上');
    await page.getByText('看不懂这个时间').waitFor();
    await page.reload();
    await page.getByText('看不懂这个时间').waitFor();
    expect(await page.inputValue('#slip-calledAt')).toBe('马上');
    expect((await storedSlip(context, clocked.id)).calledAt).toBe(clocked.calledAt);
    await page.focus('#slip-calledAt');
    await page.getByRole('button', { name: '前一天' }).click();
    await saved(page);
    expect(await chip.count()).toBe(0);
    const { calledAt } = await storedSlip(context, clocked.id);
    // Beijing has no summer time: a day is 24 hours there.
    expect(Date.parse(calledAt)).toBe(Math.floor(Date.parse(clocked.calledAt) / 60_000) * 60_000 - 86_400_000);
    await page.getByRole('button', { name: '现在', exact: true }).click();
    await saved(page);
    expect(Math.abs(Date.parse((await storedSlip(context, clocked.id)).calledAt) - Date.parse(clocked.calledAt))).toBeLessThan(5 * 60_000);
  });

  test('pasted numbers of every style are read; number and extension part; the city follows unless a hand wrote it; what is no number stays as it was written, and is said', async () => {
    const context = await signIn();
    const { id } = await make(context);
    const page = await openSlip(context, id);
    for (const [pasted, number, extension, city] of [
      ['１３５　１０９０　２７１６', '135 1090 2716', '', '广东省深圳市'],
      ['+86 (755) 8600-1234', '0755 8600 1234', '', '广东省深圳市'],
      ['0086-20-8765-4321', '020 8765 4321', '', '广东省广州市'],
      ['135-1090-2716 转 8012', '135 1090 2716', '8012', '广东省深圳市'],
      ['（0755）86001234 ext. 5', '0755 8600 1234', '5', '广东省深圳市'],
      ['电话：13800138000', '138 0013 8000', '', '北京市'],
    ] as const) {
      await paste(page, 'slip-callerNumber', pasted);
      expect([pasted, await page.inputValue('#slip-callerNumber'), await page.inputValue('#slip-callerExtension'), await page.inputValue('#slip-callerCity')]).toEqual([pasted, number, extension, city]);
    }
    expect(await page.locator('.slip-row[data-field=city] .chip').textContent()).toBe('号码归属地');
    // An extension that came with the number stays when a digit of the number is corrected.
    await paste(page, 'slip-callerNumber', '13510902716转8012');
    await page.focus('#slip-callerNumber');
    await page.keyboard.press('Home');
    for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Delete');
    await page.keyboard.type('8');
    await page.locator('#slip-callerNumber').blur();
    await saved(page);
    expect(await storedSlip(context, id)).toMatchObject({ callerNumber: '+8613810902716', callerExtension: '8012' });

    await paste(page, 'slip-callerCity', '东莞');
    await paste(page, 'slip-callerNumber', '13510902716');
    expect(await storedSlip(context, id)).toMatchObject({ callerNumber: '+8613510902716', callerCity: '东莞', sources: { callerCity: 'person' } });
    await paste(page, 'slip-callerNumber', '他说老号码');
    expect(await page.inputValue('#slip-callerNumber')).toBe('他说老号码');
    await page.getByText('看不出是完整的号码').waitFor();
  });

  test('a name in field 1 is compared with the directory, and nobody is picked before a hand does; another name lets go of him', async () => {
    const context = await signIn();
    const { id } = await make(context);
    const page = await openSlip(context, id);
    await page.focus('#slip-recipient');
    await page.keyboard.type('zw');
    const person = page.locator('.slip-people button', { hasText: '张伟' });
    await person.waitFor();
    await saved(page);
    expect(await storedSlip(context, id)).toMatchObject({ recipient: 'zw', recipientId: null });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.slip-person', { hasText: '8012' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('slip-callerName');
    await saved(page);
    expect(await storedSlip(context, id)).toMatchObject({ recipient: '张伟', recipientId: 'zhangwei', sources: { recipient: 'directory' } });
    await page.fill('#slip-recipient', '张伟的妈妈');
    await page.getByText(zh.slip.notInDirectory).waitFor();
    await saved(page);
    expect(await storedSlip(context, id)).toMatchObject({ recipient: '张伟的妈妈', recipientId: null });
  });

  test('a caller who would not say: by key, by mouse, and taken back; Enter goes on to what is missing', async () => {
    const context = await signIn();
    const { id } = await make(context, { callerNumber: '13510902716' });
    const page = await openSlip(context, id);
    await page.focus('#slip-recipient');
    await page.keyboard.type('张伟');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('slip-callerName');
    await page.keyboard.press('Alt+N');
    await page.locator('.slip-row[data-field=caller] .chip', { hasText: '不愿说' }).waitFor();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('slip-message');
    await page.locator('.slip-row[data-field=message]').getByRole('button', { name: '不愿说' }).click();
    await saved(page);
    expect(await storedSlip(context, id)).toMatchObject({ declined: ['caller', 'message'], missing: ['actions'] });
    await page.locator('.slip-row[data-field=message]').getByRole('button', { name: '还是问' }).click();
    await page.focus('#slip-callerName');
    await page.keyboard.press('Alt+N');
    await page.getByText('还缺 3 项').waitFor();
    await saved(page);
    expect(await storedSlip(context, id)).toMatchObject({ declined: [] });

    await page.focus('#slip-callerCity');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('请带图纸来');
    await saved(page);
    expect((await storedSlip(context, id)).actionsRequested).toEqual(['call-back', '请带图纸来']);
  });

  test('a slip that was not read back says so in words; read back by calling back, and corrected, it stays taken', async () => {
    const context = await signIn();
    const { id } = await make(context, { recipient: '张伟', message: '漏水' });
    const page = await openSlip(context, id);
    await page.getByRole('button', { name: '存下，不复述' }).click();
    await page.getByText('已记下，没有复述').waitFor();
    await saved(page);
    expect(await page.locator('#slip-message').getAttribute('readonly')).not.toBeNull();
    await page.getByRole('button', { name: '更正' }).click();
    await page.fill('#slip-message', '漏水，在厨房');
    await page.getByRole('button', { name: '更正好了' }).click();
    await page.getByRole('button', { name: '已回电复述，对方说对' }).click();
    await page.waitForSelector('.slip-head >> text=/^已记下$/');
    await saved(page);
    expect(await storedSlip(context, id)).toMatchObject({ state: 'taken', readBack: true, message: '漏水，在厨房' });
    await page.locator('.slip-story li', { hasText: '漏水，在厨房' }).filter({ hasText: '李静' }).waitFor();
  });
});

/** Text as strangers write it: markup, Arabic, emoji, in this many letters. */
const oddText = (length: number): string => '<img src=x onerror=alert(1)> مرحبا 😀👨‍👩‍👧 ابراهيم & "你好" '.repeat(Math.ceil(length / 60)).slice(0, length).replace(/[\ud800-\udbff]$/, '').trimEnd();

describe('text of any kind, in Chromium', () => {
  test.each([1440, 390])('8 KB with markup, Arabic and emoji in every field is shown as text, kept whole, and nothing is pushed out of a page %i wide', async (width) => {
    const context = await signIn({ width });
    const { id } = await make(context);
    const page = await openSlip(context, id);
    const message = oddText(8192);
    await paste(page, 'slip-message', message);
    await page.fill('#slip-callerName', oddText(4096));
    await page.getByText('这一项最多写 200 字，多出的没有放进去').waitFor();
    for (const name of ['recipient', 'callerCompany', 'callerCity', 'recordedBy']) await paste(page, `slip-${name}`, oddText(200));
    await paste(page, 'slip-callerExtension', oddText(32));
    await paste(page, 'slip-ownRequested', oddText(180));
    const slip = await storedSlip(context, id);
    expect(slip.message).toBe(message.normalize('NFC'));
    expect(slip.callerName.length).toBeGreaterThan(190);
    expect(await page.locator('.slip img, .slip-story img').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const wide = await page.evaluate(() => [...document.querySelectorAll('.page *')].filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(element).position !== 'absolute').map((element) => `${element.tagName} ${element.className.toString()}`));
    expect(wide).toEqual([]);
    await page.goto(`${office.url}/slips`);
    await page.locator('.slips-list').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await page.locator('.slips-list img').count()).toBe(0);
  });
});

describe('a slip on paper, in Chromium', () => {
  const usual: NewSlip = {
    recipientId: 'zhangwei',
    callerName: '李秀英',
    callerCompany: '3栋2单元1502',
    callerNumber: '13510902716转8012',
    message: '厨房水管昨天修完又漏，地上都是水，请尽快回电。',
    actionsRequested: ['call-back', 'urgent'],
    actionsPermitted: ['use-this-number', '下午三点以后'],
    calledAt: '2026-06-11T02:43:00.000Z',
    state: 'taken',
    readBack: true,
  };

  test('a usual slip is one page of A6 with the eight fields in the order of the paper, and nothing of the console', async () => {
    const context = await signIn();
    const { id } = await make(context, usual);
    const page = await openSlip(context, id);
    await page.getByText('阳光花园管理处').first().waitFor({ state: 'attached' });
    const pages = pdfPages(await page.pdf({ format: 'A6' }));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatch(/^阳光花园管理处留言单单号[0-9A-F]{6}1给谁张伟2谁打来、单位李秀英3栋2单元15023号码、分机135109027168012|转8012/);
    const order = ['1给谁张伟', '2谁打来、单位李秀英', '3号码、分机13510902716转8012', '4城市广东省深圳市', '5留言厨房水管', `6${zh.slip.fields.actions}请回电;急`, `${zh.slip.permitted}:打这个号码;下午三点以后`, '7日期、时间6月11日周四10:43', '8记录人李静', '已复述给对方听'].map((words) => pages[0]?.indexOf(words) ?? -1);
    expect(order.every((place) => place >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    for (const word of ['回到留言单', '修改记录', '可接听', '工作台']) expect(pages[0]).not.toContain(word);
  });

  test('8 KB of text flow on to further pages without a letter lost; what the caller would not say and what is missing stand there in words', async () => {
    const context = await signIn();
    const sentences = Array.from({ length: 400 }, (_, at) => `第${String(at + 1).padStart(3, '0')}句话说的是厨房的水管又漏了。`).join('');
    const { id } = await make(context, { message: sentences, callerName: '<b>Bob</b> 😀', declined: ['number'], recipient: '住在十八栋三单元二十五楼二五零三室的欧阳诗琪女士'.repeat(3) });
    const page = await openSlip(context, id);
    const pages = pdfPages(await page.pdf({ format: 'A6' }));
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.join('')).toContain(sentences);
    expect(pages.join('')).toContain('<b>Bob</b>');
    expect(pages.join('')).toMatch(/3号码、分机不愿说4城市还缺/);
    expect(pages.join('')).toContain('还没写完');
  });

  test('from the dark console, in English, it is black on white', async () => {
    const context = await signIn({ user: 'agent2' });
    const { id } = await make(context, { ...usual, readBack: false });
    const page = await openSlip(context, id);
    await page.click('button[lang=en]');
    await page.getByText('Taken, not read back').first().waitFor();
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
    const pages = pdfPages(await page.pdf({ format: 'A6' }));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatch(/1For张伟2From,firm李秀英.*4City.*7Date,time11JunThu10:438Takenby.*Notreadback/);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => [getComputedStyle(document.querySelector('.slip-paper-print') ?? document.body).color, getComputedStyle(document.body).backgroundColor])).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    await page.emulateMedia({ media: 'screen' });
    await page.click('button[lang=zh-CN]');
  });
});

describe('the slips of the office, in Chromium', () => {
  test('what is open stands by urgency; found by name, number and words; opened and left by keyboard, and the eyes are where they were', async () => {
    const context = await signIn({ user: 'supervisor' });
    const [draft] = [await make(context, { recipient: '刘强', callerName: '何建国', message: '问停车费' }), await make(context, { recipient: '张伟', callerName: '苏小妹', callerNumber: '13510902799', message: '图纸', state: 'taken' })];
    const page = await context.newPage();
    await page.goto(`${office.url}/slips`);
    await page.locator('.slips-list').waitFor();
    const groups = await page.locator('.slips-group').allTextContents();
    // The urgent ones of other tests, where they ran before, stand above.
    expect(groups.map((words) => words.replace(/[\d\s+]/g, '')).at(-1)).toBe('其他');
    const found = () => page.locator('.slips-list tr[data-row-of] .slips-from').allTextContents();
    await page.keyboard.press('/');
    await page.keyboard.type('135 1090 2799');
    await page.waitForFunction(() => document.querySelectorAll('.slips-list tr[data-row-of]').length === 1);
    expect((await found())[0]).toContain('苏小妹');
    await page.fill('[role=searchbox].slips-search, .slips-search input', '刘强 停车');
    await page.waitForFunction(() => document.querySelector('.slips-list tr[data-row-of] .slips-from')?.textContent?.includes('何建国'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/slips/${draft.id}`);
    await page.locator('#slip-message').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL('**/slips');
    await page.waitForFunction((id) => document.activeElement?.closest('[data-row-of]')?.getAttribute('data-row-of') === id, draft.id);
    await page.getByText('没复述', { exact: true }).click();
    await page.waitForFunction(() => [...document.querySelectorAll('.slips-state')].every((state) => state.textContent?.includes('已记下，没有复述')) && document.querySelectorAll('.slips-state').length > 0);
  });

  test('no serious finding by axe in the list, on a slip, in a conflict, in a wrong time, at both widths', async () => {
    const other = await signIn({ user: 'agent2' });
    for (const width of [1440, 390]) {
      const context = await signIn({ width });
      const { id } = await make(context, { recipient: '张伟', callerNumber: '不知道' });
      const page = await openSlip(context, id);
      const look = async (where: string): Promise<void> => {
        expect({ where, findings: await seriousFindings(page) }).toEqual({ where, findings: [] });
      };
      await look(`${width} a slip`);
      await context.setOffline(true);
      await page.fill('#slip-message', 'mine');
      await page.fill('#slip-calledAt', '马上');
      expect((await other.request.patch(`${office.url}/api/slips/${id}`, { data: { message: 'theirs' }, headers: { origin: office.url } })).status()).toBe(200);
      await context.setOffline(false);
      await page.locator('.slip-conflict').waitFor();
      await look(`${width} a conflict`);
      await page.goto(`${office.url}/slips`);
      await page.locator('.slips-list').waitFor();
      await look(`${width} the list`);
    }
  }, 90_000);
});
