import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import twilio from 'twilio';
import type { CallCard } from '../../server/contract/card.ts';
import { aLegCallback, accountSid, anIncomingCall, attributes, authToken, legSidOf } from '../support/house.ts';
import type { Params } from '../support/house.ts';
import { openChromiumWithMicrophone } from './support/chromium.ts';
import { answerOffer, openFarEnd } from './support/farEnd.ts';
import type { FarEnd } from './support/farEnd.ts';
import { openOffice } from './support/office.ts';
import type { Office } from './support/office.ts';
import { openRestStub } from './support/restStub.ts';
import { openSignalling } from './support/signalling.ts';
import type { Signalling } from './support/signalling.ts';

let signalling: Signalling;
let rest: Awaited<ReturnType<typeof openRestStub>>;
let browser: Browser;
let office: Office;
beforeAll(async () => {
  signalling = await openSignalling();
  rest = await openRestStub();
  browser = await openChromiumWithMicrophone(
    `--host-resolver-rules=MAP *.twilio.com 127.0.0.1:${signalling.port}`,
    '--ignore-certificate-errors',
    '--autoplay-policy=no-user-gesture-required',
    '--disable-features=WebRtcHideLocalIpsWithMdns',
  );
});
afterAll(async () => {
  await browser.close();
  await signalling.close();
  await rest.close();
});
beforeEach(async () => {
  signalling.refuse(null);
  signalling.tokenSeconds = 3600;
  signalling.cut(false);
  signalling.heard.length = signalling.tokens.length = 0;
  office = await openOffice(browser, account, ['microphone']);
});
afterEach(async () => {
  const { complaints } = office;
  await office.close();
  expect(complaints).toEqual([]);
});

const account = {
  TWILIO_ACCOUNT_SID: accountSid,
  TWILIO_AUTH_TOKEN: authToken,
  TWILIO_API_KEY_SID: `SK${'2'.repeat(32)}`,
  TWILIO_API_KEY_SECRET: 'secret-of-the-key',
  TWILIO_TWIML_APP_SID: `AP${'3'.repeat(32)}`,
  get TWILIO_API_BASE_URL() {
    return rest.url;
  },
  SEED_DEMO: '1',
};

/** Sends a webhook as the carrier does. @returns the document */
async function post(url: string, params: Params): Promise<string> {
  const [to = ''] = url.split('#');
  const response = await fetch(to, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, to, params) }, body: new URLSearchParams(params).toString() });
  if (response.status >= 400) throw new Error(`${to}: ${response.status}`);
  return response.text();
}

interface Ringing {
  call: Params & { CallSid: string };
  legSid: string;
  far: FarEnd;
  /** A status callback of the agent's leg. */
  leg: (status: string) => Promise<unknown>;
}

/** A resident calls: the webhook, the document with the agent's phone in it, the invitation to the browser, the leg that rings. */
async function residentCalls(name: string): Promise<Ringing> {
  const call = anIncomingCall({ From: '+8613510902716' });
  const document = await post(`${office.url}/twilio/voice`, call);
  expect(document).toContain('>agent</Client>');
  const [callback = ''] = attributes(document, 'Client', 'statusCallback');
  const legSid = legSidOf(name);
  const far = await openFarEnd(await office.visit('/healthz'));
  const leg = (status: string): Promise<unknown> => post(callback, aLegCallback(call, 'agent', status, legSid));
  signalling.tell('agent', 'invite', { callsid: legSid, sdp: far.offer, parameters: { CallSid: legSid, AccountSid: accountSid, From: call['From'], To: 'client:agent' } });
  await leg('ringing');
  return { call, legSid, far, leg };
}

/** F2, and the carrier's part in what follows. */
async function answers(page: Page, { far, leg, legSid }: Ringing): Promise<void> {
  await page.waitForSelector('.stage[data-mode=ringing]');
  await page.keyboard.press('F2');
  const { payload } = await signalling.hear('answer', (signal) => signal.payload['callsid'] === legSid);
  await far.join(String(payload['sdp']));
  await leg('in-progress');
  await page.waitForSelector('.stage[data-mode=live] .segment.now');
}

async function card(page: Page, { call }: Ringing): Promise<CallCard> {
  return (await (await page.request.get(`${office.url}/api/calls/${call.CallSid}`)).json()) as CallCard;
}

/** Ends when the far end hears more than it did. */
async function hearsMore(far: FarEnd): Promise<void> {
  const before = await far.energyHeard();
  while ((await far.energyHeard()) <= before);
}

/** Ends when what arrives at the far end is silence: its energy stands still, or all but, for a second. */
async function hearsNothing(far: FarEnd): Promise<void> {
  for (;;) {
    const before = await far.energyHeard();
    await far.afterASecond();
    const after = await far.energyHeard();
    if (after - before < 1e-6) return;
  }
}

describe('the carrier’s SDK, whole and unchanged, in Chromium', () => {
  test('registers under the user id with our token, over a policy that lets nothing else through', async () => {
    const forbidden: string[] = [];
    const page = await office.atDesk('agent');
    page.on('console', (message) => /Content Security Policy/.test(message.text()) && forbidden.push(message.text()));
    await page.reload();
    await page.getByText('话机已登记').waitFor();
    expect(signalling.registered()).toEqual(['agent']);
    expect(office.app.floor.view('agent', null)?.phone).toBe('registered');
    expect(forbidden).toEqual([]);
    const elsewhere = await page.evaluate(() => new Promise((resolve) => (document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => resolve(violatedDirective)), new WebSocket('wss://signalling.example/'))));
    expect(elsewhere).toBe('connect-src');
  });

  test('rings, is answered by F2 and heard, falls silent when muted, hangs up', async () => {
    const page = await office.atDesk('agent');
    const ringing = await residentCalls('whole call');
    await answers(page, ringing);
    expect(await card(page, ringing)).toMatchObject({ state: 'live', agent: { id: 'agent' } });
    await hearsMore(ringing.far);

    await page.keyboard.press('F7');
    await page.waitForSelector('.call-bar [aria-pressed=true], .call-bar .bar-key.chosen');
    await hearsNothing(ringing.far);
    await page.keyboard.press('F7');
    await hearsMore(ringing.far);

    await page.keyboard.press('F10');
    await page.keyboard.press('F10');
    await signalling.hear('hangup', ({ payload }) => payload['callsid'] === ringing.legSid);
  });

  test('a caller who gives up stops the ringing; declined, it rings on for others', async () => {
    const page = await office.atDesk('agent');
    const first = await residentCalls('gives up');
    await page.waitForSelector('.stage[data-mode=ringing]');
    signalling.tell('agent', 'cancel', { callsid: first.legSid });
    await page.waitForSelector('.stage[data-mode=idle]');
    await post(`${office.url}/twilio/status`, { ...first.call, CallStatus: 'no-answer' });
    await first.leg('no-answer');

    const second = await residentCalls('declined');
    await page.waitForSelector('.stage[data-mode=ringing]');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await signalling.hear('reject', ({ payload }) => payload['callsid'] === second.legSid);
    await page.waitForSelector('.stage[data-mode=idle]');
  });

  test('gets a fresh token before the old one ends, without a gap', async () => {
    // The SDK warns two minutes before the end.
    signalling.tokenSeconds = 121;
    const page = await office.atDesk('agent');
    const first = await signalling.hear('listen');
    signalling.tokenSeconds = 3600;
    await signalling.hear('listen', ({ payload }) => payload['token'] !== first.payload['token']);
    expect(signalling.heard.filter(({ type }) => type === 'register')).toHaveLength(1);
    expect(signalling.registered()).toEqual(['agent']);
    await page.getByText('话机已登记').waitFor();
  });

  test('a cut network is told in words, nobody is rung meanwhile, and it comes back by itself', async () => {
    const page = await office.atDesk('agent');
    signalling.cut(true);
    await page.locator('[data-trouble=signaling]').getByText('连不上电话公司').waitFor();
    await page.waitForFunction(() => document.querySelector('.phone-word')?.getAttribute('data-phone') === 'unregistered');
    expect(office.app.floor.view('agent', null)?.phone).toBe('unregistered');
    signalling.cut(false);
    await page.getByText('话机已登记').waitFor();
    expect(signalling.registered()).toEqual(['agent']);
  });

  test('a token that the carrier does not accept is told in words, and tried again with a fresh one', async () => {
    signalling.refuse({ code: 31204, message: 'JWT is invalid' });
    const page = await office.visit('/desk');
    await page.fill('input[name=username]', 'agent');
    await page.fill('input[name=password]', 'practice');
    await page.keyboard.press('Enter');
    await page.locator('[data-trouble=account]').getByText('请管理员核对 TWILIO_API_KEY_SID').waitFor();
    expect(office.app.floor.view('agent', null)?.phone).toBe('unregistered');
    signalling.refuse(null);
    await page.getByText('话机已登记').waitFor();
    expect(signalling.tokens.length).toBeGreaterThan(1);
  });

  test('in two windows one Device is registered; a call is never cut by taking the phone over', async () => {
    const first = await office.atDesk('agent');
    const second = await first.context().newPage();
    second.setDefaultTimeout(12_000);
    await second.goto(`${office.url}/phone`);
    const word = second.locator('.check-state .phone-word');
    await second.locator('.check-state .phone-word[data-phone=elsewhere]').waitFor();
    expect(signalling.registered()).toEqual(['agent']);
    const ringing = await residentCalls('two windows');
    await answers(first, ringing);
    await word.getByRole('button', { name: '拿到这个窗口' }).click();
    await word.getByText('另一个窗口正在通话').waitFor();
    await hearsMore(ringing.far);
    signalling.tell('agent', 'hangup', { callsid: ringing.legSid });
    await ringing.leg('completed');
    await post(`${office.url}/twilio/status`, { ...ringing.call, CallStatus: 'completed' });
    await first.waitForSelector('.stage:not([data-mode=live])');
    await word.getByRole('button', { name: '拿到这个窗口' }).click();
    await word.waitFor({ state: 'detached' });
    await signalling.gone(1);
    expect(signalling.registered()).toEqual(['agent']);
  });

  test('the line test calls nobody over the carrier, measures the sound and says how clear it is', async () => {
    const page = await office.atDesk('agent');
    await page.goto(`${office.url}/phone`);
    await page.getByText('话机已登记').waitFor();
    await page.locator('.check-step').last().getByRole('button').click();
    await page.getByText('正在和电话公司通一个没有人的电话').waitFor();
    const { payload } = await signalling.hear('invite');
    expect(await post(`${office.url}/twilio/client`, { ...anIncomingCall({ From: 'client:agent', To: '' }), Called: '' })).toContain('<Pause');
    const far = await answerOffer(await office.visit('/healthz'), String(payload['sdp']));
    signalling.tell('agent', 'answer', { callsid: payload['callsid'], sdp: far.answer });
    for (let second = 0; second < 6; second++) await far.afterASecond();
    // The end of the document's pause.
    signalling.tell('agent', 'hangup', { callsid: payload['callsid'] });
    await page.locator('[data-check=line][data-result=good]').waitFor();
    expect(await page.locator('[data-check=line]').textContent()).toMatch(/清楚：\d\.\d 分/);
    await page.getByText('都好，可以上班。').waitFor();
    expect(office.app.desk.openCards()).toEqual([]);
  }, 90_000);
});
