import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { TaskPage } from '../../server/contract/task.ts';
import { axeFindings } from './support/axe.ts';
import { openChromium } from './support/chromium.ts';
import { answer, get, openOffice, practiceCall } from './support/office.ts';
import type { Office } from './support/office.ts';

let browser: Browser;
let office: Office;
beforeAll(async () => {
  browser = await openChromium();
  office = await openOffice(browser);
});
afterEach(() => expect(office.complaints).toEqual([]));
afterAll(async () => {
  await office.close();
  await browser.close();
});

test('a promise made on a call by the keyboard alone stands on the list of its owner, beside the caller\'s next call, with a colleague who got it, and is done with a sentence', async () => {
  const agent = await office.atDesk('agent');
  await practiceCall(agent, '赵丽');
  await answer(agent);
  await agent.keyboard.press('Alt+q');
  await agent.locator('.due-choices').waitFor();
  await agent.keyboard.type('请张工回电话说明施工图');
  const promise = agent.locator('.promise-line form');
  await promise.getByRole('radio', { name: '上午' }).check();
  await promise.getByLabel('谁来办').selectOption({ label: '陈晓明' });
  await agent.keyboard.press('Escape');
  await promise.waitFor({ state: 'detached' });
  await agent.getByText('有一件写了一半').waitFor();
  // What was typed is still there, with the time and the person that were chosen.
  await agent.keyboard.press('Alt+q');
  await promise.getByRole('radio', { name: '上午', checked: true }).waitFor();
  expect(await promise.getByLabel('谁来办').inputValue()).toBe('agent2');
  expect(await axeFindings(agent, '.live-side')).toEqual([]);
  await promise.getByLabel('谁来办').selectOption({ label: '我自己' });
  await promise.getByRole('radio', { name: '1 小时' }).check();
  await agent.keyboard.press('Alt+q');
  expect(await agent.getByLabel('答应了什么').inputValue()).toBe('请张工回电话说明施工图');
  await agent.keyboard.press('Tab');
  await agent.keyboard.press('ArrowLeft');
  expect(await agent.getByRole('radio', { name: '10 分钟' }).isChecked()).toBe(true);
  await agent.keyboard.press('Enter');
  await agent.locator('.promise-kept', { hasText: '请张工回电话说明施工图' }).waitFor();
  const [made] = (await get<TaskPage>(agent, `${office.url}/api/tasks?mine=true&state=open`)).items;
  expect(made).toMatchObject({ kind: 'promise', words: '请张工回电话说明施工图', owner: { id: 'agent' }, callerNumber: '+8613800138003' });

  // It is pressing: on every page of its owner, and on the list of the office with its caller.
  await agent.locator('.top-pages .chip', { hasText: '1 件到点' }).waitFor();
  const supervisor = await office.signedIn('supervisor', '/slips');
  await supervisor.locator('.open-tasks').getByText('全部 1').click();
  const row = supervisor.locator('.task-row', { hasText: '请张工回电话说明施工图' });
  await row.getByText('138 0013 8003').waitFor();
  await row.getByRole('button', { name: '改时间' }).click();
  await row.getByRole('radio', { name: '1 小时' }).check();
  await row.getByRole('button', { name: '存下' }).click();
  await row.getByText('原先说的是').waitFor();

  // Handed to a member of the staff it leaves the agent's list and stands in the other's inbox, live.
  const staff = await office.signedIn('staff', '/inbox');
  await row.getByRole('button', { name: '转给别人' }).click();
  await row.getByLabel('谁来办').selectOption({ label: '张伟' });
  await row.getByRole('button', { name: '存下' }).click();
  const his = staff.locator('.task-row', { hasText: '请张工回电话说明施工图' });
  await his.waitFor();
  await agent.locator('.top-pages .chip', { hasText: '件到点' }).waitFor({ state: 'detached' });
  for (const page of [supervisor, staff]) expect(await axeFindings(page, '.open-tasks')).toEqual([]);
  await his.getByRole('button', { name: '办好了' }).click();
  await staff.getByRole('button', { name: '已回电' }).click();
  await his.waitFor({ state: 'detached' });
  await row.waitFor({ state: 'detached' });
  const [done] = (await get<TaskPage>(supervisor, `${office.url}/api/tasks?state=done`)).items;
  expect(done).toMatchObject({ doneWords: '已回电', doneBy: { id: 'staff' }, movedFrom: made?.dueAt });
});

test('whoever writes about tasks answers a call by key, and finds there what was written; words with a private number are asked about until they change; what the caller was promised stands beside his next call', async () => {
  const page = await office.atDesk('agent2');
  await page.request.post(`${office.url}/api/tasks`, { headers: { origin: office.url }, data: { words: '答复电梯哪天修好', dueAt: (await get<{ now: number }>(page, `${office.url}/api/session`)).now + 3_600_000, callerNumber: '13800138003' } });
  await page.click('.practice-who');
  await page.locator('.ant-select-item-option', { hasText: '赵丽' }).click();
  await page.click('.top-pages a[href="/slips"]');
  const list = page.locator('.open-tasks');
  await list.getByRole('button', { name: '记一件事' }).click();
  const form = list.locator('.task-form');
  await page.keyboard.type('查地库的灯');
  await form.getByLabel('哪个管理处').selectOption({ label: 'Harbour View Residences' });
  await form.getByLabel('为哪位住户，可空').fill('欧阳慧敏');
  await form.getByRole('radio', { name: '10 分钟' }).check();
  const row = list.locator('.task-row', { hasText: '答复电梯哪天修好' });
  await row.getByRole('button', { name: '办好了' }).click();
  await page.keyboard.type('已答复');
  await page.keyboard.press('F6');
  await page.waitForSelector('.ring-banner');
  // While it rings Esc is the call's: its first press asks, and puts nothing away.
  await page.keyboard.press('Escape');
  await page.getByText('再按一次 Esc').waitFor();
  expect([await form.count(), await row.locator('.task-act').count()]).toEqual([1, 1]);
  await page.keyboard.press('F2');
  await page.waitForSelector('.stage[data-mode=live] .segment.now');
  await page.locator('.caller-file .open-for li', { hasText: '答复电梯哪天修好' }).getByText('答应过').waitFor();
  const written = async (): Promise<unknown[]> => [await form.getByLabel('要办什么').inputValue(), await form.getByLabel('哪个管理处').inputValue(), await form.getByLabel('为哪位住户，可空').inputValue(), await form.getByRole('radio', { name: '10 分钟' }).isChecked(), await row.getByLabel('结果怎样').inputValue()];
  for (const come of [() => page.click('.top-pages a[href="/slips"]'), () => page.reload()]) {
    await come();
    await row.getByLabel('结果怎样').waitFor();
    await form.getByRole('radio', { name: '10 分钟' }).waitFor();
    expect(await written()).toEqual(['查地库的灯', 'harbour', '欧阳慧敏', true, '已答复']);
  }

  await row.getByLabel('结果怎样').fill('打王芳 136 0000 1101');
  await page.keyboard.press('Enter');
  const question = page.locator('.private-ask');
  await question.getByText('王芳').waitFor();
  for (const language of ['zh-CN', 'en']) {
    if (language === 'en') await page.click('button[lang=en]');
    await question.getByRole('button', { name: language === 'en' ? 'Mask the number' : '遮住号码' }).waitFor();
    for (const [width, height] of [[390, 844], [1440, 900]] as const) {
      await page.setViewportSize({ width, height });
      expect([width, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([width, 0]);
      expect(await axeFindings(page, '.open-tasks')).toEqual([]);
      if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/asked-${language}-${width}.png`, fullPage: true });
    }
  }
  await page.click('button[lang=zh-CN]');
  // Other words: nothing stands to be answered any more. Asked about again, they go as they stand.
  await row.getByLabel('结果怎样').press('End');
  await page.keyboard.type('，她知道');
  await question.waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await question.getByRole('button', { name: '遮住号码' }).press('Enter');
  await row.waitFor({ state: 'detached' });
  const [ended] = (await get<TaskPage>(page, `${office.url}/api/tasks?state=ended`)).items;
  expect(ended).toMatchObject({ words: '答复电梯哪天修好', doneWords: '打王芳 136****1101，她知道' });
});

test('outside a call a task is written down by the keyboard alone from the list and from a message; over, it stands with its sentence and who said it, its history is told, and it can be taken up again', async () => {
  const page = await office.signedIn('supervisor', '/slips');
  const list = page.locator('.open-tasks');
  await list.getByRole('button', { name: '记一件事' }).press('Enter');
  await list.locator('.due-choices').waitFor();
  await page.keyboard.type('查二栋大堂的灯');
  await page.keyboard.press('Tab');
  expect(await list.getByLabel('哪个管理处').evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.type('欧阳慧敏');
  await page.keyboard.press('Tab');
  await page.keyboard.type('136 3274 2101');
  expect(await axeFindings(page, '.open-tasks')).toEqual([]);
  await page.keyboard.press('Enter');
  await list.locator('form').waitFor({ state: 'detached' });
  expect(await list.getByRole('button', { name: '记一件事' }).evaluate((one) => one === document.activeElement)).toBe(true);
  const row = list.locator('.task-row', { hasText: '查二栋大堂的灯' });
  await row.getByText('136 3274 2101').waitFor();
  const [made] = (await get<TaskPage>(page, `${office.url}/api/tasks?mine=true&state=open`)).items.filter(({ words }) => words === '查二栋大堂的灯');
  expect(made).toMatchObject({ kind: 'task', callId: null, slipId: null, callerName: '欧阳慧敏', callerNumber: '+8613632742101', owner: { id: 'supervisor' } });

  await row.getByRole('button', { name: '转给别人' }).click();
  await row.getByLabel('谁来办').selectOption({ label: '李静' });
  await row.getByRole('button', { name: '存下' }).click();
  await row.waitFor({ state: 'detached' });
  await list.getByText('全部').click();
  await row.getByRole('button', { name: '办好了' }).click();
  await page.keyboard.type('换了灯管');
  await page.keyboard.press('Enter');
  await row.waitFor({ state: 'detached' });
  await list.getByText('了结的').click();
  await row.getByText('王芳办好了').waitFor();
  await row.getByText('换了灯管').waitFor();
  await row.getByRole('button', { name: '经过' }).press('Enter');
  await row.locator('.task-history li').nth(2).waitFor();
  expect(await row.locator('.task-history li').allTextContents()).toEqual([expect.stringContaining('记下：查二栋大堂的灯'), expect.stringContaining('王芳转给李静'), expect.stringMatching(/王芳办好了，“换了灯管”/)]);
  expect(await axeFindings(page, '.open-tasks')).toEqual([]);
  await row.getByRole('button', { name: '还是要办' }).click();
  await row.waitFor({ state: 'detached' });
  await list.getByText('全部').click();
  await row.getByText('李静办').waitFor();

  const slip = (await (await page.request.post(`${office.url}/api/slips`, { headers: { origin: office.url }, data: { unitId: 'sunshine', recipient: '张伟', recipientId: 'zhangwei', callerName: '赵丽', callerNumber: '13510902716', message: '厨房水管又漏', state: 'taken' } })).json()) as { id: string };
  await page.goto(`${office.url}/slips/${slip.id}`);
  const his = page.locator('.slip-tasks');
  await his.getByRole('button', { name: '记一件事' }).press('Enter');
  await his.locator('.due-choices').waitFor();
  await page.keyboard.type('带止水带上门');
  await page.keyboard.press('Escape');
  await his.locator('form').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  expect(await his.getByLabel('要办什么').inputValue()).toBe('带止水带上门');
  await his.getByRole('checkbox').check();
  await page.keyboard.press('Enter');
  await his.locator('.task-row', { hasText: '赵丽 135 1090 2716' }).getByText('答应过').waitFor();
  for (const language of ['zh-CN', 'en']) {
    if (language === 'en') await page.click('button[lang=en]');
    for (const [width, height] of [[1440, 900], [390, 844]] as const) {
      await page.setViewportSize({ width, height });
      for (const where of ['/slips', `/slips/${slip.id}`]) {
        await page.goto(office.url + where);
        const section = page.locator('.open-tasks, .slip-tasks');
        await section.locator('.task-row').first().waitFor();
        await section.getByRole('button', { name: language === 'en' ? 'New task' : '记一件事' }).click();
        await section.locator('.due-choices').waitFor();
        await section.getByRole('button', { name: language === 'en' ? 'History' : '经过' }).first().click();
        await section.locator('.task-history li').first().waitFor();
        expect([where, width, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([where, width, 0]);
        expect(await axeFindings(page, '.open-tasks, .slip-tasks')).toEqual([]);
        if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/tasks-${language}-${width}${where.replace(/\W+/g, '-').replace(slip.id, 'one')}.png`, fullPage: true });
      }
    }
  }
});
