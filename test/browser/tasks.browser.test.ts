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
  await agent.keyboard.press('Escape');
  await agent.locator('.promise-line form').waitFor({ state: 'detached' });
  // What was typed is still there.
  await agent.keyboard.press('Alt+q');
  await agent.locator('.due-choices').waitFor();
  expect(await axeFindings(agent, '.live-side')).toEqual([]);
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

test('what a caller was promised stands beside his next call', async () => {
  const page = await office.atDesk('agent2');
  await page.request.post(`${office.url}/api/tasks`, { headers: { origin: office.url }, data: { words: '答复电梯哪天修好', dueAt: (await get<{ now: number }>(page, `${office.url}/api/session`)).now + 3_600_000, callerNumber: '13800138003' } });
  await practiceCall(page, '赵丽');
  await answer(page);
  await page.locator('.caller-file .open-for li', { hasText: '答复电梯哪天修好' }).getByText('答应过').waitFor();
});
