import { useEffect, useEffectEvent } from 'react';
import type { CallCard, CallerMatch } from '../../../../server/contract/card.ts';
import type { SlipDraft } from '../../slips/useSlip.ts';
import { matchName } from '../callerName.ts';

/** Whom the agent made sure of is field 2 of the slip, unless a hand has written there. */
export function useConfirmedCaller(call: CallCard | null, draft: SlipDraft): void {
  const { slip, saver, saving } = draft;
  const confirmed = call?.caller.matches.find(({ residentId }) => residentId === call.caller.confirmedId);
  const isBlank = slip?.state === 'draft' && slip.callerName === '' && !slip.declined.includes('caller') && saving.unsaved.callerName === undefined;
  const fill = useEffectEvent((match: CallerMatch) => saver?.edit({ callerName: matchName(match), ...(slip?.callerCompany === '' ? { callerCompany: match.address } : {}) }));
  useEffect(() => {
    if (confirmed && isBlank) fill(confirmed);
  }, [confirmed?.residentId, slip?.id, isBlank]);
}
