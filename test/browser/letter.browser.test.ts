import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openSlipLinks } from '../../server/channels/slipLink.ts';
import type { SlipLinks } from '../../server/channels/slipLink.ts';
import type { Slip } from '../../server/contract/slip.ts';
import { axeFindings } from './support/axe.ts';
import { openChromium } from './support/chromium.ts';
import { get, openOffice, patienceMs } from './support/office.ts';
import type { Office } from './support/office.ts';

const pictures = process.env['LETTER_PICTURES'];
let browser: Browser;
let office: Office;
let links: SlipLinks;
let agent: Page;

beforeAll(async () => {
  browser = await openChromium();
  office = await openOffice(browser);
  links = openSlipLinks((await office.app.store.people.getSetting('slip-link-secret')) ?? '', office.url);
  const people = ['zhangwei', 'liuyang', 'emilycarter'].map((id) => office.app.directory.staff(id)).filter((one) => one !== null);
  await office.app.directory.save({ staff: people.map((one, index) => ({ ...one, reach: [...(one.userId === null ? [] : [{ channel: 'console' as const, address: '', secret: '', mention: '' }]), { channel: 'sms' as const, address: `+8529123450${index + 1}`, secret: '', mention: '' }] })) });
  agent = await office.signedIn('agent', '/desk');
}, 120_000);
afterAll(async () => {
  await office.close();
  await browser.close();
});

async function take(over: object): Promise<Slip> {
  const data = { recipient: '张伟', recipientId: 'zhangwei', callerName: '李女士', callerNumber: '+8613510902716', callerCity: '广东深圳', message: '厨房水管昨天修完又漏，地上都是水，请尽快回电。', actionsRequested: ['call-back', 'urgent'], actionsPermitted: ['use-this-number', 'any-time', 'pass-on'], state: 'taken', readBack: true, ...over };
  const answer = await agent.request.post(`${office.url}/api/slips`, { data });
  return (await answer.json()) as Slip;
}
async function linkOf(slip: Slip, name: string, forMs = 3_600_000): Promise<string> {
  const sending = (await office.app.store.slips.sendingsOf(slip.id)).findLast(({ to }) => to.name === name);
  if (!sending) throw new Error(`${name} was sent nothing`);
  return links.url({ sendingId: sending.id, expiresAt: Date.now() + forMs });
}
const stored = (slip: Slip): Promise<Slip> => get<Slip>(agent, `${office.url}/api/slips/${slip.id}`);

/** A phone that is signed in nowhere. */
async function phone(address: string, locale = 'zh-CN', size = { width: 390, height: 844 }, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale, timezoneId: 'Europe/Berlin', colorScheme });
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  page.on('pageerror', (error) => office.complaints.push(error.message));
  await page.goto(address);
  return page;
}
async function looksWell(page: Page, name: string): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  const small = await page.evaluate(() => [...document.querySelectorAll('main button, main a')].filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent));
  expect(small).toEqual([]);
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` });
}

test('a message is opened by its link, acknowledged, answered in a sentence that neither a broken line nor a question about a number loses, settled; nothing of it says who else has a number', async () => {
  const slip = await take({});
  const page = await phone(await linkOf(slip, '张伟'));
  await page.getByRole('heading', { name: '李女士请您回电' }).waitFor();
  await page.getByText('135 1090 2716').waitFor();
  await page.getByText(/\d\d:\d\d 前没有确认，就再用短信提醒您/).waitFor();
  expect(await page.locator('.letter-call').getAttribute('href')).toBe('tel:+8613510902716');
  await page.getByText('用您自己的手机打，对方看得到您的号码').waitFor();
  await looksWell(page, 'zh-open');
  await page.getByRole('button', { name: /知道了/ }).click();
  await page.getByText('已经确认，不再催您').waitFor();
  await page.getByRole('button', { name: '自己写…' }).click();
  await page.getByLabel('给前台的话').fill('正在路上，十分钟到');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: '发给前台' }).click();
  await page.getByText('网络不通，没有送出去').waitFor();
  await page.context().setOffline(false);
  await page.reload();
  expect(await page.getByLabel('给前台的话').inputValue()).toBe('正在路上，十分钟到');
  await page.getByRole('button', { name: '发给前台' }).click();
  await page.getByText('您 回前台：正在路上，十分钟到').waitFor();
  await looksWell(page, 'zh-replied');

  // Somebody's own number: asked about, of the words as they stand. Written on, the question is gone and the words stay, whatever is pressed.
  await page.getByRole('button', { name: '自己写…' }).click();
  const reply = page.getByLabel('给前台的话');
  await reply.fill('打王芳 136 0000 1101 或林志远 136 0000 1100');
  await page.getByRole('button', { name: '发给前台' }).click();
  await page.getByText('您写的话里有王芳、林志远的私人号码').waitFor();
  await looksWell(page, 'zh-asked');
  await reply.press('End');
  await page.keyboard.type('，问她');
  await page.getByText('的私人号码').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '发给前台' }).click();
  await page.getByText('的私人号码').waitFor();
  await reply.fill('');
  await page.getByText('的私人号码').waitFor({ state: 'detached' });
  expect(await reply.inputValue()).toBe('');
  await reply.fill('打王芳 136 0000 1101');
  await page.getByRole('button', { name: '发给前台' }).click();
  await page.getByRole('button', { name: '遮住号码' }).click();
  await page.getByText('您 回前台：打王芳 136').waitFor();
  await page.getByRole('button', { name: /办完了/ }).click();
  await page.locator('.letter-keys', { hasText: '您办完了' }).waitFor();
  await looksWell(page, 'zh-done');
  expect((await stored(slip)).delivery?.acts.map(({ what }) => what)).toEqual(['begun', 'opened', 'acknowledged', 'replied', 'replied', 'done']);
  expect((await stored(slip)).delivery?.acts.map(({ words }) => words)).toContain('打王芳 136****1101');
  await page.context().close();
});

test('it is passed on to a colleague: his link opens it then, the first one says who has it and shows nothing', async () => {
  const slip = await take({ callerName: '', callerCompany: '丽景装饰工程有限公司', message: '二栋大堂的施工图 '.repeat(150), actionsRequested: ['call-back'] });
  const page = await phone(await linkOf(slip, '张伟'), 'zh-CN', { width: 390, height: 844 }, 'dark');
  await page.getByRole('button', { name: /转给别人/ }).click();
  await page.getByLabel(/刘洋/).check();
  await page.getByLabel(/带一句话/).fill('我在外面');
  await looksWell(page, 'zh-passing-dark');
  await page.getByRole('button', { name: '转给刘洋' }).click();
  await page.getByRole('heading', { name: '这条留言现在由刘洋办' }).waitFor();
  expect(await page.locator('main').innerText()).not.toContain('施工图');
  await looksWell(page, 'zh-elsewhere-dark');
  await page.context().close();
  const next = await phone(await linkOf(slip, '刘洋'), 'en-GB', { width: 1440, height: 900 });
  await next.getByText('A message for 张伟, passed on to you').waitFor();
  await next.getByText('张伟 passed it on to 刘洋: 我在外面').waitFor();
  await looksWell(next, 'en-passed-wide');
  await next.context().close();
});

test('the line calls him back and connects him: neither number is shown, and the message keeps what came of it', async () => {
  const slip = await take({ unitId: 'harbour', recipient: 'Emily Carter', recipientId: 'emilycarter', callerName: 'Mr Lau', callerNumber: '+85262340001', message: 'The lift in Tower 2 stops between floors.' });
  const carrier = office.app.practiceLine?.carrier;
  if (!carrier) throw new Error('no practice line');
  const page = await phone(await linkOf(slip, 'Emily Carter'), 'en-GB');
  await page.getByRole('button', { name: /Call back/ }).waitFor();
  await page.getByText('from the office’s number; yours is not shown').waitFor();
  await looksWell(page, 'en-open');
  await page.getByRole('button', { name: /Call back/ }).click();
  await page.getByText('Your phone will ring: pick up and you are connected').waitFor();
  await looksWell(page, 'en-calling');
  await page.context().close();
});

test('wrong and expired links are friendly, say nothing, and are tried a few times only', async () => {
  const slip = await take({});
  const expired = await phone(await linkOf(slip, '张伟', -1000));
  await expired.getByRole('heading', { name: '这个链接过期了' }).waitFor();
  await looksWell(expired, 'zh-expired');
  const wrong = await phone(`${office.url}/m/D000000000000000000-zzzzzz-AAAAAAAAAAAAAAAA`, 'en-GB');
  await wrong.getByRole('heading', { name: 'This link opens no message' }).waitFor();
  await looksWell(wrong, 'en-wrong');
  for (let time = 0; time < 40; time++) await wrong.request.get(`${office.url}/api/letters/x${time}`);
  await wrong.reload();
  await wrong.getByRole('heading', { name: 'Too many tries: please wait' }).waitFor();
  const page = await wrong.request.get(`${office.url}/m/x`);
  expect(['referrer-policy', 'x-robots-tag', 'cache-control'].map((name) => page.headers()[name])).toEqual(['no-referrer', 'noindex, nofollow, noarchive', 'no-store']);
  expect(page.headers()['content-security-policy']).toContain("default-src 'self'");
  await expired.context().close();
  await wrong.context().close();
  expect(office.complaints).toEqual([]);
});

test('the inbox of somebody who signs in has the same keys, and says what stood before his eyes', async () => {
  const slip = await take({ message: '请把图纸带来' });
  const page = await office.signedIn('staff', '/inbox');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator('.inbox-row.is-new', { hasText: '请把图纸带来' }).waitFor();
  for (;;) if ((await office.app.store.slips.sendingsOf(slip.id)).some(({ channel, state }) => channel === 'console' && state === 'delivered')) break;
  await page.locator(`[data-row-of="${slip.id}"] .inbox-head`).click();
  await page.getByRole('button', { name: /知道了/ }).click();
  await page.getByText('已经确认，不再催您').waitFor();
  await page.locator('.letter-quick button').first().click();
  await page.getByText(/您 回前台：/).waitFor();
  if (pictures) await page.screenshot({ path: `${pictures}/zh-inbox.png` });
  await page.getByRole('button', { name: /转给别人/ }).click();
  await page.getByLabel(/刘洋/).check();
  await page.getByRole('button', { name: '转给刘洋' }).click();
  await page.getByText('这条留言现在由刘洋办').waitFor();
  expect((await stored(slip)).delivery).toMatchObject({ holder: { name: '刘洋', part: 'passed' } });
});
