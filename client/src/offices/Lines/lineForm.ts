import type { Hours } from '../../../../server/contract/hours.ts';
import type { LinePatch, LineView } from '../../../../server/contract/line.ts';
import type { Language } from '../../../../server/contract/primitives.ts';

/** What an editor writes about a line. */
export interface LineForm {
  number: string;
  language: Language;
  languages: Language[];
  cycleMs: number;
  ringWidth: number;
  pauseRings: number;
  hours: Hours;
  byoc: string;
}

/** A new line: mainland cadence (5 s, DOMAIN 2), three phones, one ring before the attendant. */
export const emptyLineForm: LineForm = { number: '', language: 'zh-CN', languages: ['zh-CN'], cycleMs: 5000, ringWidth: 3, pauseRings: 1, hours: { kind: 'always' }, byoc: '' };

/** The form has '' where the server has null. */
export function lineFormOf({ number, language, languages, cycleMs, ringWidth, pauseRings, hours, byoc }: LineView): LineForm {
  return { number, language, languages, cycleMs, ringWidth, pauseRings, hours, byoc: byoc ?? '' };
}

/** What is sent of it. */
export function linePatchOf({ byoc, ...rest }: Partial<LineForm>): Omit<LinePatch, 'rev'> {
  return { ...rest, ...(byoc !== undefined && { byoc: byoc.trim() === '' ? null : byoc.trim() }) };
}
