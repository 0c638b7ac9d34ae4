import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const whole = '/usr/bin/chromium';
/** The same browser without its windows: a page costs a quarter less. */
const shell = '/usr/bin/chromium-headless-shell';

/** @throws naming what is missing; before the tests `scripts/testBrowser.mjs` installs it from Debian */
function firstOf(...candidates: string[]): string {
  const named = process.env['CHROMIUM_PATH'];
  const found = named !== undefined && named !== '' ? [named] : candidates;
  const there = found.find((file) => existsSync(file));
  if (there === undefined) throw new Error(`the browser tests need Chromium, and there is none at ${found.join(' or ')}: run node scripts/testBrowser.mjs, or name one by CHROMIUM_PATH`);
  return there;
}

const launch = (executablePath: string, more: string[]): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...more] });

/** The browser that the tests drive. */
export const openChromium = (): Promise<Browser> => launch(firstOf(shell, whole), []);

/**
 * One with a microphone that nobody must allow: the whole browser, because the shell forgets between two pages which microphone was chosen.
 * @param more arguments besides the usual ones
 */
export const openChromiumWithMicrophone = (...more: string[]): Promise<Browser> => launch(firstOf(whole), ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', ...more]);
