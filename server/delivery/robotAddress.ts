import type { ChannelName } from '../contract/delivery.ts';

/** Where each robot's webhook lives, as its maker documents it: a message that goes anywhere else would go to a stranger. */
const webhooks: Partial<Record<ChannelName, { hosts: readonly string[]; path: RegExp; key: string | null }>> = {
  wecom: { hosts: ['qyapi.weixin.qq.com'], path: /^\/cgi-bin\/webhook\/send$/, key: 'key' },
  dingtalk: { hosts: ['oapi.dingtalk.com'], path: /^\/robot\/send$/, key: 'access_token' },
  feishu: { hosts: ['open.feishu.cn', 'open.larksuite.com'], path: /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/, key: null },
};

/** Whether this is the webhook of a robot of this kind: https, its maker's host, its key in it. */
export function isRobotAddress(channel: ChannelName, address: string): boolean {
  const webhook = webhooks[channel];
  if (!webhook || !URL.canParse(address)) return false;
  const url = new URL(address);
  const isPlace = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '' && webhook.hosts.includes(url.hostname) && webhook.path.test(url.pathname);
  return isPlace && (webhook.key === null || (url.searchParams.get(webhook.key) ?? '') !== '');
}
