import type { CallCommit, CallStore } from '../../server/calls/ports.ts';
import type { Fact } from '../../server/calls/fact.ts';
import { searchWords } from '../../server/calls/searchWords.ts';
import type { CallCard } from '../../server/contract/card.ts';
import type { Slip } from '../../server/contract/slip.ts';
import type { People } from '../../server/people/people.ts';
import type { PeopleStore, Session } from '../../server/people/ports.ts';
import type { SlipChange, SlipStore } from '../../server/slips/ports.ts';

/** Newest first, after the row that `cursor` names. */
function page<T extends { id: string }>(rows: T[], limit: number, cursor: string | undefined): { items: T[]; next?: string } {
  const from = cursor === undefined ? 0 : rows.findIndex(({ id }) => id === cursor) + 1;
  const items = rows.slice(from, from + limit);
  const last = items.at(-1);
  return from + limit < rows.length && last ? { items, next: last.id } : { items };
}

export interface MemoryRecords {
  calls: CallStore;
  people: PeopleStore;
  slips: SlipStore;
  sessions: Map<string, Session>;
  settings: Map<string, string>;
  /** What every session look-up waits for, or fails with. */
  beforeSession: () => Promise<void>;
  peopleSaves: number;
}

/** The records in memory: what these tests need of the store, which has suites of its own. */
export function memoryRecords(people: People): MemoryRecords {
  const facts = new Map<string, Map<string, Fact>>();
  const cards = new Map<string, CallCard>();
  const slips = new Map<string, Slip>();
  const changes: SlipChange[] = [];
  const sessions = new Map<string, Session>();
  const settings = new Map<string, string>();
  const records: MemoryRecords = {
    sessions,
    settings,
    beforeSession: async () => undefined,
    peopleSaves: 0,
    calls: {
      async commitCall({ callId, facts: added, card }: CallCommit) {
        const known = facts.get(callId) ?? new Map<string, Fact>();
        facts.set(callId, known);
        for (const fact of added) if (!known.has(fact.key)) known.set(fact.key, fact);
        if ((cards.get(callId)?.version ?? -1) < card.version) cards.set(callId, card);
        return { others: [] };
      },
      loadFacts: async (callId) => [...(facts.get(callId)?.values() ?? [])],
      loadOpenCalls: async () => [],
      loadCard: async (callId) => cards.get(callId) ?? null,
      async listCards({ unitIds, state, outcome, callerNumber, missed, terms, limit, cursor }) {
        const rows = [...cards.values()]
          .filter((card) => (unitIds === null || (card.unit.id !== null && unitIds.includes(card.unit.id))) && (!state || card.state === state) && (!outcome || card.outcome === outcome) && (!callerNumber || card.caller.number === callerNumber) && (!missed || card.missed?.state === missed) && (terms ?? []).every((term) => searchWords(card).includes(term)))
          .sort((a, b) => b.arrivedAt - a.arrivedAt || (a.id < b.id ? 1 : -1));
        return page(rows, limit, cursor);
      },
    },
    slips: {
      async saveSlip(slip, change) {
        if ((slips.get(slip.id)?.version ?? 0) !== slip.version - 1) return 'conflict';
        slips.set(slip.id, slip);
        changes.push(change);
        return 'saved';
      },
      loadSlip: async (id) => slips.get(id) ?? null,
      async listSlips({ unitIds, recipientId, callId, callerNumber, recordingUrl, state, limit, cursor }) {
        const rows = [...slips.values()]
          .filter(
            (slip) =>
              (unitIds === null || unitIds.includes(slip.unitId)) &&
              (recipientId === undefined || slip.recipientId === recipientId) &&
              (callId === undefined || slip.callId === callId) &&
              (callerNumber === undefined || slip.callerNumber === callerNumber) &&
              (recordingUrl === undefined || slip.recordingUrl === recordingUrl) &&
              (state === undefined || slip.state === state),
          )
          .sort((a, b) => (a.calledAt === b.calledAt ? (a.id < b.id ? 1 : -1) : a.calledAt < b.calledAt ? 1 : -1));
        return page(rows, limit, cursor);
      },
      loadHistory: async (id) => changes.filter(({ slipId }) => slipId === id),
    },
    people: {
      loadPeople: async () => people,
      async savePeople() {
        records.peopleSaves += 1;
      },
      async saveSession(session) {
        sessions.set(session.tokenHash, session);
      },
      async findSession(tokenHash) {
        await records.beforeSession();
        return sessions.get(tokenHash) ?? null;
      },
      async deleteSession(tokenHash) {
        sessions.delete(tokenHash);
      },
      async deleteExpiredSessions(now) {
        const expired = [...sessions.values()].filter(({ expiresAt }) => expiresAt <= now);
        for (const { tokenHash } of expired) sessions.delete(tokenHash);
        return expired.length;
      },
      getSetting: async (name) => settings.get(name) ?? null,
      async putSetting(name, value) {
        if (value === null) settings.delete(name);
        else settings.set(name, value);
      },
    },
  };
  return records;
}
