import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { buildApp } from '../../../server/app.ts';
import type { App } from '../../../server/app.ts';
import type { CallCard } from '../../../server/contract/card.ts';
import { parseConfig } from '../../../server/config.ts';
import { freePort } from '../../../server/http/freePort.ts';
import { openLog } from '../../../server/http/log.ts';
import { systemClock } from '../../../server/clockwork/clock.ts';
import { hashDemo, workers } from '../../support/house.ts';

const consoleFolder = path.resolve('.build/client');

/** How long a page may take for what a test waits for, ms: far beyond what it needs, because a busy machine must not fail a test. */
export const patienceMs = 30_000;
jest.setTimeout(180_000);

/** The whole program with the practice line on a real clock, and its console in a real browser. */
export interface Office {
  app: App;
  url: string;
  setupLink: string | null;
  /** A page of a new visitor. */
  visit(address?: string): Promise<Page>;
  /** Signed in and connected; without the page of the password, which its own tests fill in. */
  signedIn(username: string, address?: string): Promise<Page>;
  /** Signed in, with the phone in this window, available. */
  atDesk(username: string, language?: 'zh-CN' | 'en'): Promise<Page>;
  /** Cuts every live connection; pages that are offline do not come back until they are online. */
  cut(): void;
  /** Everything that the pages complained of. */
  complaints: string[];
  close(): Promise<void>;
}

/** @param permissions what the browser lets its pages do without asking */
export async function openOffice(browser: Browser, env: Record<string, string> = {}, permissions: string[] = []): Promise<Office> {
  if (!existsSync(path.join(consoleFolder, 'index.html'))) throw new Error('the console is not built: npm run build');
  const folder = mkdtempSync(path.join(tmpdir(), 'three-rings-browser-'));
  const port = await freePort();
  const config = parseConfig({ PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: `file:${path.join(folder, 'three-rings.db')}`, LOG_LEVEL: 'silent', ...env });
  const app = await buildApp({ config, clock: systemClock, log: openLog({ level: config.logLevel, keepPersonalData: false }), workers, consoleFolder, hashDemo });
  const { setupLink } = await app.listen();
  const upgraded = new Set<Duplex>();
  app.server.on('upgrade', (_request, socket) => upgraded.add(socket));
  const url = `http://localhost:${port}`;
  const complaints: string[] = [];
  const closings: (() => Promise<void>)[] = [];

  async function newPage(): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: 'Asia/Shanghai', locale: 'zh-CN', permissions });
    closings.push(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => void dialog.accept());
    return page;
  }

  const office: Office = {
    app,
    url,
    setupLink,
    complaints,
    cut() {
      for (const socket of upgraded) socket.destroy();
      upgraded.clear();
    },
    async visit(address = '/') {
      const page = await newPage();
      await page.goto(address.startsWith('http') ? address : url + address);
      return page;
    },
    async signedIn(username, address = '/') {
      const page = await newPage();
      const answer = await page.request.post(`${url}/api/session`, { data: { username, password: 'practice' }, headers: { origin: url } });
      if (!answer.ok()) throw new Error(`${username} could not sign in: ${await answer.text()}`);
      await page.goto(url + address);
      await page.waitForSelector('[data-connection=live]');
      return page;
    },
    async atDesk(username, language = 'zh-CN') {
      const page = await office.signedIn(username, '/desk');
      if (language === 'en') await page.click('button[lang=en]');
      await page.getByText(language === 'en' ? 'Phone registered' : '话机已登记').waitFor();
      await page.keyboard.press('Alt+1');
      await page.waitForSelector('.presence-keys button:first-child[aria-pressed=true]');
      return page;
    },
    async close() {
      for (const close of closings) await close();
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return office;
}

/** A scripted resident calls, by the key of the desk; ends when it rings there. */
export async function practiceCall(page: Page, resident: string): Promise<void> {
  await page.click('.practice-who');
  await page.locator('.ant-select-item-option', { hasText: resident }).click();
  await page.keyboard.press('F6');
  await page.waitForSelector('.stage[data-mode=ringing]');
}

/** F2 answers; ends when the caller is on the line and the guard against a double press has passed. */
export async function answer(page: Page): Promise<void> {
  await page.keyboard.press('F2');
  await page.waitForSelector('.stage[data-mode=live] .segment.now');
}

export async function get<T>(page: Page, url: string): Promise<T> {
  return (await (await page.request.get(url)).json()) as T;
}

/** The newest call that this user may see. */
export async function latestCall(page: Page): Promise<CallCard> {
  const { items } = await get<{ items: CallCard[] }>(page, `${new URL(page.url()).origin}/api/calls?limit=1`);
  if (!items[0]) throw new Error('no call yet');
  return items[0];
}

/** Presses F2 until the opener has this many sentences said. What comes within the guard after answering counts for nothing, as it should. */
export async function sayOpener(page: Page, sentences: number): Promise<void> {
  for (let said = 0; said < sentences; said++) {
    if ((await page.locator(`.segment:nth-child(${said + 1})[data-look=said]`).count()) > 0) continue;
    for (;;) {
      await page.keyboard.press('F2');
      const isSaid = await page.waitForSelector(`.segment:nth-child(${said + 1})[data-look=said]`, { timeout: 700 }).then(
        () => true,
        () => false,
      );
      if (isSaid) break;
    }
  }
}

/** Looks at a call, and again whenever a card changes, until it is as it should become. */
export async function becomes(office: Office, look: () => Promise<CallCard>, fits: (card: CallCard) => boolean): Promise<CallCard> {
  let changed = (): void => undefined;
  const stop = office.app.desk.onCard(() => changed());
  try {
    for (;;) {
      const change = new Promise<void>((resolve) => (changed = resolve));
      const card = await look();
      if (fits(card)) return card;
      await change;
    }
  } finally {
    stop();
  }
}
