import { inflateRawSync } from 'node:zlib';
import { FileRefusal } from './fileRefusal.ts';

/** All parts of a workbook unpacked: 200,000 rows of 20 columns take about 160 MB. */
const mostUnpacked = 256 * 1024 * 1024;
const mostParts = 2_000;

interface Part {
  name: string;
  data: Buffer;
}

/**
 * The same archive, its parts unpacked and stored as they are: nothing in it can grow any more when it is read. What the
 * archive says of its sizes is not believed, the bytes are counted. Parts that are no XML are left out.
 * @throws FileRefusal `bomb` when it unpacks to too much, `broken` when it is damaged
 */
export function boundedZip(bytes: Buffer): Buffer {
  return store(unpack(bytes));
}

function unpack(bytes: Buffer): Part[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) throw new FileRefusal('broken', 'zip');
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostParts) throw new FileRefusal('bomb');
  const parts: Part[] = [];
  let left = mostUnpacked;
  let at = bytes.readUInt32LE(end + 16);
  try {
    for (let index = 0; index < count; index += 1) {
      if (bytes.readUInt32LE(at) !== 0x02014b50) throw new FileRefusal('broken', 'zip');
      const method = bytes.readUInt16LE(at + 10);
      const packed = bytes.readUInt32LE(at + 20);
      const nameLength = bytes.readUInt16LE(at + 28);
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
      const local = bytes.readUInt32LE(at + 42);
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
      if (!/\.(?:xml|rels)$/i.test(name)) continue;
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const raw = bytes.subarray(from, from + packed);
      if (method !== 0 && method !== 8) throw new FileRefusal('broken', 'zip');
      if (method === 0 && raw.length > left) throw new FileRefusal('bomb');
      const data = method === 0 ? raw : inflate(raw, left);
      left -= data.length;
      parts.push({ name, data });
    }
  } catch (error) {
    if (error instanceof RangeError) throw new FileRefusal('broken', 'zip', { cause: error });
    throw error;
  }
  return parts;
}

function inflate(raw: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(most, 1) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new FileRefusal('bomb', '', { cause: error });
    throw new FileRefusal('broken', 'zip', { cause: error });
  }
}

/** Method "stored", with true sizes. The check sums are left 0: the reader does not look at them. */
function store(parts: readonly Part[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data } of parts) {
    const path = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(0x800, 6);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(data.length, 22);
    local.writeUInt16LE(path.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(0x800, 8);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(data.length, 24);
    entry.writeUInt16LE(path.length, 28);
    entry.writeUInt32LE(at, 42);
    pieces.push(local, path, data);
    directory.push(entry, path);
    at += 30 + path.length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}
