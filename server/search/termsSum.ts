/** A number that tells other terms from these: 52 bits, the same in every run. */
export function termsSum(terms: readonly string[]): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (const term of terms) {
    for (let at = 0; at < term.length; at += 1) {
      low = Math.imul(low ^ term.charCodeAt(at), 0x01000193);
      high = Math.imul(high ^ term.charCodeAt(at), 0x5bd1e995);
    }
    low = Math.imul(low ^ 0x20, 0x01000193);
    high = Math.imul(high ^ 0x20, 0x5bd1e995);
  }
  return (high >>> 12) * 2 ** 32 + (low >>> 0);
}
