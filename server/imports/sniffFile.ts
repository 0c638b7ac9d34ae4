import { FileRefusal } from './fileRefusal.ts';

/** First bytes of kinds of file that people choose by mistake. */
const strangers: [name: string, bytes: number[]][] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7Z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['GZIP', [0x1f, 0x8b]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74]],
];
/** The container of Excel 97 to 2003, and of workbooks with a password. */
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0];
const zip = [0x50, 0x4b, 0x03, 0x04];

/**
 * What a file is, by its bytes: names lie.
 * @throws FileRefusal for a file that is neither a workbook nor text
 */
export function sniffFile(bytes: Uint8Array): 'xlsx' | 'csv' {
  const begins = (with_: number[]): boolean => with_.every((byte, index) => bytes[index] === byte);
  if (bytes.length === 0) throw new FileRefusal('empty');
  if (begins(oldOffice)) throw new FileRefusal('old-excel');
  if (begins(zip)) return 'xlsx';
  for (const [name, first] of strangers) if (begins(first)) throw new FileRefusal('file-type', name);
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const head = bytes.subarray(0, 4096);
  if (!isUtf16 && head.includes(0)) throw new FileRefusal('file-type', '');
  const text = new TextDecoder('latin1').decode(head).trimStart().toLowerCase();
  // Many office systems write a web page and call it .xls.
  if (/^(?:\xef\xbb\xbf)?<(?:!doctype|html|table|\?xml|meta|head)/.test(text)) throw new FileRefusal('file-type', 'HTML');
  if (/^(?:begin:vcard|begin:vcalendar)/.test(text)) throw new FileRefusal('file-type', text.includes('vcard') ? 'VCF' : 'ICS');
  return 'csv';
}
