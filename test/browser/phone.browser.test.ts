import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { CallCard } from '../../server/contract/card.ts';
import { openChromium } from './support/chromium.ts';
import { answer, openOffice, practiceCall } from './support/office.ts';
import type { Office } from './support/office.ts';

let browser: Browser;
let office: Office;
beforeAll(async () => {
  browser = await openChromium();
}, 300_000);
afterAll(() => browser.close());
beforeEach(async () => {
  office = await openOffice(browser);
});
afterEach(async () => {
  const { complaints } = office;
  await office.close();
  expect(complaints).toEqual([]);
});

async function latestCall(page: Page): Promise<CallCard> {
  const { items } = (await (await page.request.get(`${office.url}/api/calls?limit=1`)).json()) as { items: CallCard[] };
  if (!items[0]) throw new Error('no call yet');
  return items[0];
}

const phoneIs = (page: Page, state: string) => page.waitForSelector(`.phone-word[data-phone=${state}]`);

describe('the practice phone, in Chromium', () => {
  test('a page that is reloaded in mid-call talks on: the same leg, with the words said so far', async () => {
    const page = await office.atDesk('agent');
    await practiceCall(page, '赵丽');
    await answer(page);
    await page.locator('.conversation-say input').fill('您好，请讲');
    await page.keyboard.press('Enter');
    await page.locator('.said-by-agent', { hasText: '您好，请讲' }).waitFor();
    const heard = await page.locator('.said-by-caller').first().textContent();
    await page.reload();
    await page.locator('.said-by-agent', { hasText: '您好，请讲' }).waitFor();
    expect(await page.locator('.said-by-caller').first().textContent()).toBe(heard);
    await page.locator('.conversation-say input').fill('还在，请继续');
    await page.keyboard.press('Enter');
    await page.locator('.said-by-agent', { hasText: '还在，请继续' }).waitFor();
    expect(await latestCall(page)).toMatchObject({ state: 'live', agent: { id: 'agent' } });
  });

  test('a page that is reloaded while it rings rings again, and can answer', async () => {
    const page = await office.atDesk('agent');
    await practiceCall(page, '赵丽');
    await page.reload();
    await page.waitForSelector('.stage[data-mode=ringing]');
    await answer(page);
    expect((await latestCall(page)).agent?.id).toBe('agent');
  });

  test('of two windows one has the phone; the other says so, and takes the phone over without cutting the call', async () => {
    const first = await office.atDesk('agent');
    const second = await first.context().newPage();
    await second.goto(`${office.url}/desk`);
    await phoneIs(second, 'elsewhere');
    expect(await second.locator('.phone-word').textContent()).toContain('话机在另一个窗口');
    await practiceCall(first, '赵丽');
    await answer(first);
    await second.close();

    const third = await first.context().newPage();
    await third.goto(`${office.url}/desk`);
    await third.getByText('这通电话在您另一个窗口里').waitFor();
    await first.bringToFront();
    expect(await latestCall(first)).toMatchObject({ state: 'live' });
    await third.close();
  });
});
