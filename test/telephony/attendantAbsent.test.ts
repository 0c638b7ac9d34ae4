import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Slip } from '../../server/contract/slip.ts';
import { usualStaff } from '../../server/people/people.ts';
import type { StaffMember } from '../../server/people/people.ts';
import { alwaysClosed, anIncomingCall, attributes, openHouse } from '../support/house.ts';
import type { Console, House, Params } from '../support/house.ts';

let house: House;
let desk: Console;
beforeEach(async () => {
  house = await openHouse();
  desk = await house.signIn('supervisor');
});
afterEach(() => house.close());

/** The caller's side: each answer goes to where the last document asked; what is heard is the words of all its sentences. */
async function conversation(over: Params = {}) {
  const call = anIncomingCall({ To: alwaysClosed, ...over });
  let xml = (await house.post('/twilio/voice', call)).xml;
  const words = (): string => [...xml.matchAll(/<Say[^>]*>([^<]*)</g)].map((match) => match[1] ?? '').join('');
  const asked = (): string => [...attributes(xml, 'Gather', 'action'), ...attributes(xml, 'Record', 'action')][0] ?? '';
  const step = (): string => /attendant\/(\w+)#/.exec(asked())?.[1] ?? '';
  return {
    call,
    words,
    step,
    document: () => xml,
    async answer(given: Params) {
      xml = (await house.post(asked(), { ...call, CallStatus: 'in-progress', ...given })).xml;
      return words();
    },
    async hangUp() {
      await house.post('/twilio/status', { ...call, CallStatus: 'completed', CallDuration: '80' });
      await house.app.settled();
      const { items } = (await (await desk.fetch(`/api/slips?callId=${call.CallSid}`)).json()) as { items: Slip[] };
      return items[0];
    },
  };
}

const change = async (id: string, more: Partial<StaffMember>): Promise<void> => {
  const staff = house.app.directory.staff(id);
  if (!staff) throw new Error(`nobody is ${id}`);
  await house.app.directory.save({ staff: [{ ...staff, ...more }] });
};

describe('[L8] somebody away who has a deputy, asked for at the attendant', () => {
  test('is said to be away and when back, the deputy is offered; key 2 makes the message his', async () => {
    const caller = await conversation();
    expect(await caller.answer({ SpeechResult: '我找张伟' })).toBe('张伟现在不在,明天上午9点回来,我帮您留言。要留给代理人刘洋,请按2。请问您贵姓?是哪个单位,或者住几栋几号?');
    expect(attributes(caller.document(), 'Gather', 'numDigits')).toEqual(['1']);
    expect(await caller.answer({ Digits: '2' })).toBe('好的,我帮您转告刘洋。请问您贵姓?是哪个单位,或者住几栋几号?');
    expect(attributes(caller.document(), 'Gather', 'input')).toEqual(['speech']);
    await caller.answer({ SpeechResult: '我姓李' });
    expect(caller.step()).toBe('number');
    expect(await caller.hangUp()).toMatchObject({ recipient: '刘洋', recipientId: 'liuyang', callerName: '李' });
  });

  test.each(['留给刘洋吧', '找刘洋', '给代理人'])('said as %s the message is the deputy\'s too', async (words) => {
    const caller = await conversation();
    await caller.answer({ Digits: '8012' });
    await caller.answer({ SpeechResult: words });
    expect(caller.step()).toBe('caller');
    expect(await caller.hangUp()).toMatchObject({ recipientId: 'liuyang', callerName: '' });
  });

  test('a caller who simply says his name leaves the message for the one whom he wanted', async () => {
    const caller = await conversation();
    await caller.answer({ Digits: '8012' });
    await caller.answer({ SpeechResult: '我姓陈,住两栋' });
    expect(caller.step()).toBe('number');
    expect(await caller.hangUp()).toMatchObject({ recipientId: 'zhangwei', callerName: expect.stringContaining('陈') as unknown as string });
  });

  test('key 1 keeps to the one who was wanted, and the name is asked for once more, without the whole story', async () => {
    const caller = await conversation();
    await caller.answer({ Digits: '8012' });
    expect(await caller.answer({ Digits: '1' })).toBe('请问您贵姓?是哪个单位,或者住几栋几号?');
    expect(await caller.hangUp()).toMatchObject({ recipientId: 'zhangwei' });
  });

  test('a deputy who is away or has left is not offered; then one of the same department is', async () => {
    await change('liuyang', { removedAt: 1 });
    const caller = await conversation();
    expect(await caller.answer({ Digits: '8012' })).toContain('要留给同部门的周强,请按2。');
    for (const id of ['zhouqiang', 'huangguohua']) await change(id, { absence: { kind: 'open-ended' } });
    const second = await conversation({ CallSid: `CA${'b'.repeat(32)}` });
    expect(await second.answer({ Digits: '8012' })).not.toContain('请按2');
  });

  test('in Cantonese and in English the same is offered', async () => {
    const english = await conversation();
    await english.answer({ Digits: '2' });
    expect(await english.answer({ SpeechResult: 'Mr Zhang in engineering please' })).toContain('To leave it for the deputy, Liu Yang, press 2.');
    expect(await english.answer({ Digits: '2' })).toContain('Certainly, I will pass it on to Liu Yang.');
    await change('chankaming', { absence: { kind: 'open-ended' } });
    const cantonese = await conversation({ To: '+85230080123', CallSid: `CA${'c'.repeat(32)}` });
    await cantonese.answer({ Digits: '2' });
    expect(await cantonese.answer({ SpeechResult: '唔該搵陳家明' })).toContain('陳家明而家唔喺度,我幫您留言。要留俾佢嘅代理人James Wong,請按2。');
  });
});

describe('[L8] a department asked for at the attendant', () => {
  test('is its head: away, so that is said and the deputy offered', async () => {
    const caller = await conversation();
    expect(await caller.answer({ SpeechResult: '我找工程部' })).toContain('工程部的张伟现在不在,明天上午9点回来,我帮您留言。要留给代理人刘洋,请按2。');
    expect(await caller.hangUp()).toMatchObject({ recipientId: 'zhangwei' });
  });

  test('whose head is in: the message is the head\'s', async () => {
    const caller = await conversation();
    expect(await caller.answer({ SpeechResult: '麻烦转一下保安部' })).toContain('好的,我帮您转告保安部的赵建国。');
    expect(await caller.hangUp()).toMatchObject({ recipientId: 'zhaojianguo' });
  });

  test('without a head is whoever of it is in', async () => {
    for (const id of ['wuguilan', 'sunlihua']) await change(id, { leader: false });
    await change('wuguilan', { leader: false, absence: { kind: 'open-ended' } });
    const caller = await conversation();
    expect(await caller.answer({ SpeechResult: '找清洁部' })).toContain('我帮您转告清洁部的孙丽华');
  });

  test('in which nobody is there: the message is the department\'s', async () => {
    for (const id of ['wuguilan', 'sunlihua']) await change(id, { leader: false, absence: { kind: 'open-ended' } });
    const caller = await conversation();
    expect(await caller.answer({ SpeechResult: '找清洁部' })).toContain('清洁部现在没有人在,我帮您留言。');
    expect(await caller.hangUp()).toMatchObject({ recipient: '清洁' });
  });
});

describe('[L8] several who may be meant', () => {
  const second: StaffMember = { ...usualStaff, id: 'zhangmin', unitId: 'sunshine', name: '张敏', department: '财务', title: '会计', extension: '8063' };

  test('are named with a key each; the key chooses, also on a line where keys choose languages', async () => {
    await house.app.directory.save({ staff: [second] });
    const caller = await conversation();
    expect(await caller.answer({ SpeechResult: '请问张先生在吗' })).toBe('请问您找哪一位?工程部主管张伟请按1,财务会计张敏请按2。');
    expect(caller.step()).toBe('recipient');
    expect(await caller.answer({ Digits: '2' })).toContain('好的,我帮您转告张敏。');
    expect(await caller.hangUp()).toMatchObject({ recipientId: 'zhangmin', message: '' });
  });

  test.each([
    ['财务的', 'zhangmin'],
    ['找张伟', 'zhangwei'],
  ])('said once more as %s it is clear', async (words, id) => {
    await house.app.directory.save({ staff: [second] });
    const caller = await conversation();
    await caller.answer({ SpeechResult: '请问张先生在吗' });
    await caller.answer({ SpeechResult: words });
    expect(await caller.hangUp()).toMatchObject({ recipientId: id });
  });

  test('still not clear: the front desk has it, with the words', async () => {
    await house.app.directory.save({ staff: [second] });
    const caller = await conversation();
    await caller.answer({ SpeechResult: '请问张先生在吗' });
    await caller.answer({ SpeechResult: '就是那个张先生' });
    expect(caller.step()).toBe('caller');
    expect(await caller.hangUp()).toMatchObject({ recipient: '阳光花园管理处前台', recipientId: null, message: expect.stringContaining('请问张先生在吗') as unknown as string });
  });

  test('too many to name: the full name is asked for', async () => {
    await house.app.directory.save({ staff: ['张敏', '张丽', '张军', '张明'].map((name, index) => ({ ...second, id: `z${index}`, name, extension: `807${index}` })) });
    expect(await (await conversation()).answer({ SpeechResult: '请问张先生在吗' })).toContain('请说全名');
  });
});

test('an extension of which only the beginning was keyed is asked for once more', async () => {
  const caller = await conversation();
  expect(await caller.answer({ Digits: '80', FinishedOnKey: '#' })).toBe('没有这个分机,请再按一次完整的分机号,以井号键结束,也可以直接说名字。');
  expect(await caller.answer({ Digits: '8011', FinishedOnKey: '#' })).toContain('我帮您转告王芳');
});
