import { Converter } from 'opencc-js/t2cn';

const simplify = Converter({ from: 'hk', to: 'cn' });

/** The text that names are compared in: simplified characters, ASCII widths, small letters, single spaces, no punctuation. */
export function plainText(text: string): string {
  return simplified(text)
    .replace(/[^\p{L}\p{N}\n]+/gu, ' ')
    .trim();
}

/** Simplified characters, ASCII widths and small letters; punctuation stays. */
export function simplified(text: string): string {
  return simplify(text.normalize('NFKC').replace(/\p{Surrogate}/gu, ' ')).toLowerCase();
}
