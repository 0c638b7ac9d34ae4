import type { CallBackOffer } from '../contract/letter.ts';
import type { Slip } from '../contract/slip.ts';
import type { Line, StaffMember, Unit } from '../people/people.ts';

/** How a reader may call back; through the line with everything that placing the call needs. */
export type CallBackWay = { kind: 'line'; line: Line; phone: string; callee: string } | Exclude<CallBackOffer, { kind: 'line' }>;

const e164 = /^\+[1-9]\d{6,14}$/;
const isMainland = (number: string): boolean => number.startsWith('+86');

/** The phone at which a member of the staff takes his messages, else his first private number; E.164, null when none is known. */
function phoneOf({ reach, privateNumbers }: Pick<StaffMember, 'reach' | 'privateNumbers'>): string | null {
  return [...reach.filter(({ channel }) => channel === 'sms').map(({ address }) => address), ...privateNumbers].find((number) => e164.test(number)) ?? null;
}

/**
 * Whether a call-back can go through a line of the office, so that the caller sees the line's number and not the reader's. Two legs go out: neither may be a number of the mainland
 * unless the line has a trunk of its own (the carrier dials none there since 2023).
 */
export function callBackWay({ callerNumber }: Pick<Slip, 'callerNumber'>, reader: Pick<StaffMember, 'reach' | 'privateNumbers'> | null, unit: Pick<Unit, 'delivery'>, lines: readonly Line[]): CallBackWay {
  if (callerNumber.trim() === '') return { kind: 'none' };
  if (!unit.delivery.hidesNumbers) return { kind: 'own-phone', why: 'office' };
  const phone = reader && phoneOf(reader);
  if (!phone || !e164.test(callerNumber)) return { kind: 'own-phone', why: 'no-phone' };
  const [first] = lines;
  if (!first) return { kind: 'own-phone', why: 'no-line' };
  const line = [phone, callerNumber].some(isMainland) ? lines.find(({ byoc }) => byoc !== undefined) : first;
  return line ? { kind: 'line', line, phone, callee: callerNumber } : { kind: 'own-phone', why: 'mainland' };
}
