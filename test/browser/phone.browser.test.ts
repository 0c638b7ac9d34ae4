import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { CallCard } from '../../server/contract/card.ts';
import { seriousFindings } from './support/axe.ts';
import { openChromiumWithMicrophone } from './support/chromium.ts';
import { answer, openOffice, practiceCall } from './support/office.ts';
import type { Office } from './support/office.ts';

let browser: Browser;
let office: Office;
beforeAll(async () => {
  browser = await openChromiumWithMicrophone();
});
afterAll(() => browser.close());
beforeEach(async () => {
  office = await openOffice(browser, {}, ['microphone', 'notifications']);
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

/** Says something into the practice phone. */
async function say(page: Page, text: string): Promise<void> {
  await page.locator('.conversation-say input').fill(text);
  await page.keyboard.press('Enter');
  await page.locator('.said-by-agent', { hasText: text }).waitFor();
}

describe('the practice phone, in Chromium', () => {
  test('a page that is reloaded in mid-call talks on: the same leg, with the words said so far', async () => {
    const page = await office.atDesk('agent');
    await practiceCall(page, '赵丽');
    await answer(page);
    await say(page, '您好，请讲');
    const heard = await page.locator('.said-by-caller').first().textContent();
    await page.reload();
    await page.locator('.said-by-agent', { hasText: '您好，请讲' }).waitFor();
    // The page's clock and the server's may differ by a second in what they call the moment.
    expect((await page.locator('.said-by-caller').first().textContent())?.replace(/^\d+:\d\d/, '')).toBe(heard?.replace(/^\d+:\d\d/, ''));
    await say(page, '还在，请继续');
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

  test('of two windows one has the phone; the other says so, and takes the phone over with the call that runs', async () => {
    const first = await office.atDesk('agent');
    const second = await first.context().newPage();
    second.setDefaultTimeout(12_000);
    await second.goto(`${office.url}/phone`);
    const elsewhere = second.locator('.check-state .phone-word[data-phone=elsewhere]');
    await elsewhere.waitFor();
    expect(await elsewhere.textContent()).toContain('话机在另一个窗口');
    await first.bringToFront();
    await practiceCall(first, '赵丽');
    await answer(first);
    await say(first, '您好，请讲');

    await elsewhere.getByRole('button', { name: '拿到这个窗口' }).click();
    await second.getByText('正在通话，检查先停着').waitFor();
    await second.goto(`${office.url}/desk`);
    await second.locator('.said-by-agent', { hasText: '您好，请讲' }).waitFor();
    await say(second, '换了窗口，请继续');
    // The first window hears on, and could take the phone back.
    await first.locator('.said-by-agent, .said-by-caller').first().waitFor();
    await first.locator('.phone-note .phone-word[data-phone=elsewhere]').getByRole('button', { name: '拿到这个窗口' }).waitFor();
    expect(await first.locator('.conversation-say').count()).toBe(0);
    expect(await latestCall(second)).toMatchObject({ state: 'live', agent: { id: 'agent' } });
  });

  test('nothing of the carrier’s SDK is loaded', async () => {
    const page = await office.visit('/desk');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await page.fill('input[name=username]', 'agent');
    await page.fill('input[name=password]', 'practice');
    await page.keyboard.press('Enter');
    await page.getByText('话机已登记').waitFor();
    const built = readdirSync(path.resolve('.build/client/assets')).filter((name) => name.startsWith('makeDevice-'));
    expect(built).toHaveLength(1);
    expect(asked.filter((url) => url.includes('makeDevice') || url.includes('twilio'))).toEqual([]);
  });
});

/** Replaces what a headless browser has not: a voice, an ear, notifications that can be looked at. */
async function stubs(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { spoken: [] as string[], notices: [] as { title: string; body: string; isOpen: boolean }[] };
    const voices = [{ lang: 'en-US', localService: true }, { lang: 'zh-CN', localService: true }];
    Object.assign(window, {
      seen,
      SpeechSynthesisUtterance: class {
        text: string;
        lang = '';
        voice = null;
        constructor(text: string) {
          this.text = text;
        }
      },
      Notification: class {
        static permission = 'granted';
        notice: { title: string; body: string; isOpen: boolean };
        onclick: (() => void) | null = null;
        constructor(title: string, { body }: { body: string }) {
          this.notice = { title, body, isOpen: true };
          seen.notices.push(this.notice);
        }
        close(): void {
          this.notice.isOpen = false;
        }
      },
      SpeechRecognition: class {
        onresult: ((event: unknown) => void) | null = null;
        onend: (() => void) | null = null;
        start(): void {
          queueMicrotask(() => {
            this.onresult?.({ resultIndex: 0, results: [Object.assign([{ transcript: '您好，请讲' }], { isFinal: true })] });
            this.onend?.();
          });
        }
        stop(): void {}
        abort(): void {}
      },
    });
    Object.defineProperty(window, 'speechSynthesis', {
      value: { getVoices: () => voices, addEventListener: () => undefined, cancel: () => undefined, speak: ({ text, lang }: { text: string; lang: string }) => seen.spoken.push(`${lang} ${text}`) },
    });
  });
}

interface Seen {
  seen: { spoken: string[]; notices: { title: string; body: string; isOpen: boolean }[] };
}

describe('a call outside of the page', () => {
  test('a page that nobody looks at notifies with the office to announce and who calls; answered, the notification is gone', async () => {
    const page = await office.atDesk('agent');
    await stubs(page);
    await page.addInitScript(() => {
      document.hasFocus = () => false;
    });
    await page.reload();
    await page.getByText('话机已登记').waitFor();
    await practiceCall(page, '赵丽');
    await page.waitForFunction(() => (window as unknown as Seen).seen.notices.length > 0);
    const [notice] = await page.evaluate(() => (window as unknown as Seen).seen.notices);
    expect(notice?.title).toContain('阳光花园管理处');
    expect(notice?.body).toMatch(/赵丽|138 0013 8003/);
    await page.waitForFunction(() => document.title.includes('来电了'));
    await answer(page);
    expect(await page.evaluate(() => (window as unknown as Seen).seen.notices.map(({ isOpen }) => isOpen))).toEqual([false]);
    expect(await page.title()).toBe('三声');
  });

  test('a caller who withholds his number is not shown with one', async () => {
    const page = await office.atDesk('agent');
    await stubs(page);
    await page.addInitScript(() => {
      document.hasFocus = () => false;
    });
    await page.reload();
    await page.getByText('话机已登记').waitFor();
    // The list of residents draws only those in sight.
    await page.request.post(`${office.url}/api/practice/calls`, { data: { residentId: 'withheld-number' }, headers: { origin: office.url } });
    await page.waitForFunction(() => (window as unknown as Seen).seen.notices.length > 0);
    const [notice] = await page.evaluate(() => (window as unknown as Seen).seen.notices);
    expect(notice?.body).toContain('号码没有显示');
    expect(notice?.body).not.toMatch(/\d{4}/);
  });

  test('a page that is looked at needs no notification', async () => {
    const page = await office.atDesk('agent');
    await stubs(page);
    await page.reload();
    await page.getByText('话机已登记').waitFor();
    await page.bringToFront();
    await practiceCall(page, '赵丽');
    await answer(page);
    expect(await page.evaluate(() => (window as unknown as Seen).seen.notices)).toEqual([]);
  });
});

describe('the bell', () => {
  test('a page that may not sound yet says so until the first click; chosen silent, it has nothing to say', async () => {
    const page = await office.atDesk('agent');
    // Whatever a test asks of a page counts as its user's own doing: the browser's rule is played.
    await page.addInitScript(() => {
      let isClicked = false;
      window.addEventListener('pointerdown', () => (isClicked = true), { capture: true });
      Object.defineProperty(AudioContext.prototype, 'state', { get: () => (isClicked ? 'running' : 'suspended') });
      AudioContext.prototype.resume = async function (this: AudioContext) {
        if (isClicked) this.dispatchEvent(new Event('statechange'));
      };
    });
    await page.reload();
    await page.locator('[data-trouble=bell]').waitFor();
    expect(await page.locator('[data-trouble=bell]').textContent()).toContain('在页面上点一下');
    await page.locator('.stage').click();
    await page.locator('[data-trouble=bell]').waitFor({ state: 'detached' });
    await page.evaluate(() => localStorage.setItem('three-rings.ringer', 'off'));
    await page.reload();
    await page.getByText('话机已登记').waitFor();
    expect(await page.locator('[data-trouble=bell]').count()).toBe(0);
  });
});

describe('voices', () => {
  test('the resident’s words are spoken when the agent switched it on, and only then', async () => {
    const page = await office.atDesk('agent');
    await stubs(page);
    await page.reload();
    await practiceCall(page, '赵丽');
    await answer(page);
    await say(page, '您好，请讲');
    await page.locator('.said-by-caller').first().waitFor();
    expect(await page.evaluate(() => (window as unknown as Seen).seen.spoken)).toEqual([]);
    await page.getByLabel('把住户的话念出来').check();
    const before = await page.locator('.said-by-caller').count();
    await say(page, '请问怎么称呼您？');
    await page.locator('.said-by-caller').nth(before).waitFor();
    const spoken = await page.evaluate(() => (window as unknown as Seen).seen.spoken);
    expect(spoken.length).toBeGreaterThan(0);
    expect(spoken.every((words) => words.startsWith('zh-CN '))).toBe(true);
  });

  test('the agent says a sentence instead of typing it', async () => {
    const page = await office.atDesk('agent');
    await stubs(page);
    await page.reload();
    await practiceCall(page, '赵丽');
    await answer(page);
    await page.getByRole('button', { name: '说一句' }).click();
    await page.locator('.said-by-agent', { hasText: '您好，请讲' }).waitFor();
  });

  test('a browser without voice or ear shows neither key', async () => {
    const page = await office.atDesk('agent');
    await page.addInitScript(() => {
      for (const name of ['SpeechRecognition', 'webkitSpeechRecognition']) Reflect.deleteProperty(window, name);
    });
    await page.reload();
    await practiceCall(page, '赵丽');
    await answer(page);
    expect(await page.getByRole('button', { name: '说一句' }).count()).toBe(0);
    expect(await page.getByLabel('把住户的话念出来').count()).toBe(0);
  });
});

describe('the phone check', () => {
  const step = (page: Page, number: number) => page.locator('.check-step').nth(number - 1);
  async function check(permissions: string[] = ['microphone', 'notifications']): Promise<Page> {
    const page = await office.atDesk('agent');
    await page.context().clearPermissions();
    await page.context().grantPermissions(permissions);
    await page.goto(`${office.url}/phone`);
    await page.locator('.check-steps').waitFor();
    return page;
  }

  test('from the microphone to the line, everything is looked at and called good', async () => {
    const page = await check();
    await step(page, 1).getByRole('button', { name: '打开麦克风' }).click();
    await step(page, 1).getByRole('button', { name: '关掉麦克风' }).waitFor();
    await page.waitForFunction(() => Number(document.querySelector('.check-meter')?.getAttribute('aria-valuenow')) > -50);
    expect(await step(page, 2).locator('option').count()).toBeGreaterThan(3);
    await step(page, 4).getByLabel('老电话').check();
    expect(await page.evaluate(() => localStorage.getItem('three-rings.ringer'))).toBe('old');
    await step(page, 6).getByRole('button', { name: '检查线路' }).click();
    await step(page, 6).getByText('都好，可以上班。').waitFor();
    expect(await page.locator('[data-check]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-result')))).toEqual(['good', 'good', 'good', 'good', 'good']);
    await step(page, 1).getByRole('button', { name: '关掉麦克风' }).click();
    await step(page, 3).getByText('先打开麦克风。').waitFor();
  });

  test('a chosen device is kept for the calls', async () => {
    const page = await check();
    await step(page, 1).getByRole('button', { name: '打开麦克风' }).click();
    const select = step(page, 2).getByLabel('麦克风');
    await step(page, 2).locator('option', { hasText: 'Fake Audio Input 1' }).waitFor({ state: 'attached' });
    await select.selectOption({ label: 'Fake Audio Input 1' });
    expect(await page.evaluate(() => localStorage.getItem('three-rings.audio.microphone'))).not.toBeNull();
    await page.reload();
    await step(page, 1).getByRole('button', { name: '打开麦克风' }).click();
    await page.waitForFunction(() => document.querySelector<HTMLSelectElement>('.check-select')?.selectedOptions[0]?.textContent === 'Fake Audio Input 1');
  });

  test('a microphone that the browser refuses is told with what to do, in both places', async () => {
    const page = await check(['notifications']);
    // The browser of the tests opens its make-believe microphone all the same.
    await page.evaluate(() => (navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'))));
    await step(page, 1).getByText('浏览器不许用麦克风').waitFor();
    await step(page, 6).getByRole('button', { name: '检查线路' }).click();
    await page.locator('[data-check=microphone][data-result=bad]').getByText('请点地址栏左边的图标').waitFor();
    await step(page, 6).getByText('有 1 项要处理。').waitFor();
  });

  test('while a call runs it leaves the microphone alone', async () => {
    const page = await check();
    await practiceCall(page, '赵丽');
    await page.keyboard.press('F2');
    await page.waitForSelector('.stage[data-mode=live]');
    await page.goto(`${office.url}/phone`);
    await page.getByText('正在通话，检查先停着').waitFor();
    expect(await step(page, 1).getByRole('button').isDisabled()).toBe(true);
    expect(await step(page, 6).getByRole('button').isDisabled()).toBe(true);
  });

  test('no serious finding by axe, in both languages, at both widths', async () => {
    const page = await check();
    for (const [width, height] of [[1440, 900], [390, 844]] as const) {
      await page.setViewportSize({ width, height });
      for (const button of ['English', '中文']) {
        await step(page, 6).getByRole('button').click();
        await page.waitForSelector('.check-step:last-child[data-state=done]');
        expect(await seriousFindings(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        await page.getByRole('button', { name: button }).first().click();
      }
    }
  });
});
