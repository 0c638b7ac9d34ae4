import { expect, test } from '@jest/globals';
import { slipMatches } from '../../client/src/slips/SlipsPage/slipMatches.ts';
import type { Slip } from '../../server/contract/slip.ts';
import { emptySlip } from '../../server/slips/slip.ts';

const slip: Slip = { ...emptySlip({ id: 's', callId: null, unitId: 'u' }), recipient: '张伟', callerName: 'Zhao Li 赵丽', callerCompany: '丽景装饰公司', callerNumber: '+8675586001234', callerExtension: '8012', message: '二栋大堂的施工图', actionsPermitted: ['下午三点以后'] };

test.each(['张伟', '赵丽 施工图', 'zhao LI', '丽景', '0755 8600', '8600-1234', '+86 755', '８６００１２３４', '8012', '三点以后', '  '])('%j finds the slip', (words) => {
  expect(slipMatches(slip, words)).toBe(true);
});

test.each(['王芳', '赵丽 停车', '0755 8600 1235', '138'])('%j does not', (words) => {
  expect(slipMatches(slip, words)).toBe(false);
});
