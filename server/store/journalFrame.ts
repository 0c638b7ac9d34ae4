import { createHash } from 'node:crypto';

/*
 * The journal's file: one record a line, `LLLLLLLL CCCCCCCCCCCCCCCC {json}\n`, where L is the JSON's length in bytes (hex) and
 * C the beginning of its SHA-256 (hex). JSON holds no line feed, so a record that a crash cut short, or that the disk
 * changed, never hides the ones before and after it.
 */

const headBytes = 8 + 1 + 16 + 1;
const lineFeed = 0x0a;

/** One line that can be trusted. */
export interface Frame {
  value: unknown;
  /** As it stands in the file, the line feed included. */
  bytes: Buffer;
}

interface JournalContent {
  frames: Frame[];
  /** Lines that cannot be trusted: cut short by a crash, or changed. */
  damaged: Buffer[];
}

/** A record as its line. @see readFrames */
export function writeFrame(value: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(value), 'utf8');
  return Buffer.concat([Buffer.from(headOf(json), 'latin1'), json, Buffer.of(lineFeed)]);
}

/** Every line, whole or damaged, in order; none is dropped. */
export function readFrames(content: Buffer): JournalContent {
  const frames: Frame[] = [];
  const damaged: Buffer[] = [];
  for (let start = 0; start < content.length; ) {
    const feed = content.indexOf(lineFeed, start);
    const end = feed === -1 ? content.length : feed + 1;
    const bytes = content.subarray(start, end);
    const json = bytes.subarray(headBytes, -1);
    const whole = feed !== -1 && bytes.length > headBytes && bytes.subarray(0, headBytes).toString('latin1') === headOf(json);
    if (whole) frames.push({ value: JSON.parse(json.toString('utf8')), bytes });
    else damaged.push(bytes);
    start = end;
  }
  return { frames, damaged };
}

function headOf(json: Buffer): string {
  const length = json.length.toString(16).padStart(8, '0');
  const checksum = createHash('sha256').update(json).digest('hex').slice(0, 16);
  return `${length} ${checksum} `;
}
