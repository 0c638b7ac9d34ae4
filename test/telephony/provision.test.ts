import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openPracticeCarrier } from '../../server/practice/carrier.ts';
import type { PracticeCarrier } from '../../server/practice/carrier.ts';
import { provisionNumbers, staticDocument } from '../../server/telephony/provision.ts';
import { accountSid, authToken, harbour, sunshine, verbs } from '../support/house.ts';
import { manualClock } from '../support/manualClock.ts';

describe('provisioning', () => {
  let carrier: PracticeCarrier;
  let apiBaseUrl: string;
  beforeEach(async () => {
    carrier = openPracticeCarrier({ clock: manualClock(), publicUrl: 'http://old.example', accountSid, authToken });
    carrier.setNumber(sunshine);
    apiBaseUrl = (await carrier.listen()).url;
  });
  afterEach(() => carrier.close());

  test('points a number of the account at this server, with the overrides, and changes nothing the second time', async () => {
    const account = { accountSid, authToken, apiBaseUrl };
    expect(await provisionNumbers(account, 'https://desk.example', [sunshine])).toEqual([{ number: sunshine, changed: true }]);
    expect(await provisionNumbers(account, 'https://desk.example', [sunshine])).toEqual([{ number: sunshine, changed: false }]);
  });

  test('names the numbers that the account does not own, and changes none', async () => {
    await expect(provisionNumbers({ accountSid, authToken, apiBaseUrl }, 'https://desk.example', [sunshine, harbour])).rejects.toThrow(harbour);
    expect(await provisionNumbers({ accountSid, authToken, apiBaseUrl }, 'http://old.example', [sunshine])).toEqual([{ number: sunshine, changed: true }]);
  });

  test('the document for a server that is wholly down greets, names the unit, asks, and records', () => {
    const xml = staticDocument({ unit: '阳光花园管理处', language: 'zh-CN' }, 'https://desk.example');
    expect(verbs(xml)).toEqual(['Say', 'Record', 'Say']);
    expect(xml).toMatch(/您好,阳光花园管理处,请问有什么可以帮您/);
    expect(xml).toMatch(/action="https:\/\/desk\.example\/twilio\/turn\/1\/attendant\/message#ct=800/);
  });
});
