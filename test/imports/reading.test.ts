import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defused, freed } from '../../server/imports/defused.ts';
import { decodeText } from '../../server/imports/decodeText.ts';
import { boundedZip } from '../../server/imports/boundedZip.ts';
import { findHeadings } from '../../server/imports/findHeadings.ts';
import { guessMapping } from '../../server/imports/guessMapping.ts';
import { findDelimiter, readCsv } from '../../server/imports/readCsv.ts';
import { readDate } from '../../server/imports/readDate.ts';
import { readNumbers } from '../../server/imports/readNumbers.ts';
import { readProperty } from '../../server/imports/readProperty.ts';
import { readQuantity } from '../../server/imports/readQuantity.ts';
import { readTable } from '../../server/imports/readTable.ts';
import { numberText } from '../../server/imports/readXlsx.ts';
import { writeXlsx } from '../../server/imports/writeXlsx.ts';

// 姓名,电话 / 张伟,138…: what Excel in China writes.
const gb = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0a, 0xd5, 0xc5, 0xce, 0xb0, 0x2c, 0x31, 0x33, 0x38]);

describe('text of a file', () => {
  test.each([
    ['UTF-8', Buffer.from('姓名'), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from('\ufeff姓名'), 'utf-8'],
    ['GB18030', gb, 'gb18030'],
    ['UTF-16', Buffer.from('\ufeff姓名', 'utf16le'), 'utf-16le'],
  ])('is read in %s', (_, bytes, encoding) => {
    const read = decodeText(bytes);
    expect(read.encoding).toBe(encoding);
    expect(read.text).toContain('姓名');
  });

  test('with one damaged byte in a page of good UTF-8 is still UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('业主名单'.repeat(500)), Buffer.from([0xff])]);
    expect(decodeText(bytes).encoding).toBe('utf-8');
  });
});

describe('cells of a CSV file', () => {
  test.each([[','], [';'], ['\t']])('apart by %j are found', (sign) => {
    const text = `姓名${sign}电话\n"王${sign}\n芳"${sign}138\n`;
    expect(findDelimiter(text)).toBe(sign);
    expect(readCsv(Buffer.from(text)).sheets[0]?.rows.slice(0, 2)).toEqual([['姓名', '电话'], [`王${sign}\n芳`, '138']]);
  });
  test('in GB18030 are read as they are meant', () => {
    expect(readCsv(gb)).toMatchObject({ encoding: 'gb18030', sheets: [{ rows: [['姓名', '电话'], ['张伟', '138']] }] });
  });
  test('behind a quote that is never closed are refused', () => {
    expect(() => readCsv(Buffer.from('a,"b\nc,d'))).toThrow(expect.objectContaining({ fault: { code: 'broken', what: 'quote' } }));
  });
});

describe('cells of a workbook', () => {
  test('keep every digit of a number', () => {
    expect(['13800138000', '1.3800138E10', '1.3800138000000000e+10', '89.499999999999986', '-3', '123456789012345680000'].map(numberText)).toEqual(['13800138000', '13800138000', '13800138000', '89.5', '-3', '123456789012345680000']);
  });
  test('that were written are read as they were', async () => {
    const rows = [['姓名', '电话'], ['=1+1', '+8613800138000'], ["'王\n芳", '0012']];
    expect(await readTable(await writeXlsx({ name: '名单', rows }))).toMatchObject({ format: 'xlsx', sheets: [{ name: '名单', rows }] });
  });
  test('that unpack to more than there may be are refused, whatever the archive says of its sizes', () => {
    const bomb = zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(300 * 1024 * 1024), 10);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(() => boundedZip(bomb)).toThrow(expect.objectContaining({ fault: { code: 'bomb', what: '' } }));
  });
});

/** An archive of one part that lies about its size. */
function zipOf(name: string, content: Buffer, toldSize: number): Buffer {
  const packed = deflateRawSync(content);
  const head = (length: number, signature: number, at: number): Buffer => {
    const bytes = Buffer.alloc(length);
    bytes.writeUInt32LE(signature, 0);
    bytes.writeUInt16LE(8, at);
    bytes.writeUInt32LE(packed.length, at + 10);
    bytes.writeUInt32LE(toldSize, at + 14);
    bytes.writeUInt16LE(name.length, at + 18);
    return bytes;
  };
  const local = head(30, 0x04034b50, 8);
  const entry = head(46, 0x02014b50, 10);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

describe('a formula', () => {
  test('is text in a file that goes out, and itself again when it comes in', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", "'=", '＝', '＋'), fc.string()).map((parts) => parts.join(''))), (text) => {
        expect(defused(text)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
        expect(freed(defused(text))).toBe(text);
      }),
    );
  });
});

test.each([
  ['13800138000', [['+8613800138000', '']]],
  ['+8613800138000', [['+8613800138000', '']]],
  ["'+8613800138000", [['+8613800138000', '']]],
  ['13800138000.0', [['+8613800138000', '']]],
  ['138 0013 8000、13900139000', [['+8613800138000', ''], ['+8613900139000', '']]],
  ['13800138000/13900139000', [['+8613800138000', ''], ['+8613900139000', '']]],
  ['13800138000 13900139000', [['+8613800138000', ''], ['+8613900139000', '']]],
  ['13800138000；儿子13900139000', [['+8613800138000', ''], ['+8613900139000', '儿子']]],
  ['13800138000（爸爸/妈妈）', [['+8613800138000', '爸爸/妈妈']]],
  ['手机:13800138000', [['+8613800138000', '']]],
  ['0755-86001234转8012', [['+8675586001234', '转8012']]],
  ['１３８００１３８０００', [['+8613800138000', '']]],
  ['无', []],
  ['-', []],
])('the numbers in %j are read', (cell, numbers) => {
  const read = readNumbers(cell, 'CN');
  expect(read.notNumbers).toEqual([]);
  expect(read.numbers.map(({ e164, label }) => [e164, label])).toEqual(numbers);
});

test('what is no number among numbers is told, and what Excel has rounded', () => {
  expect(readNumbers('13800138000、1380013', 'CN')).toMatchObject({ notNumbers: ['1380013'] });
  expect(readNumbers('1.38E+10', 'CN')).toMatchObject({ rounded: true, numbers: [] });
});

test.each([
  ['3-1-1502', ['3', '1', '1502']],
  ['3栋1单元1502室', ['3', '1', '1502']],
  ['A座-2003', ['A', '', '2003']],
  ['3-1502', ['3', '', '1502']],
  ['二期-3-1-1502', ['二期-3', '1', '1502']],
  ['1502', ['', '', '1502']],
])('the property %j is building, entrance and room', (text, parts) => {
  const read = readProperty(text);
  expect([read?.building, read?.unit, read?.room]).toEqual(parts);
});

test('days are read in the writings of lists; what could be two days is none', () => {
  expect(['2020-01-02', '2020/1/2', '2020年1月2日', '20200102', '2020.1.2', '43832', '2020-01-02 00:00:00'].map(readDate)).toEqual(Array(7).fill('2020-01-02'));
  expect(['1/2/2020', '2020-02-30', '明天'].map(readDate)).toEqual([null, null, null]);
});

test('amounts are read with their measure', () => {
  expect(['89.5', '89.5㎡', '1,089.5 平方米', '约90平', '3人', '-1', '三'].map(readQuantity)).toEqual([89.5, 89.5, 1089.5, 90, 3, null, null]);
});

describe('headings', () => {
  test('are found under a title, a note and an empty row, and over two rows', () => {
    const rows = [['阳光花园业主名单'], [null], ['制表：王芳'], ['房号', '姓名', '联系方式', null], [null, null, '手机', '座机'], ['3-1-1502', '张三', '13800138000', null]];
    expect(findHeadings('residents', rows)).toEqual({ row: 4, texts: ['房号', '姓名', '手机', '座机'] });
  });
  test.each([
    ['residents', ['业主姓名', '电话1', '电话2', '楼栋', '单元', '房号', '建筑面积(㎡)', '户型', '备注'], ['name', 'numbers', 'numbers', 'building', 'unit', 'room', 'area', 'layout', 'notes']],
    ['residents', ['Owner Name', 'Mobile', 'Building', 'Room No.', 'Type'], ['name', 'numbers', 'building', 'room', 'occupancy']],
    ['staff', ['员工姓名', '所属部门', '岗位', '分机号', '手机号码', '工号'], ['name', 'department', 'title', 'extension', 'privateNumbers', 'staffNumber']],
    ['staff', ['Name', 'Dept.', 'Position', 'Ext.', 'Mobile'], ['name', 'department', 'title', 'extension', 'privateNumbers']],
  ] as const)('of a list of %s say what its columns are', (kind, headings, fields) => {
    expect(guessMapping(kind, headings.map((heading) => ({ heading, samples: [] })))).toEqual(fields);
  });
  test('of rooms that hold a whole property say so by their cells', () => {
    expect(guessMapping('residents', [{ heading: '房号', samples: ['3-1-1502', '3-1-1503'] }])).toEqual(['property']);
    expect(guessMapping('staff', [{ heading: '电话', samples: ['8012', '8013'] }])).toEqual(['extension']);
  });
});
