import { createHash } from 'node:crypto';

/**
 * A short name of the robot behind an address, the same for everybody who is reached by it. The address is a key to write into a group: from its name it cannot be
 * found again.
 */
export function robotKey(address: string): string {
  return createHash('sha256').update(whole(address)).digest('base64url').slice(0, 16);
}

/** One writing of an address: what follows # is never sent, and the order of a query says nothing. */
function whole(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = '';
  url.searchParams.sort();
  return url.href;
}
