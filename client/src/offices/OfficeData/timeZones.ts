/** Time zones to choose from, the usual ones of our offices first; `chosen` is always among them. */
export function timeZones(chosen: string): string[] {
  const usual = ['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Macau', 'Asia/Taipei', 'Asia/Singapore'];
  return [...new Set([...usual, ...(chosen === '' ? [] : [chosen]), ...Intl.supportedValuesOf('timeZone')])];
}
