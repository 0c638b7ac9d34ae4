import type { Line } from './people.ts';
import { readNumber } from './phoneNumber.ts';

/**
 * Finds the line that was dialled by any writing of its number: E.164, without +, national, SIP URI, and, as trunks of
 * some carriers send it, without the area code. Null when no line, or more than one, fits.
 */
export function openLineBook(lines: readonly Line[], countryOf: (unitId: string) => string): (raw: string) => Line | null {
  const byNumber = new Map<string, Line>();
  const countries = new Set<string>();
  for (const line of lines) {
    const country = countryOf(line.unitId);
    countries.add(country);
    const reading = readNumber(line.number, country);
    byNumber.set(reading.kind === 'number' ? reading.e164 : line.number, line);
  }
  return (raw) => {
    for (const country of countries.size > 0 ? countries : ['']) {
      const reading = readNumber(raw, country);
      const line = reading.kind === 'number' ? byNumber.get(reading.e164) : undefined;
      if (line) return line;
    }
    return byNumber.get(raw) ?? withoutAreaCode(raw, lines);
  };
}

function withoutAreaCode(raw: string, lines: readonly Line[]): Line | null {
  const digits = /^(?:sips?:|tel:)?([\d\s().-]{7,20})(?:[@;]|$)/i.exec(raw.trim().slice(0, 300))?.[1]?.replace(/\D/g, '') ?? '';
  if (digits.length < 7) return null;
  const [line, ...others] = lines.filter((one) => one.number.endsWith(digits));
  return line && others.length === 0 ? line : null;
}
