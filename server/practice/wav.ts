const sampleRate = 8000;

/** A real mono 16-bit WAV of the given length: soft tone bursts at the pace of speech, so that a player shows something and an ear hears it. */
export function wavOf(seconds: number): Buffer {
  const samples = Math.max(1, Math.round(seconds * sampleRate));
  const data = Buffer.alloc(samples * 2);
  for (let index = 0; index < samples; index += 1) {
    const time = index / sampleRate;
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 3 * time));
    data.writeInt16LE(Math.round(6000 * syllable * Math.sin(2 * Math.PI * 220 * time)), index * 2);
  }
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(sampleRate, 24);
  head.writeUInt32LE(sampleRate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

/** The length of a WAV in milliseconds, or undefined where the bytes are no PCM WAV. */
export function wavLengthMs(bytes: Buffer): number | undefined {
  if (bytes.length < 44 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE') return undefined;
  let byteRate = 0;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    if (name === 'fmt ' && at + 20 <= bytes.length) byteRate = bytes.readUInt32LE(at + 16);
    if (name === 'data') return byteRate > 0 ? Math.round((size / byteRate) * 1000) : undefined;
    at += 8 + size + (size % 2);
  }
  return undefined;
}

/** A real MP3 of silence: MPEG-1 layer III frames (128 kbit/s, 44.1 kHz) with no sound in them, 26.1 ms each. */
export function mp3Of(seconds: number): Buffer {
  const frame = Buffer.alloc(417);
  frame.writeUInt32BE(0xfffb90c4, 0);
  return Buffer.concat(Array.from({ length: Math.max(1, Math.ceil(seconds / 0.026122)) }, () => frame));
}
