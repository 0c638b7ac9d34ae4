import type { ChannelName } from '../contract/delivery.ts';
import { isLoopbackHost } from './loopbackHost.ts';

/** The channels that are robots in a group. */
export type RobotChannel = Extract<ChannelName, 'wecom' | 'dingtalk' | 'feishu'>;

/** Where each robot's webhook lives, as its maker documents it: a message that goes anywhere else would go to a stranger. */
const webhooks: Record<RobotChannel, { hosts: readonly string[]; path: RegExp; key: string | null }> = {
  wecom: { hosts: ['qyapi.weixin.qq.com'], path: /^\/cgi-bin\/webhook\/send$/, key: 'key' },
  dingtalk: { hosts: ['oapi.dingtalk.com'], path: /^\/robot\/send$/, key: 'access_token' },
  feishu: { hosts: ['open.feishu.cn', 'open.larksuite.com'], path: /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/, key: null },
};

/**
 * The address of a robot of this kind as it may be kept and asked: https, its maker's host and path with its key in it; or any path at a host that the house allows
 * besides (`name`, or `name:port`), over http only on this machine. Null for any other: an address typed into a file of the staff must not make this server knock
 * anywhere else.
 */
export function robotAddress(channel: RobotChannel, address: string, houseHosts: readonly string[]): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return null;
  url.hash = '';
  if (houseHosts.includes(url.host) || houseHosts.includes(url.hostname)) return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname)) ? url : null;
  const { hosts, path, key } = webhooks[channel];
  const isPlace = url.protocol === 'https:' && url.port === '' && hosts.includes(url.hostname) && path.test(url.pathname);
  return isPlace && (key === null || (url.searchParams.get(key) ?? '') !== '') ? url : null;
}
