import { DomainError } from '../contract/errors.ts';
import type { PracticeCallView, PracticeResident } from '../contract/practice.ts';
import type { PracticeCarrier } from './carrier.ts';
import { residents } from './residents/index.ts';
import { formatStoryLine } from './story.ts';

/** What a signed-in user may do with the practice line. */
export interface PracticeDesk {
  residents(): PracticeResident[];
  /** @throws DomainError `bad_input` for an unknown resident or a number that is no line */
  place(wanted: { residentId: string; to: string }): { callId: string };
  /** Null for a call that the practice line did not place. */
  view(callId: string): PracticeCallView | null;
}

/** Calls by scripted residents, placed by hand or by the console. */
export function openPracticeDesk(carrier: PracticeCarrier, isLine: (number: string) => boolean): PracticeDesk {
  return {
    residents: () => residents.map(({ id, name, summary, from }) => ({ id, name, summary, from })),
    place({ residentId, to }) {
      const resident = residents.find((known) => known.id === residentId);
      if (!resident) throw new DomainError('bad_input', 'not accepted: residentId', { residentId: 'no such resident' });
      if (!isLine(to)) throw new DomainError('bad_input', 'not accepted: to', { to: 'no line has this number' });
      return { callId: carrier.placeCall({ from: resident.from, to, script: resident.script }).sid };
    },
    view(callId) {
      const call = carrier.findCall(callId);
      if (!call) return null;
      return {
        callId,
        ended: call.endedAt !== null,
        ring: call.answeredInRing,
        story: call.story.map((line) => ({ atMs: line.at, zh: formatStoryLine(line, 'zh'), en: formatStoryLine(line, 'en') })),
        faults: call.errors.map((fault) => fault.message),
      };
    },
  };
}
