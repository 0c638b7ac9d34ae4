/** One of each office in turn, each office's in their order: ten thousand of one do not stand before the first of another. */
export function fairByOffice<T extends { unitId: string }>(due: readonly T[]): T[] {
  const byOffice = new Map<string, T[]>();
  for (const one of due) byOffice.set(one.unitId, [...(byOffice.get(one.unitId) ?? []), one]);
  const queues = [...byOffice.values()];
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  return Array.from({ length: longest }, (_, place) => queues.flatMap((queue) => queue[place] ?? [])).flat();
}
