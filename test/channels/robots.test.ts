import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openDingtalkChannel } from '../../server/channels/dingtalk.ts';
import { openFeishuChannel } from '../../server/channels/feishu.ts';
import { robotAddress } from '../../server/delivery/robotAddress.ts';
import { robotWords } from '../../server/channels/robotWords.ts';
import { openWecomChannel } from '../../server/channels/wecom.ts';
import { anOutgoing, describeChannel } from '../suites/channel.ts';
import { makers, openRobotServer, robotNow, robotSecret } from './support/robotServer.ts';
import type { RobotAnswer, RobotServer, Told } from './support/robotServer.ts';

const patient = (): AbortSignal => new AbortController().signal;
const settings = { robotHosts: ['127.0.0.1'], clock: { now: () => robotNow } };
const channels = { wecom: openWecomChannel(settings), dingtalk: openDingtalkChannel(settings), feishu: openFeishuChannel(settings) };
type Maker = keyof typeof channels;
const names = Object.keys(channels) as Maker[];
const mostBytes = { wecom: 2048, dingtalk: 20_000, feishu: 20_480 };

for (const name of names) {
  describeChannel(name, async () => {
    const { judge, path, textOf } = makers[name];
    const taken: Told[] = [];
    const server = await openRobotServer((told) => {
      const answer = judge(told);
      if (typeof answer === 'object' && JSON.stringify(answer.json).includes(':0')) taken.push(told);
      return answer;
    });
    return {
      channel: channels[name],
      address: (fate) => server.origin + path + fate,
      arrived: async () => taken.map(textOf),
      hanging: () => server.hanging,
      vanish: () => server.close(),
      canBeAsked: false,
      namesThem: false,
      mostBytes: mostBytes[name],
      close: () => server.close(),
    };
  });
}

let opened: RobotServer[] = [];
afterEach(async () => {
  for (const server of opened) await server.close();
  opened = [];
});

/** A robot that answers whatever comes with this. */
async function robotThat(maker: Maker, judge: RobotAnswer | ((told: Told) => RobotAnswer)): Promise<{ address: string; told: Told[] }> {
  const server = await openRobotServer(typeof judge === 'function' ? judge : () => judge);
  opened.push(server);
  return { address: `${server.origin}${makers[maker].path}takes`, told: server.told };
}

describe('a robot’s answer of 200', () => {
  test.each<[Maker, unknown, string, string, number?]>([
    ['wecom', { errcode: 45009, errmsg: 'api freq out of limit' }, 'retry', '45009', 60_000],
    ['wecom', { errcode: -1, errmsg: 'system busy' }, 'retry', '-1'],
    ['wecom', { errcode: 93000, errmsg: 'invalid webhook url' }, 'wrong-address', '93000'],
    ['wecom', { errcode: 40058, errmsg: 'text.content exceed max length' }, 'gave-up', '40058'],
    ['wecom', { errcode: 99999, errmsg: 'something new' }, 'gave-up', '99999'],
    ['dingtalk', { errcode: 310000, errmsg: 'keywords not in content' }, 'gave-up', '310000'],
    ['dingtalk', { errcode: 310000, errmsg: 'sign not match' }, 'gave-up', '310000'],
    ['dingtalk', { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' }, 'retry', '130101', 600_000],
    ['dingtalk', { status: 1111, wait: 5, source: 'x5', punish: 'deny', uuid: '9ff0' }, 'retry', '130101', 600_000],
    ['dingtalk', { errcode: 300001, errmsg: 'token is not exist' }, 'wrong-address', '300001'],
    ['dingtalk', { errcode: 300001, errmsg: 'frequency exceeded' }, 'retry', '300001', 60_000],
    ['dingtalk', { errcode: '400013', errmsg: '群已被解散' }, 'wrong-address', '400013'],
    ['dingtalk', { errcode: 40035, errmsg: '缺少参数 json' }, 'gave-up', '40035'],
    ['feishu', { code: 11232, msg: 'frequency limited' }, 'retry', '11232', 60_000],
    ['feishu', { code: 9499, msg: 'too many request' }, 'retry', '9499', 60_000],
    ['feishu', { code: 9499, msg: 'Bad Request', data: {} }, 'gave-up', '9499'],
    ['feishu', { code: 19001, msg: 'param invalid: incoming webhook access token invalid' }, 'wrong-address', '19001'],
    ['feishu', { code: 19021, msg: 'sign match fail or timestamp is not within one hour from current time' }, 'gave-up', '19021'],
    ['feishu', { code: 19022, msg: 'Ip Not Allowed' }, 'gave-up', '19022'],
    ['feishu', { code: 19024, msg: 'Key Words Not Found' }, 'gave-up', '19024'],
    ['feishu', { StatusCode: 19001, StatusMessage: 'invalid' }, 'wrong-address', '19001'],
  ])('of %s with %j has failed: %s', async (maker, json, kind, code, ...[afterMs]) => {
    const { address } = await robotThat(maker, { json });
    const result = await channels[maker].send(anOutgoing({ address }), patient());
    expect(result).toMatchObject({ kind: 'failed', failure: { kind, code } });
    expect(result).toHaveProperty('failure.words');
    expect('afterMs' in result ? result.afterMs : undefined).toBe(afterMs);
  });

  test.each<[string, RobotAnswer]>([
    ['a page', { text: '<html>welcome</html>' }],
    ['nothing', { text: '' }],
    ['an object without a code', { json: { ok: true } }],
    ['a list', { json: [0] }],
    ['null', { json: null }],
    ['a code that is no number', { json: { errcode: 'zero' } }],
    ['more than anybody reads', { text: `{"errcode":0,"errmsg":"${'x'.repeat(200_000)}"}` }],
    ['half of an answer', 'half'],
    ['a cut connection', 'cut'],
  ])('with %s is no proof of anything', async (_name, answer) => {
    const { address } = await robotThat('wecom', answer);
    expect(await channels.wecom.send(anOutgoing({ address }), patient())).toMatchObject({ kind: 'unsure' });
  });
});

test.each<[RobotAnswer & object, string, string, number?]>([
  [{ status: 500, text: 'oops' }, 'retry', 'http-500'],
  [{ status: 502, json: { errcode: 93000, errmsg: '' } }, 'retry', '93000'],
  [{ status: 429, headers: { 'x-ogw-ratelimit-reset': '52' }, json: { code: 99991400, msg: 'request trigger frequency limit' } }, 'retry', 'http-429', 52_000],
  [{ status: 429, text: '' }, 'retry', 'http-429', 60_000],
  [{ status: 404, text: 'not here' }, 'wrong-address', 'http-404'],
  [{ status: 403, text: 'no' }, 'gave-up', 'http-403'],
  [{ status: 302, headers: { location: 'http://127.0.0.1:1/elsewhere' }, text: '' }, 'gave-up', 'http-302'],
  [{ status: 400, json: { errcode: 45009, errmsg: '' } }, 'retry', '45009', 60_000],
])('a robot’s host that answers %j: %s', async (answer, kind, code, ...[afterMs]) => {
  const { address, told } = await robotThat('wecom', answer);
  const result = await channels.wecom.send(anOutgoing({ address }), patient());
  expect(result).toMatchObject({ kind: 'failed', failure: { kind, code } });
  expect('afterMs' in result ? result.afterMs : undefined).toBe(afterMs);
  expect(told).toHaveLength(1);
});

describe('who is rung', () => {
  test('WeCom: a mobile number or a user id, never everybody', async () => {
    const { address, told } = await robotThat('wecom', makers.wecom.judge);
    for (const mention of ['+86 138-0013-8003', 'zhangwei', '@all', 'a b', '']) await channels.wecom.send(anOutgoing({ address, mention }), patient());
    expect(told.map(({ body }) => ({ ...(body.text as object), content: undefined }))).toEqual([{ mentioned_mobile_list: ['13800138003'] }, { mentioned_list: ['zhangwei'] }, {}, {}, {}]);
  });

  test('DingTalk: named in the text as well, never everybody', async () => {
    const { address, told } = await robotThat('dingtalk', makers.dingtalk.judge);
    for (const mention of ['13800138003', 'manager4220', 'all', '']) await channels.dingtalk.send(anOutgoing({ address, mention, headline: '留言' }), patient());
    expect(told.map(({ body }) => [body.at, makers.dingtalk.textOf({ body } as Told).split('\n')[0]])).toEqual([
      [{ atMobiles: ['13800138003'], isAtAll: false }, '@13800138003 留言'],
      [{ atUserIds: ['manager4220'], isAtAll: false }, '@manager4220 留言'],
      [{ isAtAll: false }, '留言'],
      [{ isAtAll: false }, '留言'],
    ]);
  });

  test('Feishu: by a mark in the text, never everybody', async () => {
    const { address, told } = await robotThat('feishu', makers.feishu.judge);
    for (const mention of ['ou_18eac8', 'all', '"></at><at user_id="all">']) await channels.feishu.send(anOutgoing({ address, mention, headline: '留言' }), patient());
    expect(told.map((one) => makers.feishu.textOf(one).split('\n')[0])).toEqual(['<at user_id="ou_18eac8"></at> 留言', '留言', '留言']);
  });

  test('a caller’s words ring nobody', async () => {
    const words = '@所有人 @all <@all> <at user_id="all">所有人</at> @13800138003 <@zhangwei> 邮箱 li.lei+1@example.com';
    for (const maker of names) {
      const { address, told } = await robotThat(maker, makers[maker].judge);
      expect(await channels[maker].send(anOutgoing({ address, headline: words, body: words }), patient())).toMatchObject({ kind: 'sent' });
      const text = makers[maker].textOf(told[0] as Told);
      expect(text).not.toContain('<');
      expect(text.match(/@\S*/g)).toEqual(['@example.com', '@example.com']);
      expect(text).toContain('＠所有人');
    }
  });

  test('whatever the words: no mark and no @ but within a mail address', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('@', '<', 'at', 'all', '所有人', ' ', '.', 'cn', '>', '/', 'user_id="all"', '1', '-', '＠', '\n')).map((parts) => parts.join('')), (words) => {
        const safe = robotWords(words);
        expect(safe).not.toContain('<');
        for (const { index } of safe.matchAll(/@/g)) expect(`${safe.slice(0, index)}|${safe.slice(index)}`).toMatch(/[\w.+-]\|@[\w-]+\.[a-z]{2,}/i);
      }),
    );
  });
});

describe('a signed robot', () => {
  const secret = robotSecret;

  test('of DingTalk: time and signature stand in the query, and a false secret is found out', async () => {
    const { address, told } = await robotThat('dingtalk', makers.dingtalk.judge);
    expect(await channels.dingtalk.send(anOutgoing({ address, secret }), patient())).toMatchObject({ kind: 'sent' });
    expect(told[0]?.url.searchParams.get('timestamp')).toBe(String(robotNow));
    // Made with another tool: printf '1795395723456\nSEC-0123456789' | openssl dgst -sha256 -hmac SEC-0123456789 -binary | base64
    expect(told[0]?.url.searchParams.get('sign')).toBe('gmp8wTURW11Tp6ZpCh5h9Req+Tfu3EuF07hAxZ7wlzU=');
    expect(await channels.dingtalk.send(anOutgoing({ address, secret: 'SEC-false' }), patient())).toMatchObject({ kind: 'failed', failure: { kind: 'gave-up', code: '310000' } });
  });

  test('of Feishu: time and signature stand in the body, and a false secret is found out', async () => {
    const { address, told } = await robotThat('feishu', makers.feishu.judge);
    expect(await channels.feishu.send(anOutgoing({ address, secret }), patient())).toMatchObject({ kind: 'sent' });
    // Made with another tool: printf '' | openssl dgst -sha256 -mac HMAC -macopt hexkey:$(printf '1795395723\nSEC-0123456789' | xxd -p) -binary | base64
    expect(told[0]?.body).toMatchObject({ timestamp: '1795395723', sign: '9gMYERa53FXNMCxzxDIbmCexwNfxceQxf3Ta9XtnChk=' });
    expect(await channels.feishu.send(anOutgoing({ address, secret: 'SEC-false' }), patient())).toMatchObject({ kind: 'failed', failure: { kind: 'gave-up', code: '19021' } });
  });

  test('gives its secret and its key away in no result', async () => {
    for (const maker of names) {
      const { address } = await robotThat(maker, { json: {} });
      for (const wanted of [address, 'http://127.0.0.1:1/robot/send?access_token=KEY']) expect(JSON.stringify(await channels[maker].send(anOutgoing({ address: wanted, secret: 'SEC-false' }), patient()))).not.toMatch(/SEC-false|access_token|key=|takes|127\.0/);
    }
  });
});

describe('where a robot may live', () => {
  test.each<[string, readonly string[]]>([
    ['https://oapi.dingtalk.com/robot/send?access_token=1', []],
    ['https://OAPI.dingtalk.com/robot/send?access_token=1', []],
    ['https://oapi.dingtalk.com:443/robot/send?access_token=1', []],
    ['https://gateway.example.com/ding', ['gateway.example.com']],
    ['https://gateway.example.com:8443/ding', ['gateway.example.com:8443']],
    ['http://localhost:8080/ding', ['localhost']],
    ['http://[::1]:8080/ding', ['[::1]:8080']],
  ])('%s with %j is asked', (address, houseHosts) => {
    expect(robotAddress('dingtalk', address, houseHosts)).toBeInstanceOf(URL);
  });

  test.each<[string, readonly string[]]>([
    ['http://oapi.dingtalk.com/robot/send?access_token=1', []],
    ['https://oapi.dingtalk.com/robot/send', []],
    ['https://oapi.dingtalk.com/robot/other?access_token=1', []],
    ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', []],
    ['https://oapi.dingtalk.com.evil.example/robot/send?access_token=1', []],
    ['https://evil.example/?oapi.dingtalk.com', []],
    ['https://oapi.dingtalk.com@evil.example/', []],
    ['https://user:pass@oapi.dingtalk.com/', []],
    ['https://oapi.dingtalk.com:8443/robot/send?access_token=1', []],
    ['http://127.0.0.1:3000/api/session', []],
    ['https://169.254.169.254/latest/meta-data', []],
    ['http://gateway.example.com/ding', ['gateway.example.com']],
    ['https://gateway.example.com:9000/ding', ['gateway.example.com:8443']],
    ['file:///etc/passwd', ['']],
    ['ftp://localhost/', ['localhost']],
    ['//oapi.dingtalk.com/', []],
    ['', []],
  ])('%s with %j is not', (address, houseHosts) => {
    expect(robotAddress('dingtalk', address, houseHosts)).toBeNull();
  });

  test('a host that cannot prove who it is hears nothing, and may be tried again', async () => {
    const { address, told } = await robotThat('wecom', makers.wecom.judge);
    expect(await channels.wecom.send(anOutgoing({ address: address.replace('http:', 'https:') }), patient())).toMatchObject({ kind: 'failed', failure: { kind: 'retry' } });
    expect(told).toEqual([]);
  });
});
