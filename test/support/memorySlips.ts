import type { Slip } from '../../server/contract/slip.ts';
import type { SlipChange, SlipStore } from '../../server/slips/ports.ts';
import { readPageMark, writePageMark } from '../../server/store/pageMark.ts';

const timeOf = ({ calledAt }: Slip): number => Date.parse(calledAt) || 0;

/** Slips in memory, for properties that need thousands of them: held to the same suite as the real records. */
export function memorySlips(): SlipStore {
  const slips = new Map<string, Slip>();
  const changes: SlipChange[] = [];
  return {
    async saveSlip(slip, change) {
      if ((slips.get(slip.id)?.version ?? 0) !== slip.version - 1) return 'conflict';
      slips.set(slip.id, structuredClone(slip));
      changes.push(structuredClone(change));
      return 'saved';
    },
    loadSlip: async (id) => structuredClone(slips.get(id)) ?? null,
    async listSlips({ unitIds, recipientIds, isRead, callId, callerNumber, recordingUrl, state, limit, cursor }) {
      const mark = cursor === undefined ? null : readPageMark(cursor);
      const rows = [...slips.values()]
        .filter(
          (slip) =>
            (unitIds === null || unitIds.includes(slip.unitId)) &&
            (recipientIds === undefined || (slip.recipientId != null && recipientIds.includes(slip.recipientId))) &&
            (isRead === undefined || (slip.readAt !== undefined) === isRead) &&
            (callId === undefined || slip.callId === callId) &&
            (callerNumber === undefined || slip.callerNumber === callerNumber) &&
            (recordingUrl === undefined || slip.recordingUrl === recordingUrl) &&
            (state === undefined || slip.state === state) &&
            (mark === null || timeOf(slip) < mark.at || (timeOf(slip) === mark.at && slip.id < mark.id)),
        )
        .sort((a, b) => timeOf(b) - timeOf(a) || (a.id < b.id ? 1 : -1));
      const items = structuredClone(rows.slice(0, limit));
      const last = items.at(-1);
      return rows.length > limit && last ? { items, next: writePageMark({ at: timeOf(last), id: last.id }) } : { items };
    },
    loadHistory: async (id) => structuredClone(changes.filter(({ slipId }) => slipId === id)),
  };
}
