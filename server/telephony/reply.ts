import type { Call } from '../calls/call.ts';
import { attendantDocument } from './documents/attendant.ts';
import { emptyDocument, hangUpDocument } from './documents/closing.ts';
import { ringingDocument } from './documents/ringing.ts';
import type { TelephonyNeeds } from './needs.ts';

/** What the caller's leg is to hear now, from the call as it stands. `turnsHeard`: which of the attendant's documents (all so far unless told). */
export function replyTo(call: Call, needs: TelephonyNeeds, now: number, turnsHeard?: number): string {
  switch (call.state) {
    case 'ended':
      return call.hungUpBy === 'agent' ? hangUpDocument() : emptyDocument;
    case 'attended': {
      const { line } = call.arrived;
      const unit = line.unitId === null ? null : needs.directory.unit(line.unitId);
      return attendantDocument(call, turnsHeard ?? call.attendant.turns.at(-1)?.turn ?? 0, {
        urls: needs.urls,
        timeZone: unit?.timeZone ?? 'Asia/Shanghai',
        now,
        hints: needs.directory
          .all()
          .staff.filter((person) => person.unitId === line.unitId)
          .map((person) => person.name),
      });
    }
    case 'ringing':
    case 'queued':
      return call.round ? ringingDocument(call, call.round, needs.urls, now) : emptyDocument;
    case 'live': {
      // A repeated request for a call that talks already: the same phones, whose winner is known to the carrier.
      const round = call.rounds.at(-1);
      return round ? ringingDocument({ ...call, state: 'ringing', answeredAt: null, round }, round, needs.urls, now) : emptyDocument;
    }
  }
}
