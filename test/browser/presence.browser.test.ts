import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { PresenceReply } from '../../server/contract/leave.ts';
import { axeFindings } from './support/axe.ts';
import { openChromium } from './support/chromium.ts';
import { answer, get as getUrl, openOffice, practiceCall, sayOpener } from './support/office.ts';
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

const presence = (page: Page, id = 'zhangwei') => getUrl<PresenceReply>(page, `${office.url}/api/people/${id}/presence`);
const standing = (page: Page, isAway: boolean) => page.locator(`.away-standing[data-away=${isAway}]`).waitFor();
const choice = (page: Page, word: string) => page.locator('.away-choices button', { hasText: word });

async function onAPhone(username: string, address: string): Promise<Page> {
  const page = await office.signedIn(username, address);
  await page.setViewportSize({ width: 390, height: 844 });
  return page;
}

async function expectNoAxeFaults(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
}

describe('my whereabouts on a phone', () => {
  test('in a fresh demo 张伟 is away every day until the next working day, and the page says so', async () => {
    const page = await onAPhone('staff', '/me');
    await standing(page, true);
    expect(await page.locator('.away-standing').textContent()).toMatch(/每天都这样/);
    expect((await presence(page)).absence).toMatchObject({ kind: 'daily', since: null });
  });

  test('one tap says away, the agent who is in a call sees it at once without asking again; another says back', async () => {
    const desk = await office.atDesk('agent');
    const phone = await onAPhone('staff', '/me');
    await standing(phone, true);
    await phone.getByRole('button', { name: '我回来了' }).click();
    await standing(phone, false);

    await practiceCall(desk, '赵丽');
    await answer(desk);
    await sayOpener(desk, 3);
    await desk.keyboard.press('F4');
    await desk.keyboard.type('zw');
    const found = desk.locator('[role=option]', { hasText: '张伟' }).first();
    await found.waitFor();
    expect(await found.textContent()).not.toContain('不在');

    await phone.getByRole('button', { name: '会议', exact: true }).click();
    await choice(phone, '1 小时').click();
    await standing(phone, true);
    await desk.locator('[role=option]', { hasText: '张伟' }).filter({ hasText: '不在' }).first().waitFor();
    const { person, absence } = await presence(phone);
    expect(person).toMatchObject({ away: true, why: 'meeting' });
    expect(absence).toMatchObject({ kind: 'until', source: 'person', why: 'meeting' });
    expect(await phone.locator('.away-heard q').textContent()).toMatch(/^张伟现在不在，.+回来。$/);

    await phone.getByRole('button', { name: '我回来了' }).click();
    await standing(phone, false);
    await desk.locator('[role=option]', { hasText: '张伟' }).filter({ hasNotText: '不在' }).first().waitFor();
  });

  test('each thing to tap is large enough for a thumb, and nothing runs out of the screen', async () => {
    const page = await onAPhone('staff', '/me');
    await standing(page, true);
    const heights = await page.locator('.away-back, .away-choices button, .away-whys button').evaluateAll((keys) => keys.map((key) => key.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(8);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('a reason can be told after the tap, and a time of one’s own says what callers will hear before it is set', async () => {
    const page = await onAPhone('staff', '/me');
    await choice(page, '说不准').click();
    await page.locator('.away-state', { hasText: '不知道何时回来' }).waitFor();
    await page.getByRole('button', { name: '外出', exact: true }).click();
    await page.locator('.away-standing', { hasText: '外出' }).waitFor();
    expect((await presence(page)).absence).toMatchObject({ kind: 'open-ended', why: 'outside' });
    await choice(page, '自己选时间').click();
    await page.locator('.away-pick select').first().selectOption({ index: 2 });
    await page.getByLabel('时间', { exact: true }).selectOption('10:30');
    await page.locator('.away-pick', { hasText: '后天上午10点半回来' }).waitFor();
    await page.getByRole('button', { name: '就这样' }).click();
    await page.locator('.away-state', { hasText: '后天上午10点半回来' }).waitFor();
  });

  test('a leave is planned, changed while the front desk changes it too, and called off', async () => {
    const page = await onAPhone('staff', '/me');
    await page.getByRole('button', { name: '安排一段' }).click();
    await page.locator('.leave-form label select').selectOption('training');
    await page.getByRole('button', { name: '安排好' }).click();
    await page.locator('.leave', { hasText: '培训' }).waitFor();
    const [leave] = (await presence(page)).leaves;
    await page.getByRole('button', { name: '改', exact: true }).click();
    await page.getByPlaceholder('备注').last().fill('消防');
    await page.evaluate((id) => fetch(`/api/people/zhangwei/leaves/${id}`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ rev: 0, why: 'meeting' }) }), leave?.id);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('别人刚改过这一段。').waitFor();
    await page.getByRole('button', { name: '还是用我的' }).click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.locator('.leave', { hasText: '消防' }).waitFor();
    expect((await presence(page)).leaves).toMatchObject([{ why: 'training', note: '消防', rev: 2 }]);
    await page.getByRole('button', { name: '取消', exact: true }).click();
    await page.getByText('没有安排').waitFor();
  });

  test('a calendar file is brought; a broken one is refused with its line, and what was read stays', async () => {
    const page = await onAPhone('staff', '/me');
    await standing(page, true);
    const day = new Date(new Date((await presence(page)).choices[0]?.backAt ?? 0).getTime() + 3 * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
    const file = (...rows: string[]) => ({ name: 'my.ics', mimeType: 'text/calendar', buffer: Buffer.from(['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', ...rows, 'SUMMARY:周会', 'END:VEVENT', 'END:VCALENDAR'].join('\r\n')) });
    await page.setInputFiles('input[type=file]', file(`DTSTART;TZID=Asia/Shanghai:${day}T090000`, 'DURATION:PT1H'));
    await page.locator('.leave', { hasText: '会议' }).filter({ hasText: '09:00 – 10:00' }).waitFor();
    await page.getByText(/读过，1 段忙/).waitFor();
    await page.setInputFiles('input[type=file]', file(`DTSTART;TZID=Mars:${day}T090000`));
    await page.getByText(/第 2 行，不认识时区“Mars”/).waitFor();
    expect(await page.locator('.leave').count()).toBe(1);
    await page.getByRole('button', { name: '不用这个日历' }).click();
    await page.getByText('没有安排').waitFor();
  });

  test('who has no staff record is told whom to ask', async () => {
    const page = await office.signedIn('admin', '/me');
    await page.getByText(/还没有对应的员工资料/).waitFor();
  });

  test.each(['zh-CN', 'en'] as const)('is clean for readers of screens in %s', async (language) => {
    const page = await onAPhone('staff', '/me');
    if (language === 'en') await page.click('button[lang=en]');
    await standing(page, true);
    await choice(page, language === 'en' ? 'Pick a time' : '自己选时间').click();
    await page.getByRole('button', { name: language === 'en' ? 'Plan a time away' : '安排一段' }).click();
    await expectNoAxeFaults(page);
  });
});

describe('holidays of an office', () => {
  test('its supervisor is told of the missing year, adds a day and finds it again', async () => {
    const page = await office.signedIn('supervisor', '/offices/sunshine/holidays');
    await page.getByText(/还没有。公布以后请填上/).waitFor();
    await page.getByLabel('日期').fill('2027-01-01');
    await page.getByRole('button', { name: '加一天' }).click();
    await page.getByPlaceholder('名称').fill('元旦');
    await page.locator('.holidays').getByRole('button', { name: '保存' }).click();
    await page.locator('.holidays').getByText('已保存').waitFor();
    await page.getByText('现在用管理处自己的日历。').waitFor();
    await page.reload();
    await page.getByText('2027', { exact: true }).click();
    await page.locator('.holidays li', { hasText: '1月1日' }).waitFor();
    expect(await page.getByText(/还没有。公布以后请填上/).count()).toBe(0);
    await expectNoAxeFaults(page);
  });
});
