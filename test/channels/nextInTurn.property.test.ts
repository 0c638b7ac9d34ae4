import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextInTurn } from '../../server/channels/nextInTurn.ts';
import type { Room } from '../../server/channels/nextInTurn.ts';
import { channelOfLane, isRobot } from '../../server/delivery/lane.ts';
import type { DueLane } from '../../server/delivery/ports.ts';

const lane = (unitId: string, name: string, count: number, over: Partial<DueLane> = {}): DueLane => ({ unitId, lane: name, isUrgent: false, dueAt: 1, count, ...over });
const wide: Room = { places: 12, placesOf: () => 12, busyLanes: new Set() };
const never = new Map<string, number>();
const offices = (chosen: readonly DueLane[]): string => chosen.map(({ unitId }) => unitId).join('');

describe('whose message goes out next', () => {
  test('[V8] one of each office in turn, also of the one that comes when the others have been at it for long', () => {
    const due = [lane('a', 'sms', 10_000), lane('b', 'sms', 10_000), lane('c', 'sms', 2)];
    expect(offices(nextInTurn(due, { ...wide, places: 8 }, never))).toBe('abcabcab');
    const served = new Map([
      ['a', 71],
      ['b', 70],
    ]);
    expect(offices(nextInTurn([...due, lane('z', 'sms', 1)], { ...wide, places: 1 }, new Map([...served, ['c', 3]])))).toBe('z');
    expect(offices(nextInTurn(due.slice(0, 2), { ...wide, places: 3 }, served))).toBe('bab');
  });

  test('[V8] of an office the urgent one behind ten thousand, then what is due longest', () => {
    const due = [lane('a', 'sms', 10_000), lane('a', 'mail', 1, { isUrgent: true, dueAt: 99 }), lane('a', 'wecom 1', 1, { dueAt: 0 })];
    expect(nextInTurn(due, { ...wide, places: 3 }, never).map((one) => one.lane)).toEqual(['mail', 'wecom 1', 'sms']);
  });

  test('[V8] whatever waits: no more than there is room for, a robot once, nobody twice while another who could go has had fewer turns, and no place stays empty that somebody could take', () => {
    const unit = fc.constantFrom('a', 'b', 'c', 'd');
    const name = fc.constantFrom('sms', 'mail', 'wecom 1', 'wecom 2', 'dingtalk 1', 'feishu 1');
    const lanes = fc.uniqueArray(fc.record({ unitId: unit, lane: name, isUrgent: fc.boolean(), dueAt: fc.nat(5), count: fc.integer({ min: 1, max: 6 }) }), { selector: (one) => `${one.unitId} ${one.lane} ${one.isUrgent}` });
    const room = fc.record({ places: fc.nat(12), each: fc.nat(4), busy: fc.subarray(['wecom 1', 'dingtalk 1']) });
    fc.assert(
      fc.property(lanes, room, fc.dictionary(unit, fc.nat(50)), (due, { places, each, busy }, turns) => {
        const served = new Map(Object.entries(turns));
        const chosen = nextInTurn(due, { places, placesOf: () => each, busyLanes: new Set(busy) }, served);
        const of = (match: (one: DueLane) => boolean, among: readonly DueLane[] = chosen): number => among.filter(match).length;
        expect(chosen.length).toBeLessThanOrEqual(places);
        const left = (one: DueLane, upTo: readonly DueLane[]): boolean => {
          const channel = channelOfLane(one.lane);
          const hasRoom = of((other) => channelOfLane(other.lane) === channel, upTo) < each;
          const isAwake = !isRobot(channel) || (!busy.includes(one.lane) && !upTo.some((other) => other.lane === one.lane));
          return hasRoom && isAwake && of((other) => other === one, upTo) < one.count;
        };
        if (chosen.length < places) expect(due.filter((one) => left(one, chosen))).toEqual([]);
        chosen.forEach((one, at) => {
          const before = chosen.slice(0, at);
          expect(left(one, before)).toBe(true);
          const turnOf = (office: string): number => {
            const last = before.findLastIndex(({ unitId }) => unitId === office);
            return last === -1 ? (served.get(office) ?? 0) : 1_000 + last;
          };
          for (const other of due.filter((could) => left(could, before))) {
            expect(turnOf(one.unitId)).toBeLessThanOrEqual(turnOf(other.unitId));
            if (other.unitId !== one.unitId) continue;
            expect(Number(one.isUrgent)).toBeGreaterThanOrEqual(Number(other.isUrgent));
            if (one.isUrgent === other.isUrgent) expect(one.dueAt).toBeLessThanOrEqual(other.dueAt);
          }
        });
      }),
    );
  });
});
