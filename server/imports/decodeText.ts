import { isUtf8 } from 'node:buffer';

/** A byte that is no UTF-8 in so many good ones is damage, not another encoding. */
const damagePerGoodCharacter = 1 / 500;

/**
 * The text of a file and how it was written: by its mark, else as UTF-8, else as GB18030 (what Excel in China writes).
 * Bytes that mean nothing become U+FFFD.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  const asUtf8 = new TextDecoder('utf-8').decode(bytes);
  if (isUtf8(bytes)) return { text: asUtf8, encoding: 'utf-8' };
  // A few damaged bytes in a text full of good Chinese: still UTF-8.
  const good = asUtf8.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  const bad = asUtf8.match(/\ufffd/g)?.length ?? 0;
  const begins = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (begins || bad <= good * damagePerGoodCharacter) return { text: asUtf8, encoding: 'utf-8' };
  return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' };
}
