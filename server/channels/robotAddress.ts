import { isLoopbackHost } from './loopbackHost.ts';

/**
 * The address of a robot as it may be asked: https, at its maker's hosts or at one that the house allows besides (`name`, or `name:port`); http only on this
 * machine. Null for any other: an address typed into a file of the staff must not make this server knock anywhere else.
 */
export function robotAddress(address: string, makersHosts: readonly string[], houseHosts: readonly string[]): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return null;
  url.hash = '';
  if (houseHosts.includes(url.host) || houseHosts.includes(url.hostname)) return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname)) ? url : null;
  return url.protocol === 'https:' && url.port === '' && makersHosts.includes(url.hostname) ? url : null;
}
