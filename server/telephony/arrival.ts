import type { FactOf } from '../calls/fact.ts';
import type { CarrierRequest } from './carrierRequest.ts';
import type { TelephonyNeeds } from './needs.ts';
import { readNumber } from '../people/phoneNumber.ts';
import { withinBudget } from './withinBudget.ts';

/** What a call to a number that no line knows is counted by: one ring on the mainland. */
const neutralLine = { lineId: null, unitId: null, unitName: '物业服务热线', unitNameEn: null, language: 'zh-CN', languages: ['zh-CN', 'en'], cycleMs: 5000 } as const;

/** The city of a number is a comfort: the caller waits no longer for it than this, ms. */
const cityBudgetMs = 150;
/** Whose number it is, is in the records, which may hang: what is left of the answer's time after this must still keep its facts, ms. */
const matchBudgetMs = 300;

/** The first fact of a call, from whatever webhook of it reached us first. Waits for the records no longer than `matchBudgetMs`. */
export async function arrivalOf(request: CarrierRequest, needs: TelephonyNeeds, options: { at: number; gone?: boolean; direction?: 'inbound' | 'outbound' }): Promise<FactOf<'arrived'>> {
  const line = needs.directory.lineByNumber(request.to);
  const unit = line ? needs.directory.unit(line.unitId) : null;
  const caller = readNumber(request.from, unit?.country ?? 'CN');
  const callerNumber = caller.kind === 'number' ? caller.e164 : null;
  const language = line?.language ?? neutralLine.language;
  const [callerCity, known] = callerNumber === null ? [null, { matches: [] }] : await Promise.all([withinCityBudget(needs, callerNumber), whoCalls(needs, callerNumber, line?.unitId ?? null)]);
  return {
    kind: 'arrived',
    key: 'arrived',
    at: options.at,
    direction: options.direction ?? 'inbound',
    line: line
      ? { lineId: line.id, number: line.number, unitId: line.unitId, unitName: unit?.name ?? neutralLine.unitName, unitNameEn: unit?.nameEn ?? null, language, languages: line.languages, cycleMs: line.cycleMs }
      : { ...neutralLine, languages: [...neutralLine.languages], number: request.to.slice(0, 100) },
    callerNumber,
    callerRaw: request.from.slice(0, 200),
    callerCity,
    ...known,
    ...(options.gone ? { gone: true } : {}),
  };
}

/** In Chinese: field 4 of the slip is the paper's (DOMAIN 4). */
export async function withinCityBudget(needs: TelephonyNeeds, e164: string): Promise<string | null> {
  return withinBudget(needs.clock, cityBudgetMs, needs.cityOf(e164, 'zh-CN'));
}

/** Everybody on file under this number; `unmatched` when the records do not say it in time: the call goes on, and is told later ([K1]). */
export async function whoCalls(needs: TelephonyNeeds, e164: string, unitId: string | null): Promise<Pick<FactOf<'arrived'>, 'matches' | 'unmatched'>> {
  const asked = needs.matchesOf(e164, unitId).catch((cause: unknown) => {
    needs.log.warn({ err: cause }, 'the records do not tell whose number it is');
    return null;
  });
  const matches = await withinBudget(needs.clock, matchBudgetMs, asked);
  return matches ? { matches } : { matches: [], unmatched: true };
}
