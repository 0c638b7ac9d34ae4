import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Act } from '../../server/practice/script.ts';
import { lineNumber, openDesk } from './support/desk.ts';
import { robotPhone } from './support/robot.ts';

const seconds = (max: number) => fc.integer({ min: 1, max });

const say = fc.constantFrom('<Say>Hello</Say>', '<Say language="zh-CN">您好，这里是管理处</Say>', '<Say/>', '<Say loop="2" language="cmn-CN" voice="Polly.Zhiyu">请稍等</Say>');
const pause = seconds(5).map((length) => `<Pause length="${length}"/>`);
const gather = fc
  .record({ inner: fc.array(fc.oneof(say, pause), { maxLength: 2 }), input: fc.constantFrom('dtmf', 'speech', 'dtmf speech'), timeout: seconds(5), empty: fc.boolean(), numDigits: seconds(4), action: fc.constantFrom('/next', '/end') })
  .map((one) => `<Gather input="${one.input}" timeout="${one.timeout}" numDigits="${one.numDigits}" actionOnEmptyResult="${one.empty}" action="${one.action}">${one.inner.join('')}</Gather>`);
const record = fc.record({ maxLength: seconds(20), timeout: fc.integer({ min: 0, max: 5 }), beep: fc.boolean() }).map((one) => `<Record action="/end" maxLength="${one.maxLength}" timeout="${one.timeout}" playBeep="${one.beep}"/>`);
const dial = fc
  .record({ bridge: fc.boolean(), timeout: fc.integer({ min: 5, max: 12 }), who: fc.subarray(['free', 'shy', 'absent'], { minLength: 1 }), action: fc.constantFrom('', ' action="/end"', ' action="/next"'), sequential: fc.boolean() })
  .map((one) => `<Dial answerOnBridge="${one.bridge}" timeout="${one.timeout}" timeLimit="20" sequential="${one.sequential}"${one.action}>${one.who.map((id) => `<Client statusCallback="/leg">${id}</Client>`).join('')}</Dial>`);
const last = fc.constantFrom('<Hangup/>', '<Redirect>/end</Redirect>', '');
const document = fc.tuple(fc.array(fc.oneof(say, pause, gather, record, dial), { maxLength: 5 }), last).map(([verbs, end]) => verbs.join('') + end);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.constant<Act>({ do: 'nothing' }),
  fc.constant<Act>({ do: 'hang-up' }),
  fc.record({ do: fc.constant('say' as const), text: fc.constantFrom('漏水了', 'yes'), thinkMs: fc.integer({ min: 0, max: 7000 }) }),
  fc.record({ do: fc.constant('key' as const), digits: fc.constantFrom('1', '8012#', '#', '*9') }),
);

describe('any valid document', () => {
  test('comes to an end with one final status and one status callback, whatever the caller does', async () => {
    const desk = await openDesk();
    try {
      desk.carrier.phones.register('free', robotPhone((offer) => void offer.accept()));
      desk.carrier.phones.register('shy', robotPhone());
      await fc.assert(
        fc.asyncProperty(document, document, fc.array(act, { minLength: 1, maxLength: 4 }), fc.option(fc.integer({ min: 0, max: 30000 })), async (first, next, acts, hangsUpAfterMs) => {
          desk.received.length = 0;
          desk.answer('/voice', first);
          desk.answer('/next', next);
          desk.answer('/end', '<Say>Bye</Say>');
          const call = desk.carrier.placeCall({
            from: '+8613800138001',
            to: lineNumber,
            script: { answer: (prompt) => acts[prompt.turn] ?? { do: 'hang-up' }, talk: [{ text: '喂' }], ...(hangsUpAfterMs === null ? {} : { hangsUpAfterMs }) },
          });
          await desk.pass(30 * 60_000);
          await call.ended;
          // A document that sends the caller to itself for ever is cut off, as the carrier does.
          expect(call.errors.filter((error) => error.fatal && !error.message.includes('redirect loop'))).toEqual([]);
          expect(desk.at('/status')).toHaveLength(1);
          expect(desk.at('/status')[0]?.params.CallStatus).toBe(call.status);
          expect(desk.received.every((one) => one.signed)).toBe(true);
          expect(desk.clock.pending).toBe(0);
        }),
        { numRuns: 60 },
      );
    } finally {
      await desk.close();
    }
  });
});
