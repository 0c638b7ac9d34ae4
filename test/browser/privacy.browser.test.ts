import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { CallCard } from '../../server/contract/card.ts';
import type { PrivacyRequest } from '../../server/contract/privacy.ts';
import type { Slip } from '../../server/contract/slip.ts';
import type { TaskView } from '../../server/contract/task.ts';
import { axeFindings } from './support/axe.ts';
import { openChromium } from './support/chromium.ts';
import { get, openOffice } from './support/office.ts';
import type { Office } from './support/office.ts';

let browser: Browser;
let office: Office;
beforeAll(async () => {
  browser = await openChromium();
  office = await openOffice(browser);
});
afterAll(async () => {
  const { complaints } = office;
  await office.close();
  await browser.close();
  expect(complaints).toEqual([]);
});

/** Who calls on the practice line, hangs up at the second ring and is on no file. */
const number = '13800138009';

test('an administrator sets how long an office keeps what; a caller gets his data as a file, and is erased after one more question, exactly as it was previewed: gone from every list, the request stands', async () => {
  const page = await office.signedIn('admin', '/offices/sunshine/privacy');
  const post = async <T>(path: string, data: object): Promise<T> => {
    const answer = await page.request.post(`${office.url}/api/${path}`, { data, headers: { origin: office.url } });
    expect([path, answer.ok()]).toEqual([path, true]);
    return (await answer.json()) as T;
  };

  // A call that he gives up, because it rings at somebody's desk; meanwhile the office says how long it keeps what.
  await office.atDesk('agent');
  const { callId } = await post<{ callId: string }>('practice/calls', { residentId: 'hangs-up-in-ring-two' });

  const slipDays = page.getByLabel('留言和答应的事');
  const recordingDays = page.getByLabel('录音');
  expect(await recordingDays.getAttribute('placeholder')).toBe('一直留');
  await slipDays.fill('365');
  expect(await recordingDays.getAttribute('placeholder')).toBe('随留言一起清');
  await recordingDays.fill('400');
  await page.getByText('留言留 365 天，录音到时跟着清').waitFor();
  await recordingDays.fill('30');
  await page.getByText('录音到时跟着清').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('存好了').waitFor();
  await page.reload();
  await slipDays.waitFor();
  expect([await slipDays.inputValue(), await page.getByLabel('来电记录').inputValue(), await recordingDays.inputValue()]).toEqual(['365', '', '30']);

  // A message of his that nobody has acknowledged and a promise that is not kept.
  const slip = await post<Slip>('slips', { unitId: 'sunshine', recipient: '张伟', recipientId: 'zhangwei', callerName: '欧阳建国', callerNumber: number, message: '天台门锁坏了', state: 'taken' });
  const { now } = await get<{ now: number }>(page, `${office.url}/api/session`);
  const task = await post<TaskView>('tasks', { unitId: 'sunshine', words: '给欧阳建国回电', dueAt: now + 3_600_000, callerNumber: number });

  const form = page.locator('form', { hasText: '来电人要看或要删自己的资料' });
  const typed = form.getByLabel('电话号码');
  await typed.fill('一楼');
  expect(await form.getByRole('button', { name: '导出给本人' }).isDisabled()).toBe(true);
  await form.getByLabel('原因').fill('本人来电要求');
  await typed.press('Enter');
  await form.getByText('不是电话号码').waitFor();
  expect(await typed.getAttribute('aria-invalid')).toBe('true');
  await typed.fill('138 0013 8009');
  await form.getByText('不是电话号码').waitFor({ state: 'detached' });
  while ((await get<CallCard>(page, `${office.url}/api/calls/${callId}`)).state !== 'ended') await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  await form.getByLabel('原因').press('Enter');
  await form.getByText('现在还不能清除，先处理').waitFor();
  const erase = form.getByRole('button', { name: '确认清除，不能恢复' });
  expect(await erase.count()).toBe(0);
  expect(await form.getByRole('link', { name: '1 件没办完的事' }).getAttribute('href')).toBe('/slips');
  expect(await axeFindings(page)).toEqual([]);

  const file = page.waitForEvent('download');
  await form.getByRole('button', { name: '导出给本人' }).click();
  const given = await readFile(await (await file).path(), 'utf8');
  expect(JSON.parse(given)).toMatchObject({ numbers: ['+8613800138009'], slips: [{ slip: { id: slip.id, message: '天台门锁坏了' } }], calls: [{ call: { outcome: 'abandoned-ringing' } }] });
  const past = page.locator('.privacy-past li');
  await past.filter({ hasText: '已导出' }).filter({ hasText: '赵敏 办理。本人来电要求' }).waitFor();

  // What has to be settled first is a link. There, somebody's own number in what is said of it is asked about, of the words as they stand.
  await form.getByText('要删：先看有什么').click();
  await form.getByRole('link', { name: '1 张没确认的留言' }).click();
  await page.waitForURL(`**/slips/${slip.id}`);
  const asked = page.getByRole('alert', { name: '私人号码' });
  const said = page.locator('.slip-act-form input');
  await page.getByRole('button', { name: '办完了' }).click();
  await said.fill('已请王芳 136 0000 1101 和林志远 136 0000 1100 回电');
  await said.press('Enter');
  await asked.getByText('王芳、林志远的私人号码').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await said.press('End');
  await page.keyboard.type('了');
  await asked.waitFor({ state: 'detached' });
  await said.press('Enter');
  await asked.waitFor();
  await page.keyboard.press('Escape');
  await asked.waitFor({ state: 'detached' });
  expect((await get<Slip>(page, `${office.url}/api/slips/${slip.id}`)).state).toBe(slip.state);
  await page.getByRole('button', { name: '办完了' }).click();
  await said.fill('已请王芳 136 0000 1101 回电');
  await said.press('Enter');
  await asked.getByRole('button', { name: '遮住号码' }).click();
  await said.waitFor({ state: 'detached' });
  expect((await get<Slip>(page, `${office.url}/api/slips/${slip.id}`)).delivery?.acts.at(-1)).toMatchObject({ what: 'done', words: '已请王芳 136****1101 回电' });
  await post(`tasks/${task.id}/done`, { words: '已回电' });

  // Back with what was typed. While it is looked up, nothing is typed over it: what is erased is what was looked at.
  await page.goBack();
  expect(await typed.inputValue()).toBe('138 0013 8009');
  let isHeld = true;
  const sent: { number: string; preview: boolean }[] = [];
  const answers: (() => void)[] = [];
  await page.route('**/api/privacy/erase', async (route) => {
    sent.push(route.request().postDataJSON() as (typeof sent)[number]);
    if (isHeld) await new Promise<void>((resolve) => answers.push(resolve));
    await route.continue();
  });
  await typed.press('End');
  await page.keyboard.press('Enter');
  await form.locator('.ant-btn-loading').waitFor();
  await page.keyboard.type('9');
  while (answers.length === 0) await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  isHeld = false;
  answers[0]?.();
  await form.getByText('1 个来电、1 张留言、1 件事').waitFor();
  expect(await typed.inputValue()).toBe('138 0013 8009');
  // Another number is another question.
  await page.keyboard.type('9');
  await erase.waitFor({ state: 'detached' });
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await erase.waitFor();
  // Something is opened after it was looked at: nothing is erased, and it is looked at anew.
  const late = await post<Slip>('slips', { unitId: 'sunshine', recipient: '张伟', recipientId: 'zhangwei', callerNumber: number, message: '门锁又坏了', state: 'taken' });
  await erase.click();
  await form.getByText('看过以后又有了新的').waitFor();
  expect(await form.getByRole('link', { name: '1 张没确认的留言' }).getAttribute('href')).toBe(`/slips/${late.id}`);
  expect(await erase.count()).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
  await post(`slips/${late.id}/acknowledge`, {});
  await typed.press('Enter');
  await erase.click();
  await form.getByText('已清除。').waitFor();
  expect(sent.map(({ number, preview }) => [number, preview])).toEqual([true, true, false, true, true, false].map((preview) => ['138 0013 8009', preview]));
  await past.filter({ hasText: '已清除' }).filter({ hasText: '1 个来电' }).waitFor();
  expect(await typed.inputValue()).toBe('');
  expect((await get<{ items: PrivacyRequest[] }>(page, `${office.url}/api/privacy/requests?unitId=sunshine`)).items).toMatchObject([{ kind: 'erase', state: 'done' }, { kind: 'export', state: 'done' }]);

  // What happened stays in the lists; who it was is nowhere.
  for (const where of ['/slips?show=acknowledged', '/calls', `/search?q=${encodeURIComponent('欧阳建国')}`]) {
    await page.goto(office.url + where);
    await page.locator('.slips-list tr[data-row-of], .calls-list tr[data-row-of], .list tr[data-row-of], .empty').first().waitFor();
    expect([where, await page.locator('main, .page').first().textContent()]).toEqual([where, expect.not.stringMatching(/(?<!“)欧阳建国|门锁|138 ?0013 ?8009/)]);
  }

  for (const language of ['zh-CN', 'en']) {
    if (language === 'en') await page.click('button[lang=en]');
    for (const [width, height] of [[1440, 900], [390, 844]] as const) {
      await page.setViewportSize({ width, height });
      await page.goto(`${office.url}/offices/sunshine/privacy`);
      await past.first().waitFor();
      await page.locator('#privacy-number').fill(number);
      await page.locator('#privacy-why').fill('本人');
      await page.keyboard.press('Enter');
      await page.getByText(language === 'en' ? 'Nothing is kept' : '这个号码没有资料').waitFor();
      expect([language, width, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([language, width, 0]);
      expect(await axeFindings(page)).toEqual([]);
      if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/privacy-${language}-${width}.png`, fullPage: true });
    }
  }
});
