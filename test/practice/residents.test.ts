import { describe, expect, test } from '@jest/globals';
import { residents } from '../../server/practice/residents/index.ts';
import { formatStoryLine } from '../../server/practice/story.ts';
import { lineNumber, openDesk } from './support/desk.ts';
import type { Desk } from './support/desk.ts';
import { robotPhone } from './support/robot.ts';

/** An attendant of the test's own, in the order that the plan of the house prescribes. */
function openAttendant(desk: Desk): void {
  const say = (text: string) => `<Say language="zh-CN">${text}</Say>`;
  const ask = (path: string, text: string, next: string) => `<Gather input="speech dtmf" language="cmn-Hans-CN" speechTimeout="1" action="/attendant/${path}">${say(text)}</Gather><Redirect>${next}</Redirect>`;
  desk.answer('/voice', '<Dial answerOnBridge="true" timeout="9" action="/after"><Client>wang</Client></Dial>');
  desk.answer('/after', (one) => (one.params.DialBridged === 'true' ? '<Hangup/>' : say('您好，阳光花园管理处，请问有什么可以帮您？') + ask('recipient', '请问您找哪位？', '/ask/caller')));
  desk.answer('/attendant/recipient', ask('caller', '请问您贵姓？', '/ask/number'));
  desk.answer('/ask/caller', ask('caller', '请问您贵姓？', '/ask/number'));
  desk.answer('/attendant/caller', ask('number', '请说您的电话号码', '/ask/message'));
  desk.answer('/ask/number', ask('number', '请说您的电话号码', '/ask/message'));
  const record = `${say('请留言')}<Record action="/attendant/message" recordingStatusCallback="${desk.url}/recorded" maxLength="120"/>`;
  desk.answer('/attendant/number', record);
  desk.answer('/ask/message', record);
  desk.answer('/attendant/message', `${say('谢谢，再见')}<Pause length="10"/><Hangup/>`);
}

describe('the scripted residents', () => {
  test('are at least ten, each with its own id, words in two languages, and a number', () => {
    expect(residents.length).toBeGreaterThanOrEqual(10);
    expect(new Set(residents.map((one) => one.id)).size).toBe(residents.length);
    for (const { name, summary, from } of residents) {
      for (const text of [name.zh, name.en, summary.zh, summary.en]) expect(text).not.toBe('');
      expect(from).toMatch(/^(\+\d+|anonymous)$/);
    }
  });

  for (const resident of residents) {
    test(`${resident.id} brings a call with the attendant to its end`, async () => {
      const desk = await openDesk();
      try {
        desk.carrier.phones.register('wang', robotPhone());
        openAttendant(desk);
        const call = desk.carrier.placeCall({ from: resident.from, to: lineNumber, script: resident.script });
        await desk.pass(10 * 60_000);
        await call.ended;
        expect(call.errors).toEqual([]);
        expect(desk.at('/status')).toHaveLength(1);
        const left = [...desk.carrier.recordings.values()].map((one) => one.words);
        switch (resident.id) {
          case 'hangs-up-in-ring-two':
            expect(call).toMatchObject({ status: 'no-answer', answeredAt: null });
            expect(formatStoryLine(call.story.at(-1) ?? call.story[0]!)).toBe('0:07 第2声 住户挂断');
            break;
          case 'silent-caller':
            expect(left).toEqual(['']);
            break;
          case 'wrong-number':
            expect(left).toEqual([]);
            expect(call.status).toBe('completed');
            break;
          case 'keys-extension':
            expect(desk.at('/attendant/recipient')[0]?.params.Digits).toBe('8012');
            expect(desk.at('/attendant/number')[0]?.params.Digits).toBe('075526880011');
            break;
          case 'cut-off-message':
            expect(desk.at('/attendant/message')[0]?.params).toMatchObject({ Digits: 'hangup', CallStatus: 'completed' });
            expect(left[0]).toContain('闸机');
            break;
          case 'absent-manager':
            expect(desk.at('/attendant/recipient')[0]?.params.SpeechResult).toContain('张伟');
            expect(left[0]).toContain('13800138003');
            break;
          default:
            expect(left[0]).not.toBe('');
            expect(left).toHaveLength(1);
        }
      } finally {
        await desk.close();
      }
    });

    test(`${resident.id} brings a call with an agent to its end and hangs up first`, async () => {
      const desk = await openDesk();
      try {
        const wang = robotPhone((offer) => void offer.accept());
        desk.carrier.phones.register('wang', wang);
        openAttendant(desk);
        const call = desk.carrier.placeCall({ from: resident.from, to: lineNumber, script: resident.script });
        await desk.pass(10 * 60_000);
        await call.ended;
        expect(call.status).toBe('completed');
        expect(wang.lines).toEqual(resident.script.talk.map((line) => line.text));
        expect(desk.at('/after')[0]?.params).toMatchObject({ CallStatus: 'completed', DialBridged: 'true' });
      } finally {
        await desk.close();
      }
    });
  }
});
