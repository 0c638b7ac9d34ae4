import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { CallCard } from '../../server/contract/card.ts';
import type { ResidentFile, ResidentRow } from '../../server/contract/resident.ts';
import { seriousFindings } from './support/axe.ts';
import { openChromium } from './support/chromium.ts';
import { answer, get, latestCall, openOffice, practiceCall } from './support/office.ts';
import type { Office } from './support/office.ts';

/** Liu Min of the demo office, whose number she shares with 周强. */
const liumin = 'sunshine-r025';

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

const fileOf = (page: Page, id: string): Promise<ResidentFile> => get<ResidentFile>(page, `${office.url}/api/residents/${id}`);

async function make(page: Page, body: object): Promise<string> {
  const answered = await page.request.post(`${office.url}/api/residents`, { data: { unitId: 'sunshine', ...body }, headers: { origin: office.url } });
  return ((await answered.json()) as ResidentFile).resident.id;
}

describe('an unknown caller, in Chromium', () => {
  test('is put on a resident’s file in two keys from the live call, for everybody at once; taken back he is unknown again', async () => {
    const page = await office.atDesk('agent');
    const colleague = await office.signedIn('supervisor', '/board');
    await practiceCall(page, '赵丽');
    await answer(page);
    await page.getByText('没有登记，请问清是谁、住哪里').waitFor();
    await page.keyboard.press('F8');
    await page.fill('#slip-callerName', '胡海波');
    await page.waitForSelector('.slip [data-saving=saved]:not(:empty)');

    await page.keyboard.press('Alt+KeyW');
    await page.locator('#attach-found .found', { hasText: '胡海波' }).waitFor();
    await page.keyboard.press('Enter');

    await page.locator('.caller-row[data-confirmed=true]', { hasText: '3栋1单元802' }).waitFor();
    expect(await page.locator('.caller-row').textContent()).toContain('管家 欧阳雪');
    await colleague.getByText('3栋1单元802').first().waitFor();
    const call = await latestCall(page);
    const residentId = call.caller.confirmedId ?? '';
    expect(call.caller.matches).toMatchObject([{ name: '胡海波' }]);
    expect((await fileOf(page, residentId)).resident.numbers.map(({ e164 }) => e164)).toContain(call.caller.number);
    expect((await fileOf(page, residentId)).history[0]).toMatchObject({ act: 'changed', by: { name: '李静' } });

    await page.getByRole('button', { name: '撤销，不是他' }).click();
    await page.getByText('没有登记，请问清是谁、住哪里').waitFor();
    expect((await fileOf(page, residentId)).resident.numbers.map(({ e164 }) => e164)).not.toContain(call.caller.number);
  });

  test('becomes a new resident by the same key twice, with the name and address that stand on the slip; the next call knows him', async () => {
    const page = await office.atDesk('agent');
    await practiceCall(page, '赵丽');
    await answer(page);
    await page.keyboard.press('F8');
    await page.fill('#slip-callerName', '赵丽');
    await page.fill('#slip-callerCompany', '5栋2单元1203');
    await page.keyboard.press('Alt+KeyW');
    await page.waitForSelector('#attach-find:focus');
    await page.keyboard.press('Alt+KeyW');
    await page.locator('.caller-row[data-confirmed=true]', { hasText: '5栋2单元1203' }).waitFor();
    const { caller } = await latestCall(page);
    const { resident, calls } = await fileOf(page, caller.confirmedId ?? '');
    expect(resident).toMatchObject({ name: '赵丽', address: '5栋2单元1203', property: { building: '5', unit: '2', room: '1203' }, sources: [{ kind: 'call' }], numbers: [{ e164: caller.number }] });
    expect(calls).toHaveLength(1);
    await page.keyboard.press('F10');
    await page.keyboard.press('F10');
    await page.waitForSelector('.stage[data-mode=after], .stage[data-mode=idle]');
    await page.request.post(`${office.url}/api/practice/calls`, { data: { residentId: (await get<{ items: { id: string; name: { zh: string } }[] }>(page, `${office.url}/api/practice/residents`)).items.find(({ name }) => name.zh === '赵丽')?.id }, headers: { origin: office.url } });
    let card: CallCard;
    do card = await latestCall(page);
    while (card.id === (await fileOf(page, resident.id)).calls[0]?.id && card.state === 'ended');
    expect(card.caller.matches).toMatchObject([{ residentId: resident.id, name: '赵丽' }]);
  });

  test('without a name on the slip he is asked for; Esc leaves everything as it was', async () => {
    const page = await office.atDesk('agent');
    await practiceCall(page, '赵丽');
    await answer(page);
    await page.keyboard.press('Alt+KeyW');
    await page.waitForSelector('#attach-find:focus');
    await page.keyboard.press('Alt+KeyW');
    await page.waitForSelector('#attach-name:focus');
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.attach-new', { state: 'detached' });
    await page.keyboard.press('Alt+KeyW');
    await page.waitForSelector('#attach-find:focus');
    await page.keyboard.type('3-1502');
    await page.locator('#attach-found .found').nth(1).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.attach-find', { state: 'detached' });
    expect((await latestCall(page)).caller).toMatchObject({ matches: [], confirmedId: null });
  });
});

describe('the residents’ page, in Chromium', () => {
  test('finds as one types and opens the file beside the list by keyboard; Esc goes back', async () => {
    const page = await office.signedIn('agent', '/residents');
    await page.waitForSelector('.resident-list');
    await page.keyboard.press('/');
    await page.keyboard.type('lium');
    await page.waitForFunction(() => document.querySelectorAll('.resident-list tbody tr').length === 1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.resident-head h2', { hasText: '刘敏 女士' }).waitFor();
    expect(await page.locator('.resident-head').textContent()).toContain('欧阳雪');
    await page.getByText('周强 先生').first().waitFor();
    await page.keyboard.press('Escape');
    await page.waitForSelector('.resident-one', { state: 'detached' });
  });

  test('a number that is none is refused beside its field with what to do; written right it is kept in one form', async () => {
    const page = await office.signedIn('agent', `/residents/${liumin}`);
    await page.getByRole('button', { name: '加一个号码' }).click();
    await page.getByLabel('号码 2', { exact: true }).fill('儿子的手机');
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('.edit-fault', { hasText: '里面有文字' }).waitFor();
    await page.getByLabel('号码 2', { exact: true }).fill('００８６ 139－1234－5678');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('存好了').waitFor();
    expect((await fileOf(page, liumin)).resident.numbers.map(({ e164 }) => e164)).toEqual(['+8613800138001', '+8613912345678']);
    await page.locator('.resident-history', { hasText: '139 1234 5678' }).waitFor();
  });

  test('what another wrote meanwhile stands beside one’s own words until one chooses', async () => {
    const page = await office.signedIn('agent', `/residents/${liumin}`);
    await page.getByLabel('备注', { exact: true }).fill('我写的');
    const { resident } = await fileOf(page, liumin);
    const other = await office.signedIn('supervisor', '/residents');
    await other.request.patch(`${office.url}/api/residents/${liumin}`, { data: { rev: resident.rev, notes: '王芳写的' }, headers: { origin: office.url } });
    await page.locator('.edit-clash', { hasText: '王芳写的' }).waitFor();
    await page.getByRole('button', { name: '用我的' }).click();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('存好了').waitFor();
    expect((await fileOf(page, liumin)).resident.notes).toBe('我写的');
  });

  test('two files of one person stand side by side, are joined, and taken apart again', async () => {
    const page = await office.signedIn('agent', '/residents');
    const twin = await make(page, { name: '刘女士', numbers: [{ number: '138 0013 8001' }, { number: '13900001111' }] });
    await page.getByText('可能重复', { exact: true }).click();
    const pair = page.locator('.twins', { hasText: '刘女士' });
    await pair.getByRole('button', { name: '合并，以刘敏 女士 3栋1单元1502这份为准' }).click();
    await page.locator('.twin-done', { hasText: '刘敏' }).waitFor();
    expect((await fileOf(page, liumin)).resident.numbers.map(({ e164 }) => e164)).toEqual(['+8613800138001', '+8613900001111']);
    expect((await fileOf(page, twin)).resident.mergedInto).toBe(liumin);
    await page.locator('.twin-done').getByRole('button', { name: '撤销合并' }).click();
    await pair.waitFor();
    expect((await fileOf(page, liumin)).resident.numbers.map(({ e164 }) => e164)).toEqual(['+8613800138001']);
    expect((await fileOf(page, twin)).resident).toMatchObject({ mergedInto: null, removedAt: null });
    await pair.getByRole('button', { name: '是两个人' }).click();
    await pair.waitFor({ state: 'detached' });
  });

  test('a file taken off the list is said to be off, and put back', async () => {
    const page = await office.signedIn('agent', `/residents/${liumin}`);
    await page.getByRole('button', { name: '移出名单' }).click();
    await page.getByRole('button', { name: '移出', exact: true }).click();
    await page.getByText('这位业户已移出名单').waitFor();
    await page.getByRole('button', { name: '放回名单' }).click();
    await page.getByRole('button', { name: '移出名单' }).waitFor();
    expect((await get<{ items: ResidentRow[] }>(page, `${office.url}/api/residents?q=liumin`)).items).toHaveLength(1);
  });

  test('who looks after a building is named by those who lead the office, and stands on its files', async () => {
    const page = await office.signedIn('supervisor', '/residents');
    await page.getByText('楼栋管家', { exact: true }).click();
    await page.getByLabel('5栋的管家').click();
    await page.locator('.ant-select-item-option', { hasText: '欧阳雪' }).click();
    await page.locator('tr', { hasText: '5栋' }).locator('.ant-select', { hasText: '欧阳雪' }).waitFor();
    await page.getByRole('button', { name: '5栋' }).click();
    await page.locator('.resident-list tr', { hasText: '高翔' }).click();
    await page.locator('.resident-head', { hasText: '欧阳雪' }).waitFor();
  });

  test.each(['zh-CN', 'en'] as const)('is free of axe’s faults in %s, and fits a telephone', async (language) => {
    const page = await office.signedIn('supervisor', '/residents');
    if (language === 'en') await page.click('button[lang=en]');
    await make(page, { name: '刘女士', numbers: [{ number: '13800138001' }] });
    await page.waitForSelector('.resident-list');
    expect(await seriousFindings(page)).toEqual([]);
    await page.goto(`${office.url}/residents/${liumin}`);
    await page.waitForSelector('.resident-head');
    expect(await seriousFindings(page)).toEqual([]);
    for (const [place, shown] of [[1, '.twins'], [2, '.buildings']] as const) {
      await page.goto(`${office.url}/residents`);
      await page.locator('.page-head .ant-segmented-item').nth(place).click();
      await page.waitForSelector(shown);
      expect(await seriousFindings(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ['/residents', `/residents/${liumin}`, '/residents/new']) {
      await page.goto(office.url + path);
      await page.locator('.resident-list:visible, .resident-head:visible').first().waitFor();
      expect(await page.evaluate(() => [...document.querySelectorAll('.shell-page, .page, .sheet')].filter((area) => area.scrollWidth > area.clientWidth + 1).map((area) => area.className))).toEqual([]);
    }
  });
});
