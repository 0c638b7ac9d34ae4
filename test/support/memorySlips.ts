import { isToComplete } from '../../server/contract/slipFields.ts';
import type { Sending } from '../../server/contract/delivery.ts';
import type { Slip } from '../../server/contract/slip.ts';
import { channelOfLane, laneOf } from '../../server/delivery/lane.ts';
import type { DueLane } from '../../server/delivery/ports.ts';
import type { SlipChange, SlipStore } from '../../server/slips/ports.ts';
import { closedStanding, lastOpen, standingOf } from '../../server/contract/slipStanding.ts';
import { readPageMark, writePageMark } from '../../server/store/pageMark.ts';
import type { PageMark } from '../../server/store/pageMark.ts';

const timeOf = ({ calledAt }: Slip): number => Date.parse(calledAt) || 0;

/** Slips in memory, for properties that need thousands of them: held to the same suite as the real records. */
export function memorySlips(): SlipStore {
  const slips = new Map<string, Slip>();
  const changes: SlipChange[] = [];
  const sendings = new Map<string, Sending>();
  const lanes = new Map<string, number>();
  const isUrgent = ({ slipId }: Sending): boolean => slips.get(slipId)?.delivery?.isUrgent ?? false;
  const fits = ({ id, rev }: Sending): boolean => (sendings.get(id)?.rev ?? 0) === rev - 1;
  const all = (): Sending[] => structuredClone([...sendings.values()]);
  const waiting = (now: number): Sending[] => all().filter(({ state, dueAt }) => state === 'waiting' && dueAt <= now);
  return {
    async saveSlip(slip, change, written = []) {
      if ((slips.get(slip.id)?.version ?? 0) !== slip.version - 1 || !written.every(fits)) return 'conflict';
      for (const one of written) sendings.set(one.id, structuredClone(one));
      slips.set(slip.id, structuredClone(slip));
      changes.push(structuredClone(change));
      return 'saved';
    },
    loadSlip: async (id) => structuredClone(slips.get(id)) ?? null,
    async listSlips({ unitIds, recipientIds, isRead, toComplete, callId, callerNumber, recordingUrl, state, stage, limit, cursor }) {
      const isOpen = stage === 'open';
      const order = (slip: Slip, than: PageMark): number => (isOpen ? standingOf(slip) - (than.rank ?? 0) || timeOf(slip) - than.at || (slip.id > than.id ? 1 : slip.id < than.id ? -1 : 0) : than.at - timeOf(slip) || (slip.id < than.id ? 1 : slip.id > than.id ? -1 : 0));
      const mark = cursor === undefined ? null : readPageMark(cursor);
      const rows = [...slips.values()]
        .filter(
          (slip) =>
            (unitIds === null || unitIds.includes(slip.unitId)) &&
            (recipientIds === undefined || [slip.recipientId, slip.delivery?.holder.kind === 'staff' ? slip.delivery.holder.id : null, ...(slip.delivery?.readers ?? [])].some((id) => id != null && recipientIds.includes(id))) &&
            (toComplete === undefined || isToComplete(slip)) &&
            (isRead === undefined || (slip.readAt !== undefined) === isRead) &&
            (callId === undefined || slip.callId === callId) &&
            (callerNumber === undefined || slip.callerNumber === callerNumber) &&
            (recordingUrl === undefined || slip.recordingUrl === recordingUrl) &&
            (state === undefined || slip.state === state) &&
            (stage === undefined || (stage === 'open' ? standingOf(slip) <= lastOpen : standingOf(slip) === closedStanding(stage))) &&
            (mark === null || order(slip, mark) > 0),
        )
        .sort((a, b) => order(a, { at: timeOf(b), id: b.id, rank: standingOf(b) }));
      const items = structuredClone(rows.slice(0, limit));
      const last = items.at(-1);
      return rows.length > limit && last ? { items, next: writePageMark({ at: timeOf(last), id: last.id, ...(isOpen && { rank: standingOf(last) }) }) } : { items };
    },
    sendingsOf: async (slipId) => all().filter((one) => one.slipId === slipId).sort((a, b) => a.round - b.round || a.step - b.step),
    loadSending: async (id) => structuredClone(sendings.get(id)) ?? null,
    sendingByRef: async (ref) => all().find(({ proofs }) => proofs.findLast((proof) => proof.ref !== null)?.ref === ref) ?? null,
    async dueLanes(now, most, except) {
      const groups = new Map<string, DueLane>();
      for (const one of waiting(now)) {
        const lane = laneOf(one);
        if (except.includes(one.id) || (lanes.get(lane) ?? 0) > now) continue;
        const key = JSON.stringify([one.unitId, lane, isUrgent(one)]);
        const group = groups.get(key);
        groups.set(key, { unitId: one.unitId, lane, isUrgent: isUrgent(one), dueAt: Math.min(one.dueAt, group?.dueAt ?? Infinity), count: (group?.count ?? 0) + 1 });
      }
      const sorted = [...groups.values()].sort((a, b) => Number(b.isUrgent) - Number(a.isUrgent) || a.dueAt - b.dueAt || (a.lane < b.lane ? -1 : 1));
      return sorted.filter((one) => sorted.filter(({ unitId, lane }) => unitId === one.unitId && channelOfLane(lane) === channelOfLane(one.lane)).indexOf(one) < most);
    },
    async dueSendings(now, wanted, except) {
      const due = waiting(now)
        .filter(({ id }) => !except.includes(id))
        .sort((a, b) => Number(isUrgent(b)) - Number(isUrgent(a)) || a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));
      return wanted.flatMap(({ unitId, lane, most }) => due.filter((one) => one.unitId === unitId && laneOf(one) === lane).slice(0, most));
    },
    abandonedSendings: async (now, limit) => all().filter(({ state, claimedUntil }) => state === 'sending' && (claimedUntil ?? 0) <= now).slice(0, limit),
    async claimSending(id, now, until, laneUntil) {
      const before = sendings.get(id);
      if (before && laneUntil !== undefined && (lanes.get(laneOf(before)) ?? 0) > now) return null;
      const isWaiting = before?.state === 'waiting' && before.dueAt <= now;
      if (!before || (!isWaiting && !(before.state === 'sending' && (before.claimedUntil ?? 0) <= now))) return null;
      const mine: Sending = { ...before, rev: before.rev + 1, state: 'sending', claimedUntil: until, attempts: before.attempts + (isWaiting ? 1 : 0), proofs: isWaiting ? [...before.proofs, { at: now, what: 'claimed', words: '', ref: null }] : before.proofs };
      sendings.set(id, mine);
      if (laneUntil !== undefined) lanes.set(laneOf(mine), laneUntil);
      return structuredClone(mine);
    },
    async restLane(lane, until) {
      lanes.set(lane, Math.max(until, lanes.get(lane) ?? 0));
    },
    async nextDueAt(after) {
      const due = [...lanes.values(), ...all().flatMap(({ state, dueAt, claimedUntil }) => (state === 'waiting' ? [dueAt] : state === 'sending' ? [claimedUntil ?? 0] : [])), ...[...slips.values()].flatMap(({ delivery }) => delivery?.chaseAt ?? [])].filter((at) => at > after);
      return due.length === 0 ? null : Math.min(...due);
    },
    slipsToChase: async (now, limit) =>
      [...slips.values()]
        .filter(({ delivery }) => (delivery?.chaseAt ?? Infinity) <= now)
        .sort((a, b) => (a.delivery?.chaseAt ?? 0) - (b.delivery?.chaseAt ?? 0) || (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map(({ id }) => id),
    loadHistory: async (id) => structuredClone(changes.filter(({ slipId }) => slipId === id)),
  };
}
