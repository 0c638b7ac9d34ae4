import { BlockList, isIP } from 'node:net';

/*
 * Whoever may subscribe to a calendar must not make this server ask for pages of the network it stands in: its own services, the
 * router, the cloud's secrets at 169.254.169.254.
 */

const closed = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16],
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
] as const) closed.addSubnet(network, prefix, 'ipv4');

/** Of the sixth version only what is given out to the world, without those parts that carry addresses of the fourth in them or are given to nobody. */
const world = new BlockList();
world.addSubnet('2000::', 3, 'ipv6');
for (const [network, prefix] of [
  ['2001::', 23], // Teredo and other protocols
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4
  ['3fff::', 20], // documentation
] as const) closed.addSubnet(network, prefix, 'ipv6');

/** Whether an address belongs to the open network. What is no address is not. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !closed.check(address, 'ipv4');
    case 6:
      return world.check(address, 'ipv6') && !closed.check(address, 'ipv6');
    default:
      return false;
  }
}
