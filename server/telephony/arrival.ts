import type { FactOf } from '../calls/fact.ts';
import type { Timer } from '../clockwork/clock.ts';
import type { CarrierRequest } from './carrierRequest.ts';
import type { TelephonyNeeds } from './needs.ts';
import { readNumber } from '../people/phoneNumber.ts';

/** What a call to a number that no line knows is counted by: one ring on the mainland. */
const neutralLine = { lineId: null, unitId: null, unitName: '物业服务热线', unitNameEn: null, language: 'zh-CN', languages: ['zh-CN', 'en'], cycleMs: 5000 } as const;

/** The city of a number is a comfort: the caller waits no longer for it than this, ms. */
const cityBudgetMs = 150;

/** The first fact of a call, from whatever webhook of it reached us first. Asks no database. */
export async function arrivalOf(request: CarrierRequest, needs: TelephonyNeeds, options: { at: number; gone?: boolean; direction?: 'inbound' | 'outbound' }): Promise<FactOf<'arrived'>> {
  const line = needs.directory.lineByNumber(request.to);
  const unit = line ? needs.directory.unit(line.unitId) : null;
  const caller = readNumber(request.from, unit?.country ?? 'CN');
  const callerNumber = caller.kind === 'number' ? caller.e164 : null;
  const language = line?.language ?? neutralLine.language;
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
    callerCity: callerNumber === null ? null : await withinCityBudget(needs, callerNumber),
    matches: callerNumber === null ? [] : needs.directory.residentsByNumber(callerNumber, line?.unitId ?? null),
    ...(options.gone ? { gone: true } : {}),
  };
}

/** In Chinese: field 4 of the slip is the paper's (DOMAIN 4). */
export async function withinCityBudget(needs: TelephonyNeeds, e164: string): Promise<string | null> {
  let timer: Timer | null = null;
  const late = new Promise<null>((resolve) => (timer = needs.clock.setTimer(cityBudgetMs, () => resolve(null))));
  return Promise.race([needs.cityOf(e164, 'zh-CN'), late]).finally(() => timer?.cancel());
}
