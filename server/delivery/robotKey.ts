/**
 * A short name of the robot behind an address, the same for everybody who is reached by it; from it the address, which is a key to write into a group, cannot be
 * found again. Two robots that share a name by chance (one in 10^16) would share their pace, nothing else.
 */
export function robotKey(address: string): string {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (const text of whole(address)) {
    const code = text.codePointAt(0) ?? 0;
    one = Math.imul(one ^ code, 0x9e3779b1);
    two = Math.imul(two ^ code, 0x5f356495);
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(two ^ (two >>> 13), 0xc2b2ae35);
  two = Math.imul(two ^ (two >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35);
  return (0x1_0000_0000 * (two & 0x1f_ffff) + (one >>> 0)).toString(36);
}

/** One writing of an address: what follows # is never sent, and the order of a query says nothing. */
function whole(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = '';
  url.searchParams.sort();
  return url.href;
}
