import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { asksDepartment } from '../../server/practice/residents/asksDepartment.ts';
import { takesDeputy } from '../../server/practice/residents/takesDeputy.ts';
import { alwaysClosed } from '../support/house.ts';
import type { PracticeHouse, Robot } from './support/practiceHouse.ts';
import { openPracticeHouse } from './support/practiceHouse.ts';
import { slipsOf } from './support/tidy.ts';

let house: PracticeHouse;
let li: Robot;
beforeEach(async () => {
  house = await openPracticeHouse();
  li = await house.seat('agent');
});
afterEach(() => house.close());

const storyOf = (call: { story: readonly { zh: string }[] }): string => call.story.map(({ zh }) => zh).join('\n');

describe('[L8] somebody away, asked for at the attendant over the practice line', () => {
  test('孙建军 takes the deputy who is offered: the slip goes to 刘洋, read back and complete', async () => {
    const call = house.call({ from: takesDeputy.from, to: alwaysClosed, script: takesDeputy.script });
    const card = await house.finish(call);
    expect(storyOf(call)).toMatch(/张伟现在不在,明天上午9点回来,我帮您留言。要留给代理人刘洋,请按2。[^]*好的,我帮您转告刘洋。[^]*我重复一下:留言给刘洋,来电人孙/);
    expect(card).toMatchObject({ outcome: 'attendant-message', slipIds: [`S${call.sid}`] });
    expect(await slipsOf(li, call.sid)).toMatchObject([{ state: expect.stringMatching(/^(taken|sent|delivered)$/), recipient: '刘洋', recipientId: 'liuyang', callerNumber: takesDeputy.from, actionsRequested: ['call-back'], missing: [], readBack: true }]);
  });

  test('Daniel Reed asks for engineering in English: its head is away, the message is his', async () => {
    const call = house.call({ from: asksDepartment.from, to: alwaysClosed, script: asksDepartment.script });
    await house.finish(call);
    expect(storyOf(call)).toMatch(/Zhang Wei from engineering is away and will be back on .+ To leave it for the deputy, Liu Yang, press 2\./);
    expect(await slipsOf(li, call.sid)).toMatchObject([{ state: 'taken', recipientId: 'zhangwei', callerName: expect.stringContaining('Daniel Reed') as unknown as string, missing: [] }]);
  });
});
