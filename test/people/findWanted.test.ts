import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { demoStaff } from '../../server/people/demoStaff.ts';
import { findWanted } from '../../server/people/findWanted.ts';
import { usualStaff } from '../../server/people/people.ts';
import type { StaffMember } from '../../server/people/people.ts';
import { staffEntry } from '../../server/people/staffEntry.ts';
import { surelyMeant } from '../../server/people/staffMatch.ts';

const everybody = demoStaff('sunshine', 'harbour');
const sunshine = everybody.filter((one) => one.unitId === 'sunshine').map(staffEntry);
const harbour = everybody.filter((one) => one.unitId === 'harbour').map(staffEntry);
const say = (speech: string, entries = sunshine) => findWanted({ speech, digits: null }, entries);
const names = (speech: string, entries = sunshine) => say(speech, entries).map((match) => match.staff.name);

const aMember = (name: string, more: Partial<StaffMember> = {}) =>
  staffEntry({ id: name, unitId: 'u', name, department: '工程', title: '工程师', extension: '', ...usualStaff, ...more });

describe('whom the caller wants (DOMAIN 4: the person that a message is for)', () => {
  test.each([
    '找一下张伟',
    '张伟',
    '张伟在吗',
    '喂你好请问张伟在不在',
    '您好,我想找一下张伟,谢谢。',
    '我想找工程部的张师傅',
    '找工程部张伟',
    '张主管在吗',
    '麻烦叫张主管接电话',
    '帮我转一下张伟',
    '转8012',
    '转 八零幺二',
    '请转 8 0 1 2。',
    '分机8012',
    '8012',
    '八零一二',
    '请转8012分机',
    '章伟在吗',
    '我找章伟',
    '张维在不在',
    '我想找张偉',
    '我想搵張偉',
    '唔該搵張偉',
    '張偉喺唔喺度呀',
    '張生喺度嗎',
    '可唔可以叫張偉聽電話',
    '我要跟张伟讲两句',
    '麻烦转告张伟我家漏水了',
    '你好我想找一下张伟我家厨房漏水了',
    '找张伟明天来修水管',
    '工程部主管在吗',
    '我找你们工程部的主管',
    '找工程部经理',
    '找姓张的师傅',
    '找老张',
    '我是王芳的邻居,我找张伟',
    '不是找王芳,我找张伟',
    'could I speak to Zhang Wei please',
    'Zhang Wei please',
    'is Zhang Wei there',
    'Is Mr. Zhang in, please?',
    "I'm looking for Wei Zhang",
    'Mr Zhang in engineering',
    'can you put me through to the engineering supervisor',
    'extension 8012',
    'extension eight oh one two please',
    'could you ask Zhang Wei to call me back',
  ])('%j wants 张伟', (speech) => {
    expect(names(speech)[0]).toBe('张伟');
    expect(surelyMeant(say(speech))?.staff.name).toBe('张伟');
  });

  test.each([
    ['我找客服主管', '王芳'],
    ['王主管在吗', '王芳'],
    ['找保安队长', '赵建国'],
    ['赵队在吗', '赵建国'],
    ['找一下欧阳', null],
    ['找欧阳管家', '欧阳雪'],
    ['找你们经理', '林志远'],
    ['林经理在吗', '林志远'],
    ['林总在不在', '林志远'],
    ['物业的林经理在吗', '林志远'],
    ['我找财务的单梅', '单梅'],
    ['找山梅', '单梅'],
    ['找李经理', null],
    ['我要张师傅来一下', '张伟'],
    ['找刘洋', '刘洋'],
    ['柳杨在吗', '刘洋'],
    ['工程部副主管', '刘洋'],
    ['找工程部的小刘', '刘洋'],
    ['找电工', '周强'],
    ['找工程部的刘师傅', '刘洋'],
    ['找一下李静', '李静'],
  ])('%j wants %j', (speech, name) => {
    expect(surelyMeant(say(speech))?.staff.name ?? null).toBe(name);
  });

  test.each([
    ['could I speak to Emily Carter please', 'Emily Carter'],
    ['Emily please', 'Emily Carter'],
    ['Is Ms Carter available?', 'Emily Carter'],
    ['can I talk to the customer service manager', 'Emily Carter'],
    ["I'd like to leave a message for James Wong", 'James Wong'],
    ['Mr Wong in maintenance', 'James Wong'],
    ['the security supervisor, please', 'David Lam'],
    ['唔該搵陳家明', '陳家明'],
    ['陈家明在吗', '陳家明'],
    ['搵何國強', '何國強'],
    ['工程主管喺唔喺度', '陳家明'],
  ])('at Harbour View %j wants %j', (speech, name) => {
    expect(surelyMeant(say(speech, harbour))?.staff.name).toBe(name);
  });

  test('a keyed extension is certain; one that nobody has falls back to what was said', () => {
    expect(findWanted({ speech: null, digits: '8012#' }, sunshine)).toMatchObject([{ staff: { name: '张伟' }, score: 1 }]);
    expect(findWanted({ speech: '找王芳', digits: '9999' }, sunshine)).toMatchObject([{ staff: { name: '王芳' } }]);
    expect(findWanted({ speech: null, digits: '9999' }, sunshine)).toEqual([]);
    expect(findWanted({ speech: null, digits: null }, sunshine)).toEqual([]);
    expect(findWanted({ speech: null, digits: '' }, sunshine)).toEqual([]);
  });

  test('the written name is surer than one that sounds the same', () => {
    const two = [aMember('张伟'), aMember('章玮')];
    expect(surelyMeant(say('找章玮', two))?.staff.name).toBe('章玮');
    expect(surelyMeant(say('找张伟', two))?.staff.name).toBe('张伟');
    expect(say('找张维', two).map((match) => match.score)).toEqual([0.85, 0.85]);
    expect(surelyMeant(say('找张维', two))).toBeNull();
  });

  test('two of one name are nobody until the department tells them apart', () => {
    const two = [aMember('张伟', { id: 'a' }), aMember('张伟', { id: 'b', department: '财务', title: '会计' })];
    expect(say('找张伟', two)).toHaveLength(2);
    expect(surelyMeant(say('找张伟', two))).toBeNull();
    expect(surelyMeant(say('找财务部的张伟', two))?.staff.id).toBe('b');
    expect(surelyMeant(say('找张会计', two))?.staff.id).toBe('b');
    expect(surelyMeant(say('张师傅在吗', two))?.staff.id).toBe('a');
  });

  test('a longer name is not cut short: 张伟明 is not 张伟', () => {
    expect(names('找张伟明')).toEqual([]);
    expect(names('找张伟明天行不行')).toEqual(['张伟']);
  });
});

describe('a sentence that asks for nobody names nobody (S3 接听.4: never passed on wrongly)', () => {
  test.each([
    '',
    '   ',
    '我家厨房漏水了',
    '我是张伟',
    '我叫张伟,我家漏水了',
    '我叫王芳来报修',
    '我姓张',
    '张伟家漏水了',
    '找张伟家的钥匙',
    '找张先生的车位',
    '不找张伟',
    '我没找张伟',
    '我昨天找过张伟',
    '张伟说今天来修的怎么还没来',
    '我要投诉张伟',
    '我要投诉你们经理',
    '我住8012室,水管坏了',
    '找8012的业主',
    '8012漏水',
    '找人来修一下水管',
    '找个师傅来看看',
    '找物业',
    '找保安',
    '工程部',
    '找工程部',
    '电梯坏了快点派师傅过来',
    '楼上太吵了',
    '请问物业费怎么交',
    '我要交物业费',
    '我要向经理反映一个问题',
    '你们主管是谁',
    '随便',
    '不知道找谁',
    '没有,我就是问一下停水的事',
    '小区门口有人打架',
    'hello',
    'my kitchen is flooded',
    'this is Zhang Wei',
    'my name is Emily Carter and my sink is blocked',
    "I don't want to speak to Zhang Wei",
    'I spoke to Zhang Wei yesterday',
    'somebody please come and fix the engineering door',
    'I live in 8012',
    '找财务部的张伟',
    '找李经理',
    '谢谢再见',
    '直接找人修',
    '我有意见',
    '这事一直是跟张主管谈的',
    '我就要小吴',
  ])('%j', (speech) => {
    expect(names(speech)).toEqual([]);
    expect(names(speech, harbour)).toEqual([]);
  });

  test('ordinary words are not people whose names sound the same', () => {
    const unlucky = ['吴叶', '包秀', '马尚', '石富', '任佳', '楼水', '关丽', '宝安', '殿梯', '余晶丽', '贾正', '童志', '甄石'].map((name) => aMember(name));
    for (const speech of ['找物业', '我要报修', '报修', '马上找师傅', '找师傅', '找人家', '漏水', '请派人马上来', '找管理处', '找保安', '电梯坏了', '我要投诉', '找你们管理人员', '我要与经理通话', '转人工', '家政', '找家政公司', '通知业主', '真是的']) {
      expect([speech, names(speech, unlucky)]).toEqual([speech, []]);
    }
  });

  test('talk about repairs never becomes a person, whatever the names in the office', () => {
    const part = fc.constantFrom('我家', '楼上', '厨房', '卫生间', '电梯', '漏水', '很吵', '坏了', '什么时候', '能修好', '已经三天', '没有人来', '请尽快', '处理', '一下', '物业费', '怎么', '交', '钥匙', '丢了', '停车', '被占', '了', ',', '的', '小区', '门口', '有人', '打架');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        expect(names(parts.join(''))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('whoever only tells his own name wants nobody, whoever he is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sunshine, ...harbour), fc.constantFrom('我是', '我叫', '我这边是', '我就是', 'this is ', 'my name is '), fc.constantFrom('', ',我家漏水了', '的邻居', ', my sink is blocked'), (entry, before, after) => {
        expect(names(before + entry.staff.name + after)).toEqual([]);
        expect(names(before + entry.staff.name + after, harbour)).toEqual([]);
      }),
    );
  });

  test('everybody in the office is found by name, in every way of asking, and nobody else is surer', () => {
    const ask = fc.constantFrom(['我找', ''], ['', '在吗'], ['请问', '在不在'], ['麻烦帮我转', '谢谢'], ['我想搵', ''], ['', ''], ['can I speak to ', ' please'], ['您好,我找一下', ',我家漏水了']);
    fc.assert(
      fc.property(fc.constantFrom(...sunshine, ...harbour), ask, (entry, [before, after]) => {
        const entries = entry.staff.unitId === 'sunshine' ? sunshine : harbour;
        expect(surelyMeant(say(`${before ?? ''}${entry.staff.name}${after ?? ''}`, entries))?.staff.name).toBe(entry.staff.name);
      }),
    );
  });

  test('any text is borne, and quickly', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 4096 }), (speech) => void say(speech)));
    const began = performance.now();
    for (const unit of ['找', '请', '张', '张伟', '的', '|', 'is ', 'the ', '一', '下', '(', '不', '我', ' ', '8', '转8', '在', 'ask ']) say(unit.repeat(4096 / unit.length));
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
