/** A day in the usual writings of lists (2020-01-02, 2020/1/2, 2020.1.2, 2020年1月2日, 20200102, 43832 as Excel counts), as YYYY-MM-DD; null when it is none, or could be two. */
export function readDate(text: string): string | null {
  const plain = text.normalize('NFKC').trim().replace(/[T\s]\d{1,2}:\d{2}.*$/, '');
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (parts) return day(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  const month = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/.exec(plain);
  if (month) return day(Number(month[1]), Number(month[2]), 1);
  const serial = /^([23456]\d{4})(?:\.\d+)?$/.exec(plain);
  return serial ? new Date(Date.UTC(1899, 11, 30) + Number(serial[1]) * 86_400_000).toISOString().slice(0, 10) : null;
}

function day(year: number, month: number, date: number): string | null {
  const read = new Date(Date.UTC(year, month - 1, date));
  return year >= 1900 && read.getUTCFullYear() === year && read.getUTCMonth() === month - 1 && read.getUTCDate() === date ? read.toISOString().slice(0, 10) : null;
}
