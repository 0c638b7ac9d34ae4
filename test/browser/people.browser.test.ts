import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { seriousFindings } from './support/axe.ts';
import { openChromium } from './support/chromium.ts';
import { answer, get, openOffice, practiceCall } from './support/office.ts';
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
  expect(office.complaints).toEqual([]);
  await office.close();
});

/** The control of a field of the editor. */
const field = (page: Page, name: string): Locator => page.locator(`.edit-row[data-field=${name}]`);
const write = (page: Page, name: string, text: string): Promise<void> => field(page, name).locator('input').fill(text);
const saved = (page: Page): Promise<void> => page.locator('.edit-foot [role=status]', { hasText: '存好了' }).waitFor();

describe('the staff', () => {
  test('an edit is in the list and in the desk’s person search of another window at once', async () => {
    const desk = await office.atDesk('agent');
    await practiceCall(desk, '赵丽');
    await answer(desk);
    await desk.locator('#find-person').fill('zq');
    await desk.locator('.found', { hasText: '8014' }).waitFor();
    const list = await office.signedIn('agent2', '/people');
    await list.locator('tr[data-row-of=zhouqiang]', { hasText: '8014' }).waitFor();
    const page = await office.signedIn('supervisor', '/people');
    await page.getByRole('searchbox').fill('zq');
    await page.locator('tr[data-row-of=zhouqiang] a').click();
    await write(page, 'extension', '8019');
    await write(page, 'title', '水电班长');
    await page.keyboard.press('Enter');
    await saved(page);
    await list.locator('tr[data-row-of=zhouqiang]', { hasText: '水电班长' }).waitFor();
    await desk.locator('.found', { hasText: '水电班长 8019' }).waitFor();
  });

  test('an agent reads, and may say that somebody is away; he changes nothing else', async () => {
    const page = await office.signedIn('agent', '/people/wangfang');
    await page.locator('.person-facts', { hasText: '8011' }).waitFor();
    await page.locator('.away-until').waitFor();
    expect(await page.locator('.edit-row, .edit-foot').count()).toBe(0);
    expect(await page.getByRole('button', { name: '添加员工' }).count()).toBe(0);
  });

  test('two edit the same person: the second sees what the first wrote, and chooses field by field', async () => {
    const [first, second] = [await office.signedIn('supervisor', '/people/zhangwei'), await office.signedIn('admin', '/people/zhangwei')];
    await write(second, 'title', '工程经理');
    await write(second, 'extension', '8018');
    await write(second, 'staffNumber', 'G-01');
    await write(first, 'title', '工程主任');
    await write(first, 'extension', '8017');
    await first.keyboard.press('Enter');
    await saved(first);
    await field(second, 'title').getByText('王芳刚把这里改成').waitFor();
    expect(await field(second, 'title').locator('q').innerText()).toBe('工程主任');
    expect(await second.locator('.edit-foot button[type=submit]').isDisabled()).toBe(true);
    await field(second, 'title').getByRole('button', { name: '用他的' }).click();
    await field(second, 'extension').getByRole('button', { name: '用我的' }).click();
    await second.locator('.edit-foot button[type=submit]').click();
    await saved(second);
    expect(await get(second, `${office.url}/api/staff/zhangwei`)).toMatchObject({ title: '工程主任', extension: '8018', staffNumber: 'G-01' });
  });

  test('whoever was not told in time is told when he saves; nothing of the other is lost', async () => {
    const page = await office.signedIn('supervisor', '/people/zhangwei');
    await field(page, 'title').locator('input').waitFor();
    // The live connection of this window is silent: the page knows nothing of what happens meanwhile.
    await page.route('**/api/staff/zhangwei', (route) => (route.request().method() === 'GET' ? route.abort() : route.continue()));
    const other = await office.signedIn('admin');
    expect((await other.request.patch(`${office.url}/api/staff/zhangwei`, { data: { rev: 0, title: '工程主任' } })).status()).toBe(200);
    await write(page, 'title', '工程经理');
    await page.unroute('**/api/staff/zhangwei');
    await page.keyboard.press('Enter');
    await field(page, 'title').getByText('赵敏刚把这里改成').waitFor();
    expect(await get(page, `${office.url}/api/staff/zhangwei`)).toMatchObject({ title: '工程主任' });
    await field(page, 'title').getByRole('button', { name: '用我的' }).click();
    await page.locator('.edit-foot button[type=submit]').click();
    await saved(page);
    expect(await get(page, `${office.url}/api/staff/zhangwei`)).toMatchObject({ title: '工程经理' });
  });

  test('what is not saved waits while another page is looked at', async () => {
    const page = await office.signedIn('supervisor', '/people/zhangwei');
    await write(page, 'title', '工程经理');
    await page.keyboard.press('Tab');
    await page.locator('tr[data-row-of=wangfang] a').click();
    await page.locator('.person-head h2', { hasText: '王芳' }).waitFor();
    await page.locator('tr[data-row-of=zhangwei]', { hasText: '还没存' }).locator('a').click();
    expect(await field(page, 'title').locator('input').inputValue()).toBe('工程经理');
  });

  test('a private number is shown for a reason, which stands on the log; an agent sees it masked', async () => {
    const page = await office.signedIn('supervisor', '/people/zhangwei');
    await page.locator('.private-number-shown', { hasText: '136****1102' }).waitFor();
    await page.getByRole('button', { name: '看完整号码' }).click();
    await page.getByLabel('为什么要看').fill('3 栋电梯困人');
    await page.keyboard.press('Enter');
    await page.locator('.private-number-shown', { hasText: '136 0000 1102' }).waitFor();
    await page.goto(`${office.url}/offices/sunshine/audit`);
    await page.locator('.audit-row', { hasText: '查看私人号码' }).getByText('3 栋电梯困人').waitFor();
    const agent = await office.signedIn('agent', '/people/zhangwei');
    await agent.locator('.person-facts', { hasText: '136****1102' }).waitFor();
    expect(await agent.getByRole('button', { name: '看完整号码' }).count()).toBe(0);
  });

  test('what is wrong is told at its field: an extension that somebody has, a number that is none, deputies in a circle', async () => {
    const page = await office.signedIn('supervisor', '/people/liuyang');
    await write(page, 'extension', '8012');
    await page.getByRole('button', { name: '添加号码' }).click();
    await page.getByLabel('新的私人号码').fill('12345');
    await page.keyboard.press('Enter');
    await field(page, 'extension').getByText('已经有人用了：张伟').waitFor();
    await field(page, 'privateNumbers').getByText('不是电话号码').first().waitFor();
    await page.getByRole('button', { name: '不改了', exact: true }).click();
    expect((await page.request.patch(`${office.url}/api/staff/zhangwei`, { data: { rev: 0, deputyIds: ['liuyang'] } })).status()).toBe(200);
    await field(page, 'deputyIds').getByRole('combobox').fill('zw');
    await page.locator('.ant-select-item-option', { hasText: '张伟' }).click();
    await page.locator('.edit-foot button[type=submit]').click();
    await field(page, 'deputyIds').getByText('代班绕回了本人：刘洋 → 张伟 → 刘洋').first().waitFor();
  });

  test('somebody new is added, leaves, and comes back', async () => {
    const page = await office.signedIn('supervisor', '/people/new');
    await write(page, 'name', '孔令辉');
    await write(page, 'extension', '8077');
    await page.keyboard.press('Enter');
    await page.locator('.person-head h2', { hasText: '孔令辉' }).waitFor();
    await page.getByRole('button', { name: '离职', exact: true }).click();
    await page.getByRole('button', { name: '确认离职' }).click();
    await page.getByRole('button', { name: '恢复在职' }).waitFor();
    expect(await get(page, `${office.url}/api/people?q=8077`)).toMatchObject({ items: [] });
    await page.getByText('已离职', { exact: true }).click();
    await page.locator('.people-list tr', { hasText: '孔令辉' }).waitFor();
    await page.getByRole('button', { name: '恢复在职' }).click();
    await field(page, 'name').waitFor();
    expect(await get(page, `${office.url}/api/people?q=8077`)).toMatchObject({ items: [{ name: '孔令辉' }] });
  });
});

describe('the office', () => {
  test('a department’s new name is carried over to its members; the log tells it before and after', async () => {
    const page = await office.signedIn('supervisor', '/offices/sunshine/departments');
    await page.getByRole('button', { name: '全部列进来' }).click();
    await page.getByRole('textbox', { name: '工程 部门' }).fill('工程维修');
    await page.keyboard.press('Enter');
    await saved(page);
    await page.goto(`${office.url}/people`);
    await page.locator('.people-group', { hasText: '工程维修' }).waitFor();
    await page.goto(`${office.url}/offices/sunshine/audit`);
    await page.locator('.audit-row', { hasText: '阳光花园管理处' }).getByText('工程维修').waitFor();
  });

  test('a new user signs in; with another role he has its pages at once, removed, he is out at once', async () => {
    const page = await office.signedIn('admin', '/offices/sunshine/users/new');
    await write(page, 'name', '何洁');
    await write(page, 'username', 'HeJie');
    await write(page, 'password', 'practice');
    await page.getByText('至少 10 个字符', { exact: true }).waitFor();
    await write(page, 'password', 'three rings');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '何洁' }).waitFor();
    const hers = await office.visit();
    await hers.fill('input[name=username]', 'hejie');
    await hers.fill('input[name=password]', 'three rings');
    await hers.keyboard.press('Enter');
    await hers.waitForSelector('[data-connection=live]');
    // Another role has other pages, at once.
    expect(await hers.locator('.top-pages a', { hasText: '管理处' }).count()).toBe(0);
    await page.locator('.offices-one .ant-select', { hasText: '客服员' }).click();
    await page.locator('.ant-select-item-option', { hasText: '客服主管' }).click();
    await page.getByRole('button', { name: '保存' }).click();
    await saved(page);
    await hers.locator('.top-pages a', { hasText: '管理处' }).waitFor();
    await page.getByRole('button', { name: '停用', exact: true }).click();
    await page.getByRole('button', { name: '确认停用' }).click();
    await hers.locator('input[name=password]').waitFor();
  });

  test('a line that closes over lunch is warned of, and mended with one key', async () => {
    const page = await office.signedIn('admin', '/offices/sunshine/lines/sunshine-main');
    const spans = [1, 2, 3, 4, 5].flatMap((weekday) => [
      { weekday, fromMinute: 540, toMinute: 720 },
      { weekday, fromMinute: 840, toMinute: 1080 },
    ]);
    expect((await page.request.patch(`${office.url}/api/lines/sunshine-main`, { data: { rev: 0, hours: { kind: 'weekly', spans } } })).status()).toBe(200);
    await page.getByText('周一至周五 12:00–14:00 关着').waitFor();
    await page.getByRole('button', { name: '把午休补上' }).click();
    await page.locator('.edit-foot button[type=submit]').click();
    await saved(page);
    await page.locator('tr[data-row-of=sunshine-main]', { hasText: '周一至周五 09:00–18:00' }).waitFor();
  });
});

describe('no serious finding by axe', () => {
  const pages = ['/people', '/people/zhangwei', '/offices/sunshine/departments', '/offices/sunshine/lines/sunshine-main', '/offices/sunshine/users/agent', '/offices/sunshine/audit'];
  const look = async (page: Page, addresses: string[]): Promise<void> => {
    for (const address of addresses) {
      await page.goto(office.url + address);
      await page.locator('.people-list:visible, .edit-foot:visible, .audit:visible').first().waitFor();
      expect([address, await seriousFindings(page)]).toEqual([address, []]);
    }
  };

  test.each(['zh-CN', 'en'] as const)('on both pages, in %s', async (language) => {
    const page = await office.signedIn('admin');
    if (language === 'en') await page.click('button[lang=en]');
    await look(page, pages);
  });

  test('on a phone', async () => {
    const page = await office.signedIn('admin');
    await page.setViewportSize({ width: 390, height: 844 });
    await look(page, ['/people', '/people/zhangwei', '/offices/sunshine/departments']);
  });
});
